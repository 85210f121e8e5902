import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CellBallot } from '../../../../db/evaluation/consensus/contract.ts'
import { MARKS, type Mark } from '../../../../db/evaluation/rules/marks.ts'
import {
  cellFigures,
  discordPercent,
  nearestMark,
  ownMarks,
} from '../../../../renderer/features/evaluation/consensus/cellFigures.ts'
import { memberId } from './rounds.ts'

const ballot = (at: number, mark: Mark | null, more: Partial<CellBallot> = {}): CellBallot => ({
  ...{
    memberId: memberId(at),
    name: `人${at}`,
    seat: 'member',
    votes: 1,
    mark,
    own: false,
    out: null,
    note: '',
  },
  ...more,
})

it('counts marks by votes, without abstentions and those that do not count', () => {
  const ballots = [
    ballot(0, 10, { votes: 3 }),
    ballot(1, 4),
    ballot(2, null),
    ballot(3, 2, { out: 'excused' }),
  ]
  // (3 × 10 + 4) / 4
  expect(cellFigures(ballots)).toMatchObject({ ballots: 2, mean: 850, highest: 10, lowest: 4 })
  expect(cellFigures([ballot(0, null)])).toMatchObject({ ballots: 0, mean: 0 })
})

it('starts from the mark nearest to the mean, of two equally near ones the lower', () => {
  expect([1_000, 901, 900, 899, 500, 683, 200].map(nearestMark)).toEqual([10, 10, 8, 8, 4, 6, 2])
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 1_000 }), (mean) => {
      const distance = Math.abs(nearestMark(mean) * 100 - mean)
      expect(distance).toBe(Math.min(...MARKS.map((mark) => Math.abs(mark * 100 - mean))))
    }),
  )
})

it('sets a mark on an own account beside what the others give', () => {
  const ballots = [ballot(0, 8, { own: true }), ballot(1, 4), ballot(2, 6), ballot(3, null)]
  expect(ownMarks(ballots)).toEqual([{ name: '人0', mark: 8, others: 2, othersMean: 500 }])
  // shown though the round doesn't count it
  const uncounted = [ballot(0, 8, { own: true, out: 'ownExcluded' }), ballot(1, 4)]
  expect(ownMarks(uncounted)).toEqual([{ name: '人0', mark: 8, others: 1, othersMean: 400 }])
  expect(ownMarks([ballot(0, 8, { own: true })])).toEqual([])
})

it('says how far apart marks are, of the furthest that they can be', () => {
  expect([0, 4, 6, 8].map(discordPercent)).toEqual([0, 50, 75, 100])
})
