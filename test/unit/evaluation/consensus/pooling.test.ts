import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Poll, RELATION } from '../../../../db/evaluation/consensus/rules/poll.ts'
import {
  DEFAULT_DISCORD,
  deviationOf,
  isDiscord,
  meanOf,
  pollCell,
  poolAll,
  rangeOf,
  trimmedMeanOf,
} from '../../../../db/evaluation/consensus/rules/pooling.ts'
import { MARKS } from '../../../../db/evaluation/rules/marks.ts'

/** One cell with these ballots (0 = none given) and votes. */
function cellPoll(marks: readonly number[], votes: readonly number[] = marks.map(() => 1)): Poll {
  return {
    accounts: 1,
    indicators: 1,
    evaluators: marks.length,
    marks: Uint8Array.from(marks),
    votes: Uint8Array.from(votes),
    relations: new Uint8Array(marks.length),
    ownCounts: true,
    competent: new Uint8Array(marks.length).fill(1),
    banded: new Uint16Array(1),
    agreed: new Uint16Array(1),
  }
}

const ballot = fc.record({ mark: fc.constantFrom(0, ...MARKS), vote: fc.integer({ min: 1, max: 99 }) })
const poll = (ballots: readonly { mark: number; vote: number }[]): Poll =>
  cellPoll(
    ballots.map(({ mark }) => mark),
    ballots.map(({ vote }) => vote),
  )

describe('the marks of ten blind ballots', () => {
  const loyalty = cellPoll([8, 8, 6, 6, 6, 4, 4, 4, 2, 2])

  it('have a mean, a range and a deviation', () => {
    const cell = pollCell(loyalty, 0, 0)
    expect(meanOf(cell)).toBe(500)
    expect(rangeOf(cell)).toBe(6)
    expect(deviationOf(cell)).toBe(205)
    expect(isDiscord(cell, DEFAULT_DISCORD)).toBe(true)
  })

  it('lose the highest and the lowest when trimmed', () => {
    expect(trimmedMeanOf(pollCell(cellPoll([10, 8, 8, 8, 2]), 0, 0))).toBe(800)
  })

  it('are not trimmed below five', () => {
    expect(trimmedMeanOf(pollCell(cellPoll([10, 8, 8, 2]), 0, 0))).toBe(700)
  })

  it('weigh by votes', () => {
    expect(meanOf(pollCell(cellPoll([10, 6], [3, 1]), 0, 0))).toBe(900)
  })

  it('lose, of two who gave the highest, the one whose vote weighs less', () => {
    // left: 10 × 3, 6 × 1, 6 × 1
    expect(trimmedMeanOf(pollCell(cellPoll([10, 10, 6, 6, 2], [3, 1, 1, 1, 1]), 0, 0))).toBe(840)
  })
})

describe('who counts', () => {
  it('leaves out the excused, the owner where the rule says so, and those without competence', () => {
    const base = cellPoll([10, 8, 6, 2])
    const relations = Uint8Array.from([RELATION.none, RELATION.own, RELATION.excused, RELATION.none])
    const competent = Uint8Array.from([1, 1, 1, 0])
    expect(meanOf(pollCell({ ...base, relations, competent }, 0, 0))).toBe(900)
    expect(meanOf(pollCell({ ...base, relations, competent, ownCounts: false }, 0, 0))).toBe(1000)
  })
})

describe('pooling', () => {
  const rules = { pooling: 'mean', discord: DEFAULT_DISCORD } as const

  it('takes data before agreements, and agreements before ballots', () => {
    const base = cellPoll([10, 2])
    const agreed = Uint16Array.of(400)
    expect(poolAll({ ...base, agreed }, rules).marks[0]).toBe(400)
    expect(poolAll({ ...base, agreed, banded: Uint16Array.of(1000) }, rules).marks[0]).toBe(1000)
  })

  it('waits for the meeting in discord where consensus comes first', () => {
    const consensus = { pooling: 'consensus', discord: DEFAULT_DISCORD } as const
    expect(poolAll(cellPoll([10, 2]), consensus).marks[0]).toBe(0)
    expect(poolAll(cellPoll([10, 8]), consensus).marks[0]).toBe(900)
  })

  it('calls discord what deviates by as much as is shown', () => {
    const several = fc.array(ballot, { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(several, fc.integer({ min: 1, max: 400 }), (ballots, atLeast) => {
        const cell = pollCell(poll(ballots), 0, 0)
        fc.pre(cell.ballots > 1)
        expect(isDiscord(cell, { kind: 'deviation', atLeast })).toBe(deviationOf(cell) >= atLeast)
        expect(isDiscord(cell, { kind: 'deviation', atLeast: Math.max(1, deviationOf(cell)) })).toBe(
          deviationOf(cell) > 0,
        )
      }),
    )
  })

  it('keeps means between the lowest and the highest mark, trimmed ones too', () => {
    fc.assert(
      fc.property(fc.array(ballot, { minLength: 1, maxLength: 20 }), (ballots) => {
        const cell = pollCell(poll(ballots), 0, 0)
        for (const mean of [meanOf(cell), trimmedMeanOf(cell)]) {
          if (cell.ballots === 0) expect(mean).toBe(0)
          else {
            expect(mean).toBeGreaterThanOrEqual(cell.lowest * 100)
            expect(mean).toBeLessThanOrEqual(cell.highest * 100)
          }
        }
      }),
    )
  })

  it('does not depend on the order of evaluators', () => {
    const shuffled = fc
      .array(ballot, { minLength: 1, maxLength: 12 })
      .chain((ballots) =>
        fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length })),
      )
    fc.assert(
      fc.property(shuffled, ([ballots, others]) => {
        const [a, b] = [pollCell(poll(ballots), 0, 0), pollCell(poll(others), 0, 0)]
        expect([meanOf(b), trimmedMeanOf(b), deviationOf(b)]).toEqual([
          meanOf(a),
          trimmedMeanOf(a),
          deviationOf(a),
        ])
      }),
    )
  })

  it('is what one gets by listing every vote as a ballot of its own', () => {
    fc.assert(
      fc.property(fc.array(ballot, { minLength: 1, maxLength: 8 }), (ballots) => {
        const single = ballots.flatMap(({ mark, vote }) => Array.from({ length: vote }, () => mark))
        expect(meanOf(pollCell(poll(ballots), 0, 0))).toBe(meanOf(pollCell(cellPoll(single), 0, 0)))
      }),
    )
  })
})
