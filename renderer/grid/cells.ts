import type { CellEdit, CellValue, EditReport, GridColumn, Parsed, RefusedCell } from './types.ts'

/** The text of a value as it is shown, copied and offered for editing. */
export const textOfValue = <Row>(column: GridColumn<Row>, value: CellValue, row: Row): string => {
  if (column.format !== undefined) return column.format(value, row)
  if (value === null) return ''
  return column.choices?.find((choice) => choice.value === value)?.label ?? String(value)
}

export const textOf = <Row>(column: GridColumn<Row>, row: Row): string =>
  textOfValue(column, column.read(row), row)

export const isEditable = <Row>(column: GridColumn<Row>, row: Row): boolean =>
  column.parse !== undefined && (column.editable?.(row) ?? true)

/** Reads a text for a cell: full-width digits of an input method count as digits, a choice by label or value. */
export const parseText = <Row>(column: GridColumn<Row>, text: string, row: Row): Parsed | null => {
  if (column.parse === undefined) return null
  if (column.kind === 'number' || column.kind === 'mark') {
    return column.parse(text.normalize('NFKC').trim(), row)
  }
  if (column.kind === 'choice' && column.choices !== undefined) {
    const wanted = text.trim().toLowerCase()
    const choice = column.choices.find(
      ({ label, value }) => label.toLowerCase() === wanted || value.toLowerCase() === wanted,
    )
    if (choice !== undefined) return { ok: true, value: choice.value }
  }
  return column.parse(text, row)
}

/** Collects what one gesture changes; cells that stay as they are don't count. */
export interface Plan<Row> {
  readonly edits: CellEdit<Row>[]
  readonly refused: RefusedCell[]
  skippedReadOnly: number
}

export const emptyPlan = <Row>(): Plan<Row> => ({ edits: [], refused: [], skippedReadOnly: 0 })

export interface PlannedCell<Row> {
  readonly row: Row
  readonly rowId: string
  readonly rowIndex: number
  readonly column: GridColumn<Row>
}

/** Adds a value that is known to suit the column. */
export const planValue = <Row>(plan: Plan<Row>, cell: PlannedCell<Row>, after: CellValue): void => {
  if (!isEditable(cell.column, cell.row)) {
    plan.skippedReadOnly += 1
    return
  }
  const before = cell.column.read(cell.row)
  if (before === after) return
  plan.edits.push({ row: cell.row, rowId: cell.rowId, columnId: cell.column.id, before, after })
}

/** Adds a text; one that the column doesn't accept is noted as refused and changes nothing. */
export const planText = <Row>(plan: Plan<Row>, cell: PlannedCell<Row>, text: string): void => {
  const parsed = isEditable(cell.column, cell.row) ? parseText(cell.column, text, cell.row) : null
  if (parsed === null) plan.skippedReadOnly += 1
  else if (parsed.ok) planValue(plan, cell, parsed.value)
  else plan.refused.push(refusal(cell, text, parsed.problem))
}

export const refusal = <Row>(cell: PlannedCell<Row>, text: string, problem: string): RefusedCell => ({
  rowIndex: cell.rowIndex,
  rowId: cell.rowId,
  columnId: cell.column.id,
  columnTitle: cell.column.title,
  text,
  problem,
})

export const reportOf = <Row>(
  plan: Plan<Row>,
  block: Pick<EditReport, 'rows' | 'columns'> &
    Partial<Pick<EditReport, 'clippedRows' | 'clippedColumns' | 'beyond'>>,
): EditReport => ({
  rows: block.rows,
  columns: block.columns,
  clippedRows: block.clippedRows ?? 0,
  clippedColumns: block.clippedColumns ?? 0,
  beyond: block.beyond ?? { columnIds: [], texts: [] },
  skippedReadOnly: plan.skippedReadOnly,
  refused: plan.refused,
})
