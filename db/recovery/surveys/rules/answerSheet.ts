import { typedDay } from '../../../accounts/log/rules/typedDay.ts'
import { bounds, HAPPENED } from '../../../channel/rules/reach.ts'
import {
  type Cell,
  dataRowsOf,
  headerRowOf,
  type Row,
  type Table,
  textOf,
} from '../../../exchange/rules/cells.ts'
import { ACCOUNT_SYNONYMS, findColumns, foldHeader } from '../../../exchange/rules/headers.ts'
import { type Fault, faultAt } from '../../../exchange/rules/problem.ts'
import { cellProblem } from '../../../exchange/rules/values.ts'
import { SURVEY_HEADERS } from '../../../terms/surveys.ts'
import { CASE_LIMITS } from '../../rules/limits.ts'
import type { Question } from '../contract.ts'
import { FIVE, fitsScale, SCALES, type SurveyKind } from './scale.ts'
import { usualDay } from './usualDay.ts'

/** What a filled workbook is read against. */
export interface AskedSurvey {
  readonly kind: SurveyKind
  readonly questions: readonly Question[]
  /** YYYY-MM-DD */
  readonly openedOn: string
  readonly closedOn: string | null
}

/** A row of a filled workbook. */
export interface SheetAnswer {
  /** as the spreadsheet numbers it */
  readonly number: number
  readonly code: string
  readonly account: string
  readonly person: string
  readonly score: number
  readonly answers: Readonly<Record<string, number>>
  readonly words: string
  /** YYYY-MM-DD */
  readonly answeredOn: string
}

/** The answers of a filled workbook, with the columns that name the customer, counted from 0. */
export interface AnswerSheet {
  readonly rows: readonly SheetAnswer[]
  readonly faults: readonly Fault[]
  readonly accountColumn: number
  readonly personColumn: number
}

interface Columns {
  readonly code: number | undefined
  readonly account: number
  readonly person: number | undefined
  readonly score: number
  readonly words: number | undefined
  readonly answeredOn: number | undefined
  /** for each question, its column; a workbook may leave some out */
  readonly questions: readonly (number | undefined)[]
}

/** How a question heads its column: with its number, so that two questions are never taken for one. */
export const questionHeader = ({ text }: Pick<Question, 'text'>, at: number): string => `${at + 1}. ${text}`

const { zh, en } = SURVEY_HEADERS
const SYNONYMS = {
  ...{ code: ACCOUNT_SYNONYMS.code, account: ACCOUNT_SYNONYMS.name },
  person: [zh.person, en.person, '联系人', '姓名', '谁答的', 'person', 'contact'],
  score: [
    ...[zh.score.recommend, zh.score.content, en.score.recommend, en.score.content],
    ...['推荐分', '满意分', '分数', '打分', '得分', 'score', 'mark'],
  ],
  words: [zh.words, en.words, '意见', '说了什么', 'words', 'comment', 'comments'],
  answeredOn: [zh.answeredOn, en.answeredOn, '日期', '哪天', 'day', 'date'],
} as const

/** Reads the answers of a filled workbook; usable only where there are no faults. @param today YYYY-MM-DD */
export function readAnswerSheet(table: Table, survey: AskedSurvey, today: string): AnswerSheet {
  const header = headerRowOf(table)
  if (!header) return unusable([faultAt(1, 0, 'noAnswers')])
  const { columns, faults } = columnsOf(header, survey)
  if (!columns) return unusable(faults)
  const found: Fault[] = []
  const rows = dataRowsOf(table)
    .filter((row) => isAnswered(row, columns))
    .map((row) => answerOf(row, { columns, survey, today, report: (fault) => found.push(fault) }))
  if (rows.length === 0) found.push(faultAt(header.number + 1, columns.score, 'noAnswers'))
  return {
    rows,
    faults: found,
    accountColumn: columns.account,
    personColumn: columns.person ?? columns.account,
  }
}

const unusable = (faults: readonly Fault[]): AnswerSheet => ({
  rows: [],
  faults,
  accountColumn: 0,
  personColumn: 0,
})

