import { describe, expect, test } from 'vitest'
import { editAccounts } from '../../../db/accounts/service/edit.ts'
import { listAccounts } from '../../../db/accounts/service/read.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import type { EngineContext } from '../../../db/context.ts'
import { placeException } from '../../../db/evaluation/service/exceptions.ts'
import { noteMark } from '../../../db/evaluation/service/marking.ts'
import { publishRound } from '../../../db/evaluation/service/publishing.ts'
import { addRound, openRound } from '../../../db/evaluation/service/rounds.ts'
import { getSheet } from '../../../db/evaluation/service/sheets.ts'
import { readFile } from '../../../db/exchange/read/file.ts'
import { openArchive } from '../../../db/exchange/read/zip.ts'
import { importMarks } from '../../../db/exchange/service/marks.ts'
import { exportRanking, exportResult } from '../../../db/exchange/service/results.ts'
import { exportSheet, importSheet } from '../../../db/exchange/service/sheets.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { RoundId } from '../../../db/kernel/ids.ts'
import { command, newKernel } from '../newKernel.ts'
import { fixture, textsOf } from './files.ts'
import { forgetValues } from './forgetValues.ts'
import { officeOf, recalculated } from './libreOffice.ts'
import { type RawCell, xlsxOf } from './makeXlsx.ts'
import { refusalOf } from './refusal.ts'

const newContext = (): EngineContext => ({ kernel: newKernel(), printPdf: null, logError: () => '' })
const HEAD = ['科目编号', '评价科目', '权重%', '优秀10', '良好8', '合格6', '较差4', '不合格2', '数据']
const SHEET = [
  HEAD,
  [
    'V',
    '年交易额',
    60,
    '>=1000000',
    '500000~1000000',
    '200000~500000',
    '50000~200000',
    '<50000',
    '年交易额(元)',
  ],
  ['L', '忠诚度', 40, '独家', '首选', '多家之一', '偶尔', '将离开', ''],
]
const MARKS = ['客户编号', '客户名称', '年交易额', 'L']
const sheetFile = () => xlsxOf(SHEET, '考评表.xlsx')

/** A round of four accounts on the sheet above, marked from a workbook. */
async function markedRound(context: EngineContext): Promise<RoundId> {
  const { kernel } = context
  addAccounts(kernel, {
    commandId: command(),
    accounts: [
      { code: 'C1', name: '甲' },
      { code: 'C2', name: '乙' },
      { name: '丙' },
      { code: 'C4', name: '丁' },
    ],
  })
  const { sheetId } = await importSheet(context, { commandId: command(), file: sheetFile(), name: '' })
  const { roundId } = addRound(kernel, { commandId: command(), name: '2026 年度', sheetId })
  const rows = [
    MARKS,
    ['C1', '改名了', 1_200_000.5, 10],
    ['', '乙', 60_000, '合格'],
    [null, '丙', 300_000, null],
  ]
  await importMarks(context, { commandId: command(), roundId, file: xlsxOf(rows, '评分.xlsx') })
  return roundId
}

