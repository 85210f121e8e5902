import { DECIMAL_SCALE, type Decimal, parseDecimal } from '../../accounts/rules/decimal.ts'
import type { BandFault } from '../../evaluation/rules/bands.ts'
import { GRADES, type Grade } from '../../evaluation/rules/marks.ts'
import { FULL_WEIGHT } from '../../evaluation/rules/score.ts'
import { type IndicatorDraft, type SheetFault, sheetFaults } from '../../evaluation/rules/sheet.ts'
import { type Cell, cellName, dataRowsOf, headerRowOf, type Row, type Table, textOf } from './cells.ts'
import { findColumns, SHEET_SYNONYMS } from './headers.ts'
import { type Fault, faultAt, problem } from './problem.ts'
import { cellProblem } from './values.ts'

/** An indicator as a workbook gives it; `figure` names the figure that its bands are read from, where it does. */
export interface SheetTableIndicator extends IndicatorDraft {
  readonly figure: string
}

/** Longest texts of an indicator, as the contract has them. */
const LIMITS = { code: 64, name: 100, figure: 100, standard: 500 } as const

const REQUIRED = ['indicator', 'weight', ...GRADES] as const
const TOTAL = /^(?:合计|总计|小计|total|sum)$/i

type Columns = ReturnType<typeof findColumns<keyof typeof SHEET_SYNONYMS>>['columns']

/** A grading sheet (A4, A5) out of a table; usable only where there are no faults. */
export function readSheetTable(table: Table): { indicators: SheetTableIndicator[]; faults: Fault[] } {
  const header = headerRowOf(table)
  if (!header) return { indicators: [], faults: [faultAt(1, 0, 'noIndicators')] }
  const { columns, twins } = findColumns(header.cells.map(textOf), SHEET_SYNONYMS)
  const headerFaults = [
    ...REQUIRED.filter((key) => columns[key] === undefined).map((key) =>
      faultAt(header.number, 0, 'headerMissing', { header: key }),
    ),
    ...twins.map(({ key, column }) => faultAt(header.number, column, 'headerTwice', { header: key })),
  ]
  if (headerFaults.length > 0) return { indicators: [], faults: headerFaults }
  const rows = dataRowsOf(table).filter((row) => isIndicatorRow(row, columns))
  if (rows.length === 0) return { indicators: [], faults: [faultAt(header.number + 1, 0, 'noIndicators')] }
  const weights = readWeights(rows, columns.weight ?? 0)
  const indicators = rows.map((row, at) => indicatorOf(row, columns, weights.values[at] ?? 0))
  const faults = [
    ...rows.flatMap((row) => textFaults(row, columns)),
    ...weights.faults,
    ...sheetFaults(indicators).flatMap((fault) => placed(fault, rows, columns, weights.faults)),
  ]
  return { indicators, faults }
}

const at = (row: Row, column: number | undefined): Cell | null =>
  column === undefined ? null : (row.cells[column] ?? null)

/** Rows that say something of an indicator; a closing total is none. */
const isIndicatorRow = (row: Row, columns: Columns): boolean =>
  Object.values(columns).some((column) => at(row, column) !== null) &&
  !TOTAL.test(textOf(at(row, columns.indicator)) || textOf(at(row, columns.code)))

function indicatorOf(row: Row, columns: Columns, weight: number): SheetTableIndicator {
  const text = (key: keyof Columns): string => textOf(at(row, columns[key]))
  return {
    code: text('code'),
    name: text('indicator'),
    weight,
    figure: text('figure'),
    standards: {
      excellent: text('excellent'),
      good: text('good'),
      fair: text('fair'),
      poor: text('poor'),
      failing: text('failing'),
    },
  }
}

function textFaults(row: Row, columns: Columns): Fault[] {
  const keys = ['code', 'indicator', ...GRADES, 'figure'] as const
  return keys.flatMap((key) => {
    const column = columns[key]
    const cell = at(row, column)
    if (column === undefined || cell === null) return []
    const unusable = cellProblem(cell)
    if (unusable) return [faultAt(row.number, column, unusable.code, unusable.params)]
    const max =
      key === 'indicator' ? LIMITS.name : key === 'code' || key === 'figure' ? LIMITS[key] : LIMITS.standard
    const length = [...cell.text.trim()].length
    return length > max ? [faultAt(row.number, column, 'textTooLong', { length, max })] : []
  })
}

