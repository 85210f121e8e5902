import type { AnswerRefusal, SurveyAnswer, WrittenAnswer } from '../../../../db/recovery/surveys/contract.ts'
import type { CellValue } from '../../../grid/types.ts'

/** A line of the list of answers: one that stands, or one that is being typed. */
export interface AnswerLine {
  readonly id: string
  /** null while it is only typed */
  readonly answer: SurveyAnswer | null
  readonly account: string
  readonly person: string
  readonly score: number | null
  /** by question's key */
  readonly answers: Readonly<Record<string, number>>
  readonly words: string
  /** YYYY-MM-DD; '' for the usual day */
  readonly answeredOn: string
  /** texts that their columns can't take, by column, as they were pasted */
  readonly unread: Readonly<Record<string, string>>
  /** why the engine didn't write it down; null where it wasn't asked since the last change */
  readonly refused: AnswerRefusal | null
}

/** Empty lines that stand ready under the answers. */
const READY = 5
/** Ids of lines that were never written down. */
const TYPED = 'typed-'

const NO_FAULT = { unread: {}, refused: null } as const

/** An answer as a line. */
export const lineOf = (answer: SurveyAnswer): AnswerLine => ({
  id: answer.id,
  answer,
  account: answer.account,
  person: answer.person ?? '',
  score: answer.score,
  answers: answer.answers,
  words: answer.words,
  answeredOn: answer.answeredOn,
  ...NO_FAULT,
})

const blankLine = (number: number): AnswerLine => ({
  ...{ id: `${TYPED}${number}`, answer: null, account: '', person: '', score: null },
  ...{ answers: {}, words: '', answeredOn: '' },
  ...NO_FAULT,
})

/** So many empty lines, numbered on from those that are there. */
export function linesAfter(lines: readonly AnswerLine[], count: number): AnswerLine[] {
  const numbers = lines.flatMap(({ id, answer }) => (answer === null ? [Number(id.slice(TYPED.length))] : []))
  const highest = Math.max(0, ...numbers)
  return Array.from({ length: count }, (_, at) => blankLine(highest + 1 + at))
}

/** Lines that are being typed, with empty ones after them; each keeps its id for as long as it stands. */
export const withBlanks = (typed: readonly AnswerLine[]): AnswerLine[] => withoutLines(typed, new Set())

/** Typed lines with changed ones in their places, and new ones after them; answers that stand are no typed lines. */
export function withChanges(typed: readonly AnswerLine[], changed: readonly AnswerLine[]): AnswerLine[] {
  const byId = new Map(changed.filter(({ answer }) => answer === null).map((line) => [line.id, line]))
  const known = new Set(typed.map(({ id }) => id))
  return [
    ...typed.map((line) => byId.get(line.id) ?? line),
    ...[...byId.values()].filter(({ id }) => !known.has(id)),
  ]
}

/**
 * Typed lines without some that were written down or dropped; at the end so many empty ones stand ready. Their numbers go
 * on from all that were there, so that none is called as one that is just being written down.
 */
export function withoutLines(typed: readonly AnswerLine[], ids: ReadonlySet<string>): AnswerLine[] {
  const kept = typed.filter(({ id }) => !ids.has(id))
  return [...kept, ...linesAfter(typed, Math.max(0, READY - kept.filter((line) => !isTyped(line)).length))]
}

/** A line with another value in one of its columns; a question's column is called by its key. */
export function changedLine(line: AnswerLine, column: string, value: CellValue): AnswerLine {
  const { [column]: _unread, ...unread } = line.unread
  return { ...withValue(line, column, value), unread, refused: null }
}

/** A line with a text that its column can't take: it stays as it was pasted, and the column has no value. */
export function unreadLine(line: AnswerLine, column: string, text: string): AnswerLine {
  const changed = changedLine(line, column, null)
  return { ...changed, unread: { ...changed.unread, [column]: text } }
}

/** Typed lines with the refusals that some of them met; one that was changed meanwhile is another line already. */
export const withRefusals = (
  typed: readonly AnswerLine[],
  refusals: ReadonlyMap<AnswerLine, AnswerRefusal>,
): AnswerLine[] =>
  typed.map((line) => {
    const refused = refusals.get(line)
    return refused ? { ...line, refused } : line
  })

function withValue(line: AnswerLine, column: string, value: CellValue): AnswerLine {
  if (column === 'account' || column === 'person' || column === 'words' || column === 'answeredOn')
    return { ...line, [column]: value === null ? '' : String(value) }
  const points = typeof value === 'number' ? value : null
  if (column === 'score') return { ...line, score: points }
  const { [column]: _before, ...others } = line.answers
  return { ...line, answers: points === null ? others : { ...others, [column]: points } }
}

/** Whether anything was typed into a line. */
export const isTyped = ({
  account,
  person,
  score,
  answers,
  words,
  answeredOn,
  unread,
}: AnswerLine): boolean =>
  [account, person, words, answeredOn].some((text) => text !== '') ||
  score !== null ||
  Object.keys(answers).length > 0 ||
  Object.keys(unread).length > 0

/** A complete line as the engine takes it. @param usualDay YYYY-MM-DD, where no day was typed */
export const writtenAnswer = (
  { answer, account, person, score, answers, words, answeredOn }: AnswerLine,
  usualDay: string,
): WrittenAnswer => ({
  answerId: answer?.id ?? null,
  account,
  person,
  score: score ?? 0,
  answers,
  words,
  answeredOn: answeredOn === '' ? usualDay : answeredOn,
})

/** Typed lines as a draft keeps them: those that something was typed into; null where there are none. */
export function keepLines(typed: readonly AnswerLine[]): string | null {
  const lines = typed.filter(isTyped)
  return lines.length === 0 ? null : JSON.stringify(lines)
}

/** The lines of a kept draft; null where it is none. */
export function keptLines(json: string): AnswerLine[] | null {
  const kept: unknown = JSON.parse(json)
  // a draft of an older version knows of no faults
  return Array.isArray(kept) ? kept.filter(isTypedLine).map((line) => ({ ...NO_FAULT, ...line })) : null
}

const isTypedLine = (line: unknown): line is AnswerLine =>
  typeof line === 'object' &&
  line !== null &&
  'id' in line &&
  typeof line.id === 'string' &&
  line.id.startsWith(TYPED) &&
  'answer' in line &&
  line.answer === null &&
  ['account', 'person', 'words', 'answeredOn', 'score', 'answers'].every((field) => field in line)
