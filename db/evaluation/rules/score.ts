import type { Mark } from './marks.ts'
import { type Borders, type Standing, tierOf } from './tiers.ts'

/** 100%: weights are whole hundredths of a percent, so sums are exact. */
export const FULL_WEIGHT = 10_000

/** The least marked weight, in hundredths of a percent, for which a score is given: 80%. */
export const SUFFICIENT_WEIGHT = 8_000

/** How much of the sheet is marked, and what it scores. */
export type Score =
  | { readonly kind: 'complete'; readonly tenths: number; readonly markedWeight: number; readonly blanks: 0 }
  | {
      readonly kind: 'scaled'
      readonly tenths: number
      readonly markedWeight: number
      readonly blanks: number
    }
  | { readonly kind: 'insufficient'; readonly markedWeight: number; readonly blanks: number }

/**
 * A6: Σ mark × weight × 10, rounded half up to a tenth of a point. Whole numbers throughout: with weights in
 * hundredths of a percent, Σ mark × weight is the score in thousandths. When at least 80% of the weight is
 * marked the score is scaled over the marked weight; below that there is none.
 * @param marks one per indicator, null where unmarked
 * @param weights hundredths of a percent, in the same order, adding to 10,000
 */
export function scoreOf(marks: ArrayLike<Mark | null>, weights: ArrayLike<number>): Score {
  let sum = 0
  let markedWeight = 0
  let blanks = 0
  for (let i = 0; i < weights.length; i += 1) {
    const mark = marks[i] ?? null
    const weight = weights[i] ?? 0
    if (mark === null) {
      blanks += 1
    } else {
      sum += mark * weight
      markedWeight += weight
    }
  }
  return scoreOfSums(100 * sum, markedWeight, blanks)
}

/**
 * The score from Σ mark × weight, the marked weight and the number of blank cells. Marks in hundredths, since those of
 * pooled ballots have two decimals; weights in hundredths of a percent.
 */
export function scoreOfSums(sum: number, markedWeight: number, blanks: number): Score {
  if (markedWeight < SUFFICIENT_WEIGHT) return { kind: 'insufficient', markedWeight, blanks }
  const tenths = scoreTenths(sum, markedWeight)
  return blanks === 0
    ? { kind: 'complete', tenths, markedWeight, blanks: 0 }
    : { kind: 'scaled', tenths, markedWeight, blanks }
}

/** Σ mark (hundredths) × weight over the marked weight, in tenths of a point, half rounded up; exact in whole numbers. */
export const scoreTenths = (sum: number, markedWeight: number): number =>
  Math.floor((sum * 2 + markedWeight) / (2 * markedWeight))

/** The tier that a score earns, or `insufficient`. */
export const standingOf = (score: Score, borders: Borders): Standing =>
  score.kind === 'insufficient' ? 'insufficient' : tierOf(score.tenths, borders)

/**
 * Ranks for scores in tenths (null or negative = no score): equal scores share a rank and the next one is skipped (1, 2, 2, 4).
 * Scores are 0–1,000 tenths, so counting them is enough and 10,000 accounts are ranked without sorting.
 */
export function ranksOf(scores: ArrayLike<number | null>): (number | null)[] {
  const rankAt = rankTable(scores)
  return Array.from(scores, (score) => (score === null || score < 0 ? null : (rankAt[score] ?? null)))
}

/** For each score from 0 to 1,000 tenths, the rank that an account with it has among `scores`. */
export function rankTable(scores: ArrayLike<number | null>): Int32Array {
  const countAt = new Int32Array(MAX_TENTHS + 1)
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? null
    if (score !== null && score >= 0) countAt[score] = (countAt[score] ?? 0) + 1
  }
  const rankAt = new Int32Array(MAX_TENTHS + 1)
  let better = 0
  for (let tenths = MAX_TENTHS; tenths >= 0; tenths -= 1) {
    rankAt[tenths] = better + 1
    better += countAt[tenths] ?? 0
  }
  return rankAt
}

const MAX_TENTHS = 1_000