function columnsOf(header: Row, { questions }: AskedSurvey): { columns?: Columns; faults: Fault[] } {
  const headers = header.cells.map(textOf)
  const folded = headers.map(foldHeader)
  const asked = questions.map((question, at) => {
    const wanted = [foldHeader(questionHeader(question, at)), foldHeader(question.text)]
    const place = wanted.map((one) => folded.indexOf(one)).find((column) => column !== -1)
    return place
  })
  // a question may be called like one of our own columns
  const others = headers.map((text, column) => (asked.includes(column) ? '' : text))
  const { columns, twins } = findColumns(others, SYNONYMS)
  const faults = twins.map(({ column }) =>
    faultAt(header.number, column, 'headerTwice', { header: headers[column] ?? '' }),
  )
  const { code, account, person, score, words, answeredOn } = columns
  if (account === undefined)
    faults.push(faultAt(header.number, 0, 'headerMissing', { header: 'accountName' }))
  if (score === undefined) faults.push(faultAt(header.number, 0, 'scoreColumnMissing'))
  if (account === undefined || score === undefined || faults.length > 0) return { faults }
  return { columns: { code, account, person, score, words, answeredOn, questions: asked }, faults }
}

/** Whether anybody filled a row in: the names stand there from the beginning. */
const isAnswered = ({ cells }: Row, { score, words, questions }: Columns): boolean =>
  [score, words, ...questions].some((column) => column !== undefined && textOf(cells[column]) !== '')

interface Reading {
  readonly columns: Columns
  readonly survey: AskedSurvey
  readonly today: string
  readonly report: (fault: Fault) => void
}

function answerOf(row: Row, reading: Reading): SheetAnswer {
  const { columns, survey, report } = reading
  const text = (column: number | undefined, most: number): string => {
    const cell = column === undefined ? null : (row.cells[column] ?? null)
    if (column === undefined || cell === null) return ''
    const spoilt = cellProblem(cell)
    if (spoilt) report(faultAt(row.number, column, spoilt.code, spoilt.params))
    const { length } = [...textOf(cell)]
    if (length > most) report(faultAt(row.number, column, 'textTooLong', { length, max: most }))
    return textOf(cell)
  }
  const account = text(columns.account, CASE_LIMITS.line)
  const code = text(columns.code, CASE_LIMITS.line)
  if (account === '' && code === '') report(faultAt(row.number, columns.account, 'nameMissing'))
  const score = points(row, columns.score, SCALES[survey.kind], report)
  if (score === null) report(faultAt(row.number, columns.score, 'scoreMissing'))
  const answers = survey.questions.flatMap(({ key }, at): [string, number][] => {
    const column = columns.questions[at]
    const given = column === undefined ? null : points(row, column, FIVE, report)
    return given === null || given === undefined ? [] : [[key, given]]
  })
  return {
    number: row.number,
    code,
    account,
    person: text(columns.person, CASE_LIMITS.line),
    score: score ?? 0,
    answers: Object.fromEntries(answers),
    words: text(columns.words, CASE_LIMITS.text),
    answeredOn: dayOfRow(row, reading),
  }
}

/** Points in a cell: null where it is blank, undefined where it can't be taken, which is reported. */
function points(
  { number, cells }: Row,
  column: number,
  scale: { readonly from: number; readonly to: number },
  report: (fault: Fault) => void,
): number | null | undefined {
  const cell: Cell | null = cells[column] ?? null
  const text = textOf(cell)
  if (cell === null || text === '') return null
  const spoilt = cellProblem(cell)
  const plain = text.normalize('NFKC').replace(/\s*分$/, '')
  const value = /^-?\d{1,9}(?:\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
  if (spoilt) report(faultAt(number, column, spoilt.code, spoilt.params))
  else if (Number.isNaN(value)) report(faultAt(number, column, 'notNumber', { text }))
  else if (!Number.isInteger(value)) report(faultAt(number, column, 'notWhole', { text }))
  else if (!fitsScale(value, scale)) report(faultAt(number, column, 'scoreOutside', { text, ...scale }))
  else return value
  return undefined
}

/** When somebody answered; where nobody said so, today, or when the survey was closed. */
function dayOfRow({ number, cells }: Row, { columns, survey, today, report }: Reading): string {
  const { openedOn, closedOn } = survey
  const usual = usualDay(survey, today)
  const column = columns.answeredOn
  const text = column === undefined ? '' : textOf(cells[column])
  if (column === undefined || text === '') return usual
  const day = typedDay(text, today, 'past')
  const fault = (code: Parameters<typeof faultAt>[2], params = {}): void =>
    report(faultAt(number, column, code, { text, ...params }))
  if (day === null) fault('dayUnknown')
  else if (day > today) fault('entryInFuture')
  else if (day < openedOn || day < bounds(HAPPENED, today).from) fault('answeredBefore', { day: openedOn })
  else if (closedOn !== null && day > closedOn) fault('answeredAfter', { day: closedOn })
  return day ?? usual
}
