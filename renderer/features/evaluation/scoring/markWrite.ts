import type { AccountId, IndicatorId } from '../../../../db/kernel/ids.ts'

/** What a person did to change marks; the engine names the command by it. */
export type Gesture = 'edit' | 'paste' | 'fill' | 'clear' | 'cut'

/**
 * A block of cells to write: strips over accounts × indicators (db/evaluation/rules/marks.ts), `.` where a cell is
 * left alone. `expected` is what the person saw, so that another window's edit is not overwritten unseen.
 */
export interface MarkWrite {
  readonly gesture: Gesture
  readonly accountIds: readonly AccountId[]
  readonly indicatorIds: readonly IndicatorId[]
  readonly expected: string
  readonly marks: string
}

/** One cell of a write. */
export interface WrittenCell {
  readonly accountId: AccountId
  readonly indicatorId: IndicatorId
  readonly expected: string
  readonly mark: string
}

/** The cells that a write touches. */
export function* writtenCells(write: MarkWrite): Generator<WrittenCell> {
  const width = write.indicatorIds.length
  for (const [row, accountId] of write.accountIds.entries())
    for (const [column, indicatorId] of write.indicatorIds.entries()) {
      const at = row * width + column
      const mark = write.marks[at] ?? LEFT_ALONE
      if (mark !== LEFT_ALONE)
        yield { accountId, indicatorId, expected: write.expected[at] ?? LEFT_ALONE, mark }
    }
}

/** A write over the smallest block that holds the cells; of a cell named twice the last mark and first expectation count. */
export function blockOf(gesture: Gesture, cells: Iterable<WrittenCell>): MarkWrite {
  const list = [...cells]
  const accountIds = [...new Set(list.map((cell) => cell.accountId))]
  const indicatorIds = [...new Set(list.map((cell) => cell.indicatorId))]
  const rowOf = new Map(accountIds.map((id, row) => [id, row]))
  const columnOf = new Map(indicatorIds.map((id, column) => [id, column]))
  const expected = new Array<string>(accountIds.length * indicatorIds.length).fill(LEFT_ALONE)
  const marks = [...expected]
  for (const cell of list) {
    const at = (rowOf.get(cell.accountId) ?? 0) * indicatorIds.length + (columnOf.get(cell.indicatorId) ?? 0)
    if (marks[at] === LEFT_ALONE) expected[at] = cell.expected
    marks[at] = cell.mark
  }
  return { gesture, accountIds, indicatorIds, expected: expected.join(''), marks: marks.join('') }
}

/** Several writes as one, for sending them all at once when the window closes. */
export function mergeWrites(writes: readonly MarkWrite[]): MarkWrite | null {
  const [first, ...rest] = writes
  if (!first) return null
  if (rest.length === 0) return first
  return blockOf(
    'edit',
    writes.flatMap((write) => [...writtenCells(write)]),
  )
}

/** How many cells a write touches. */
export const cellsOf = (write: MarkWrite): number => write.marks.replaceAll(LEFT_ALONE, '').length

/** How a strip says that a cell stays as it is. */
export const LEFT_ALONE = '.'
