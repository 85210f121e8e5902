import type { EngineContext } from '../../../context.ts'
import { paperFile } from '../../../exchange/documents/paperFile.ts'
import type { Block, PaperDocument } from '../../../exchange/rules/document.ts'
import type { VisitId } from '../../../kernel/ids.ts'
import type { Language } from '../../../terms/language.ts'
import { ATTITUDE_WORDS } from '../../../terms/map.ts'
import { VISIT_MINUTES_WORDS } from '../../../terms/minutes.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { ANSWER_WORDS, NOTE_KIND_WORDS, REACH_WORDS } from '../../../terms/visits.ts'
import type { VisitSheet } from '../../contract.ts'
import { getVisit } from '../../service/sheet.ts'
import { visitName } from '../../service/stored.ts'
import type { Commitment, VisitNote } from '../contract.ts'
import { getMinutes } from './read.ts'

interface PaperInput {
  readonly visitId: VisitId
  readonly audience: 'executive' | 'customer'
  readonly format: 'pdf' | 'docx'
  readonly language: Language
}

/** What minutes are made from, and for whom. */
interface Source {
  readonly visit: VisitSheet
  readonly notes: readonly VisitNote[]
  readonly commitments: readonly Commitment[]
  readonly language: Language
  /** for the customer: nothing of ours */
  readonly theirs: boolean
}

/** The minutes of a visit as a file. @throws Refusal VISIT_NOT_FOUND, NO_PRINTER */
export function minutesPaper(context: EngineContext, input: PaperInput): Promise<File> {
  const { kernel } = context
  const { language } = input
  const words = VISIT_MINUTES_WORDS[language]
  const { visit } = getVisit(kernel, input)
  const name = visitName(kernel.db, input.visitId)
  const theirs = input.audience === 'customer'
  const source: Source = { visit, ...getMinutes(kernel, input), language, theirs }
  const paper: PaperDocument = {
    title: fillIn(words.title, { name }),
    subtitle: `${visit.day} ${visit.time}`.trim(),
    head: theirs ? fillIn(words.headForThem, { name }) : fillIn(words.head, { code: visit.code }),
    madeAt: new Date(kernel.now()).toISOString(),
    language,
    blocks: [
      ...factBlocks(source),
      ...askBlocks(source),
      ...topicBlocks(source),
      ...(theirs ? [] : marketBlocks(source)),
      ...commitmentBlocks(source),
      ...(theirs ? [] : attitudeBlocks(source)),
    ],
  }
  return paperFile(context, paper, input.format)
}

function factBlocks({ visit, language, theirs }: Source): Block[] {
  const words = VISIT_MINUTES_WORDS[language]
  const there = visit.theirs.filter(({ came, gone }) => came !== false && !gone)
  const { nextOn, reach, note } = visit.outcome
  return [
    {
      kind: 'facts',
      rows: [
        [words.when, `${visit.day} ${visit.time}`.trim()],
        [words.where, [visit.city, visit.place].filter(Boolean).join(' ')],
        [words.ours, visit.ours.map(({ name, role }) => `${name} ${role}`.trim()).join(words.comma)],
        [words.theirs, there.map(({ name, title }) => `${name} ${title}`.trim()).join(words.comma)],
        ...(theirs ? [] : ([[words.objective, visit.objective]] as const)),
        [words.next, nextOn === null ? words.noNext : fillIn(words.nextOn, { day: nextOn })],
      ],
    },
    ...(theirs
      ? []
      : ([
          { kind: 'heading', level: 1, text: words.outcome },
          {
            kind: 'text',
            text: [reach === null ? words.draft : REACH_WORDS[language][reach], note]
              .filter(Boolean)
              .join('\n'),
          },
        ] as const)),
  ]
}

function askBlocks({ visit, language, theirs }: Source): Block[] {
  const words = VISIT_MINUTES_WORDS[language]
  if (theirs || visit.asks.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: words.asks },
    {
      kind: 'table',
      heads: [words.ask, words.answer],
      widths: [76, 24],
      rows: visit.asks.map(({ key, text }) => {
        const answer = visit.outcome.answers[key]
        return [text, answer === undefined ? words.none : ANSWER_WORDS[language][answer]]
      }),
    },
  ]
}

/** Topics with what was noted to each, then what was noted to none; private notes are ours alone. */
function topicBlocks({ visit, notes, language, theirs }: Source): Block[] {
  const words = VISIT_MINUTES_WORDS[language]
  const mere = notes.filter(({ kind, ours }) => kind === 'note' && !(theirs && ours))
  const lines = (topicId: string | null): string[] =>
    mere
      .filter((note) => note.topicId === topicId)
      .map(({ text, ours }) => (ours ? `${text}${words.oursOnly}` : text))
  const topics = visit.topics.flatMap(({ id, topic, speaker }): Block[] => {
    const said = lines(id)
    return [
      { kind: 'heading', level: 2, text: speaker === null ? topic : `${topic} · ${speaker}` },
      ...(said.length === 0 ? [] : [{ kind: 'list', items: said } as const]),
    ]
  })
  const others = lines(null)
  if (topics.length === 0 && others.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: words.agenda },
    ...topics,
    ...(others.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: words.otherNotes },
          { kind: 'list', items: others },
        ] as const)),
  ]
}

function marketBlocks({ notes, language }: Source): Block[] {
  const words = VISIT_MINUTES_WORDS[language]
  const market = notes.filter(({ kind }) => kind !== 'note')
  if (market.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: words.market },
    {
      kind: 'table',
      heads: [words.kind, words.about, words.what],
      widths: [16, 22, 62],
      rows: market.map(({ kind, competitor, person, text }) => [
        NOTE_KIND_WORDS[language][kind],
        competitor ?? person ?? '',
        text,
      ]),
    },
  ]
}

function commitmentBlocks({ commitments, language }: Source): Block[] {
  const words = VISIT_MINUTES_WORDS[language]
  return [
    { kind: 'heading', level: 1, text: words.commitments },
    commitments.length === 0
      ? { kind: 'text', text: words.noCommitments, quiet: true }
      : {
          kind: 'table',
          heads: [words.side, words.what, words.who, words.due, words.state],
          widths: [12, 44, 16, 14, 14],
          rows: commitments.map(({ side, what, member, person, dueOn, state }) => [
            side === 'ours' ? words.us : words.them,
            what,
            (side === 'ours' ? member : person) ?? '',
            dueOn ?? '',
            words.states[state],
          ]),
        },
  ]
}

function attitudeBlocks({ visit, language }: Source): Block[] {
  const words = VISIT_MINUTES_WORDS[language]
  const told = visit.theirs.filter(({ attitudeAfter, gone }) => attitudeAfter !== null && !gone)
  if (told.length === 0) return []
  const word = (attitude: (typeof told)[number]['attitude']): string =>
    attitude === null ? words.none : ATTITUDE_WORDS[language][attitude]
  return [
    { kind: 'heading', level: 1, text: words.attitudes },
    {
      kind: 'table',
      heads: [words.person, words.before, words.after],
      widths: [50, 25, 25],
      rows: told.map(({ name, title, attitudeBefore, attitudeAfter }) => [
        `${name} ${title}`.trim(),
        word(attitudeBefore),
        word(attitudeAfter),
      ]),
    },
  ]
}
