import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MARKS, type Mark } from '../../../db/evaluation/rules/marks.ts'
import { ranksOf, scoreOf } from '../../../db/evaluation/rules/score.ts'
import { DEFAULT_BORDERS, nearestBorder, tierOf, tierShape } from '../../../db/evaluation/rules/tiers.ts'

/** Weights in hundredths of a percent that add to 100%, with at least one hundredth each. */
const fullWeights = fc
  .array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 20 })
  .map((parts) => {
    const sum = parts.reduce((total, part) => total + part, 0)
    const weights = parts.map((part) => Math.max(1, Math.floor((part * 10_000) / sum)))
    weights[0] = (weights[0] ?? 0) + 10_000 - weights.reduce((total, weight) => total + weight, 0)
    return weights
  })
const mark = fc.constantFrom<Mark>(...MARKS)
const sheetWithMarks = fullWeights.chain((weights) =>
  fc.tuple(
    fc.constant(weights),
    fc.array(fc.option(mark, { freq: 3 }), { minLength: weights.length, maxLength: weights.length }),
  ),
)

/** Twice the distance of a score in tenths from Σ mark × weight × 10 over the marked weight, in exact fractions of that weight. */
function doubleDistance(
  tenths: number,
  weights: number[],
  marks: (Mark | null)[],
): { twice: bigint; marked: bigint } {
  let sum = 0n
  let marked = 0n
  weights.forEach((weight, at) => {
    const given = marks[at] ?? null
    if (given === null) return
    sum += BigInt(given) * BigInt(weight)
    marked += BigInt(weight)
  })
  return { twice: 2n * (BigInt(tenths) * marked - 100n * sum), marked }
}

describe('score (A6)', () => {
  it('is mark × weight × 10: a mark of 8 at 15% gives 12 points', () => {
    expect(scoreOf([8, 2], [1_500, 8_500])).toMatchObject({ kind: 'complete', tenths: 290 })
    expect(scoreOf([8, null], [1_500, 8_500])).toMatchObject({ kind: 'insufficient', blanks: 1 })
  })

  it('is 100 at most and 20 at least for a completely marked sheet', () => {
    expect(scoreOf([10, 10], [4_000, 6_000])).toMatchObject({ tenths: 1_000 })
    expect(scoreOf([2, 2], [4_000, 6_000])).toMatchObject({ tenths: 200 })
  })

  it('rounds half up to a tenth: 79.95 is 80.0', () => {
    // 8 × 99.75% + 6 × 0.25% = 7.995
    expect(scoreOf([8, 6], [9_975, 25])).toMatchObject({ tenths: 800 })
    expect(scoreOf([8, 6], [9_974, 26])).toMatchObject({ tenths: 799 })
  })

  it('is scaled when at least 80% of the weight is marked, and says how many cells are blank', () => {
    expect(scoreOf([10, 8, null], [5_000, 3_000, 2_000])).toEqual({
      kind: 'scaled',
      tenths: 925,
      markedWeight: 8_000,
      blanks: 1,
    })
    expect(scoreOf([10, 8, null], [5_000, 2_999, 2_001])).toMatchObject({ kind: 'insufficient' })
  })

  it('is the nearest tenth, halves up, for every sheet: nothing drifts', () => {
    fc.assert(
      fc.property(sheetWithMarks, ([weights, marks]) => {
        const score = scoreOf(marks, weights)
        if (score.kind === 'insufficient') {
          expect(score.markedWeight).toBeLessThan(8_000)
        } else {
          const { twice, marked } = doubleDistance(score.tenths, weights, marks)
          expect(twice <= marked && twice > -marked).toBe(true)
        }
      }),
    )
  })

  it('rises, or stays, when one mark rises', () => {
    fc.assert(
      fc.property(sheetWithMarks, fc.nat(), ([weights, marks], at) => {
        const column = at % weights.length
        const low = scoreOf(marks.with(column, 4), weights)
        const high = scoreOf(marks.with(column, 6), weights)
        if (low.kind === 'insufficient' || high.kind === 'insufficient') return
        expect(high.tenths).toBeGreaterThanOrEqual(low.tenths)
      }),
    )
  })
})

describe('ranks', () => {
  it('are shared by equal scores and skip the next one: 1, 2, 2, 4', () => {
    expect(ranksOf([930, 820, 820, 812, null])).toEqual([1, 2, 2, 4, null])
  })

  it('are one more than the number of better accounts', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 1_000 }))), (scores) => {
        const ranks = ranksOf(scores)
        scores.forEach((score, at) => {
          const better = scores.filter((other) => other !== null && score !== null && other > score).length
          expect(ranks[at]).toBe(score === null ? null : better + 1)
        })
      }),
    )
  })
})

describe('tiers (A7)', () => {
  it('a score on the border belongs to the higher tier', () => {
    expect([800, 799, 600, 599, 400, 399].map((score) => tierOf(score, DEFAULT_BORDERS))).toEqual([
      'key',
      'main',
      'main',
      'ordinary',
      'ordinary',
      'small',
    ])
  })

  it('tells the nearest border with its sign', () => {
    expect(nearestBorder(812, DEFAULT_BORDERS)).toEqual({ border: 'key', distanceTenths: 12 })
    expect(nearestBorder(588, DEFAULT_BORDERS)).toEqual({ border: 'main', distanceTenths: -12 })
  })

  it('shows the shape against the expected one (A8), leaving insufficient accounts out', () => {
    const { shares, graded, insufficient } = tierShape(['key', 'main', 'main', 'small', 'insufficient'])
    expect([graded, insufficient]).toEqual([4, 1])
    expect(
      shares.map(({ tier, count, percent, expectedPercent }) => [tier, count, percent, expectedPercent]),
    ).toEqual([
      ['key', 1, 25, 10],
      ['main', 2, 50, 20],
      ['ordinary', 0, 0, 30],
      ['small', 1, 25, 40],
    ])
  })
})
