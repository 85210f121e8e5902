import type { CellEdit, CellValue, EditKind, EditReport } from '../../grid/types.ts'
import { writeAndTell } from '../../ui/unwritten.ts'

/** A cell to change, as the contract's commands take it. */
export interface RowEdit<Field extends string> {
  readonly id: string
  readonly field: Field
  readonly before: CellValue
  readonly after: CellValue
}

/** The cells that a gesture changes, of columns that are named as the contract's fields. */
export const rowEdits = <Row, Field extends string>(
  cells: readonly CellEdit<Row>[],
  fields: readonly Field[],
): RowEdit<Field>[] =>
  cells.flatMap(({ rowId, columnId, before, after }) => {
    const field = fields.find((one) => one === columnId)
    return field === undefined ? [] : [{ id: rowId, field, before, after }]
  })

/** Listens to a grid's gestures and writes them as one command. */
export const editListener =
  <Row extends { readonly id: string }>(
    rows: readonly Row[],
    nameOf: (row: Row) => string,
    write: (cells: readonly CellEdit<Row>[], toast: boolean) => Promise<boolean>,
  ) =>
  (cells: readonly CellEdit<Row>[], kind: EditKind, report: EditReport): void => {
    const named = (rowId: string): string => {
      const row = rows.find(({ id }) => id === rowId)
      return row ? nameOf(row) : ''
    }
    void writeAndTell(kind, report, named, (toast) => write(cells, toast && cells.length > 1))
  }
