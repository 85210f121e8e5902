import { describe, expect, it } from 'vitest'
import { merge } from '../../../db/accounts/merging/service/merge.ts'
import { removeMember } from '../../../db/department/service/members.ts'
import {
  markBallot,
  openBallot,
  submitBallot,
  takeBallotBack,
} from '../../../db/evaluation/ballots/service/ballot.ts'
import {
  clearPin,
  readGroup,
  recuse,
  seatEvaluators,
  setRules,
  unseatEvaluator,
} from '../../../db/evaluation/ballots/service/group.ts'
import { enterBallot, leaveBallot, presentWith } from '../../../db/evaluation/ballots/service/presence.ts'
import { takeStep } from '../../../db/evaluation/ballots/service/steps.ts'
import { agreeOn } from '../../../db/evaluation/consensus/service/agreements.ts'
import { openConsensus, readCell } from '../../../db/evaluation/consensus/service/consensus.ts'
import { changeSheet } from '../../../db/evaluation/service/editSheet.ts'
import { gradedRoundFor } from '../../../db/evaluation/service/publishing.ts'
import { listRounds, openRound } from '../../../db/evaluation/service/rounds.ts'
import { listHistory, undo } from '../../../db/kernel/history.ts'
import { verify } from '../../../db/kernel/verify.ts'
import { sharedTables } from '../../../db/tables.ts'
import { command } from '../newKernel.ts'
import { type BallotRound, ballotRound, enter, fill, step } from './ballotRounds.ts'

/** A round in which marking has begun. */
function marking(): BallotRound {
  const round = ballotRound()
  step(round, 'marking')
  return round
}

/** All three ballots in, locked and revealed. 忠诚度 of 甲 is in discord: 10, 8, 2. */
function revealed(): BallotRound {
  const round = marking()
  fill(round, round.leader, 'X88866')
  fill(round, round.deputy, '888866')
  fill(round, round.member, '2888XX')
  step(round, 'locked')
  step(round, 'consensus')
  return round
}

const scores = ({ kernel, roundId }: BallotRound) =>
  gradedRoundFor(kernel, roundId, null).results.map(({ name, score }) => [name, score])

describe('a draft', () => {
  it('seats its group, and starts with one leader, two evaluators and somebody for every indicator', () => {
    const round = ballotRound()
    const { kernel, roundId, leader, deputy } = round
    expect(readGroup(kernel, roundId).evaluators.map(({ name, seat, cells }) => [name, seat, cells])).toEqual(
      [
        ['顾长风', 'leader', 6],
        ['秦素', 'deputy', 6],
        ['林晓舟', 'member', 6],
      ],
    )
    const seat = { memberId: leader, seat: 'deputy', votes: 2, competence: null } as const
    seatEvaluators(kernel, { commandId: command(), roundId, ticket: null, seats: [seat] })
    expect(() => step(round, 'marking', '', deputy)).toThrow('GROUP_FAULTY')
    undo(kernel, command())
    step(round, 'marking', '', deputy)
    expect(readGroup(kernel, roundId)).toMatchObject({
      state: 'marking',
      steps: [{ from: 'draft', to: 'marking', by: '秦素', reason: '' }],
    })
  })

  it('gives a new round the last group', () => {
    const { kernel, sheetId, deputy } = marking()
    removeMember(kernel, { commandId: command(), memberId: deputy })
    const rounds = listRounds(kernel)
    expect(rounds[0]).toMatchObject({ method: 'ballots', evaluators: 3, cells: 18 })
    expect(sheetId).toBe(rounds[0]?.sheetId)
  })
})

