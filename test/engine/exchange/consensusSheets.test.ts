import { describe, expect, test } from 'vitest'
import { readApprovals } from '../../../db/evaluation/approval/service/proposals.ts'
import { ballotStore, writeSubmission } from '../../../db/evaluation/ballots/service/ballot.ts'
import { gradeBallots } from '../../../db/evaluation/consensus/service/gradeBallots.ts'
import type { RoundState } from '../../../db/evaluation/rules/roundStates.ts'
import { keepPublication } from '../../../db/evaluation/service/publishing.ts'
import { addRound } from '../../../db/evaluation/service/rounds.ts'
import { indicatorsOf } from '../../../db/evaluation/service/sheets.ts'
import { consensusWorkbook } from '../../../db/exchange/service/consensusBook.ts'
import { exportRanking, exportResult } from '../../../db/exchange/service/results.ts'
import { derivedId } from '../../../db/kernel/derivedId.ts'
import { PublicationId } from '../../../db/kernel/ids.ts'
import type { Tx } from '../../../db/kernel/kernel.ts'
import { command } from '../newKernel.ts'
import { type BallotRound, ballotRound } from './ballotRounds.ts'
import { textsOf } from './files.ts'
import { forgetValues } from './forgetValues.ts'
import { officeOf, recalculated } from './libreOffice.ts'
import { refusalOf } from './refusal.ts'

const write = <T extends object>({ kernel }: BallotRound, work: (tx: Tx) => T) =>
  kernel.write({ commandId: command(), label: { command: 'stepBack', params: {} } }, work)

const setRules = (round: BallotRound, rules: object): void => {
  write(round, (tx) => {
    tx.db.prepare('UPDATE round SET rules = ? WHERE id = ?').run(JSON.stringify(rules), round.roundId)
    return {}
  })
}

/** Three ballots over 丙, 丁, 甲, 乙, all but 乙 marked, revealed; 年交易额 has no figures. */
function revealed(rules: object = {}, state: RoundState = 'consensus'): BallotRound {
  const round = ballotRound({ competence: ['忠诚度'] })
  const { roundId, sheetId, accounts, members } = round
  const [loyalty, , credit] = indicatorsOf(round.kernel.db, sheetId).map(({ markKey }) => markKey)
  const ballots = {
    顾长风: { 丙: [10, 8], 丁: [8, 8], 甲: [10, 10] },
    林晓舟: { 丙: [8, 8], 丁: [8, 6], 甲: [10, 10] },
    钱进: { 丙: [6, 2], 丁: [10, 2], 甲: [4, 2] },
  }
  write(round, (tx) => {
    // data earn nothing here: their weight must not keep accounts from a score
    tx.db.prepare('UPDATE indicator SET weight = 500 WHERE name = ?').run('年交易额')
    tx.db.prepare('UPDATE indicator SET weight = 5500 WHERE name = ?').run('信用')
    for (const [name, marks] of Object.entries(ballots)) {
      const memberId = Object.entries(members).find(([key]) => key === name)?.[1]
      if (!memberId) throw new Error(name)
      const store = ballotStore(tx, roundId, memberId)
      for (const [account, [first, second]] of Object.entries(marks)) {
        const id = Object.entries(accounts).find(([key]) => key === account)?.[1]
        if (id) store.insert(id, JSON.stringify({ [loyalty ?? '']: first, [credit ?? '']: second }))
      }
      writeSubmission(tx, roundId, memberId, { at: tx.hlc, source: 'here', paperId: null, digest: null })
    }
    tx.db
      .prepare('INSERT INTO recusal (id, round_id, member_id, account_id, reason) VALUES (?, ?, ?, ?, ?)')
      .run(tx.newId(), roundId, members.钱进, accounts.甲, '亲属')
    tx.db.prepare('UPDATE round SET rules = ?, state = ?').run(JSON.stringify(rules), state)
    return {}
  })
  return round
}

const agree = (round: BallotRound, mark: number): void => {
  const { roundId, accounts, indicators, members } = round
  write(round, (tx) => {
    const said = [{ memberId: members.钱进, name: '钱进', text: '两次逾期' }]
    const decision = { mark, reason: '看账期', by: '顾长风', at: tx.hlc, arguments: said }
    tx.db
      .prepare(
        'INSERT INTO agreement (id, round_id, account_id, indicator_id, decision) VALUES (?, ?, ?, ?, ?)',
      )
      .run(
        derivedId(roundId, accounts.丙, indicators.信用),
        ...[roundId, accounts.丙, indicators.信用, JSON.stringify(decision)],
      )
    return {}
  })
}

const workbook = (
  { context, roundId }: BallotRound,
  publicationId: PublicationId | null = null,
  language: 'zh' | 'en' = 'zh',
) => consensusWorkbook(context, { roundId, publicationId, language })

