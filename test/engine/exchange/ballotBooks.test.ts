import { Workbook } from '@cj-tech-master/excelts'
import { describe, expect, test } from 'vitest'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { markBallot, noteBallot } from '../../../db/evaluation/ballots/service/ballot.ts'
import { recuse } from '../../../db/evaluation/ballots/service/group.ts'
import { readFile } from '../../../db/exchange/read/file.ts'
import { openArchive } from '../../../db/exchange/read/zip.ts'
import { ballotWorkbook, ballotWorkbooks } from '../../../db/exchange/service/ballotBook.ts'
import { undo } from '../../../db/kernel/history.ts'
import { command } from '../newKernel.ts'
import { type BallotRound, ballotRound, enter } from './ballotRounds.ts'
import { textsOf } from './files.ts'
import { refusalOf } from './refusal.ts'

const issue = (
  { context, roundId, members }: BallotRound,
  name: keyof BallotRound['members'],
  ticket: string | null = null,
  language: 'zh' | 'en' = 'zh',
) =>
  ballotWorkbook(context, {
    ...{ commandId: command(), roundId, memberId: members[name], ticket, language },
  })

const papers = ({ kernel }: BallotRound) =>
  kernel.db
    .prepare<[], { member_id: string; sheet_version: string; layout: string }>('SELECT * FROM ballot_paper')
    .all()

async function library(file: File) {
  const workbook = new Workbook()
  await workbook.xlsx.load(new Uint8Array(await file.arrayBuffer()))
  const [form] = workbook.worksheets
  if (!form) throw new Error('no worksheet')
  return { workbook, form }
}

