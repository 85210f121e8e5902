import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CellFault } from '../../../db/exchange/contract.ts'
import { readFile } from '../../../db/exchange/read/file.ts'
import { scoreWorkbooks } from '../../../db/exchange/service/score.ts'
import { problemText } from '../../../db/terms/problems.ts'
import { fixture, fixtureAsXlsx, textsOf } from './files.ts'
import { forgetValues } from './forgetValues.ts'
import { officeOf, recalculated } from './libreOffice.ts'
import { type RawCell, xlsxOf } from './makeXlsx.ts'
import { refusalOf } from './refusal.ts'

const HEAD = ['科目编号', '评价科目', '权重%', '优秀10', '良好8', '合格6', '较差4', '不合格2']
const WORDS = ['优', '良', '中', '差', '劣']
const sheetOf = (...weights: [string, number][]) =>
  xlsxOf([HEAD, ...weights.map(([name, weight], at) => [`K${at + 1}`, name, weight, ...WORDS])], 'SHEET.xlsx')
const score = (sheet: File, marks: File) => scoreWorkbooks({ sheet, marks, language: 'zh' })

describe('grading two workbooks', () => {
  test('totals, tiers and ranks follow A6 and A7, row by row as in the marks workbook', async () => {
    const marks = xlsxOf(
      [
        ['客户编号', '客户名称', '甲', 'K2'],
        ['C1', '八十整', 8, 8],
        ['C2', '满分', 10, '优秀'],
        ['C3', '同分', 8, 8],
        ['C4', '最低', 2, 2],
        ['C5', '够数', 6, null],
        ['C6', '不够', null, 10],
      ],
      'MARKS.xlsx',
    )
    const result = await score(sheetOf(['甲', 80], ['乙', 20]), marks)
    expect(await textsOf(result, '评级结果')).toEqual([
      ['客户编号', '客户名称', '甲', '乙', '总分', '级别', '名次'],
      ['C1', '八十整', '8', '8', '80', '重要客户', '2'],
      ['C2', '满分', '10', '10', '100', '重要客户', '1'],
      ['C3', '同分', '8', '8', '80', '重要客户', '2'],
      ['C4', '最低', '2', '2', '20', '小客户', '5'],
      ['C5', '够数', '6', '', '60', '主要客户', '4'],
      ['C6', '不够', '', '10', '', '资料不足', ''],
    ])
  })

  test('the result’s sheet and marks can be graded again to the same result', async () => {
    const first = await score(fixture('wholesale-sheet.csv'), fixture('wholesale-marks.csv'))
    const [result, sheet] = (await readFile(first)).tables
    expect(sheet?.name).toBe('评分表')
    const toRows = (table: typeof result) =>
      (table?.rows ?? []).map(({ cells }) =>
        cells.map((cell) => (cell?.kind === 'number' ? Number(cell.text) : (cell?.text ?? null))),
      )
    // judged by the marks alone: bands would read the marks as figures
    const judged = toRows(sheet).map((row, at) => (at === 0 ? row : [...row.slice(0, 3), ...WORDS]))
    const again = await score(xlsxOf(judged, 'SHEET.xlsx'), xlsxOf(toRows(result), 'MARKS.xlsx'))
    expect(await textsOf(again, '评级结果')).toEqual(await textsOf(first, '评级结果'))
  })

  test('a name that looks like a formula stays a text, in a cell formatted as text', async () => {
    const marks = xlsxOf(
      [
        ['客户编号', '客户名称', '甲'],
        ['=1+1', "=cmd|'/c calc'!A0", 8],
      ],
      'MARKS.xlsx',
    )
    const result = await score(sheetOf(['甲', 100]), marks)
    const row = (await readFile(result)).tables[0]?.rows[1]
    expect(row?.cells.slice(0, 2)).toEqual([
      { kind: 'text', text: '=1+1' },
      { kind: 'text', text: "=cmd|'/c calc'!A0" },
    ])
  })
})

