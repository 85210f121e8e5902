import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MARKS } from '../../../../db/evaluation/rules/marks.ts'
import {
  outcomesOf,
  tierEffect,
  tiersBetween,
} from '../../../../renderer/features/evaluation/consensus/outcomes.ts'
import { roundOf } from './rounds.ts'

/** 88% are marked 8; the cell at hand weighs 12%. */
const divided = (previous: 'key' | 'main' | null) =>
  roundOf({ weights: [8_800, 1_200], marks: [[860, 500]], ranges: [[0, 6]], previous: [previous] })

describe('what a mark comes to', () => {
  it('is its score and tier, mark by mark', () => {
    // 75.68 points from the other indicators, 1.2 for each mark of this one
    expect(
      outcomesOf(divided('key'), 0, 1).map(({ mark, tenths, standing }) => [mark, tenths, standing]),
    ).toEqual([
      [10, 877, 'key'],
      [8, 853, 'key'],
      [6, 829, 'key'],
      [4, 805, 'key'],
      [2, 781, 'main'],
    ])
  })

  it('is what the engine scores once the meeting agreed on it', () => {
    const cell = fc.record({
      marks: fc.array(fc.constantFrom(0, 200, 433, 600, 683, 1_000), { minLength: 3, maxLength: 3 }),
      column: fc.nat(2),
      at: fc.nat(4),
    })
    fc.assert(
      fc.property(cell, ({ marks, column, at }) => {
        const weights = [5_000, 3_000, 2_000]
        const mark = MARKS[at] ?? 2
        const agreed = roundOf({
          weights,
          marks: [marks.map((held, place) => (place === column ? mark * 100 : held))],
        })
        const outcome = outcomesOf(roundOf({ weights, marks: [marks] }), 0, column)[at]
        expect(outcome).toEqual({ mark, tenths: agreed.score(0), standing: agreed.standing(0) })
      }),
    )
  })

  it('leaves the tier of an account with too few ballots as it was', () => {
    const model = roundOf({
      ...{ weights: [10_000], marks: [[200]], ranges: [[6]] },
      ...{ overdue: [0], previous: ['key'] },
    })
    expect(tiersBetween(outcomesOf(model, 0, 0))).toBe(1)
    expect(outcomesOf(model, 0, 0)[4]?.standing).toBe('key')
  })
})

describe('the sentence on the tier', () => {
  it('names the marks that move the account against the tier before', () => {
    const outcomes = outcomesOf(divided('key'), 0, 1)
    expect(tierEffect(outcomes, 'key')).toEqual({ kind: 'moves', down: [2], up: [] })
    expect(tierEffect(outcomes, 'main')).toEqual({ kind: 'moves', down: [], up: [10, 8, 6, 4] })
    expect(tierEffect(outcomes, 'small')).toEqual({ kind: 'moves', down: [], up: [10, 8, 6, 4, 2] })
    expect(tierEffect(outcomes, null)).toEqual({
      kind: 'splits',
      tiers: [
        { tier: 'key', marks: [10, 8, 6, 4] },
        { tier: 'main', marks: [2] },
      ],
    })
  })

  it('says that no mark moves it, and what it was before', () => {
    const model = roundOf({ weights: [9_900, 100], marks: [[860, 500]] })
    expect(tierEffect(outcomesOf(model, 0, 1), 'key')).toEqual({ kind: 'same', tier: 'key', from: null })
    expect(tierEffect(outcomesOf(model, 0, 1), 'main')).toEqual({ kind: 'same', tier: 'key', from: 'main' })
  })

  it('says that too little is marked', () => {
    const model = roundOf({ weights: [5_000, 3_000, 2_000], marks: [[0, 800, 800]] })
    expect(tierEffect(outcomesOf(model, 0, 1), 'key')).toEqual({ kind: 'insufficient' })
  })
})
