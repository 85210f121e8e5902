import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PolledRound } from '../../../../db/evaluation/consensus/rules/accountState.ts'
import { poolAll } from '../../../../db/evaluation/consensus/rules/pooling.ts'
import { FULL_WEIGHT, scoreTenths } from '../../../../db/evaluation/rules/score.ts'
import { tierOf } from '../../../../db/evaluation/rules/tiers.ts'
import { anyRound, examined, gradePoll, roundOf } from './polls.ts'

describe('one weight set otherwise', () => {
  it('moves an account by as much as it takes to round to the border', () => {
    // 10 and 6 at 49% and 51%: 79.6; at 49.87% 79.948, at 49.88% 79.952, which is 80.0
    const fragility = examined(roundOf([[10], [6]], [4_900, 5_100]))
    expect([fragility.weight.from[0], fragility.weight.to[0], fragility.weight.scores[0]]).toEqual([
      4_900, 4_988, 800,
    ])
    expect(fragility.weight.shifts[0]).toBe(88)
  })

  /** The score with one weight set otherwise, in exact fractions; −1 where too little is marked. */
  function scoreAt(
    round: PolledRound,
    marks: Uint16Array,
    account: number,
    moved: number,
    to: number,
  ): number {
    const rest = FULL_WEIGHT - (round.weights[moved] ?? 0)
    let [sum, marked] = [0, 0]
    for (let indicator = 0; indicator < round.poll.indicators; indicator += 1) {
      const mark = marks[account * round.poll.indicators + indicator] ?? 0
      const weight = indicator === moved ? to * rest : (round.weights[indicator] ?? 0) * (FULL_WEIGHT - to)
      sum += mark * weight
      marked += mark === 0 ? 0 : weight
    }
    return marked < 8_000 * rest ? -1 : scoreTenths(sum, marked)
  }

  it('is the smallest of all weights in hundredths of a percent that move the tier', () => {
    fc.assert(
      fc.property(anyRound({ accounts: [1, 1], indicators: [1, 5], evaluators: [1, 4] }), (round) => {
        const { indicators } = round.poll
        const { weight } = examined(round)
        const { scores, standings } = gradePoll(round)
        const marks = poolAll(round.poll, round.pooling).marks
        let least: { shift: number; moved: number } | undefined
        for (let moved = 0; moved < indicators && scores[0] !== -1 && indicators > 1; moved += 1) {
          for (let to = 1; to <= FULL_WEIGHT - (indicators - 1); to += 1) {
            const shift = Math.abs(to - (round.weights[moved] ?? 0))
            if (least !== undefined && shift >= least.shift) continue
            const score = scoreAt(round, marks, 0, moved, to)
            if (score !== -1 && tierOf(score, round.borders) !== standings[0]) least = { shift, moved }
          }
        }
        expect(weight.shifts[0]).toBe(least?.shift ?? 0)
        if (least === undefined) return
        const to = weight.to[0] ?? 0
        expect(weight.indicators[0]).toBe(least.moved)
        expect(weight.from[0]).toBe(round.weights[least.moved])
        expect(Math.abs(to - (weight.from[0] ?? 0))).toBe(least.shift)
        expect(weight.scores[0]).toBe(scoreAt(round, marks, 0, least.moved, to))
        expect(tierOf(weight.scores[0] ?? 0, round.borders)).not.toBe(standings[0])
      }),
      { numRuns: 200 },
    )
  })

  it('moves the tier of two indicators when the round is graded with it, and a hundredth less does not', () => {
    fc.assert(
      fc.property(anyRound({ accounts: [1, 3], indicators: [2, 2] }), (round) => {
        const { weight } = examined(round)
        const now = gradePoll(round)
        for (let account = 0; account < round.poll.accounts; account += 1) {
          if (weight.shifts[account] === 0) continue
          const [from, to] = [weight.from[account] ?? 0, weight.to[account] ?? 0]
          const moved = weight.indicators[account]
          const graded = (set: number) =>
            gradePoll({
              ...round,
              weights: moved === 0 ? [set, FULL_WEIGHT - set] : [FULL_WEIGHT - set, set],
            })
          expect(graded(to).scores[account]).toBe(weight.scores[account])
          expect(graded(to).standings[account]).not.toBe(now.standings[account])
          expect(graded(to - Math.sign(to - from)).standings[account]).toBe(now.standings[account])
        }
      }),
      { numRuns: 300 },
    )
  })
})
