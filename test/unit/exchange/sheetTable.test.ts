import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell, Table } from '../../../db/exchange/rules/cells.ts'
import { readSheetTable } from '../../../db/exchange/rules/sheetTable.ts'

const ZH = ['科目编号', '评价科目', '权重%', '优秀10', '良好8', '合格6', '较差4', '不合格2']
const cellOf = (value: string | number | Cell | null): Cell | null => {
  if (value === null || value === '') return null
  if (typeof value === 'object') return value
  return { kind: typeof value === 'number' ? 'number' : 'text', text: String(value) }
}
const tableOf = (rows: readonly (readonly (string | number | Cell | null)[])[]): Table => ({
  name: 'Sheet1',
  columns: 9,
  rows: rows.map((cells, at) => ({ number: at + 1, cells: cells.map(cellOf) })),
})
const words = ['好', '较好', '一般', '差', '很差']
const faultsOf = (...rows: (string | number | Cell | null)[][]) =>
  readSheetTable(tableOf([ZH, ...rows])).faults.map(({ cell, problem }) => [cell, problem.code])

test('a sheet reads: words, bands, weights typed in any of the usual ways', () => {
  const { indicators, faults } = readSheetTable(
    tableOf([
      ZH,
      ['A', '合作年限', 15, '>=10', '6~10', '3~6', '1~3', '<1'],
      ['B', '经营理念', '22.5%', ...words],
      ['', '忠诚度', { kind: 'number', text: '62.5%' }, ...words],
    ]),
  )
  expect(faults).toEqual([])
  expect(indicators.map(({ code, name, weight }) => [code, name, weight])).toEqual([
    ['A', '合作年限', 1500],
    ['B', '经营理念', 2250],
    ['', '忠诚度', 6250],
  ])
  expect(indicators[0]?.standards.good).toBe('6~10')
})

test.each([
  [['code', 'indicator', 'weight%', 'excellent10', 'good8', 'fair6', 'poor4', 'failing2', 'figure']],
  [['CODE', ' Indicator ', 'Weight %', 'Excellent 10', 'GOOD8', 'fair６', 'Poor 4', 'Failing2', 'Figure']],
  [['科目 编号', '评价科目', '权重％', '优秀（10）', '良好 8', '合格6', '较差4', '不合格2', '数据']],
])('headers %j are understood', (headers) => {
  const { indicators, faults } = readSheetTable(tableOf([headers, ['A', '额', 100, ...words, '年交易额']]))
  expect(faults).toEqual([])
  expect(indicators[0]).toMatchObject({ code: 'A', weight: 10_000, figure: '年交易额' })
})

test('a title row above and a total row below are no indicators', () => {
  const rows = [
    ['2026 年分级考评表'],
    ZH,
    ['A', '甲', 40, ...words],
    ['B', '乙', 60, ...words],
    ['', '合计', 100],
  ]
  const { indicators, faults } = readSheetTable(tableOf(rows))
  expect(faults).toEqual([])
  expect(indicators.map(({ name }) => name)).toEqual(['甲', '乙'])
})

test('a column of fractions that add to 1 is meant as percent; 1% weights are not', () => {
  const fractions = readSheetTable(tableOf([ZH, ['A', '甲', 0.4, ...words], ['B', '乙', 0.6, ...words]]))
  expect(fractions.indicators.map(({ weight }) => weight)).toEqual([4000, 6000])
  const percents = readSheetTable(
    tableOf([ZH, ['A', '甲', '0.4%', ...words], ['B', '乙', '99.6%', ...words]]),
  )
  expect(percents.indicators.map(({ weight }) => weight)).toEqual([40, 9960])
})

test('weights that don’t add to 100 are told with their sum and where they stand', () => {
  const { faults } = readSheetTable(tableOf([ZH, ['A', '甲', 40, ...words], ['B', '乙', 57.5, ...words]]))
  expect(faults).toEqual([{ cell: 'C2:C3', problem: { code: 'weightsNotFull', params: { sum: '97.5' } } }])
})

test('each bad cell is told at its place', () => {
  expect(faultsOf(['A', '甲', 90, ...words])).toEqual([['C2', 'weightsNotFull']])
  expect(faultsOf(['A', '甲', '很重', ...words])).toEqual([['C2', 'weightNotNumber']])
  expect(faultsOf(['A', '甲', 33.333, ...words])).toEqual([['C2', 'weightTooFine']])
  expect(faultsOf(['A', '甲', null, ...words])).toEqual([['C2', 'weightMissing']])
  expect(faultsOf(['A', '甲', 0, ...words], ['B', '乙', 100, ...words])).toEqual([['C2', 'weightOutOfRange']])
  expect(faultsOf(['A', '甲', { kind: 'error', text: '#N/A' }, ...words])).toEqual([['C2', 'errorCell']])
  expect(faultsOf(['A', null, 100, ...words])).toEqual([['B2', 'indicatorNameMissing']])
  expect(faultsOf(['A', '甲', 50, ...words], ['a', ' 甲', 50, ...words])).toEqual([
    ['B3', 'indicatorNameTwice'],
    ['A3', 'indicatorCodeTwice'],
  ])
  expect(faultsOf(['A', '甲', 100, '>=10', '6~x', '3~6', '1~3', '<1'])).toEqual([['E2', 'bandUnreadable']])
  expect(faultsOf(['A', '甲', 100, '>=10', '一般', '3~6', '1~3', '<1'])).toEqual([['E2', 'bandsAndWords']])
  expect(faultsOf(['A', '甲', 100, '>=10', '6~11', '3~6', '1~3', '<1'])).toEqual([['E2', 'bandsOverlap']])
  expect(faultsOf(['A', '甲', 100, '>=10', '9~6', '3~6', '1~3', '<1'])).toEqual([['E2', 'bandEmpty']])
  expect(faultsOf(['A', '长'.repeat(101), 100, ...words])).toEqual([['B2', 'textTooLong']])
})

test('missing or doubled columns are told by name', () => {
  const without = readSheetTable(
    tableOf([ZH.filter((header) => header !== '良好8'), ['A', '甲', 100, ...words]]),
  )
  expect(without.faults).toEqual([
    { cell: 'A1', problem: { code: 'headerMissing', params: { header: 'good' } } },
  ])
  const twice = readSheetTable(
    tableOf([
      [...ZH, '权重'],
      ['A', '甲', 100, ...words],
    ]),
  )
  expect(twice.faults[0]).toMatchObject({ cell: 'I1', problem: { code: 'headerTwice' } })
  expect(readSheetTable(tableOf([ZH])).faults[0]?.problem.code).toBe('noIndicators')
})

test('any weights in hundredths that add to 100% are read exactly', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 }), (parts) => {
      const weights = [...parts, 10_000 - parts.reduce((sum, part) => sum + part, 0)]
      const rows = weights.map((weight, at) => [`K${at}`, `科目${at}`, String(weight / 100), ...words])
      const { indicators, faults } = readSheetTable(tableOf([ZH, ...rows]))
      expect(faults).toEqual([])
      expect(indicators.map(({ weight }) => weight)).toEqual(weights)
    }),
  )
})
