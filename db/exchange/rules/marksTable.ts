import type { Decimal } from '../../accounts/rules/decimal.ts'
import { FIELD_LIMITS } from '../../accounts/rules/fields.ts'
import { bandMark, type Measure } from '../../evaluation/rules/bands.ts'
import { type Mark, parseMark } from '../../evaluation/rules/marks.ts'
import { fold, type IndicatorDraft, measuresOf } from '../../evaluation/rules/sheet.ts'
import { type Cell, dataRowsOf, headerRowOf, type Row, type Table, textOf } from './cells.ts'
import { ACCOUNT_SYNONYMS, findColumns } from './headers.ts'
import { type Fault, faultAt } from './problem.ts'
import { cellProblem, takeDecimal } from './values.ts'

/** One account of a marks workbook; marks of band indicators come from their figures. */
export interface MarksRow {
  /** as the spreadsheet numbers it */
  readonly number: number
  readonly code: string
  readonly name: string
  /** one for each indicator, null where unmarked */
  readonly marks: readonly (Mark | null)[]
  /** one for each indicator, null for judged ones and where blank */
  readonly figures: readonly (Decimal | null)[]
}

/** The marks of a workbook, with the columns that they came from, counted from 0. */
export interface MarksTable {
  readonly rows: readonly MarksRow[]
  readonly faults: readonly Fault[]
  readonly nameColumn: number
  readonly indicatorColumns: readonly number[]
}

interface Layout {
  readonly header: Row
  readonly code: number | undefined
  readonly name: number
  /** for each indicator, its column */
  readonly indicators: readonly number[]
}

/** The marks of a table: 客户编号 · 客户名称 · a column for each indicator. Usable only where there are no faults. */
export function readMarksTable(table: Table, indicators: readonly IndicatorDraft[]): MarksTable {
  const header = headerRowOf(table)
  if (!header) return unusable([faultAt(1, 0, 'noAccounts')])
  const { layout, faults } = layoutOf(header, indicators)
  if (!layout) return unusable(faults)
  const read = [layout.name, ...(layout.code === undefined ? [] : [layout.code]), ...layout.indicators]
  const dataRows = dataRowsOf(table).filter(({ cells }) => read.some((column) => cells[column]))
  if (dataRows.length === 0) return unusable([faultAt(header.number + 1, 0, 'noAccounts')])
  const measures = measuresOf(indicators)
  const found: Fault[] = []
  const rows = dataRows.map((row) => marksOf(row, layout, measures, found))
  return {
    rows,
    faults: [...found, ...twinFaults(rows, layout)],
    nameColumn: layout.name,
    indicatorColumns: layout.indicators,
  }
}

const unusable = (faults: readonly Fault[]): MarksTable => ({
  rows: [],
  faults,
  nameColumn: 0,
  indicatorColumns: [],
})

function layoutOf(
  header: Row,
  indicators: readonly IndicatorDraft[],
): { layout: Layout | undefined; faults: Fault[] } {
  const headers = header.cells.map(textOf)
  const faults: Fault[] = []
  const columns = indicators.map((indicator) => {
    const fits = headers.flatMap((text, column) => (headsIndicator(text, indicator) ? [column] : []))
    const [first, second] = fits
    if (second !== undefined)
      faults.push(faultAt(header.number, second, 'indicatorColumnTwice', { indicator: indicator.name }))
    if (first === undefined)
      faults.push(faultAt(header.number, 0, 'indicatorColumnMissing', { indicator: indicator.name }))
    return first ?? 0
  })
  // a column that heads an indicator doesn't name the account, even if the indicator is called "code"
  const others = headers.map((text, column) => (columns.includes(column) && faults.length === 0 ? '' : text))
  const { columns: account, twins } = findColumns(others, ACCOUNT_SYNONYMS)
  for (const { key, column } of twins)
    faults.push(faultAt(header.number, column, 'headerTwice', { header: ACCOUNT_HEADER[key] }))
  if (account.name === undefined)
    faults.push(faultAt(header.number, 0, 'headerMissing', { header: 'accountName' }))
  if (account.name === undefined || faults.length > 0) return { layout: undefined, faults }
  return { layout: { header, code: account.code, name: account.name, indicators: columns }, faults }
}

const ACCOUNT_HEADER = { code: 'accountCode', name: 'accountName' } as const

const headsIndicator = (text: string, { code, name }: IndicatorDraft): boolean => {
  const folded = fold(text)
  return folded !== '' && (folded === fold(code) || folded === fold(name))
}

function marksOf(row: Row, layout: Layout, measures: readonly Measure[], faults: Fault[]): MarksRow {
  const text = (column: number | undefined, max: number, code: 'textTooLong' | 'nameTooLong'): string => {
    const cell = column === undefined ? null : (row.cells[column] ?? null)
    if (column === undefined || cell === null) return ''
    const spoilt = cellProblem(cell)
    if (spoilt) faults.push(faultAt(row.number, column, spoilt.code, spoilt.params))
    const length = [...textOf(cell)].length
    if (length > max) faults.push(faultAt(row.number, column, code, { length, max }))
    return textOf(cell)
  }
  const name = text(layout.name, FIELD_LIMITS.name, 'nameTooLong')
  if (name === '') faults.push(faultAt(row.number, layout.name, 'nameMissing'))
  const code = text(layout.code, FIELD_LIMITS.code, 'textTooLong')
  const marks: (Mark | null)[] = []
  const figures: (Decimal | null)[] = []
  measures.forEach((measure, index) => {
    const column = layout.indicators[index] ?? 0
    const { mark, figure } = readValue(row.cells[column] ?? null, measure, (fault) =>
      faults.push(faultAt(row.number, column, fault.code, fault.params)),
    )
    marks.push(mark)
    figures.push(figure)
  })
  return { number: row.number, code, name, marks, figures }
}

function readValue(
  cell: Cell | null,
  measure: Measure,
  report: (problem: Fault['problem']) => void,
): { mark: Mark | null; figure: Decimal | null } {
  const none = { mark: null, figure: null }
  if (cell === null) return none
  if (measure.kind === 'banded') {
    const taken = takeDecimal(cell)
    if (taken.ok) return { mark: bandMark(taken.value, measure.bands), figure: taken.value }
    report(taken.problem)
    return none
  }
  const spoilt = cellProblem(cell)
  const mark = parseMark(cell.text)
  if (spoilt) report(spoilt)
  else if (mark === undefined) report({ code: 'notMark', params: { text: textOf(cell) } })
  return { mark: spoilt ? null : (mark ?? null), figure: null }
}

/** Codes must be unique; so must names where there is no code to tell two accounts apart. */
function twinFaults(rows: readonly MarksRow[], layout: Layout): Fault[] {
  const seen = new Map<string, number>()
  return rows.flatMap(({ number, code, name }) => {
    const key = code === '' ? `name ${fold(name)}` : `code ${fold(code)}`
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, number)
    if (earlier === undefined || (code === '' && name === '')) return []
    return code === ''
      ? [faultAt(number, layout.name, 'nameTwice', { row: earlier })]
      : [faultAt(number, layout.code ?? 0, 'codeTwice', { row: earlier })]
  })
}
