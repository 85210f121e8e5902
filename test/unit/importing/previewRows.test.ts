import { describe, expect, it } from 'vitest'
import type { ImportPreview } from '../../../db/exchange/contract.ts'
import {
  nextProblem,
  openProblems,
  rowsIn,
  rowsOf,
  tabCounts,
  withCorrections,
} from '../../../renderer/features/exchange/previewRows.ts'

const problem = (row: number, column: number, text = '无') => ({
  row,
  column,
  text,
  problem: { code: 'wordInNumber', params: { text } },
  proposal: '0',
})

const PREVIEW: ImportPreview = {
  rows: {
    numbers: [2, 3, 4, 5],
    fates: ['insert', 'problem', 'update', 'insert'],
    changes: [[], [], [1], []],
    texts: [
      ['甲', '1'],
      ['乙', '无'],
      ['丙', '3'],
      ['丁有限公司', '4'],
    ],
  },
  problems: [problem(3, 1)],
  lookAlikes: [{ row: 5, name: '丁有限公司', existing: '丁', likeness: 'name' }],
  counts: { insert: 2, update: 1, same: 0, problem: 1, skip: 0 },
  newMembers: [],
  newCompanies: [],
}

describe('the rows of a preview', () => {
  it('say what will become of each, look-alikes among the new ones', () => {
    const rows = rowsOf(PREVIEW, [])
    expect(rows.map(({ fate }) => fate)).toEqual(['insert', 'problem', 'update', 'lookAlike'])
    expect(tabCounts(rows)).toEqual({ all: 4, problem: 1, lookAlike: 1, insert: 2, update: 1 })
    expect(rowsIn(rows, 'insert').map(({ number }) => number)).toEqual([2, 5])
    expect(rowsIn(rows, 'problem').map(({ number }) => number)).toEqual([3])
  })

  it('are the same objects after a second look, but for those that changed', () => {
    const before = rowsOf(PREVIEW, [])
    const mended: ImportPreview = {
      ...PREVIEW,
      rows: {
        ...PREVIEW.rows,
        fates: ['insert', 'insert', 'update', 'insert'],
        texts: [
          ['甲', '1'],
          ['乙', '0'],
          ['丙', '3'],
          ['丁有限公司', '4'],
        ],
      },
      problems: [],
    }
    const after = rowsOf(mended, before)
    expect(after.map((row, at) => row === before[at])).toEqual([true, false, true, true])
  })

  it('are named by number where the list has no names', () => {
    expect(rowsOf(PREVIEW, [], '客户').map(({ givenName }) => givenName)).toEqual([
      '客户 0001',
      '客户 0002',
      '客户 0003',
      '客户 0004',
    ])
  })

  it('read as corrected at once, before the engine has looked', () => {
    const rows = rowsOf(PREVIEW, [])
    const shown = withCorrections(rows, new Map([[3, new Map([[1, '8']])]]), new Map())
    expect(shown[1]?.texts).toEqual(['乙', '8'])
    expect(shown[1]?.problems.size).toBe(0)
    expect(shown[0]).toBe(rows[0])
  })
})

describe('open problems', () => {
  const checked = new Map()

  it('rest while a correction waits to be checked, and go with their row', () => {
    const problems = [problem(3, 1), problem(3, 2), problem(7, 1)]
    const corrections = new Map([[3, new Map([[1, '8']])]])
    const open = openProblems(problems, corrections, checked, new Set([7]))
    expect(open.map(({ row, column }) => [row, column])).toEqual([[3, 2]])
  })

  it('are visited in reading order, round and round', () => {
    const problems = [problem(9, 0), problem(3, 4), problem(3, 1)]
    const visit = (after: { row: number; column: number } | null) => {
      const next = nextProblem(problems, after)
      return next && [next.row, next.column]
    }
    expect(visit(null)).toEqual([3, 1])
    expect(visit({ row: 3, column: 1 })).toEqual([3, 4])
    expect(visit({ row: 4, column: 0 })).toEqual([9, 0])
    expect(visit({ row: 9, column: 0 })).toEqual([3, 1])
    expect(nextProblem([], null)).toBeNull()
  })
})