/** Weights in hundredths of a percent: `15`, `15%`, or a column of fractions that add to 1. */
function readWeights(rows: readonly Row[], column: number): { values: number[]; faults: Fault[] } {
  const faults: Fault[] = []
  const decimals = rows.map((row): Decimal | null => {
    const cell = at(row, column)
    const unusable = cell && cellProblem(cell)
    const text = textOf(cell)
    const value = cell?.kind === 'date' ? undefined : parseDecimal(text)
    if (cell === null) faults.push(faultAt(row.number, column, 'weightMissing'))
    else if (unusable) faults.push(faultAt(row.number, column, unusable.code, unusable.params))
    else if (value === undefined) faults.push(faultAt(row.number, column, 'weightNotNumber', { text }))
    else return value
    return null
  })
  const sum = decimals.reduce<number>((total, value) => total + (value ?? 0), 0)
  const fractions = sum === DECIMAL_SCALE && rows.every((row) => !textOf(at(row, column)).includes('%'))
  const values = decimals.map((value, index) => {
    const weight = (value ?? 0) / (fractions ? 1 : DECIMAL_SCALE / 100)
    const row = rows[index]
    if (Number.isInteger(weight) || !row) return weight
    faults.push(faultAt(row.number, column, 'weightTooFine', { text: textOf(at(row, column)) }))
    return 0
  })
  return { values, faults }
}

/** A fault of the sheet's rules, at its cell. Weights that can't be read make no second fault of their sum. */
function placed(
  fault: SheetFault,
  rows: readonly Row[],
  columns: Columns,
  weightFaults: readonly Fault[],
): Fault[] {
  const rowNumber = (index: number): number => rows[index]?.number ?? 0
  const weightCell = (index: number): string => cellName(rowNumber(index), columns.weight ?? 0)
  switch (fault.code) {
    case 'noIndicators':
    // a workbook names figures; whether they exist is settled when it is imported
    case 'figureMissing':
      return []
    case 'weightsNotFull': {
      if (weightFaults.length > 0) return []
      const last = rows.length - 1
      const cell = last === 0 ? weightCell(0) : `${weightCell(0)}:${weightCell(last)}`
      return [{ cell, problem: problem('weightsNotFull', { sum: percentOf(fault.sum) }) }]
    }
    case 'nameMissing':
      return [faultAt(rowNumber(fault.at), columns.indicator ?? 0, 'indicatorNameMissing')]
    case 'nameTwice': {
      const other = { row: rowNumber(fault.other) }
      return [faultAt(rowNumber(fault.at), columns.indicator ?? 0, 'indicatorNameTwice', other)]
    }
    case 'codeTwice': {
      const other = { row: rowNumber(fault.other) }
      return [faultAt(rowNumber(fault.at), columns.code ?? 0, 'indicatorCodeTwice', other)]
    }
    case 'weightOutOfRange': {
      const cell = weightCell(fault.at)
      if (weightFaults.some((earlier) => earlier.cell === cell)) return []
      return [{ cell, problem: problem('weightOutOfRange', { text: percentOf(fault.weight) }) }]
    }
    case 'standards':
      return [bandFault(rowNumber(fault.at), columns, fault.fault)]
  }
}

function bandFault(row: number, columns: Columns, fault: BandFault): Fault {
  const column = (grade: Grade): number => columns[grade] ?? 0
  return fault.code === 'bandsOverlap'
    ? faultAt(row, column(fault.grade), 'bandsOverlap', { grade: fault.other })
    : faultAt(row, column(fault.grade), fault.code, { text: fault.text })
}

/** Hundredths of a percent as a person writes them: 1250 is `12.5`. */
export const percentOf = (weight: number): string => String(Math.round(weight) / (FULL_WEIGHT / 100))
