import type { grid } from '../i18n/zh/grid.ts'

/** What a cell holds. Numbers are in the column's own unit (see `GridColumn.scale`); null = empty. */
export type CellValue = string | number | null

/** The outcome of reading a person's text as a value; `problem` is ready to show, in the user's language. */
export type Parsed =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly problem: string }

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface DrawnCell<Row> {
  readonly row: Row
  readonly value: CellValue
  /** The formatted text, as it would stand in the cell without a look of its own. */
  readonly text: string
}

/** One column of an editable list. Keep the array of columns stable (useMemo): a new one rebuilds the header. */
export interface GridColumn<Row> {
  readonly id: string
  readonly title: string
  /** Second header line, e.g. `12%`. */
  readonly subtitle?: string
  /** Header group; neighbours with the same text share it, e.g. `按数据区间得分 57%`. */
  readonly group?: string
  readonly kind: 'text' | 'number' | 'mark' | 'choice'
  readonly width: number
  /** Grows up to this many px while the grid has room to spare. */
  readonly mostWidth?: number
  readonly pinned?: 'left' | 'right'
  readonly hidden?: boolean
  /** The value of a row; called whenever it is needed and never cached, so rows may be mutated in place. */
  read(row: Row): CellValue
  /** What is shown and copied. `parse` must accept it again. */
  format?(value: CellValue, row: Row): string
  /** Text → value, `''` when a cell is cleared. A column without it is read-only. */
  parse?(text: string, row: Row): Parsed
  /** Whether this row's cell may be changed; true when absent. */
  editable?(row: Row): boolean
  /** kind `choice`: what the list offers. Labels and values are accepted as text before `parse` is asked. */
  readonly choices?: readonly Choice[]
  /** Classes of the cell, space separated, for its look (tint, hatch, corner). */
  cellClass?(row: Row): string
  /** Puts a look of its own into an empty element; the cell stays one spreadsheet cell. */
  draw?(cell: DrawnCell<Row>, into: HTMLElement): void
  /** What cells that aren't empty are ordered by instead of their value: a number, or a text (a spelling) as it is. */
  sortKey?(row: Row): CellValue
  /** Further text the quick filter finds the row by, e.g. pinyin. */
  search?(row: Row): string
  /** Counted in sum and average; numbers and marks are when absent. */
  readonly sumable?: boolean
  /** How many of read()'s units make one shown unit (100 for fen shown as yuan); 1 when absent. Used by sum and number filter. */
  readonly scale?: number
}

/** One cell that a gesture changes, before → after. */
export interface CellEdit<Row> {
  readonly row: Row
  readonly rowId: string
  readonly columnId: string
  readonly before: CellValue
  readonly after: CellValue
}

export type EditKind = 'edit' | 'paste' | 'fill' | 'clear' | 'cut'

export interface RefusedCell {
  /** Displayed row, from 0. */
  readonly rowIndex: number
  readonly rowId: string
  readonly columnId: string
  readonly columnTitle: string
  readonly text: string
  readonly problem: string
}

/** What became of a gesture: the block it covered, and what of it could not be done. */
export interface EditReport {
  readonly rows: number
  readonly columns: number
  readonly skippedReadOnly: number
  /** Rows and columns of a pasted block that lay beyond the edge of the grid. */
  readonly clippedRows: number
  readonly clippedColumns: number
  /** The rows beyond the edge as they were pasted, and the columns that their texts were meant for. */
  readonly beyond: { readonly columnIds: readonly string[]; readonly texts: readonly (readonly string[])[] }
  readonly refused: readonly RefusedCell[]
}

/** The selection as the status bar tells it. Sum and average are in shown units. */
export interface SelectionSummary {
  readonly rows: number
  readonly columns: number
  /** Cells that are not empty. */
  readonly count: number
  readonly numericCount: number
  readonly sum: number
  readonly average: number | null
  readonly active: { readonly rowId: string; readonly columnId: string } | null
}

/** Remembers layouts: `load` is asked once per mount, `save` gets JSON some moments after a change. */
export interface LayoutStore {
  load(key: string): string | null
  save(key: string, json: string): void
}

export type GridWords = Record<keyof typeof grid, string>

/** The displayed rows and columns, in their present order. */
export interface SheetView<Row> {
  readonly rowCount: number
  readonly columns: readonly GridColumn<Row>[]
  rowAt(index: number): { readonly row: Row; readonly id: string } | null
}

/** `{{name}}` → value. */
export const fillIn = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
