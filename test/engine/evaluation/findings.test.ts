import { describe, expect, it } from 'vitest'
import {
  markBallot,
  openBallot,
  submitBallot,
  writeSubmission,
} from '../../../db/evaluation/ballots/service/ballot.ts'
import { openConsensus } from '../../../db/evaluation/consensus/service/consensus.ts'
import { readFairness } from '../../../db/evaluation/findings/service/fairness.ts'
import { firmnessOf } from '../../../db/evaluation/findings/service/firmness.ts'
import { readPaces } from '../../../db/evaluation/findings/service/marking.ts'
import { tierOf } from '../../../db/evaluation/rules/tiers.ts'
import { listRounds } from '../../../db/evaluation/service/rounds.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { MemberId } from '../../../db/kernel/ids.ts'
import { command, newSampleKernel, refusal } from '../newKernel.ts'
import { type BallotRound, ballotRound, enter, fill, step } from './ballotRounds.ts'

const START = Date.parse('2026-11-02T08:00:00Z')
const HOUR = 3_600_000

/** A round that is being marked, and its clock. */
function marking(): { round: BallotRound; wait: (ms: number) => void } {
  let now = START
  const round = ballotRound(() => now)
  step(round, 'marking')
  return {
    round,
    wait: (ms) => {
      now += ms
    },
  }
}

function reveal(round: BallotRound): void {
  step(round, 'locked')
  step(round, 'consensus')
}

/** Marks one cell of an evaluator's ballot. */
function markOne(
  { kernel, roundId }: BallotRound,
  ticket: string,
  at: number,
  from: string,
  to: string,
): void {
  const { round } = openBallot(kernel, { roundId, ticket })
  const accountId = round.accounts.ids[at >> 1]
  const indicatorId = round.sheet.indicators[at & 1]?.id
  if (!accountId || !indicatorId) throw new Error('no cell')
  markBallot(kernel, {
    ...{ commandId: command(), roundId, ticket, gesture: 'edit' },
    ...{ accountIds: [accountId], indicatorIds: [indicatorId], expected: from, marks: to },
  })
}

describe('the pace of marking', () => {
  it('is read off the change log: a batch a command, until the ballot was handed in', () => {
    const { round, wait } = marking()
    const { kernel, roundId, member, leader } = round
    const ticket = enter(round, member)
    markOne(round, ticket, 0, '-', '8')
    wait(30 * HOUR)
    markOne(round, ticket, 0, '8', '6')
    markOne(round, ticket, 0, '6', '-')
    wait(HOUR)
    fillRest(round, member)
    wait(HOUR / 2)
    submitBallot(kernel, { commandId: command(), roundId, ticket: enter(round, member) })
    const pace = readPaces(kernel.db, roundId).get(member)
    const batches = pace?.batches.map(({ at, cells }) => [(at - START) / HOUR, cells])
    expect(batches?.sort(([a = 0], [b = 0]) => a - b)).toEqual([
      [0, 1],
      // emptying isn't marking
      [30, 1],
      [31, 6],
    ])
    expect(pace?.end).toBe(START + 31.5 * HOUR)
    expect(readPaces(kernel.db, roundId).has(leader)).toBe(false)
  })

  it('counts neither undoing nor what came in a workbook', () => {
    const { round } = marking()
    const { kernel, roundId, member, deputy } = round
    const ticket = enter(round, member)
    markOne(round, ticket, 0, '-', '8')
    markOne(round, ticket, 0, '8', '6')
    undo(kernel, command())
    fill(round, deputy, '888866', false)
    expect(readPaces(kernel.db, roundId).get(member)?.batches).toHaveLength(2)
    expect(readPaces(kernel.db, roundId).get(deputy)?.batches).toHaveLength(1)
    kernel.write({ commandId: command(), label: { command: 'submitBallot', params: {} } }, (tx) => {
      writeSubmission(tx, roundId, deputy, { at: tx.hlc, source: 'workbook', paperId: null, digest: null })
      return {}
    })
    expect(readPaces(kernel.db, roundId).has(deputy)).toBe(false)
  })

  it('ends with the lock where nothing was handed in', () => {
    const { round, wait } = marking()
    const { kernel, roundId, member } = round
    fill(round, member, '2888XX', false)
    expect(readPaces(kernel.db, roundId).get(member)?.end).toBe(null)
    wait(2 * HOUR)
    step(round, 'locked')
    expect(readPaces(kernel.db, roundId).get(member)?.end).toBe(START + 2 * HOUR)
  })
})

/** Gives all six cells of a ballot that is empty. */
function fillRest(round: BallotRound, memberId: MemberId): void {
  fill(round, memberId, '2888XX', false)
}