describe('grading sheets', () => {
  test('imported with the figures that its bands read, named after the file, as one undo', async () => {
    const context = newContext()
    const { sheetId } = await importSheet(context, { commandId: command(), file: sheetFile(), name: '' })
    const sheet = getSheet(context.kernel, sheetId)
    const { figures } = listAccounts(context.kernel)
    expect(sheet.name).toBe('考评表')
    expect(figures.map(({ name, unit }) => [name, unit])).toEqual([['年交易额(元)', 'money']])
    expect(sheet.indicators.map(({ name, weight, figureId }) => [name, weight, figureId])).toEqual([
      ['年交易额', 6_000, figures[0]?.id],
      ['忠诚度', 4_000, null],
    ])
    undo(context.kernel, command())
    expect(listAccounts(context.kernel).figures).toEqual([])
  })

  test.each(['zh', 'en'] as const)(
    'exported in %s and imported again they are the same',
    async (language) => {
      const context = newContext()
      const file = fixture('wholesale-sheet.csv')
      const { sheetId } = await importSheet(context, { commandId: command(), file, name: '甲' })
      const exported = await exportSheet(context, { sheetId, language })
      const again = await importSheet(context, { commandId: command(), file: exported, name: '' })
      const bare = (id: typeof sheetId) =>
        getSheet(context.kernel, id).indicators.map(({ id: _, order: __, ...indicator }) => indicator)
      expect(bare(again.sheetId)).toEqual(bare(sheetId))
      expect(listAccounts(context.kernel).figures).toHaveLength(6)
    },
  )

  test('a faulty one is refused with its cells and leaves nothing', async () => {
    const context = newContext()
    const rows = SHEET.map((row) => row.map((cell): RawCell => (cell === 40 ? 30 : cell)))
    const file = xlsxOf(rows, 'a.xlsx')
    expect(await refusalOf(importSheet(context, { commandId: command(), file, name: '' }))).toMatchObject({
      code: 'CELLS_FAULTY',
      data: { faults: [{ cell: 'C2:C3', problem: { code: 'weightsNotFull', params: { sum: '90' } } }] },
    })
    expect(listAccounts(context.kernel).figures).toEqual([])
  })
})

describe('marks into a round', () => {
  test('by code, else by name; figures go to the accounts; blanks leave what is there; one undo', async () => {
    const context = newContext()
    const roundId = await markedRound(context)
    const byName = () => {
      const { accounts, marks } = openRound(context.kernel, roundId)
      return Object.fromEntries(accounts.names.map((name, at) => [name, marks.slice(at * 2, at * 2 + 2)]))
    }
    expect(byName()).toEqual({ 甲: '-X', 乙: '-6', 丙: '--', 丁: '--' })
    expect(listAccounts(context.kernel).rows.find(({ name }) => name === '甲')?.figures).toEqual([
      120_000_050,
    ])
    const file = xlsxOf([MARKS, ['C1', '甲', null, null], ['C2', '乙', null, 8]], '补评.xlsx')
    const written = await importMarks(context, { commandId: command(), roundId, file })
    expect(written).toMatchObject({ marks: 1, figures: 0, accounts: 2 })
    expect(byName()).toMatchObject({ 甲: '-X', 乙: '-8' })
    undo(context.kernel, command())
    expect(byName()).toMatchObject({ 甲: '-X', 乙: '-6' })
  })

  test('unknown accounts and too fine figures are told at their cells; a locked round is refused', async () => {
    const context = newContext()
    const roundId = await markedRound(context)
    const file = () => xlsxOf([MARKS, ['C9', '戊', 1, 8], ['C1', '甲', 1.234, 8]], 'a.xlsx')
    expect(
      await refusalOf(importMarks(context, { commandId: command(), roundId, file: file() })),
    ).toMatchObject({
      data: {
        faults: [
          { cell: 'B2', problem: { code: 'accountUnknown' } },
          { cell: 'C3', problem: { code: 'tooFine' } },
        ],
      },
    })
    publishRound(context.kernel, { commandId: command(), roundId, note: '' })
    expect(
      await refusalOf(importMarks(context, { commandId: command(), roundId, file: file() })),
    ).toMatchObject({
      code: 'ROUND_LOCKED',
    })
  })
})

