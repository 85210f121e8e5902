import { FINDING_WORDS, PAPER_WORDS, STANDING_WORDS } from '../../../terms/papers.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { CASE_CATEGORY_WORDS, CUSTOMER_ANSWER_WORDS } from '../../../terms/recovery.ts'
import { moneyText } from '../../../visits/briefing/rules/texts.ts'
import type { Action } from '../../causes/contract.ts'
import type { CaseSheet } from '../../contract.ts'
import type { RemedyKind } from '../../rules/words.ts'
import type { PlaceValue } from '../rules/filling.ts'
import type { OpenPlace } from '../rules/places.ts'
import { letterDay, letterDayAt, type Source, text } from './source.ts'

/**
 * What fills the places that a customer may read: no costs but compensation that was approved, no notes of ours, and of
 * our names only the owner's.
 */
export function openFacts(source: Source): Record<OpenPlace, PlaceValue> {
  const { sheet, root, language, now } = source
  const category = CASE_CATEGORY_WORDS[language][sheet.category]
  return {
    account: text(sheet.account),
    person: text(sheet.person),
    code: text(sheet.code),
    title: text(sheet.title),
    category: text(category),
    cameOn: text(letterDayAt(sheet.cameAt, language)),
    happenedOn: text(letterDay(sheet.happenedOn, language)),
    product: text(sheet.product),
    place: text(sheet.place),
    words: text(sheet.words),
    remedyAsked: text(sheet.remedyAsked),
    solutionBy: text(letterDayAt(dueOf(sheet.clocks.solution), language)),
    nextNews: text(letterDayAt(dueOf(sheet.clocks.interim) ?? dueOf(sheet.clocks.solution), language)),
    standing: text(STANDING_WORDS[language][sheet.state]),
    finding: text(findingText(source)),
    containedOn: text(letterDayAt(lastOf(sheet, 'contain'), language)),
    containment: { kind: 'list', items: remedyItems(source, AT_ONCE) },
    rootCause: text(root?.name),
    escapeCause: text(sheet.escapeCause),
    whys: whysTable(source),
    explanation: text(sheet.explanation),
    apology: text(apologyText(source)),
    remedies: { kind: 'list', items: remedyItems(source, FOR_THEM) },
    compensation: text(compensationText(source)),
    corrective: { kind: 'list', items: actionItems(source, 'corrective') },
    preventive: {
      kind: 'list',
      items: [...actionItems(source, 'preventive'), ...remedyItems(source, ['improvement'])],
    },
    checks: checksTable(source),
    team: { kind: 'list', items: teamRoles(sheet) },
    answer: text(answerText(source)),
    toldOn: text(letterDayAt(sheet.toldAt, language)),
    closedOn: text(sheet.state === 'closed' ? letterDayAt(sheet.endedAt, language) : ''),
    owner: text(sheet.owner),
    today: text(letterDayAt(now, language)),
  }
}

/** When a clock ends; null where it doesn't run. */
const dueOf = (clock: CaseSheet['clocks']['solution']): number | null =>
  clock.kind === 'running' ? clock.due : null

/** When something happened to a case last; null where it never did. */
const lastOf = ({ events }: CaseSheet, kind: CaseSheet['events'][number]['kind']): number | null =>
  events.findLast((event) => event.kind === kind)?.at ?? null

function findingText({ sheet: { finding }, language }: Source): string {
  if (finding === null) return ''
  const word = FINDING_WORDS[language][finding.true]
  return finding.what === '' ? word : `${word}${PAPER_WORDS[language].colon}${finding.what}`
}

function apologyText({ sheet: { apology }, language }: Source): string {
  if (apology === null) return ''
  return apology.words === '' ? PAPER_WORDS[language].sorry : apology.words
}

function answerText({ sheet: { answer }, language }: Source): string {
  if (answer === null || answer.answer === null) return ''
  const word = CUSTOMER_ANSWER_WORDS[language][answer.answer]
  return answer.words === '' ? word : `${word}${PAPER_WORDS[language].colon}${answer.words}`
}

function whysTable({ causes: { whys }, language }: Source): PlaceValue {
  const words = PAPER_WORDS[language]
  return {
    kind: 'table',
    heads: [words.why, words.because, words.evidence],
    widths: [36, 40, 24],
    rows: whys.map(({ question, answer, evidence }) => [question, answer, evidence]),
  }
}

/** Something that is done, with the day on which it was, or by which it will be. */
function dated(
  language: Source['language'],
  what: string,
  { dueOn, doneOn }: { readonly dueOn: string | null; readonly doneOn: string | null | undefined },
): string {
  const { withDone, withDue } = PAPER_WORDS[language]
  if (doneOn) return fillIn(withDone, { what, day: letterDay(doneOn, language) })
  return dueOn === null ? what : fillIn(withDue, { what, day: letterDay(dueOn, language) })
}

/** Remedies that are for the customer, and those of them that hold the harm at once; improvements keep it from coming back. */
const FOR_THEM = ['exchange', 'compensation', 'service', 'extra'] as const satisfies readonly RemedyKind[]
const AT_ONCE = ['exchange', 'service'] as const satisfies readonly RemedyKind[]

/** What is done for the customer. What it costs us is ours to know; compensation is theirs once it was approved. */
function remedyItems(
  { remedies: { remedies, approval }, language }: Source,
  kinds: readonly RemedyKind[],
): string[] {
  return remedies
    .filter(({ kind, end }) => kinds.includes(kind) && end?.dropped !== true)
    .map(({ kind, what, amount, dueOn, end }) => {
      const agreed = kind === 'compensation' && approval !== null && amount > 0
      const { withAmount } = PAPER_WORDS[language]
      const told = agreed ? fillIn(withAmount, { what, amount: moneyText(amount, language) }) : what
      return dated(language, told, { dueOn, doneOn: end?.on })
    })
}

/** Compensation that was approved, in all; '' before, or where none is paid. */
function compensationText({ remedies: { remedies, approval }, language }: Source): string {
  const sum = remedies
    .filter(({ kind, end }) => kind === 'compensation' && end?.dropped !== true)
    .reduce((total, { amount }) => total + amount, 0)
  return approval === null || sum === 0 ? '' : moneyText(sum, language)
}

const actionItems = ({ causes: { actions }, language }: Source, kind: Action['kind']): string[] =>
  actions
    .filter((action) => action.kind === kind)
    .map(({ what, dueOn, done }) => dated(language, what, { dueOn, doneOn: done?.on }))

/** Looks at actions that were carried out: when each is due, and what it found. */
function checksTable({ causes: { actions }, language }: Source): PlaceValue {
  const words = PAPER_WORDS[language]
  const looked = actions.filter(({ checks }) => checks.length > 0)
  const days = looked[0]?.checks.map((check) => check.days) ?? []
  return {
    kind: 'table',
    heads: [words.action, ...days.map((each) => fillIn(words.checkDays, { days: each }))],
    widths: [46, ...days.map(() => 54 / days.length)],
    rows: looked.map(({ what, done, checks }) => [
      dated(language, what, { dueOn: null, doneOn: done?.on }),
      ...checks.map(({ dueOn, found }) =>
        found === null
          ? fillIn(words.dueOn, { day: dueOn })
          : `${found.works ? words.works : words.fails} ${found.on}`,
      ),
    ]),
  }
}

/** Who works on it, by what they are: of our names a customer reads only the owner's. */
const teamRoles = ({ members }: CaseSheet): string[] => [
  ...new Set(members.map(({ role, part }) => role || part).filter((role) => role !== '')),
]
