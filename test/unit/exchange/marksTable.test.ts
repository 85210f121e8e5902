import { expect, test } from 'vitest'
import type { Cell, Table } from '../../../db/exchange/rules/cells.ts'
import { readMarksTable } from '../../../db/exchange/rules/marksTable.ts'

const judged = { excellent: '', good: '', fair: '', poor: '', failing: '' }
const INDICATORS = [
  {
    code: 'Y',
    name: '合作年限',
    weight: 5_000,
    standards: { ...judged, excellent: '>=10', good: '5~10', fair: '<5' },
  },
  { code: 'P', name: '经营理念', weight: 5_000, standards: judged },
]
const HEAD = ['客户编号', '客户名称', '合作年限', 'p']
const cellOf = (value: string | Cell | null): Cell | null =>
  value === null || value === '' ? null : typeof value === 'string' ? { kind: 'text', text: value } : value
const read = (...rows: (string | Cell | null)[][]) => {
  const table: Table = {
    name: 'Sheet1',
    columns: 9,
    rows: rows.map((cells, at) => ({ number: at + 1, cells: cells.map(cellOf) })),
  }
  const { rows: read, faults } = readMarksTable(table, INDICATORS)
  return { rows: read, faults: faults.map(({ cell, problem }) => [cell, problem.code]) }
}

test('marks and figures read, by code or name of the indicator, in any order; other columns are left alone', () => {
  const { rows, faults } = read(
    ['总分', 'P', '合作年限', '客户名称', '客户编号'],
    ['9', '良好', '10', '甲', 'C1'],
    ['', '10', '4.99', '乙', ''],
    ['', '', '', '丙', 'C3'],
  )
  expect(faults).toEqual([])
  expect(rows.map(({ code, name, marks }) => [code, name, marks])).toEqual([
    ['C1', '甲', [10, 8]],
    ['', '乙', [6, 10]],
    ['C3', '丙', [null, null]],
  ])
})

test.each<[string, (string | Cell | null)[], [string, string][]]>([
  ['mark 7', ['C1', '甲', '1', '7'], [['D2', 'notMark']]],
  ['text in a figure', ['C1', '甲', '十年', '8'], [['C2', 'notNumber']]],
  ['an error cell', ['C1', '甲', { kind: 'error', text: '#N/A' }, '8'], [['C2', 'errorCell']]],
  [
    'a formula without a value in a mark',
    ['C1', '甲', '1', { kind: 'formulaWithoutValue', text: '=A1' }],
    [['D2', 'formulaNoValue']],
  ],
  ['a date in a figure', ['C1', '甲', { kind: 'date', text: '2024-01-01' }, '8'], [['C2', 'dateInNumber']]],
  ['no name', ['C1', '', '1', '8'], [['B2', 'nameMissing']]],
  ['a name of 500 characters', ['C1', '名'.repeat(500), '1', '8'], [['B2', 'nameTooLong']]],
])('%s is told at its cell', (_, row, faults) => {
  expect(read(HEAD, row).faults).toEqual(faults)
})

test('the same code twice, whatever its width and case, is told at the second', () => {
  expect(read(HEAD, ['c1', '甲', '1', '8'], ['Ｃ1', '乙', '1', '8']).faults).toEqual([['A3', 'codeTwice']])
})

test('accounts without a code must differ by name; with codes they may share one', () => {
  expect(read(HEAD, ['', '甲', '1', '8'], ['', '甲 ', '1', '8']).faults).toEqual([['B3', 'nameTwice']])
  expect(read(HEAD, ['C1', '甲', '1', '8'], ['C2', '甲', '1', '8']).faults).toEqual([])
})

test('every indicator needs one column, the account a name, and there must be accounts', () => {
  expect(read(HEAD.slice(0, 3), ['C1', '甲', '1']).faults).toEqual([['A1', 'indicatorColumnMissing']])
  expect(read([...HEAD, '经营理念'], ['C1', '甲', '1', '8', '6']).faults).toEqual([
    ['E1', 'indicatorColumnTwice'],
  ])
  expect(read(['合作年限', 'P'], ['1', '8']).faults).toEqual([['A1', 'headerMissing']])
  expect(read(HEAD).faults).toEqual([['A2', 'noAccounts']])
})

test('long decimals of formulas are compared as rounded to four places', () => {
  const figure = (text: string) => read(HEAD, ['C1', '甲', { kind: 'number', text }, '8']).rows[0]?.marks[0]
  expect(figure('9.99994999')).toBe(8)
  expect(figure('9.99995')).toBe(10)
})
