import { emptyPlan, type Plan, planText, textOf } from './cells.ts'
import { columnsIn, type Range, rowsIn } from './range.ts'
import type { TextBlock } from './tsv.ts'
import type { EditReport, SheetView } from './types.ts'

/** The texts of a block of cells, as shown. */
export const textsOf = <Row>(view: SheetView<Row>, range: Range): string[][] => {
  const columns = view.columns.slice(range.left, range.right + 1)
  const texts: string[][] = []
  for (let index = range.top; index <= range.bottom; index++) {
    const at = view.rowAt(index)
    if (at !== null) texts.push(columns.map((column) => textOf(column, at.row)))
  }
  return texts
}

/**
 * How many rows (or columns) a paste covers: a selection that is a whole multiple of the block is filled with
 * copies of it, otherwise the block is put down once. Rows and columns are judged independently.
 */
export const pastedLength = (block: number, selected: number): number =>
  selected % block === 0 ? selected : block

export interface PastePlan<Row> extends Plan<Row> {
  /** The cells the block came to lie on, null when nothing was pasted. */
  readonly covered: Range | null
  readonly clippedRows: number
  readonly clippedColumns: number
  readonly beyond: EditReport['beyond']
}

/** Lays a block of texts on the sheet from the range's corner, tiled as Excel does, clipped at the edges. */
export const planPaste = <Row>(view: SheetView<Row>, range: Range, block: TextBlock): PastePlan<Row> => {
  const plan = emptyPlan<Row>()
  const blockRows = block.length
  const blockColumns = block.reduce((widest, row) => Math.max(widest, row.length), 0)
  if (blockRows === 0 || blockColumns === 0) {
    return { ...plan, covered: null, clippedRows: 0, clippedColumns: 0, beyond: { columnIds: [], texts: [] } }
  }
  const rows = pastedLength(blockRows, rowsIn(range))
  const columnCount = pastedLength(blockColumns, columnsIn(range))
  const bottom = Math.min(range.top + rows, view.rowCount) - 1
  const columns = view.columns.slice(range.left, range.left + columnCount)
  for (let rowIndex = range.top; rowIndex <= bottom; rowIndex++) {
    const at = view.rowAt(rowIndex)
    const texts = block[(rowIndex - range.top) % blockRows]
    if (at === null || texts === undefined) continue
    columns.forEach((column, offset) => {
      const text = texts[offset % blockColumns]
      if (text !== undefined) planText(plan, { row: at.row, rowId: at.id, rowIndex, column }, text)
    })
  }
  return {
    ...plan,
    covered: { top: range.top, bottom, left: range.left, right: range.left + columns.length - 1 },
    clippedRows: range.top + rows - 1 - bottom,
    clippedColumns: columnCount - columns.length,
    beyond: {
      columnIds: columns.map(({ id }) => id),
      texts: Array.from(
        { length: range.top + rows - 1 - bottom },
        (_, at) => block[(bottom + 1 - range.top + at) % blockRows] ?? [],
      ),
    },
  }
}

/** Empties a block: every cell is asked what an empty text means to it. */
export const planClear = <Row>(view: SheetView<Row>, range: Range): Plan<Row> => {
  const plan = emptyPlan<Row>()
  for (let rowIndex = range.top; rowIndex <= range.bottom; rowIndex++) {
    const at = view.rowAt(rowIndex)
    if (at === null) continue
    for (const column of view.columns.slice(range.left, range.right + 1)) {
      planText(plan, { row: at.row, rowId: at.id, rowIndex, column }, '')
    }
  }
  return plan
}
