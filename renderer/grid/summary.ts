import { columnsIn, type Range, rowsIn } from './range.ts'
import type { GridColumn, SelectionSummary, SheetView } from './types.ts'

const rowsPerSlice = 2000
/** Up to this many cells are summed at once; it costs less than a millisecond or two. */
const cellsSummedAtOnce = 5000

interface Tally {
  count: number
  numericCount: number
  sum: number
}

const isSumable = <Row>(column: GridColumn<Row>): boolean =>
  column.sumable ?? (column.kind === 'number' || column.kind === 'mark')

const addRows = <Row>(
  tallies: Tally[],
  view: SheetView<Row>,
  range: Range,
  from: number,
  to: number,
): void => {
  const columns = view.columns.slice(range.left, range.right + 1)
  for (let index = from; index <= to; index++) {
    const at = view.rowAt(index)
    if (at === null) continue
    columns.forEach((column, offset) => {
      const tally = tallies[offset]
      const value = column.read(at.row)
      if (tally === undefined || value === null || value === '') return
      tally.count += 1
      if (typeof value !== 'number' || !isSumable(column)) return
      tally.numericCount += 1
      tally.sum += value
    })
  }
}

const finish = <Row>(tallies: readonly Tally[], view: SheetView<Row>, range: Range): SelectionSummary => {
  let count = 0
  let numericCount = 0
  let sum = 0
  tallies.forEach((tally, offset) => {
    count += tally.count
    numericCount += tally.numericCount
    // integers are added up first and scaled once, so that cents don't drift
    sum += tally.sum / (view.columns[range.left + offset]?.scale ?? 1)
  })
  return {
    rows: rowsIn(range),
    columns: columnsIn(range),
    count,
    numericCount,
    sum,
    average: numericCount === 0 ? null : sum / numericCount,
    active: null,
  }
}

const newTallies = (range: Range): Tally[] =>
  Array.from({ length: columnsIn(range) }, () => ({ count: 0, numericCount: 0, sum: 0 }))

/** Count, sum and average of a block, at once. */
export const summarise = <Row>(view: SheetView<Row>, range: Range): SelectionSummary => {
  const tallies = newTallies(range)
  addRows(tallies, view, range, range.top, range.bottom)
  return finish(tallies, view, range)
}

/** The same in the background for a big block; calls `done` once, unless cancelled by the function returned. */
export const summariseLazily = <Row>(
  view: SheetView<Row>,
  range: Range,
  done: (summary: SelectionSummary) => void,
): (() => void) => {
  if (rowsIn(range) * columnsIn(range) <= cellsSummedAtOnce) {
    done(summarise(view, range))
    return () => undefined
  }
  const tallies = newTallies(range)
  let next = range.top
  const step = (deadline: IdleDeadline): void => {
    do {
      const last = Math.min(next + rowsPerSlice - 1, range.bottom)
      addRows(tallies, view, range, next, last)
      next = last + 1
    } while (next <= range.bottom && deadline.timeRemaining() > 4)
    if (next > range.bottom) done(finish(tallies, view, range))
    else handle = requestIdleCallback(step, { timeout: 200 })
  }
  let handle = requestIdleCallback(step, { timeout: 200 })
  return () => cancelIdleCallback(handle)
}
