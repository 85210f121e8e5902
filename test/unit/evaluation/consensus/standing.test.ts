import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PolledRound, STANDINGS } from '../../../../db/evaluation/consensus/rules/accountState.ts'
import { DEFAULT_DISCORD } from '../../../../db/evaluation/consensus/rules/pooling.ts'
import {
  emptyFragility,
  type Fragility,
  fragilityOf,
  fragilityOrder,
  moversOf,
} from '../../../../db/evaluation/consensus/rules/standing.ts'
import { MARKS } from '../../../../db/evaluation/rules/marks.ts'
import { nearestBorder } from '../../../../db/evaluation/rules/tiers.ts'
import { anyRound, examined, freeBallots, gradePoll, roundOf, withMark } from './polls.ts'

describe('one mark given otherwise', () => {
  it('moves an account that stands two points below a border', () => {
    // 78.0: the first of four evaluators giving 10 instead of 8 on the heavier indicator makes 81.0
    const fragility = examined(
      roundOf(
        [
          [8, 8, 8, 8],
          [8, 8, 8, 6],
        ],
        [6_000, 4_000],
      ),
    )
    expect(fragility.scores[0]).toBe(780)
    expect([fragility.mark.grades[0], fragility.mark.indicators[0], fragility.mark.evaluators[0]]).toEqual([
      1, 0, 0,
    ])
    expect([fragility.mark.from[0], fragility.mark.to[0], fragility.mark.scores[0]]).toEqual([8, 10, 810])
  })

  it('counts what a small vote does by being dropped in the place of a large one', () => {
    const trimmed = (marks: readonly number[], main: number): PolledRound => {
      const round = roundOf([marks], [10_000])
      return {
        ...round,
        poll: { ...round.poll, votes: Uint8Array.of(10, 1, 10, 10, 10, 10, 10) },
        pooling: { pooling: 'trimmed', discord: DEFAULT_DISCORD },
        borders: { key: 1_000, main, ordinary: 100 },
      }
    }
    // (8 + 4 × 40) ÷ 41; with 10 for the 8 that one is dropped, and the vote of 10 for 10 is not: (100 + 4 × 40) ÷ 50
    const up = examined(trimmed([10, 8, 4, 4, 4, 4, 4], 500))
    expect([up.scores[0], up.mark.grades[0], up.mark.evaluators[0], up.mark.scores[0]]).toEqual([
      410, 1, 1, 520,
    ])
    const down = examined(trimmed([2, 4, 8, 8, 8, 8, 8], 700))
    expect([down.scores[0], down.mark.grades[0], down.mark.evaluators[0], down.mark.scores[0]]).toEqual([
      790, 1, 1, 680,
    ])
  })

  /** Every ballot to every other mark, pooled and graded from nothing. */
  function bruteForce(round: PolledRound, account: number) {
    const now = gradePoll(round)
    const score = now.scores[account] ?? 0
    const changes = freeBallots(round.poll, account).flatMap(({ indicator, evaluator, mark }) =>
      MARKS.filter((to) => to !== mark).map((to) => {
        const poll = withMark(round.poll, account, indicator, evaluator, to)
        const after = gradePoll({ ...round, poll })
        return {
          grades: Math.abs(to - mark) / 2,
          indicator,
          evaluator,
          from: mark,
          to,
          score: after.scores[account] ?? 0,
          standing: after.standings[account],
        }
      }),
    )
    return changes
      .filter(({ standing }) => standing !== 'insufficient' && standing !== now.standings[account])
      .sort(
        (a, b) =>
          a.grades - b.grades ||
          Math.abs(b.score - score) - Math.abs(a.score - score) ||
          a.indicator - b.indicator ||
          a.evaluator - b.evaluator ||
          b.to - a.to,
      )[0]
  }

  function agrees(round: PolledRound): void {
    const fragility = examined(round)
    const { scores, standings } = gradePoll(round)
    for (let account = 0; account < round.poll.accounts; account += 1) {
      expect(fragility.scores[account]).toBe(scores[account])
      expect(STANDINGS[fragility.standings[account] ?? 0]).toBe(standings[account])
      const least = standings[account] === 'insufficient' ? undefined : bruteForce(round, account)
      expect(fragility.mark.grades[account]).toBe(least?.grades ?? 0)
      if (least === undefined) continue
      const { indicators, evaluators, from, to, scores: after } = fragility.mark
      expect([indicators, evaluators, from, to, after].map((column) => column[account])).toEqual([
        least.indicator,
        least.evaluator,
        least.from,
        least.to,
        least.score,
      ])
    }
  }

  it('is the smallest that pooling and grading everything anew finds', () => {
    fc.assert(fc.property(anyRound(), agrees), { numRuns: 300 })
  })

  it('is so where enough ballots are given to drop some, with unlike votes', () => {
    const size = { accounts: [1, 1], indicators: [1, 3], evaluators: [5, 9] } as const
    fc.assert(fc.property(anyRound(size), agrees), { numRuns: 300 })
  })
})