describe('a ballot', () => {
  it('is opened by its evaluator alone, with a PIN of their own', () => {
    const round = marking()
    const { kernel, roundId, leader, member } = round
    expect(() => openBallot(kernel, { roundId, ticket: 'guess' })).toThrow('NOT_ENTERED')
    fill(round, leader, 'X88866', false)
    const ticket = enter(round, member)
    const { round: mine } = openBallot(kernel, { roundId, ticket })
    expect(mine.marks).toBe('------')
    expect(mine.evaluator).toMatchObject({ name: '林晓舟', ownAccounts: [expect.any(String)] })
    expect(openRound(kernel, roundId).marks).toBe('------')
    expect(() => openConsensus(kernel, roundId)).toThrow('ROUND_NOT_THERE')
    expect(() => gradedRoundFor(kernel, roundId, null)).toThrow('ROUND_NOT_THERE')
  })

  it('is closed to whoever was there before, once another evaluator came or it was left', () => {
    const round = marking()
    const { kernel, roundId, leader, member } = round
    const first = enter(round, leader)
    const second = enter(round, member)
    expect(() => openBallot(kernel, { roundId, ticket: first })).toThrow('NOT_ENTERED')
    expect(presentWith(kernel, { roundId, ticket: second })).toMatchObject({ name: '林晓舟', seat: 'member' })
    leaveBallot(kernel, { commandId: command(), roundId, ticket: second })
    expect(presentWith(kernel, { roundId, ticket: second })).toBeNull()
  })

  it('makes wrong PINs wait, whatever the clock says', () => {
    let now = Date.UTC(2026, 10, 24)
    const round = ballotRound(() => now)
    const { kernel, roundId, leader } = round
    enter(round, leader)
    const guess = () =>
      enterBallot(kernel, { commandId: command(), roundId, memberId: leader, pin: '9999', choose: false })
    for (let tries = 0; tries < 4; tries += 1) expect(guess).toThrow('PIN_WRONG')
    expect(guess).toThrow('PIN_WAIT')
    now += 86_400_000
    expect(guess).toThrow('PIN_WAIT')
    expect(() => enter(round, leader)).toThrow('PIN_WAIT')
    expect(() =>
      enterBallot(kernel, { commandId: command(), roundId, memberId: leader, pin: '1234', choose: true }),
    ).toThrow('PIN_IS_SET')
  })

  it('can be undone by its evaluator, and not by the next one', () => {
    const round = marking()
    const { kernel, roundId, leader, member } = round
    fill(round, leader, 'X88866', false)
    expect(undo(kernel, command()).label.command).toBe('markBallot')
    fill(round, leader, 'X88866', false)
    const ticket = enter(round, member)
    // what is left to undo has nothing to do with ballots
    expect(kernel.undoStacks.nextUndo?.label.command).toBe('addAccounts')
    leaveBallot(kernel, { commandId: command(), roundId, ticket })
    // by pinyin: 丙, 甲, 乙
    expect(openBallot(kernel, { roundId, ticket: enter(round, leader) }).round.marks).toBe('66X888')
  })

  it('leaves no mark in the history’s words', () => {
    const round = marking()
    fill(round, round.leader, 'X24-66')
    const { entries } = listHistory(round.kernel, { limit: 100 })
    const told = entries.filter(({ label }) => label.command === 'markBallot')
    expect(told.map(({ actor, label }) => [actor, label.params])).toEqual([
      ['顾长风', { name: '顾长风', round: '盲评', cells: 6, gesture: 'paste' }],
    ])
  })

  it('keeps out of accounts that its evaluator is excused from, and of what others judge', () => {
    const round = ballotRound()
    const { kernel, roundId, leader, member } = round
    const { accounts, sheet } = openRound(kernel, roundId)
    const [first] = accounts.ids
    const [loyalty, potential] = sheet.indicators
    if (!first || !loyalty || !potential) throw new Error('incomplete')
    const seat = { memberId: member, seat: 'member', votes: 1, competence: [loyalty.id] } as const
    seatEvaluators(kernel, {
      commandId: command(),
      roundId,
      ticket: null,
      seats: [{ ...seat, competence: [loyalty.id] }],
    })
    recuse(kernel, {
      commandId: command(),
      roundId,
      ticket: null,
      memberId: member,
      accountIds: [first],
      reason: '亲属任职',
    })
    step(round, 'marking', '', leader)
    const ticket = enter(round, member)
    const mark = (accountId: typeof first, indicatorId: typeof loyalty.id) =>
      markBallot(kernel, {
        ...{ commandId: command(), roundId, ticket, expected: '-', marks: '8', gesture: 'edit' },
        ...{ accountIds: [accountId], indicatorIds: [indicatorId] },
      })
    expect(() => mark(first, loyalty.id)).toThrow('CELL_CLOSED')
    const second = accounts.ids[1]
    if (!second) throw new Error('incomplete')
    expect(() => mark(second, potential.id)).toThrow('CELL_CLOSED')
    expect(mark(second, loyalty.id).txnId).not.toBeNull()
    expect(readGroup(kernel, roundId).evaluators[2]).toMatchObject({ marked: 1, cells: 2, recusals: 1 })
  })

  it('is handed in once, taken back before the lock, and closed after it', () => {
    const round = marking()
    const { kernel, roundId, leader, deputy } = round
    fill(round, deputy, 'X88866')
    const ticket = enter(round, deputy)
    expect(() => submitBallot(kernel, { commandId: command(), roundId, ticket })).toThrow('BALLOT_SUBMITTED')
    expect(() => fill(round, deputy, '888866')).toThrow('BALLOT_SUBMITTED')
    takeBallotBack(kernel, { commandId: command(), roundId, ticket: enter(round, deputy) })
    fill(round, leader, '888866')
    step(round, 'locked')
    expect(() => fill(round, deputy, '888866')).toThrow('ROUND_NOT_THERE')
  })
})