describe('bad cells are told one by one, and nothing comes out', () => {
  const good = [
    ['客户编号', '客户名称', '甲'],
    ['C1', '一', 8],
  ]

  test('in the sheet first', async () => {
    const refusal = await refusalOf(score(sheetOf(['甲', 60], ['乙', 30]), xlsxOf(good)))
    expect(refusal).toMatchObject({
      code: 'CELLS_FAULTY',
      data: { fileName: 'SHEET.xlsx', faults: [{ worksheet: 'Sheet1', cell: 'C2:C3' }], more: 0 },
    })
  })

  test('then in the marks', async () => {
    const marks = xlsxOf(
      [
        ...good,
        ['C1', '二', 7],
        ['C3', null, '八'],
        ['C4', '四', { attributes: 't="e"', inner: '<v>#N/A</v>' }],
      ],
      'MARKS.xlsx',
    )
    const { data } = await refusalOf(score(sheetOf(['甲', 100]), marks))
    const { faults } = z.object({ faults: z.array(CellFault) }).parse(data)
    expect(faults.map(({ cell, problem }) => `${cell}: ${problemText(problem, 'zh')}`)).toEqual([
      'C3: “7” 不是分数；应为 10、8、6、4、2 或留空',
      'A3: 编号与第 2 行相同',
      'B4: 客户名称不能为空',
      'C4: “八” 不是分数；应为 10、8、6、4、2 或留空',
      'C5: 单元格是错误值 #N/A',
    ])
  })

  test('every one of them, however many', async () => {
    const rows = Array.from({ length: 1_500 }, (_, at) => [`C${at}`, `客户${at}`, 7])
    const marks = xlsxOf([['客户编号', '客户名称', '甲'], ...rows])
    const { data } = await refusalOf(score(sheetOf(['甲', 100]), marks))
    const { faults, more } = z.object({ faults: z.array(CellFault), more: z.int() }).parse(data)
    expect([faults.length, more]).toEqual([1_500, 0])
  })

  test('a percentage and its bands must be written alike: 15% and 0.15 are the same to a spreadsheet', async () => {
    const percent = { attributes: '', inner: '<v>0.15</v>' }
    const sheet = (best: string, rest: string) =>
      xlsxOf([
        ['科目编号', '评价科目', '权重%', '优秀10', '良好8', '合格6', '较差4', '不合格2'],
        ['G', '增长', 100, best, rest, null, null, null],
      ])
    const marks = (value: RawCell) =>
      xlsxOf([
        ['客户编号', '客户名称', 'G'],
        ['C1', '一', value],
      ])
    const code = async (sheetFile: File, marksFile: File) => {
      const { data } = await refusalOf(score(sheetFile, marksFile))
      return z
        .object({ faults: z.array(CellFault) })
        .parse(data)
        .faults.map(({ cell, problem }) => [cell, problem.code])
    }
    expect(await code(sheet('>=0.2', '<0.2'), marks('15%'))).toEqual([['C2', 'percentFigure']])
    expect(await code(sheet('>=20%', '<20%'), marks(percent))).toEqual([['C2', 'percentMissing']])
    await score(sheet('>=20%', '<20%'), marks('15%'))
    await score(sheet('>=0.2', '<0.2'), marks(percent))
  })
})

describe('LibreOffice calculates the result alike', () => {
  const columns = (rows: string[][]) => rows.map((row) => row.slice(-3))

  test('all 440 wholesale customers', { timeout: 120_000 }, async (context) => {
    const office = officeOf(context)
    const sheet = await fixtureAsXlsx('wholesale-sheet.csv', 'SHEET.xlsx')
    const result = await score(sheet, await fixtureAsXlsx('wholesale-marks.csv', 'MARKS.xlsx'))
    const ours = columns(await textsOf(result, '评级结果'))
    const theirs = columns(await textsOf(await recalculated(office, await forgetValues(result)), '评级结果'))
    expect(theirs).toHaveLength(441)
    expect(theirs).toEqual(ours)
    expect(new Set(ours.map((row) => row[1])).size).toBe(6)
  })

  test('awkward weights, halves and blanks, and marks changed by hand', {
    timeout: 120_000,
  }, async (context) => {
    const office = officeOf(context)
    // 79.95 → 80.0 and 59.95 → 60.0 need exact halves: weights in hundredths of a percent make them
    const sheet = sheetOf(['甲', 19.95], ['乙', 33.33], ['丙', 26.67], ['丁', 0.05], ['戊', 20])
    const all = [10, 8, 6, 4, 2, null]
    const marks = Array.from({ length: 300 }, (_, at) => [
      `C${at}`,
      `客户${at}`,
      ...[7, 11, 13, 17, 19].map(
        (prime) => all[(at * prime + Math.floor(at / prime)) % (at % 3 === 0 ? 6 : 5)] ?? null,
      ),
    ])
    const workbook = xlsxOf([['客户编号', '客户名称', '甲', '乙', '丙', '丁', '戊'], ...marks], 'MARKS.xlsx')
    const result = await score(sheet, workbook)
    const changed = { C2: 2, D3: 2, E4: 2 }
    const again = marks.map((row) => [...row])
    for (const [cell, mark] of Object.entries(changed)) {
      const row = again[Number(cell.slice(1)) - 2]
      if (row) row[cell.charCodeAt(0) - 65] = mark
    }
    const expected = await score(
      sheet,
      xlsxOf([['客户编号', '客户名称', '甲', '乙', '丙', '丁', '戊'], ...again], 'MARKS.xlsx'),
    )
    const theirs = await textsOf(await recalculated(office, await forgetValues(result, changed)), '评级结果')
    const ours = await textsOf(expected, '评级结果')
    expect(columns(theirs)).toEqual(columns(ours))
  })
})
