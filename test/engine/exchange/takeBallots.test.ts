import { describe, expect, test } from 'vitest'
import { removeAccounts } from '../../../db/accounts/service/write.ts'
import { markBallot, noteBallot, takeBallotBack } from '../../../db/evaluation/ballots/service/ballot.ts'
import { readGroup, unseatEvaluator } from '../../../db/evaluation/ballots/service/group.ts'
import { takeStep } from '../../../db/evaluation/ballots/service/steps.ts'
import { ballotWorkbook } from '../../../db/exchange/service/ballotBook.ts'
import { readBallot, takeBallot } from '../../../db/exchange/service/takeBallot.ts'
import { listHistory, undo } from '../../../db/kernel/history.ts'
import { command } from '../newKernel.ts'
import { type BallotRound, ballotRound, enter, filled, storedMarks, type Variation } from './ballotRounds.ts'
import { officeOf, recalculated } from './libreOffice.ts'
import { refusalOf } from './refusal.ts'

/** 丙, 丁, 甲, 乙 stand in rows 6 to 9; 忠诚度 in E, 信用 in F, their remarks in G and H. */
const MARKS = { E6: 10, F6: 8, E7: 6, F7: 4, E8: 2, F8: 10, E9: '合格', F9: null, H7: '两次逾期' }
const STORED = { '丙 & <公司>': '10 8', 丁: '6 4', 甲: '2 10', '乙 =SUM(1)': '6 -' }

async function issued(variation: Variation = {}): Promise<{ round: BallotRound; blank: File }> {
  const round = ballotRound(variation)
  const { context, roundId, members } = round
  const blank = await ballotWorkbook(context, {
    ...{ commandId: command(), roundId, memberId: members.钱进, ticket: null, language: 'zh' },
  })
  return { round, blank }
}

const read = ({ context, roundId }: BallotRound, file: File) => readBallot(context, { roundId, file })
const take = (
  { context, roundId }: BallotRound,
  file: File,
  { replace = false, abstain = false }: { replace?: boolean; abstain?: boolean } = {},
) => takeBallot(context, { commandId: command(), roundId, file, replace, abstain })

const evaluator = ({ kernel, roundId, members }: BallotRound) =>
  readGroup(kernel, roundId).evaluators.find(({ memberId }) => memberId === members.钱进)

const remarks = ({ kernel }: BallotRound): string[] =>
  kernel.db
    .prepare<[], string>(`SELECT text FROM ballot_note WHERE deleted = 0 AND text <> '' ORDER BY text`)
    .pluck()
    .all()