describe('the steps of a round', () => {
  it('are the chair’s and the leader’s, back only with a reason, and never undone', () => {
    const round = marking()
    const { kernel, roundId, leader, deputy, member } = round
    fill(round, leader, 'X88866')
    expect(() => step(round, 'locked', '', member)).toThrow('NOT_ALLOWED')
    expect(() =>
      takeStep(kernel, { commandId: command(), roundId, ticket: null, to: 'locked', reason: '' }),
    ).toThrow('NOT_ENTERED')
    step(round, 'locked', '', deputy)
    expect(kernel.undoStacks.nextUndo?.label.command).toBe('addAccounts')
    expect(() => step(round, 'marking', '漏了一人', deputy)).toThrow('NOT_ALLOWED')
    expect(() => step(round, 'marking')).toThrow('REASON_MISSING')
    expect(() => step(round, 'approval')).toThrow('STEP_UNKNOWN')
    step(round, 'marking', '漏了一人')
    expect(readGroup(kernel, roundId).steps.at(-1)).toMatchObject({ by: '顾长风', reason: '漏了一人' })
  })

  it('don’t lock a round that nobody marked', () => {
    expect(() => step(marking(), 'locked')).toThrow('NOTHING_MARKED')
  })

  it('hold the sheet, for which ballots are out', () => {
    const round = marking()
    const { kernel, sheetId, roundId } = round
    const [indicator] = openRound(kernel, roundId).sheet.indicators
    if (!indicator) throw new Error('incomplete')
    const change = { commandId: command(), sheetId, cells: [], add: [], remove: [indicator.id], move: [] }
    expect(() => changeSheet(kernel, change)).toThrow('SHEET_HELD')
    step(round, 'draft', '改表')
    expect(changeSheet(kernel, { ...change, commandId: command() }).txnId).not.toBeNull()
  })
})

describe('a group while ballots are out', () => {
  it('is the chair’s to change; an evaluator taken out no longer counts', () => {
    const round = marking()
    const { kernel, roundId, leader, deputy, member } = round
    fill(round, leader, '888888')
    fill(round, deputy, '888888')
    fill(round, member, '222222')
    const take = (ticket: string | null) =>
      unseatEvaluator(kernel, { commandId: command(), roundId, ticket, memberId: member })
    expect(() => take(null)).toThrow('NOT_ENTERED')
    expect(() => take(enter(round, member))).toThrow('NOT_ALLOWED')
    take(enter(round, deputy))
    step(round, 'locked')
    step(round, 'consensus')
    expect(scores(round).map(([, score]) => score)).toEqual([800, 800, 800])
    expect(() => take(enter(round, leader))).toThrow('ROUND_NOT_THERE')
  })

  it('has a forgotten PIN cleared by the chair, on record', () => {
    const round = marking()
    const { kernel, roundId, leader, member } = round
    enter(round, member)
    const ticket = enter(round, leader)
    clearPin(kernel, { commandId: command(), roundId, ticket, memberId: member })
    expect(readGroup(kernel, roundId).evaluators[2]?.pin).toMatchObject({
      isSet: false,
      cleared: { by: '顾长风' },
    })
  })
})

describe('accounts that are merged while ballots are out', () => {
  it('keep what was said of the one that stays, gaps filled from the other', async () => {
    const round = marking()
    const { kernel, roundId, leader, member } = round
    fill(round, leader, 'X-8866', false)
    fill(round, member, '--2266', false)
    const { accounts } = openRound(kernel, roundId)
    const idOf = (name: string) => String(accounts.ids[accounts.names.indexOf(name)])
    merge(kernel, {
      commandId: command(),
      subject: 'account',
      keepId: idOf('甲'),
      goneId: idOf('乙'),
      take: [],
    })
    const marksOf = (memberId: typeof leader) =>
      openBallot(kernel, { roundId, ticket: enter(round, memberId) }).round.marks
    // by pinyin: 丙, 甲
    expect([marksOf(leader), marksOf(member)]).toEqual(['66X8', '6622'])
    expect(await verify(kernel, sharedTables)).toMatchObject({ ok: true, foreignKeys: 0 })
  })
})

