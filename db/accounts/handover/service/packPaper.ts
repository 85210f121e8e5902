import type { EngineContext } from '../../../context.ts'
import { paperFile } from '../../../exchange/documents/paperFile.ts'
import type { Block, PaperDocument } from '../../../exchange/rules/document.ts'
import type { PaperFormat } from '../../../exchange/rules/paperFormat.ts'
import type { HandoverId } from '../../../kernel/ids.ts'
import { TIER_SIGNS, TIER_WORDS } from '../../../terms/grading.ts'
import { CHECK_WORDS, PACK_WORDS, SIDE_WORDS } from '../../../terms/handover.ts'
import { ACCOUNT_HEADERS, FIELD_WORDS } from '../../../terms/headers.ts'
import type { Language } from '../../../terms/language.ts'
import { ATTITUDE_WORDS, depthWord, ROLE_WORDS } from '../../../terms/map.ts'
import { CHANNEL_WORDS } from '../../../terms/people.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { dayOf } from '../../rules/days.ts'
import type { PackAccount } from '../contract.ts'
import { SIDES } from '../rules/checklist.ts'
import { getHandover } from './handovers.ts'
import { handoverPack } from './pack.ts'

interface PaperInput {
  readonly handoverId: HandoverId
  readonly language: Language
  readonly format: PaperFormat
}

/** The hand-over pack with its checklist, to be read and signed. @throws Refusal HANDOVER_NOT_FOUND, NO_PRINTER */
export function packDocument(context: EngineContext, input: PaperInput): Promise<File> {
  const { kernel } = context
  const page = getHandover(kernel, input.handoverId)
  const { language } = input
  const words = PACK_WORDS[language]
  const title = fillIn(words.title, { from: page.from.name, to: page.to.name })
  const paper: PaperDocument = {
    title,
    subtitle: fillIn(words.subtitle, {
      count: page.accounts.length,
      made: page.madeOn,
      due: page.dueOn ?? words.noDue,
    }),
    head: title,
    madeAt: new Date(kernel.now()).toISOString(),
    language,
    blocks: [
      { kind: 'heading', level: 1, text: words.checklist },
      {
        kind: 'checks',
        rows: page.ticks.map(({ check, ...ticked }) => ({
          text: CHECK_WORDS[language][check],
          done: SIDES.flatMap((side) => {
            const at = ticked[side]
            return at === null ? [] : `${SIDE_WORDS[language][side]} ${localDay(at)}`
          }).join(words.comma),
        })),
      },
      {
        kind: 'signatures',
        lines: SIDES.map((side) => {
          const at = page.signed[side]
          const { name } = side === 'giver' ? page.from : page.to
          const by = page.signedBy[side]
          const proxy = by === null || by === name ? '' : ` ${fillIn(words.signedFor, { by })}`
          return {
            label: SIDE_WORDS[language][side],
            signed: at === null ? '' : `${name} ${localDay(at)}${proxy}`,
          }
        }),
      },
      ...handoverPack(kernel, input.handoverId).flatMap((account) => accountBlocks(account, language)),
    ],
  }
  return paperFile(context, paper, input.format)
}

const localDay = (instant: string): string => dayOf(Date.parse(instant))

function accountBlocks(account: PackAccount, language: Language): Block[] {
  const words = PACK_WORDS[language]
  const { tier, score } = account
  const standing =
    tier === null || score === null
      ? words.notGraded
      : fillIn(words.standing, {
          tier: `${TIER_SIGNS[tier]} ${TIER_WORDS[language][tier]}`,
          score: (score / 10).toFixed(1),
        })
  return [
    { kind: 'heading', level: 1, text: account.name },
    { kind: 'text', text: standing, quiet: true },
    { kind: 'facts', rows: factRows(account, language) },
    { kind: 'heading', level: 2, text: words.people },
    ...peopleBlocks(account, language),
    { kind: 'heading', level: 2, text: words.promises },
    ...promiseBlocks(account, language),
    { kind: 'heading', level: 2, text: words.nextSteps },
    ...nextStepBlocks(account, language),
    { kind: 'heading', level: 2, text: words.history },
    ...historyBlocks(account, language),
  ]
}