describe('a ballot workbook that comes back', () => {
  test('is told by counts, taken as one command, handed in, and undone as one', async () => {
    const { round, blank } = await issued()
    const file = await filled(blank, MARKS)
    expect(await read(round, file)).toMatchObject({
      ...{ evaluator: '钱进', marks: 7, cells: 8, remarks: 1, differing: 8, lost: 0 },
      ...{ fate: 'new', empty: false, blankIndicators: [], gone: 0, added: 0 },
    })
    expect(storedMarks(round, round.members.钱进)).toEqual({})
    expect(await take(round, file)).toMatchObject({
      ...{ evaluator: '钱进', marks: 7, remarks: 1, outcome: 'taken', txnId: expect.any(String) },
    })
    expect(storedMarks(round, round.members.钱进)).toEqual(STORED)
    expect(remarks(round)).toEqual(['两次逾期'])
    expect(evaluator(round)).toMatchObject({ marked: 7, submission: { source: 'workbook', late: false } })
    undo(round.kernel, command())
    expect(storedMarks(round, round.members.钱进)).toEqual({})
    expect([remarks(round), evaluator(round)?.submission]).toEqual([[], null])
  })

  test('history tells whose it was and how many marks, never which', async () => {
    const { round, blank } = await issued()
    await take(round, await filled(blank, MARKS))
    const [entry] = listHistory(round.kernel, { limit: 1 }).entries
    expect(entry?.label).toEqual({ command: 'takeBallot', params: { name: '钱进', marks: 7 } })
  })

  test('read twice it changes nothing, whichever program saved it in between', async () => {
    const { round, blank } = await issued()
    const file = await filled(blank, MARKS)
    await take(round, file)
    const again = await filled(file, {})
    expect(await read(round, again)).toMatchObject({ fate: 'same', differing: 0 })
    expect(await take(round, again)).toMatchObject({ outcome: 'same', txnId: null })
  })

  test('a second, different one is only taken where it is to replace the first', async () => {
    const { round, blank } = await issued()
    await take(round, await filled(blank, MARKS))
    const second = await filled(blank, { ...MARKS, E6: 8, F9: 6, F8: null, H7: '一次逾期' })
    expect(await read(round, second)).toMatchObject({ fate: 'differs', differing: 4, lost: 3 })
    expect(await refusalOf(take(round, second))).toEqual({
      code: 'BALLOT_DIFFERS',
      data: { name: '钱进', cells: 4 },
    })
    expect(storedMarks(round, round.members.钱进)).toEqual(STORED)
    await take(round, second, { replace: true })
    expect(storedMarks(round, round.members.钱进)).toMatchObject({ '丙 & <公司>': '8 8', 甲: '2 -' })
    expect(remarks(round)).toEqual(['一次逾期'])
  })

  test('marks given here are not overwritten without a word; those it agrees with are no obstacle', async () => {
    const { round, blank } = await issued()
    const { kernel, roundId, accounts, indicators } = round
    const ticket = enter(round, '钱进')
    const cells = { accountIds: [accounts.丁], indicatorIds: [indicators.忠诚度, indicators.信用] }
    markBallot(kernel, {
      ...{ commandId: command(), roundId, ticket, ...cells },
      ...{ expected: '--', marks: '64', gesture: 'edit' as const },
    })
    expect(await read(round, await filled(blank, MARKS))).toMatchObject({ fate: 'new', lost: 0 })
    const other = await filled(blank, { ...MARKS, F7: 8 })
    expect(await read(round, other)).toMatchObject({ fate: 'differs', lost: 1 })
    expect((await refusalOf(take(round, other))).code).toBe('BALLOT_DIFFERS')
    noteBallot(kernel, {
      ...{ commandId: command(), roundId, ticket, accountId: accounts.丙 },
      ...{ indicatorId: indicators.信用, text: '担保已解除' },
    })
    expect(await read(round, await filled(blank, MARKS))).toMatchObject({ fate: 'differs', lost: 1 })
    await take(round, other, { replace: true })
    expect(storedMarks(round, round.members.钱进)).toMatchObject({ 丁: '6 8' })
    expect(remarks(round)).toEqual(['两次逾期'])
  })

  test('taken back by its evaluator, it can be handed in again', async () => {
    const { round, blank } = await issued()
    const file = await filled(blank, MARKS)
    await take(round, file)
    const ticket = enter(round, '钱进')
    takeBallotBack(round.kernel, { commandId: command(), roundId: round.roundId, ticket })
    expect(await read(round, file)).toMatchObject({ fate: 'new', differing: 0 })
    expect(await take(round, file)).toMatchObject({ outcome: 'taken' })
    expect(evaluator(round)?.submission?.source).toBe('workbook')
  })

  test('without a single mark it is an abstention only when somebody says so', async () => {
    const { round, blank } = await issued()
    expect(await read(round, blank)).toMatchObject({
      ...{ empty: true, marks: 0, blankIndicators: ['忠诚度', '信用'] },
    })
    expect(await refusalOf(take(round, blank))).toEqual({ code: 'BALLOT_EMPTY', data: { name: '钱进' } })
    expect(evaluator(round)?.submission).toBeNull()
    await take(round, blank, { abstain: true })
    expect(evaluator(round)).toMatchObject({ marked: 0, submission: { source: 'workbook' } })
  })

  test('a retry of the same command is answered as before', async () => {
    const { round, blank } = await issued()
    const { context, roundId } = round
    const input = { commandId: command(), roundId, file: await filled(blank, MARKS) }
    const first = await takeBallot(context, { ...input, replace: false, abstain: false })
    expect(await takeBallot(context, { ...input, replace: false, abstain: false })).toEqual(first)
  })

  test('accounts that are gone since are left out, new ones stay blank, names changed here don’t matter', async () => {
    const { round, blank } = await issued()
    const { kernel, accounts } = round
    removeAccounts(kernel, { commandId: command(), accountIds: [accounts.甲] })
    kernel.write({ commandId: command(), label: { command: 'addAccounts', params: {} } }, (tx) => {
      tx.db.prepare('UPDATE account SET name = ? WHERE id = ?').run('丁改名', accounts.丁)
      tx.db.prepare('INSERT INTO account (id, name) VALUES (?, ?)').run(tx.newId(), '戊')
      return {}
    })
    const file = await filled(blank, MARKS)
    expect(await read(round, file)).toMatchObject({ gone: 1, added: 1, fate: 'new' })
    await take(round, file)
    expect(storedMarks(round, round.members.钱进)).toEqual({
      ...{ '丙 & <公司>': '10 8', 丁改名: '6 4', '乙 =SUM(1)': '6 -' },
    })
  })

  test('an evaluator of some indicators gives marks for those alone', async () => {
    const { round, blank } = await issued({ competence: ['信用'] })
    const file = await filled(blank, { F6: 8, F7: 4, G7: '两次逾期' })
    expect(await read(round, file)).toMatchObject({ marks: 2, cells: 4, remarks: 1 })
    await take(round, file)
    expect(storedMarks(round, round.members.钱进)).toEqual({ '丙 & <公司>': '- 8', 丁: '- 4' })
  })
})