describe('a ballot workbook', () => {
  test('shows round, evaluator, weights and accounts, blank, and is on record', async () => {
    const round = ballotRound()
    const file = await issue(round, '钱进')
    expect(file.name).toBe('2026 下半年盲评-评分表-钱进.xlsx')
    expect((await textsOf(file, '评分表')).slice(0, 2).map(([first]) => first)).toEqual([
      '2026 下半年盲评 · 评分表',
      '评价人：钱进（组员） · 截止时间另行通知',
    ])
    expect((await textsOf(file, '评分表')).slice(3)).toEqual([
      ['', '', '', '权重', '40%', '35%', '', ''],
      ['客户编号', '客户名称', '负责人', '情况', '忠诚度', '信用', '说明：忠诚度', '说明：信用'],
      ['', '丙 & <公司>', '', '', '', '', '', ''],
      ['C4', '丁', '钱进', '自己的客户', '', '', '', ''],
      ['007', '甲', '林晓舟', '', '', '', '', ''],
      ['C2', '乙 =SUM(1)', '林晓舟', '', '', '', '', ''],
    ])
    expect(await textsOf(file, '评分标准')).toEqual([
      ['评价科目', '权重%', '优秀10', '良好8', '合格6', '较差4', '不合格2', '情况'],
      ['忠诚度', '40%', '独家', '首选', '多家之一', '偶尔', '将离开', ''],
      ['年交易额', '25%', '>=100', '80~100', '60~80', '40~60', '<40', '按数据得分'],
      ['信用', '35%', '独家', '首选', '多家之一', '偶尔', '将离开', ''],
    ])
    expect(papers(round).map(({ member_id }) => member_id)).toEqual([round.members.钱进])
    expect(papers(round)[0]?.layout).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is locked but for marks and remarks, which are chosen from a list with the standards as help', async () => {
    const { form, workbook } = await library(await issue(ballotRound(), '钱进'))
    const isOpen = (name: string): boolean => form.getCell(name).protection?.locked === false
    expect(form.sheetProtection?.sheet).toBe(true)
    expect(['A6', 'B6', 'D6', 'E5', 'E4', 'I6', 'E10'].filter(isOpen)).toEqual([])
    expect(['E6', 'F9', 'G6', 'H9'].filter((name) => !isOpen(name))).toEqual([])
    expect(form.dataValidations.find('E7')).toMatchObject({
      type: 'list',
      formulae: ['"10,8,6,4,2"'],
      promptTitle: '忠诚度',
      prompt: '10 独家\n8 首选\n6 多家之一\n4 偶尔\n2 将离开',
      showErrorMessage: true,
    })
    expect(form.dataValidations.find('G7')).toBeUndefined()
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['评分表', 'visible'],
      ['评分标准', 'visible'],
      ['_yushui', 'veryHidden'],
    ])
    expect(workbook.worksheets.every((sheet) => sheet.sheetProtection?.sheet === true)).toBe(true)
  })

  test('closes accounts that its evaluator is excused from, and indicators of others', async () => {
    const round = ballotRound({ competence: ['信用'] })
    const { kernel, roundId, members, accounts } = round
    const ticket = enter(round, '顾长风')
    const excused = { memberId: members.钱进, accountIds: [accounts.甲], reason: '亲属' }
    recuse(kernel, { commandId: command(), roundId, ticket, ...excused })
    const file = await issue(round, '钱进', null, 'en')
    expect((await textsOf(file, 'Ballot')).slice(4)).toEqual([
      ['Account code', 'Account name', 'Owner', 'Standing', '忠诚度', '信用', 'Remark: 信用'],
      ['', '丙 & <公司>', '', '', '—', '', ''],
      ['C4', '丁', '钱进', 'your own account', '—', '', ''],
      ['007', '甲', '林晓舟', 'excused', '—', '—', '—'],
      ['C2', '乙 =SUM(1)', '林晓舟', '', '—', '', ''],
    ])
    const { form } = await library(file)
    expect(form.getCell('F8').protection?.locked).not.toBe(false)
    expect(form.getCell('F7').protection?.locked).toBe(false)
    expect(form.dataValidations.find('E7')).toBeUndefined()
  })

  test('holds marks and remarks only with its evaluator’s own ticket', async () => {
    const round = ballotRound()
    const { kernel, roundId, accounts, indicators } = round
    const ticket = enter(round, '钱进')
    const cell = { commandId: command(), roundId, ticket }
    markBallot(kernel, {
      ...{ ...cell, accountIds: [accounts.丁], indicatorIds: [indicators.忠诚度, indicators.信用] },
      ...{ expected: '--', marks: 'X4', gesture: 'edit' as const },
    })
    noteBallot(kernel, {
      ...{ commandId: command(), roundId, ticket, accountId: accounts.丁 },
      ...{ indicatorId: indicators.信用, text: '两次逾期' },
    })
    const rowOf = async (file: File) => (await textsOf(file, '评分表'))[6]?.slice(4)
    expect(await rowOf(await issue(round, '钱进', ticket))).toEqual(['10', '4', '', '两次逾期'])
    expect(await rowOf(await issue(round, '钱进'))).toEqual(['', '', '', ''])
    expect(await rowOf(await issue(round, '林晓舟', ticket))).toEqual(['', '', '', ''])
    expect(await rowOf(await issue(round, '钱进', 'no ticket'))).toEqual(['', '', '', ''])
  })

  test('several come in one zip, each with a record of its own; asked again, as others', async () => {
    const round = ballotRound()
    const { context, roundId, members } = round
    const input = {
      commandId: command(),
      roundId,
      memberIds: Object.values(members),
      language: 'zh' as const,
    }
    const file = await ballotWorkbooks(context, input)
    expect([file.name, file.type]).toEqual(['2026 下半年盲评-评分表.zip', 'application/zip'])
    const archive = openArchive(Buffer.from(await file.arrayBuffer()))
    expect([...archive.names].sort()).toEqual(
      ['林晓舟', '钱进', '顾长风'].map((name) => `2026 下半年盲评-评分表-${name}.xlsx`).sort(),
    )
    const inner = (await archive.read('2026 下半年盲评-评分表-钱进.xlsx')) ?? Buffer.alloc(0)
    expect((await readFile(new File([new Uint8Array(inner)], 'a.xlsx'))).tables[0]?.name).toBe('评分表')
    expect(papers(round)).toHaveLength(3)
    await ballotWorkbooks(context, input)
    expect(papers(round)).toHaveLength(6)
  })

  test('sending it out is not undone: the workbook is on its way', async () => {
    const round = ballotRound()
    addAccounts(round.kernel, { commandId: command(), accounts: [{ name: '戊' }] })
    await issue(round, '钱进')
    expect(undo(round.kernel, command()).label.command).toBe('addAccounts')
    expect(papers(round)).toHaveLength(1)
  })

  test('is given out only while the round is being marked, and to its evaluators', async () => {
    const round = ballotRound()
    const { context, kernel, roundId } = round
    const stranger = { commandId: command(), roundId, ticket: null, language: 'zh' as const }
    const memberId = round.members.钱进
    kernel.write({ commandId: command(), label: { command: 'lockBallots', params: {} } }, (tx) => {
      tx.db.prepare(`UPDATE round SET state = 'locked'`).run()
      return {}
    })
    expect(await refusalOf(ballotWorkbook(context, { ...stranger, memberId }))).toEqual({
      code: 'ROUND_NOT_THERE',
      data: { name: '2026 下半年盲评', state: 'locked' },
    })
    kernel.write({ commandId: command(), label: { command: 'stepBack', params: {} } }, (tx) => {
      tx.db.prepare(`UPDATE round SET state = 'marking'`).run()
      tx.db.prepare('UPDATE evaluator SET deleted = 1 WHERE member_id = ?').run(memberId)
      return {}
    })
    const again = { ...stranger, commandId: command(), memberId }
    expect((await refusalOf(ballotWorkbook(context, again))).code).toBe('EVALUATOR_NOT_FOUND')
  })
})