describe('one evaluator left out', () => {
  it('moves what pooling and grading without them moves, the smallest change first', () => {
    fc.assert(
      fc.property(anyRound(), (round) => {
        const { poll } = round
        const fragility = examined(round)
        const now = gradePoll(round)
        for (let account = 0; account < poll.accounts; account += 1) {
          const score = now.scores[account] ?? 0
          const absences = Array.from({ length: poll.evaluators }, (_, evaluator) => {
            let without = poll
            for (let indicator = 0; indicator < poll.indicators; indicator += 1)
              without = withMark(without, account, indicator, evaluator, 0)
            const after = gradePoll({ ...round, poll: without })
            return { evaluator, score: after.scores[account] ?? 0, standing: after.standings[account] }
          })
          const had = now.standings[account] !== 'insufficient'
          const moved = absences.filter(
            ({ standing }) => had && standing !== 'insufficient' && standing !== now.standings[account],
          )
          const sorted = moved.toSorted((a, b) => Math.abs(a.score - score) - Math.abs(b.score - score))
          expect(moversOf(round, account)).toEqual(sorted)
          expect(fragility.evaluator.counts[account]).toBe(moved.length)
          expect(fragility.evaluator.needed[account]).toBe(
            had ? absences.filter(({ standing }) => standing === 'insufficient').length : 0,
          )
          if (sorted[0] === undefined) continue
          expect(fragility.evaluator.evaluators[account]).toBe(sorted[0].evaluator)
          expect(fragility.evaluator.scores[account]).toBe(sorted[0].score)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the columns', () => {
  it('hold the distance from the nearest border', () => {
    fc.assert(
      fc.property(anyRound(), (round) => {
        const { scores, distances } = examined(round)
        scores.forEach((score, account) => {
          const expected = score === -1 ? 0 : nearestBorder(score, round.borders).distanceTenths
          expect(distances[account]).toBe(expected)
        })
      }),
    )
  })

  it('are the same however the accounts are cut into stretches', () => {
    fc.assert(
      fc.property(anyRound({ accounts: [2, 6] }), fc.nat(), (round, at) => {
        const { accounts } = round.poll
        const cut = at % accounts
        const into = emptyFragility(accounts)
        fragilityOf(round, [], cut, accounts, into)
        fragilityOf(round, [], 0, cut, into)
        const whole = examined(round)
        for (const part of ['scores', 'standings', 'distances'] as const)
          expect(into[part]).toEqual(whole[part])
        expect(into.mark.grades).toEqual(whole.mark.grades)
        expect(into.evaluator.counts).toEqual(whole.evaluator.counts)
        expect(into.weight.shifts).toEqual(whole.weight.shifts)
      }),
    )
  })
})

describe('the order of fragility', () => {
  const withColumns = (grades: number[], shifts: number[], distances: number[]): Fragility => {
    const columns = emptyFragility(grades.length)
    columns.standings.fill(0)
    columns.mark.grades.set(grades)
    columns.weight.shifts.set(shifts)
    columns.distances.set(distances)
    return columns
  }

  it('goes by grades of one mark, then by the shift of one weight, then by distance; nothing comes last', () => {
    const columns = withColumns([0, 2, 1, 1, 1, 0], [0, 5, 90, 30, 30, 10], [-80, 1, 1, -9, 4, 60])
    expect([...fragilityOrder(columns)]).toEqual([4, 3, 2, 1, 5, 0])
  })

  it('puts accounts without a score behind, and those whose tier people decided last', () => {
    const columns = withColumns([0, 1, 0, 0], [0, 10, 0, 0], [0, 3, 0, 90])
    columns.decided[0] = 1
    columns.standings[2] = STANDINGS.indexOf('insufficient')
    expect([...fragilityOrder(columns)]).toEqual([1, 3, 2, 0])
  })

  it('finds nothing that moves an account whose tier people decided', () => {
    fc.assert(
      fc.property(anyRound(), (round) => {
        const all = new Uint8Array(round.poll.accounts).fill(1)
        const columns = examined(round, all)
        expect(columns.decided).toEqual(all)
        for (const column of [columns.mark.grades, columns.evaluator.counts, columns.weight.shifts])
          expect(column.every((moves) => moves === 0)).toBe(true)
        expect(columns.scores).toEqual(gradePoll(round).scores)
      }),
    )
  })
})