const publish = (round: BallotRound): PublicationId => {
  const occasion = { revision: 1, note: '', publishedBy: '顾长风' }
  return write(round, (tx) => ({
    publicationId: keepPublication(tx, gradeBallots(tx.db, round.roundId), {
      ...occasion,
      publishedAt: tx.hlc,
    }),
  })).publicationId
}

describe('the consensus workbook', () => {
  test('shows all ballots side by side, and why some don’t count', async () => {
    const file = await workbook(revealed({ own: 'excluded' }))
    expect(file.name).toBe('2026 下半年盲评-合议.xlsx')
    expect(await textsOf(file, '全部评分')).toEqual([
      ['', '', '', '忠诚度', '', '', '信用', '', ''],
      ['', '', '票权', '2', '1', '1', '2', '1', '1'],
      ['客户编号', '客户名称', '负责人', '顾长风', '林晓舟', '钱进', '顾长风', '林晓舟', '钱进'],
      ['007', '甲', '林晓舟', '10', '10 自己的客户', '4 回避', '10', '10 自己的客户', '2 回避'],
      ['', '丙 & <公司>', '', '10', '8', '6', '8', '8', '2 不评'],
      ['C4', '丁', '钱进', '8', '8', '10 自己的客户', '8', '6', '2 不评'],
      ['C2', '乙 =SUM(1)', '林晓舟', '', '自己的客户', '', '', '自己的客户', '不评'],
    ])
    expect((await textsOf(file, '评级结果')).slice(0, 3)).toEqual([
      ['', '', '权重%', '40', '5', '55', '', '', '', ''],
      ['客户编号', '客户名称', '负责人', '忠诚度', '年交易额', '信用', '总分', '级别', '名次', '原因'],
      ['007', '甲', '林晓舟', '10', '', '10', '100', '重要客户', '1', ''],
    ])
    expect((await textsOf(file, '说明')).flat()).toContain('评价人给自己客户的分不计入（灰底）')
  })

  test('leaves late ballots closed where they don’t count', async () => {
    const round = revealed({ late: 'excluded' })
    write(round, (tx) => {
      tx.db.prepare('UPDATE ballot SET submission = NULL WHERE member_id = ?').run(round.members.钱进)
      return {}
    })
    const [, votes, names] = await textsOf(await workbook(round, null, 'en'), 'All ballots')
    expect([votes, names]).toEqual([
      ['', '', 'Votes', '2', '1', '2', '1'],
      ['Account code', 'Account name', 'Owner', '顾长风', '林晓舟', '顾长风', '林晓舟'],
    ])
  })

  test('agreements override ballots, with who argued what, and change the result where they stand', {
    timeout: 120_000,
  }, async (testing) => {
    const office = officeOf(testing)
    const round = revealed({ pooling: 'consensus', discord: { kind: 'range', atLeast: 2 } })
    agree(round, 725)
    const file = await workbook(round)
    expect((await textsOf(file, '合议记录'))[1]?.slice(1, 7)).toEqual([
      ...['丙 & <公司>', '信用', '7.25', '看账期', '钱进：两次逾期', '顾长风'],
    ])
    const row = async (of: File) =>
      (await textsOf(of, '评级结果')).find(([, name]) => name === '丙 & <公司>')?.slice(3, 9)
    // 忠诚度 is in discord and unmarked: 55% of the weight is too little for a score
    expect(await row(file)).toEqual(['', '', '7.25', '', '资料不足', ''])
    const theirs = await recalculated(office, await forgetValues(file))
    expect(await row(theirs)).toEqual(await row(file))
  })

  test('accounts with too few ballots keep last round’s tier, and no formula gives them another', async () => {
    const round = revealed({ quorum: 80 })
    write(round, (tx) => {
      const id = PublicationId.parse(tx.newId())
      const { roundId } = addRoundRow(tx, round)
      tx.db
        .prepare(
          `INSERT INTO publication (id, round_id, round_name, revision, published_at, published_by, note, sheet) VALUES (?, ?, '上轮', 1, ?, '', '', '{}')`,
        )
        .run(id, roundId, tx.hlc)
      tx.db
        .prepare(
          `INSERT INTO result (id, publication_id, account_id, score, standing, rank, detail) VALUES (?, ?, ?, 700, 'main', 1, '{}')`,
        )
        .run(tx.newId(), id, round.accounts.乙)
      return {}
    })
    const find = async (file: File, sheet: string, from: number) =>
      (await textsOf(file, sheet)).find(([, name]) => name === '乙 =SUM(1)')?.slice(from)
    expect(await find(await workbook(round), '评级结果', 6)).toEqual(['', '主要客户', '', '沿用'])
    const { context, roundId } = round
    const result = await exportResult(context, { roundId, publicationId: null, language: 'zh' })
    expect(await find(result, '评级结果', 5)).toEqual(['', '主要客户', '', '沿用'])
  })

  test('decisions on tiers stand, in workbook, result and ranking', async () => {
    const round = revealed()
    const { context, roundId, accounts } = round
    write(round, (tx) => {
      const { proposals, placeOf } = readApprovals(tx.db, roundId, '2026-11-22')
      const proposal = proposals[placeOf.get(accounts.甲) ?? -1]
      const signed = { expires: null, by: '顾长风', at: tx.hlc, proposal }
      const decision = { kind: 'kept', tier: 'main', reason: '合作稳定', ...signed }
      tx.db
        .prepare('INSERT INTO tier_decision (id, round_id, account_id, decision) VALUES (?, ?, ?, ?)')
        .run(derivedId(roundId, accounts.甲), roundId, accounts.甲, JSON.stringify(decision))
      return {}
    })
    const file = await workbook(round)
    expect((await textsOf(file, '评级结果'))[2]?.slice(6)).toEqual([
      ...['100', '主要客户', '1', '保留原级：合作稳定（顾长风）'],
    ])
    expect((await textsOf(file, '级别决定'))[1]?.slice(1, 5)).toEqual([
      '甲',
      '保留原级',
      '主要客户',
      '合作稳定',
    ])
    const input = { roundId, publicationId: null, language: 'zh' } as const
    const result = (await textsOf(await exportResult(context, input), '评级结果')).slice(0, 3)
    expect(result.map((row) => row.slice(1))).toEqual([
      ['客户名称', '忠诚度', '年交易额', '信用', '总分', '级别', '名次', '原因'],
      ['甲', '10', '', '10', '100', '主要客户', '1', '保留原级：合作稳定（顾长风）'],
      ['丙 & <公司>', '8.5', '', '8', '82.1', '重要客户', '2', ''],
    ])
    let page = ''
    const printPdf = async (html: string) => {
      page = html
      return new TextEncoder().encode('%PDF-')
    }
    await exportRanking({ ...context, printPdf }, input)
    expect(page).toContain('保留原级：合作稳定（顾长风）')
    expect(page).toContain('● 主要客户')
    // a decision on other marks than these no longer counts
    write(round, (tx) => {
      tx.db.prepare('UPDATE recusal SET deleted = 1').run()
      return {}
    })
    const now = await workbook(round)
    expect((await textsOf(now, '评级结果'))[2]?.slice(6)).toEqual(['93.7', '重要客户', '1', ''])
    expect(await textsOf(now, '级别决定')).toHaveLength(1)
  })

  test('a publication is told as it was, whatever changed since', { timeout: 120_000 }, async (testing) => {
    const office = officeOf(testing)
    const round = revealed({ pooling: 'consensus', own: 'excluded' })
    agree(round, 750)
    const publicationId = publish(round)
    const before = await textsOf(await workbook(round, publicationId), '评级结果')
    expect(before).toEqual(await textsOf(await workbook(round), '评级结果'))
    write(round, (tx) => {
      tx.db.prepare('UPDATE recusal SET deleted = 1').run()
      tx.db.prepare('UPDATE evaluator SET votes = 9, competence = NULL').run()
      tx.db.prepare('UPDATE agreement SET deleted = 1').run()
      return {}
    })
    const after = await workbook(round, publicationId)
    expect(await textsOf(after, '评级结果')).toEqual(before)
    expect(await textsOf(await recalculated(office, await forgetValues(after)), '评级结果')).toEqual(before)
    // what counts as discord is not published: where it matters, the mark stands without a formula
    setRules(round, { pooling: 'consensus', discord: { kind: 'range', atLeast: 2 } })
    const bare = await workbook(round, publicationId)
    const theirs = await recalculated(office, await forgetValues(bare))
    expect(await textsOf(theirs, '评级结果')).toEqual(before)
  })

  test('there is none before the reveal, none of a shared sheet, and none of what was never published', async () => {
    const round = revealed({}, 'locked')
    expect(await refusalOf(workbook(round))).toEqual({
      code: 'ROUND_NOT_THERE',
      data: { name: '2026 下半年盲评', state: 'locked' },
    })
    const { kernel, context, sheetId } = round
    const { roundId } = addRound(kernel, { commandId: command(), name: '年度', sheetId })
    const shared = consensusWorkbook(context, { roundId, publicationId: null, language: 'zh' })
    expect((await refusalOf(shared)).code).toBe('ROUND_WITHOUT_BALLOTS')
    const stranger = PublicationId.parse('01a2033c-2086-73ed-b0f7-7267f703a465')
    expect((await refusalOf(workbook(round, stranger))).code).toBe('PUBLICATION_NOT_FOUND')
  })
})

function addRoundRow(tx: Tx, { sheetId }: BallotRound): { roundId: string } {
  const roundId = tx.newId()
  tx.db
    .prepare(
      `INSERT INTO round (id, name, sheet_id, state, method, borders, rules) VALUES (?, '上轮', ?, 'published', 'sheet', '{}', '{}')`,
    )
    .run(roundId, sheetId)
  return { roundId }
}
