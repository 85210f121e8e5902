/**
 * One value of a table as it was read; blank cells are null. `text` is what a person sees: numbers as plain digits at
 * full precision (`15%` where the cell is formatted so), dates as YYYY-MM-DD, a formula's stored value.
 */
export interface Cell {
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formulaWithoutValue'
  readonly text: string
  /** that a formula gave the value; said only where the reader was asked to tell */
  readonly isFormula?: true
}

/** A row that holds something. */
export interface Row {
  /** as the spreadsheet numbers it, from 1; cards are counted from 1, what heads them is 0 */
  readonly number: number
  readonly cells: readonly (Cell | null)[]
}

/** A worksheet, or a CSV file, without its blank rows. */
export interface Table {
  readonly name: string
  readonly rows: readonly Row[]
  /** columns up to the last one that holds something */
  readonly columns: number
}

/** The text of a cell, trimmed; empty for blank ones. */
export const textOf = (cell: Cell | null | undefined): string => cell?.text.trim() ?? ''

/** A cell's name in its worksheet: row 7, column 3 (from 0) is D7. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row}`

/** The letters of a column counted from 0: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : `${columnName(Math.floor(column / 26) - 1)}${last}`
}

/** The column, from 0, of a cell name such as `AB12`; -1 where it is none. */
export function columnOfName(name: string): number {
  let column = 0
  let at = 0
  for (; at < name.length; at += 1) {
    const code = name.charCodeAt(at) - 64
    if (code < 1 || code > 26) break
    column = column * 26 + code
  }
  return at === name.length ? -1 : column - 1
}

/**
 * The row that heads a table: the first one, or the second where the first is a lone title over a wider table.
 * Undefined for an empty table.
 */
export function headerRowOf(table: Table): Row | undefined {
  const [first, second] = table.rows
  if (first && second && filled(first) === 1 && filled(second) > 2) return second
  return first
}

/** The rows below the header. */
export function dataRowsOf(table: Table): readonly Row[] {
  const header = headerRowOf(table)
  return header ? table.rows.slice(table.rows.indexOf(header) + 1) : []
}

const filled = (row: Row): number => row.cells.filter((cell) => cell !== null).length
