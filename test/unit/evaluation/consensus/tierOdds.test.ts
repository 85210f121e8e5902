import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PolledRound, STANDINGS } from '../../../../db/evaluation/consensus/rules/accountState.ts'
import { type Draws, drawEvaluators } from '../../../../db/evaluation/consensus/rules/draws.ts'
import type { Poll } from '../../../../db/evaluation/consensus/rules/poll.ts'
import { poolAll } from '../../../../db/evaluation/consensus/rules/pooling.ts'
import { emptyOdds, tierOdds } from '../../../../db/evaluation/consensus/rules/tierOdds.ts'
import { gradeAll, standingWith } from '../../../../db/evaluation/rules/grade.ts'
import { anyRound, gradePoll } from './polls.ts'

const SIZE = { accounts: [1, 3], indicators: [1, 4], evaluators: [5, 9] } as const

function oddsOf(round: PolledRound, draws: Draws): Float64Array {
  const into = emptyOdds(round.poll.accounts)
  tierOdds(round, draws, 0, round.poll.accounts, into)
  return into
}

/** The poll in which every drawn evaluator sits as often as they were drawn. */
function drawnPoll(poll: Poll, draws: Draws, draw: number): Poll {
  const seats = Array.from({ length: poll.evaluators }, (_, evaluator) => evaluator).flatMap((evaluator) =>
    Array.from({ length: draws.times[draw * poll.evaluators + evaluator] ?? 0 }, () => evaluator),
  )
  const seated = (columns: Uint8Array, rows: number): Uint8Array =>
    Uint8Array.from(
      Array.from({ length: rows }, (_, row) =>
        seats.map((at) => columns[row * poll.evaluators + at] ?? 0),
      ).flat(),
    )
  return {
    ...poll,
    evaluators: seats.length,
    marks: seated(poll.marks, poll.accounts * poll.indicators),
    votes: seated(poll.votes, 1),
    relations: seated(poll.relations, poll.accounts),
    competent: seated(poll.competent, poll.indicators),
  }
}

describe('the odds of a tier', () => {
  it('count what pooling and grading each group of drawn evaluators gives', () => {
    fc.assert(
      fc.property(anyRound(SIZE), fc.integer(), (round, seed) => {
        const { poll, pooling, weights, borders } = round
        const draws = drawEvaluators(poll, seed, 12)
        fc.pre(draws !== null)
        const { accounts, indicators } = poll
        const all = poolAll(poll, pooling)
        const counts = new Float64Array(accounts * STANDINGS.length)
        for (let draw = 0; draw < draws.count; draw += 1) {
          const drawn = poolAll(drawnPoll(poll, draws, draw), pooling)
          // where none of the evaluators was drawn the mark stays
          const cells = drawn.marks.map((mark, at) => (drawn.ballots[at] === 0 ? (all.marks[at] ?? 0) : mark))
          const { scores } = gradeAll({ accounts, indicators, cells, perMark: 100 }, weights)
          scores.forEach((score, account) => {
            const at = account * STANDINGS.length + STANDINGS.indexOf(standingWith(score, borders, undefined))
            counts[at] = (counts[at] ?? 0) + 1
          })
        }
        expect(oddsOf(round, draws)).toEqual(counts.map((count) => count / draws.count))
      }),
      { numRuns: 200 },
    )
  })

  it('are 1 for the tier where all evaluators agree in every cell', () => {
    fc.assert(
      fc.property(anyRound(SIZE), fc.integer(), (any, seed) => {
        const { poll } = any
        // whoever gave a mark gave that of the cell
        const marks = poll.marks.map((mark, at) => {
          const first = Math.floor(at / poll.evaluators) * poll.evaluators
          return mark === 0 ? 0 : poll.marks[first] || 6
        })
        const round = { ...any, poll: { ...poll, marks } }
        const draws = drawEvaluators(round.poll, seed, 20)
        fc.pre(draws !== null)
        const odds = oddsOf(round, draws)
        gradePoll(round).standings.forEach((standing, account) => {
          expect(odds[account * STANDINGS.length + STANDINGS.indexOf(standing)]).toBe(1)
        })
      }),
    )
  })

  it('add to 1, repeat with the seed, and do not depend on how the accounts are cut', () => {
    fc.assert(
      fc.property(anyRound(SIZE), fc.integer(), fc.nat(), (round, seed, at) => {
        const draws = drawEvaluators(round.poll, seed, 50)
        fc.pre(draws !== null)
        expect(drawEvaluators(round.poll, seed, 50)).toEqual(draws)
        const { accounts } = round.poll
        const whole = oddsOf(round, draws)
        const cut = at % accounts
        const parts = emptyOdds(accounts)
        tierOdds(round, draws, cut, accounts, parts)
        tierOdds(round, draws, 0, cut, parts)
        expect(parts).toEqual(whole)
        for (let account = 0; account < accounts; account += 1) {
          const start = account * STANDINGS.length
          const sum = whole
            .subarray(start, start + STANDINGS.length)
            .reduce((total, share) => total + share, 0)
          expect(sum).toBeCloseTo(1, 12)
        }
      }),
    )
  })
})

