import { emptyPlan, type Plan, planText, planValue, textOf } from './cells.ts'
import { columnsIn, type Range, rowsIn } from './range.ts'
import type { SheetView } from './types.ts'

/**
 * Repeats the source block over the target, which continues it downwards or to the right. Values are copied, never
 * extrapolated: a mark or a date that runs on by itself is an error nobody sees.
 */
export const planFill = <Row>(view: SheetView<Row>, source: Range, target: Range): Plan<Row> => {
  const plan = emptyPlan<Row>()
  for (let rowIndex = target.top; rowIndex <= target.bottom; rowIndex++) {
    const to = view.rowAt(rowIndex)
    const from = view.rowAt(source.top + ((rowIndex - source.top) % rowsIn(source)))
    if (to === null || from === null) continue
    for (let index = target.left; index <= target.right; index++) {
      const column = view.columns[index]
      const model = view.columns[source.left + ((index - source.left) % columnsIn(source))]
      if (column === undefined || model === undefined) continue
      const cell = { row: to.row, rowId: to.id, rowIndex, column }
      if (column === model) planValue(plan, cell, model.read(from.row))
      else planText(plan, cell, textOf(model, from.row))
    }
  }
  return plan
}

export interface FillGesture {
  readonly source: Range
  readonly target: Range
}

/** Ctrl+D: the first row of the range over the others; a single row takes the row above. Null on the first row. */
export const fillDownOf = (range: Range): FillGesture | null => {
  if (range.bottom > range.top) {
    return { source: { ...range, bottom: range.top }, target: { ...range, top: range.top + 1 } }
  }
  const above = range.top - 1
  return above < 0 ? null : { source: { ...range, top: above, bottom: above }, target: range }
}

/** Ctrl+R: the first column of the range over the others; a single column takes the one before. */
export const fillRightOf = (range: Range): FillGesture | null => {
  if (range.right > range.left) {
    return { source: { ...range, right: range.left }, target: { ...range, left: range.left + 1 } }
  }
  const before = range.left - 1
  return before < 0 ? null : { source: { ...range, left: before, right: before }, target: range }
}