describe('after the reveal', () => {
  it('the ballots are pooled, discord is flagged, and what the meeting agrees on stands', () => {
    const round = revealed()
    const { kernel, roundId, leader } = round
    const before = openConsensus(kernel, roundId)
    const [, , third] = before.accounts.ids
    const row = before.accounts.names.indexOf('甲')
    // (10 + 8 + 2) ÷ 3 = 6.67 × 60% + 8 × 40%
    expect(before.marks.slice(row * 2, row * 2 + 2)).toEqual([667, 800])
    expect(before.scores[row]).toBe(720)
    expect(before.discords.slice(row * 2, row * 2 + 2)).toBe('10')
    const accountId = before.accounts.ids[row]
    const indicatorId = before.sheet.indicators[0]?.id
    if (!accountId || !indicatorId || !third) throw new Error('incomplete')
    const cell = readCell(kernel, { roundId, accountId, indicatorId })
    expect(cell.map(({ name, mark, own, out }) => [name, mark, own, out])).toEqual([
      ['顾长风', 10, false, null],
      ['秦素', 8, false, null],
      ['林晓舟', 2, false, null],
    ])
    agreeOn(kernel, {
      ...{ commandId: command(), roundId, ticket: enter(round, leader), accountId, indicatorId },
      ...{ mark: 400, reason: '份额下滑', arguments: [{ memberId: round.member, text: '常拿他牌压价' }] },
    })
    const after = openConsensus(kernel, roundId)
    expect([after.marks[row * 2], after.scores[row]]).toEqual([400, 560])
    expect(after.agreements).toMatchObject([
      { mark: 400, reason: '份额下滑', by: '顾长风', arguments: [{ name: '林晓舟', text: '常拿他牌压价' }] },
    ])
    expect(undo(kernel, command()).label.command).toBe('agree')
    expect(openConsensus(kernel, roundId).marks[row * 2]).toBe(667)
  })

  it('own accounts count or not, as the rule says', () => {
    const round = ballotRound()
    const { kernel, roundId } = round
    const { rules } = readGroup(kernel, roundId)
    setRules(kernel, { commandId: command(), roundId, ticket: null, rules: { ...rules, own: 'excluded' } })
    step(round, 'marking')
    fill(round, round.leader, '666666')
    fill(round, round.deputy, '666666')
    fill(round, round.member, 'XXXXXX')
    step(round, 'locked')
    step(round, 'consensus')
    // 丙 is the member's own
    expect(new Map(scores(round).map(([name, score]) => [name, score]))).toEqual(
      new Map([
        ['丙', 600],
        ['甲', 733],
        ['乙', 733],
      ]),
    )
  })

  it('late ballots stay closed and don’t count; an account with too few is overdue', () => {
    const round = marking()
    fill(round, round.leader, '888888')
    fill(round, round.deputy, '222222', false)
    step(round, 'locked')
    step(round, 'consensus')
    const { kernel, roundId } = round
    const { evaluators, overdue, standings, accounts, sheet } = openConsensus(kernel, roundId)
    expect(evaluators.map(({ late, counted }) => [late, counted])).toEqual([
      [false, true],
      [true, false],
      [true, false],
    ])
    expect([overdue, standings]).toEqual([
      [0, 1, 2],
      ['insufficient', 'insufficient', 'insufficient'],
    ])
    const [accountId] = accounts.ids
    const indicatorId = sheet.indicators[0]?.id
    if (!accountId || !indicatorId) throw new Error('incomplete')
    expect(readCell(kernel, { roundId, accountId, indicatorId })[1]).toMatchObject({
      mark: null,
      out: 'late',
    })
    expect(() => step(round, 'approval')).toThrow('NOTHING_GRADED')
  })

  it('nothing goes to approval where consensus comes first and discord is open', () => {
    const round = ballotRound()
    const { kernel, roundId } = round
    const { rules } = readGroup(kernel, roundId)
    setRules(kernel, {
      commandId: command(),
      roundId,
      ticket: null,
      rules: { ...rules, pooling: 'consensus' },
    })
    step(round, 'marking')
    fill(round, round.leader, 'X88866')
    fill(round, round.deputy, '288866')
    step(round, 'locked')
    step(round, 'consensus')
    expect(() => step(round, 'approval')).toThrow('DISCORD_OPEN')
  })

  it('history replays to the same rows', async () => {
    const { kernel } = revealed()
    expect(await verify(kernel, sharedTables)).toMatchObject({ ok: true, foreignKeys: 0 })
  })
})
