import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CellAt,
  clampCell,
  contains,
  fillTarget,
  nextInReadingOrder,
  type Range,
  rangeBetween,
  withinColumns,
  withoutCell,
} from '../../../renderer/grid/range.ts'

const at = (row: number, column: number): CellAt => ({ row, column })
const anyCell = fc.record({ row: fc.integer({ min: 0, max: 12 }), column: fc.integer({ min: 0, max: 12 }) })
const anyRange = fc.tuple(anyCell, anyCell).map(([a, b]) => rangeBetween(a, b))
const cellsOf = (range: Range): string[] => {
  const cells: string[] = []
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) cells.push(`${row},${column}`)
  }
  return cells
}

describe('ranges', () => {
  test('a range holds both its corners, whichever was first', () => {
    fc.assert(
      fc.property(anyCell, anyCell, (a, b) => {
        expect(rangeBetween(a, b)).toEqual(rangeBetween(b, a))
        expect(contains(rangeBetween(a, b), a) && contains(rangeBetween(a, b), b)).toBe(true)
      }),
    )
  })

  test('the tint covers every cell of the range but the anchor, each once', () => {
    fc.assert(
      fc.property(anyRange, anyCell, (range, hole) => {
        const painted = withoutCell(range, hole).flatMap(cellsOf).toSorted()
        const wanted = cellsOf(range).filter((cell) => cell !== `${hole.row},${hole.column}`)
        expect(painted).toEqual(wanted.toSorted())
      }),
    )
  })

  test('sections cut a range into parts that make the whole again', () => {
    fc.assert(
      fc.property(anyRange, fc.integer({ min: 1, max: 12 }), (range, border) => {
        const parts = [withinColumns(range, 0, border - 1), withinColumns(range, border, 99)]
        const cells = parts.flatMap((part) => (part === null ? [] : cellsOf(part)))
        expect(cells.toSorted()).toEqual(cellsOf(range).toSorted())
      }),
    )
  })

  test('clamping stays inside, and an empty sheet has no cell', () => {
    expect(clampCell(at(-3, 99), { rows: 5, columns: 4 })).toEqual(at(0, 3))
    expect(clampCell(at(0, 0), { rows: 0, columns: 4 })).toBeNull()
  })

  test('Tab wraps at the row ends and stops at the sheet ends', () => {
    const size = { rows: 2, columns: 3 }
    expect(nextInReadingOrder(at(0, 2), 1, size)).toEqual(at(1, 0))
    expect(nextInReadingOrder(at(1, 0), -1, size)).toEqual(at(0, 2))
    expect(nextInReadingOrder(at(1, 2), 1, size)).toBeNull()
    expect(nextInReadingOrder(at(0, 0), -1, size)).toBeNull()
  })

  test('a fill goes the way dragged farther and only ever beyond the range', () => {
    const source = { top: 2, bottom: 3, left: 2, right: 2 }
    expect(fillTarget(source, at(6, 3))).toEqual({ top: 4, bottom: 6, left: 2, right: 2 })
    expect(fillTarget(source, at(4, 7))).toEqual({ top: 2, bottom: 3, left: 3, right: 7 })
    expect(fillTarget(source, at(3, 2))).toBeNull()
    expect(fillTarget(source, at(0, 0))).toBeNull()
  })
})