describe('results', () => {
  test('an open round as it stands, best first, with notes as comments and exceptions as decided', async () => {
    const context = newContext()
    const roundId = await markedRound(context)
    const { accounts, sheet } = openRound(context.kernel, roundId)
    const idOf = (name: string) => accounts.ids[accounts.names.indexOf(name)]
    const [first, third] = [idOf('甲'), idOf('乙')]
    const loyalty = sheet.indicators[1]
    if (!first || !third || !loyalty) throw new Error('not there')
    const note = {
      commandId: command(),
      roundId,
      accountId: first,
      indicatorId: loyalty.id,
      text: '=独家协议到 2028',
    }
    noteMark(context.kernel, note)
    const exception = {
      roundId,
      accountId: third,
      tier: 'key',
      reason: '行业标杆',
      approver: '沈总',
    } as const
    placeException(context.kernel, { commandId: command(), ...exception })
    const file = await exportResult(context, { roundId, publicationId: null, language: 'zh' })
    expect(file.name).toBe('2026 年度-评级结果.xlsx')
    expect(await textsOf(file, '评级结果')).toEqual([
      ['客户编号', '客户名称', '年交易额', '忠诚度', '总分', '级别', '名次', '先分类后分级'],
      ['C1', '甲', '10', '10', '100', '重要客户', '1', ''],
      ['C2', '乙', '4', '6', '48', '重要客户', '2', '行业标杆 (批准人: 沈总)'],
      ['', '丙', '6', '', '', '资料不足', '', ''],
      ['C4', '丁', '', '', '', '资料不足', '', ''],
    ])
    const archive = openArchive(Buffer.from(await file.arrayBuffer()))
    const comments = archive.names.find((name) => /comments\d*\.xml$/.test(name)) ?? ''
    expect((await archive.read(comments))?.toString()).toContain('=独家协议到 2028')
  })

  test('exceptions and other borders hold when LibreOffice calculates', {
    timeout: 120_000,
  }, async (testing) => {
    const office = officeOf(testing)
    const context = newContext()
    const roundId = await markedRound(context)
    const file = await exportResult(context, { roundId, publicationId: null, language: 'en' })
    const theirs = await recalculated(office, await forgetValues(file))
    expect(await textsOf(theirs, 'Result')).toEqual(await textsOf(file, 'Result'))
  })

  test('a publication stays as it was, whatever happens to accounts later', async () => {
    const context = newContext()
    const roundId = await markedRound(context)
    const { publicationId } = publishRound(context.kernel, { commandId: command(), roundId, note: '' })
    const before = await textsOf(
      await exportResult(context, { roundId, publicationId, language: 'zh' }),
      '评级结果',
    )
    const account = listAccounts(context.kernel).rows.find(({ name }) => name === '甲')
    if (!account) throw new Error('not there')
    const fields = [{ accountId: account.id, field: 'name' as const, before: '甲', after: '改名' }]
    editAccounts(context.kernel, { commandId: command(), fields, figures: [] })
    const after = await exportResult(context, { roundId, publicationId, language: 'zh' })
    expect(await textsOf(after, '评级结果')).toEqual(before)
    expect((await textsOf(after, '说明')).flat().join(' ')).toContain('第 1 版')
  })

  test('the result’s 评分表 can be imported as a sheet', async () => {
    const context = newContext()
    const roundId = await markedRound(context)
    const file = await exportResult(context, { roundId, publicationId: null, language: 'zh' })
    const [, sheet] = (await readFile(file)).tables
    const rows = (sheet?.rows ?? []).map(({ cells }) => cells.map((cell) => cell?.text ?? null))
    const { sheetId } = await importSheet(context, { commandId: command(), file: xlsxOf(rows), name: '再来' })
    expect(getSheet(context.kernel, sheetId).indicators.map(({ weight }) => weight)).toEqual([6_000, 4_000])
  })

  test('no printer, no PDF; with one, the page it was given', async () => {
    const context = newContext()
    const roundId = await markedRound(context)
    const input = { roundId, publicationId: null, language: 'zh' } as const
    expect((await refusalOf(exportRanking(context, input))).code).toBe('NO_PRINTER')
    let page = ''
    const printPdf = async (html: string) => {
      page = html
      return new TextEncoder().encode('%PDF-')
    }
    const file = await exportRanking({ ...context, printPdf }, input)
    expect([file.name, file.type, await file.text()]).toEqual([
      '2026 年度-客户排名.pdf',
      'application/pdf',
      '%PDF-',
    ])
    expect(page.indexOf('>甲<')).toBeLessThan(page.indexOf('>乙<'))
  })
})
