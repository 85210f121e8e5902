import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pastedLength, planClear, planPaste, textsOf } from '../../../renderer/grid/clipboard.ts'
import { fillDownOf, fillRightOf, planFill } from '../../../renderer/grid/fill.ts'
import { summarise } from '../../../renderer/grid/summary.ts'
import type { CellEdit } from '../../../renderer/grid/types.ts'
import { type Line, sheetOf } from './view.ts'

const cell = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column })
const shown = (edits: readonly CellEdit<Line>[]): string[] =>
  edits.map(({ rowId, columnId, after }) => `${rowId}.${columnId}=${after}`)

describe('pasting', () => {
  test('a block comes down from the corner of the selection', () => {
    const plan = planPaste(sheetOf(8), cell(0, 1), [
      ['5', '6'],
      ['7', '8'],
    ])
    expect(shown(plan.edits)).toEqual(['r0.c1=5', 'r0.c2=6', 'r1.c1=7', 'r1.c2=8'])
    expect(plan.covered).toEqual({ top: 0, bottom: 1, left: 1, right: 2 })
  })

  test('tiling: every covered cell gets the block cell under it, and the whole selection is covered', () => {
    const size = fc.integer({ min: 1, max: 4 })
    fc.assert(
      fc.property(size, size, size, size, (h, w, times, across) => {
        const block = Array.from({ length: h }, (_, r) =>
          Array.from({ length: w }, (__, c) => `${r * 4 + c + 50}`),
        )
        const wide = { ...sheetOf(20) }
        const range = { top: 4, bottom: 3 + h * times, left: 0, right: Math.min(2, w * across - 1) }
        const plan = planPaste(wide, range, block)
        for (const { rowId, columnId, after } of plan.edits) {
          const row = Number(rowId.slice(1)) - 4
          expect(after).toBe((row % h) * 4 + (Number(columnId.slice(1)) % w) + 50)
        }
        expect(plan.covered?.bottom).toBe(3 + h * times)
      }),
    )
  })

  test.each([
    [1, 5, 5],
    [2, 6, 6],
    [2, 5, 2],
    [4, 1, 4],
  ])('a block of %i on a selection of %i covers %i', (block, selected, covered) => {
    expect(pastedLength(block, selected)).toBe(covered)
  })

  test('what lies beyond the edges is counted, not pasted', () => {
    const plan = planPaste(sheetOf(2), cell(1, 2), [
      ['1', '2', '3'],
      ['4', '5', '6'],
    ])
    expect(shown(plan.edits)).toEqual(['r1.c2=1'])
    expect(plan).toMatchObject({ clippedRows: 1, clippedColumns: 1, skippedReadOnly: 1 })
  })

  test('refused, read-only and unchanged cells each keep their value and their count', () => {
    const plan = planPaste(sheetOf(5), { top: 2, bottom: 3, left: 0, right: 3 }, [
      ['x', '21', '９', 'q'],
      ['1', '2', '3', '4'],
    ])
    expect(shown(plan.edits)).toEqual(['r2.c2=9'])
    expect(plan.refused).toMatchObject([
      { rowIndex: 2, rowId: 'r2', columnTitle: 'C0', text: 'x', problem: 'whole number' },
    ])
    expect(plan.skippedReadOnly).toBe(5)
  })

  test('missing cells of a ragged block are left alone', () => {
    expect(shown(planPaste(sheetOf(3), cell(0, 0), [['5'], ['6', '7']]).edits)).toEqual([
      'r0.c0=5',
      'r1.c0=6',
      'r1.c1=7',
    ])
  })

  test('a copy pasted where it came from changes nothing', () => {
    const view = sheetOf(6)
    const range = { top: 0, bottom: 2, left: 0, right: 2 }
    expect(planPaste(view, range, textsOf(view, range)).edits).toEqual([])
  })
})

describe('filling and clearing', () => {
  test('down copies the first row, right the first column', () => {
    const view = sheetOf(3)
    const down = fillDownOf({ top: 0, bottom: 2, left: 0, right: 1 })
    const right = fillRightOf({ top: 1, bottom: 1, left: 0, right: 2 })
    expect(down === null ? null : shown(planFill(view, down.source, down.target).edits)).toEqual([
      'r1.c0=0',
      'r1.c1=1',
      'r2.c0=0',
      'r2.c1=1',
    ])
    expect(right === null ? null : shown(planFill(view, right.source, right.target).edits)).toEqual([
      'r1.c1=10',
      'r1.c2=10',
    ])
  })

  test('a single row takes the one above, and the first row has none', () => {
    expect(fillDownOf(cell(4, 1))).toEqual({ source: cell(3, 1), target: cell(4, 1) })
    expect(fillDownOf(cell(0, 1))).toBeNull()
    expect(fillRightOf(cell(1, 0))).toBeNull()
  })

  test('a pattern of several rows repeats', () => {
    const plan = planFill(
      sheetOf(9),
      { top: 5, bottom: 6, left: 0, right: 0 },
      { top: 7, bottom: 8, left: 0, right: 0 },
    )
    expect(shown(plan.edits)).toEqual(['r7.c0=50', 'r8.c0=60'])
  })

  test('clearing leaves read-only cells', () => {
    const plan = planClear(sheetOf(5), { top: 3, bottom: 4, left: 2, right: 3 })
    expect(shown(plan.edits)).toEqual(['r4.c2=null'])
    expect(plan.skippedReadOnly).toBe(3)
  })
})

test('the summary counts what is not empty and adds up numbers only', () => {
  expect(summarise(sheetOf(2), { top: 0, bottom: 1, left: 1, right: 3 })).toMatchObject({
    rows: 2,
    columns: 3,
    count: 6,
    numericCount: 4,
    sum: 1 + 2 + 11 + 12,
    average: 6.5,
  })
})