describe('rounds and evaluators go on while ballots are out', () => {
  const locked = (round: BallotRound): void => {
    const ticket = enter(round, '顾长风')
    const { kernel, roundId } = round
    takeStep(kernel, { commandId: command(), roundId, ticket, to: 'locked', reason: '' })
  }

  test('after the lock none is taken, and what was taken is not undone', async () => {
    const { round, blank } = await issued()
    const file = await filled(blank, MARKS)
    await take(round, file)
    locked(round)
    expect(() => undo(round.kernel, command())).toThrow(expect.objectContaining({ code: 'NOTHING_TO_UNDO' }))
    const refused = { code: 'ROUND_NOT_THERE', data: { name: '2026 下半年盲评', state: 'locked' } }
    expect(await refusalOf(read(round, file))).toEqual(refused)
    expect(await refusalOf(take(round, file, { replace: true }))).toEqual(refused)
  })

  test('an evaluator who left the group has no ballot any more', async () => {
    const { round, blank } = await issued()
    const { kernel, roundId, members } = round
    const ticket = enter(round, '顾长风')
    unseatEvaluator(kernel, { commandId: command(), roundId, ticket, memberId: members.钱进 })
    expect(await refusalOf(take(round, await filled(blank, MARKS)))).toEqual({
      code: 'BALLOT_WITHOUT_SEAT',
      data: { name: '钱进' },
    })
  })

  test('a ballot that LibreOffice saved is taken like any other', { timeout: 120_000 }, async (testing) => {
    const office = officeOf(testing)
    const { round, blank } = await issued({ competence: ['信用'] })
    const file = await recalculated(office, await filled(blank, { F6: 8, F7: 4, G7: '两次\n逾期  ' }))
    expect(await read(round, file)).toMatchObject({ marks: 2, remarks: 1, fate: 'new' })
    await take(round, file)
    expect(storedMarks(round, round.members.钱进)).toEqual({ '丙 & <公司>': '- 8', 丁: '- 4' })
    expect(await take(round, await filled(file, {}))).toMatchObject({ outcome: 'same' })
  })
})