/** Facts whose amounts are fen. */
const MONEY: ReadonlySet<string> = new Set(['revenue', 'creditLimit'])

function factRows({ facts, owner, group }: PackAccount, language: Language): (readonly [string, string])[] {
  const words = PACK_WORDS[language]
  const names: Readonly<Record<string, string>> = ACCOUNT_HEADERS[language]
  const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = FIELD_WORDS[language]
  const people = group
    .map((seat) => [seat.name, seat.function].filter((part) => part !== '').join(' '))
    .join('、')
  return [
    [words.owner, owner ?? ''],
    ...(people === '' ? [] : [[words.group, people] as const]),
    ...facts.map(({ field, value }): readonly [string, string] => [
      names[field] ?? field,
      MONEY.has(field)
        ? fillIn(words.money, { amount: (Number(value) / 100).toLocaleString('en-US') })
        : (choices[field]?.[String(value)] ?? String(value)),
    ]),
  ]
}

function peopleBlocks({ people }: PackAccount, language: Language): Block[] {
  const words = PACK_WORDS[language]
  if (people.length === 0) return [{ kind: 'text', text: words.noPeople, quiet: true }]
  return [
    {
      kind: 'table',
      heads: [words.person, words.treat, words.known],
      widths: [26, 48, 26],
      rows: people.map((person) => [
        [
          `${person.name} ${person.title}`.trim(),
          [
            person.attitude && ATTITUDE_WORDS[language][person.attitude],
            person.decisionRole && ROLE_WORDS[language][person.decisionRole],
          ]
            .filter(Boolean)
            .join(' · '),
          person.phone && fillIn(words.phone, { text: person.phone }),
        ]
          .filter(Boolean)
          .join('\n'),
        (['rhythm', 'greeting', 'preconditions', 'brandsView', 'interests'] as const)
          .flatMap((field) => (person[field] === '' ? [] : fillIn(words[field], { text: person[field] })))
          .join('\n'),
        [
          ...person.knownBy.map(({ name, depth }) => `${name} ${depthWord(depth, language)}`),
          ...(person.lastMet === null ? [] : [fillIn(words.lastMet, { on: person.lastMet })]),
        ].join('\n'),
      ]),
    },
  ]
}

function promiseBlocks({ promises }: PackAccount, language: Language): Block[] {
  const words = PACK_WORDS[language]
  if (promises.length === 0) return [{ kind: 'text', text: words.none, quiet: true }]
  return [
    {
      kind: 'table',
      heads: [words.what, words.who, words.due],
      widths: [60, 24, 16],
      rows: promises.map(({ side, what, member, person, dueOn }) => [
        what,
        [words[side], side === 'ours' ? member : person].filter(Boolean).join(' '),
        dueOn ?? '',
      ]),
    },
  ]
}

function nextStepBlocks({ nextSteps }: PackAccount, language: Language): Block[] {
  const words = PACK_WORDS[language]
  if (nextSteps.length === 0) return [{ kind: 'text', text: words.none, quiet: true }]
  return [
    {
      kind: 'table',
      heads: [words.what, words.who, words.due],
      widths: [60, 24, 16],
      rows: nextSteps.map(({ what, by, on }) => [what, by ?? '', on ?? '']),
    },
  ]
}

function historyBlocks({ history }: PackAccount, language: Language): Block[] {
  const words = PACK_WORDS[language]
  if (history.length === 0) return [{ kind: 'text', text: words.none, quiet: true }]
  return [
    {
      kind: 'table',
      heads: [words.on, words.contact, words.said],
      widths: [14, 24, 62],
      rows: history.map(({ on, channel, by, people, text }) => [
        on,
        [CHANNEL_WORDS[language][channel], by, people].filter(Boolean).join(' · '),
        text ?? words.confidential,
      ]),
    },
  ]
}