describe('fairness', () => {
  it('is shown to the leader of a revealed round, with the figures of all whose ballots count', () => {
    const { round } = marking()
    const { kernel, roundId, leader, deputy, member } = round
    fill(round, leader, '888888')
    fill(round, deputy, '666666')
    fill(round, member, '8888XX')
    expect(() => readFairness(kernel, { roundId, ticket: enter(round, leader) })).toThrow('ROUND_NOT_THERE')
    reveal(round)
    expect(() => readFairness(kernel, { roundId, ticket: enter(round, deputy) })).toThrow(
      expect.objectContaining(refusal('NOT_ALLOWED', { need: 'leader' })),
    )
    const { evaluators } = readFairness(kernel, { roundId, ticket: enter(round, leader) })
    expect(evaluators.map(({ name }) => name)).toEqual(['顾长风', '秦素', '林晓舟'])
    // 6 against the mean of 8 and 8, 8 and 8, 8 and 10
    expect(evaluators[1]?.severity?.offset).toBeCloseTo(-(2 + 2 + 3) / 3)
    expect(evaluators[2]?.own).toMatchObject({ ownAccounts: 1, otherAccounts: 2 })
    expect(evaluators[2]?.pace).toMatchObject({ cells: 6, lateShare: 1, largest: 6 })
  })
})

describe('firmness', () => {
  it('tells how far it is, then the smallest changes', async () => {
    const { round } = marking()
    const { kernel, roundId, leader, deputy, member } = round
    fill(round, leader, '8888X2')
    fill(round, deputy, '8888X2')
    fill(round, member, '8888X2')
    reveal(round)
    const stream = firmnessOf(kernel, { roundId })
    const told: { done: number; of: number }[] = []
    let next = await stream.next()
    for (; !next.done; next = await stream.next()) told.push(next.value)
    expect(told.at(-1)).toEqual({ done: 3, of: 3 })
    const firmness = next.value
    // 甲 and 乙 have 80.0 of three equal ballots: one grade less of anybody moves them; 丙 has 68.0
    const scores = firmness.accountIds.map((_, at) => firmness.scores[at])
    expect(scores.toSorted((a = 0, b = 0) => a - b)).toEqual([680, 800, 800])
    const firm = scores.indexOf(680)
    const others = [0, 1, 2].filter((at) => at !== firm)
    expect(others.map((at) => firmness.mark.grades[at])).toEqual([1, 1])
    expect(firmness.order.at(-1)).toBe(firm)
    // three equal ballots are two equal ballots
    expect(firmness.movers).toEqual({ starts: [0, 0, 0, 0], evaluators: [], scores: [] })
    // fewer than five evaluators
    expect([firmness.odds, firmness.draws]).toEqual([null, 0])
  })

  it('names whose absence moves an account, in the sample, and gives the odds of each tier', async () => {
    const kernel = newSampleKernel(() => new Date('2026-11-24T10:00:00').getTime())
    const { id: roundId } = listRounds(kernel).find(({ method }) => method === 'ballots') ?? {}
    if (!roundId) throw new Error('no round')
    const consensus = openConsensus(kernel, roundId)
    const firmness = await lastOf(firmnessOf(kernel, { roundId }))
    expect(firmness.scores).toEqual(consensus.scores)
    const { odds, movers } = firmness
    if (!odds) throw new Error('no odds')
    for (let at = 0; at < odds.length; at += 5)
      expect(odds.slice(at, at + 5).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1_000, -1)
    const moved = movers.starts.findIndex((start, at) => (movers.starts[at + 1] ?? 0) > start)
    const score = movers.scores[movers.starts[moved] ?? 0] ?? 0
    expect(tierOf(score, consensus.borders)).not.toBe(consensus.standings[moved])
    const again = await lastOf(firmnessOf(kernel, { roundId }))
    expect([again.odds, again.order, again.movers]).toEqual([odds, firmness.order, movers])
  })

  it('stops when the caller has gone, and sees nothing before the reveal', async () => {
    const { round } = marking()
    const { kernel, roundId, leader } = round
    await expect(firmnessOf(kernel, { roundId }).next()).rejects.toMatchObject(refusal('ROUND_NOT_THERE'))
    fill(round, leader, '8888X2')
    reveal(round)
    const gone = AbortSignal.abort()
    const stream = firmnessOf(kernel, { roundId }, { signal: gone })
    await stream.next()
    await expect(stream.next()).rejects.toMatchObject(refusal('CANCELLED'))
  })
})

/** What a stream comes to in the end. */
async function lastOf<Result>(stream: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    const next = await stream.next()
    if (next.done) return next.value
  }
}