describe('drawn evaluators', () => {
  it('are as many as voted, of those who voted; none below five', () => {
    fc.assert(
      fc.property(anyRound({ ...SIZE, evaluators: [1, 9] }), fc.integer(), ({ poll }, seed) => {
        const voters = Array.from({ length: poll.evaluators }, (_, evaluator) => evaluator).filter(
          (evaluator) => hasVoted(poll, evaluator),
        )
        const draws = drawEvaluators(poll, seed, 10)
        if (voters.length < 5) {
          expect(draws).toBeNull()
          return
        }
        expect([...(draws?.voters ?? [])]).toEqual(voters)
        for (let draw = 0; draw < 10; draw += 1) {
          const times = draws?.times.subarray(draw * poll.evaluators, (draw + 1) * poll.evaluators) ?? []
          expect([...times].reduce((sum, often) => sum + often, 0)).toBe(voters.length)
          expect([...times].every((often, evaluator) => often === 0 || voters.includes(evaluator))).toBe(true)
        }
      }),
    )
  })

  /** Whether pooling would miss the evaluator somewhere. */
  function hasVoted(poll: Poll, evaluator: number): boolean {
    const rules = { pooling: 'mean', discord: { kind: 'range', atLeast: 4 } } as const
    const bare = { ...poll, agreed: new Uint16Array(poll.agreed.length) }
    const without = {
      ...bare,
      marks: poll.marks.map((mark, at) => (at % poll.evaluators === evaluator ? 0 : mark)),
    }
    const [all, fewer] = [poolAll(bare, rules), poolAll(without, rules)]
    return all.ballots.some((count, cell) => poll.banded[cell] === 0 && count !== fewer.ballots[cell])
  }

  it('come with chances that are even', () => {
    const evaluators = 8
    const poll: Poll = {
      accounts: 1,
      indicators: 1,
      evaluators,
      marks: new Uint8Array(evaluators).fill(6),
      votes: new Uint8Array(evaluators).fill(1),
      relations: new Uint8Array(evaluators),
      ownCounts: true,
      competent: new Uint8Array(evaluators).fill(1),
      banded: new Uint16Array(1),
      agreed: new Uint16Array(1),
    }
    const draws = drawEvaluators(poll, 7, 4_000)
    for (let evaluator = 0; evaluator < evaluators; evaluator += 1) {
      const times = (draws?.times ?? new Uint8Array()).filter((_, at) => at % evaluators === evaluator)
      const mean = times.reduce((sum, often) => sum + often, 0) / 4_000
      expect(mean).toBeGreaterThan(0.95)
      expect(mean).toBeLessThan(1.05)
    }
  })
})
