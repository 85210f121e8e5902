import { type Grades, gradeAll, NO_SCORE, standingWith } from '../../../../db/evaluation/rules/grade.ts'
import { FULL_WEIGHT } from '../../../../db/evaluation/rules/score.ts'
import { type Borders, type Standing, TIERS, type Tier } from '../../../../db/evaluation/rules/tiers.ts'
import type { ScoringModel, StandingCounts } from '../scoring/scoringModel.ts'

/** Borders (tenths) and weights (hundredths of a percent) that are tried out. */
export interface Trial {
  readonly borders: Borders
  readonly weights: readonly number[]
}

/** What a trial would make of a round. */
export interface Tried {
  readonly grades: Grades
  readonly standings: readonly Standing[]
  readonly counts: StandingCounts
}

/** Grades a round as if it had a trial's borders and weights; exceptions stay where they were placed. */
export function tryOut(model: ScoringModel, { borders, weights }: Trial): Tried {
  const grades = gradeAll(model.table, weights)
  const counts = { key: 0, main: 0, ordinary: 0, small: 0, insufficient: 0 }
  const standings = Array.from(grades.scores, (score, row) => {
    const standing = standingWith(score, borders, model.exception(row)?.tier)
    counts[standing] += 1
    return standing
  })
  return { grades, standings, counts }
}

/** An account that a trial would move into another tier. */
export interface Move {
  readonly row: number
  readonly from: Standing
  readonly to: Standing
  readonly direction: 'up' | 'down'
  /** tenths; null where too little would be marked */
  readonly score: number | null
}

/** Best first; an account that can't be graded stands below all. */
const ORDER: readonly Standing[] = [...TIERS, 'insufficient']

/** Who would change tier, the best tried score first. */
export function movesOf(model: ScoringModel, tried: Tried): Move[] {
  const moves: Move[] = []
  tried.standings.forEach((to, row) => {
    const from = model.standing(row)
    if (from === null || from === to) return
    const score = tried.grades.scores[row] ?? NO_SCORE
    moves.push({
      row,
      from,
      to,
      direction: ORDER.indexOf(to) < ORDER.indexOf(from) ? 'up' : 'down',
      score: score === NO_SCORE ? null : score,
    })
  })
  return moves.sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || a.row - b.row)
}

/** How many accounts move from where to where, the most frequent first. */
export function migrations(moves: readonly Move[]): {
  readonly from: Standing
  readonly to: Standing
  readonly direction: 'up' | 'down'
  readonly count: number
}[] {
  const counts = new Map<string, { from: Standing; to: Standing; direction: 'up' | 'down'; count: number }>()
  for (const { from, to, direction } of moves) {
    const key = `${from} ${to}`
    const entry = counts.get(key) ?? { from, to, direction, count: 0 }
    entry.count += 1
    counts.set(key, entry)
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

/** The least weight an indicator may have: a hundredth of a percent. */
const LEAST = 1

/** The heaviest an indicator can be while locked ones stay and every other keeps something. */
export function mostWeight(weights: readonly number[], moved: number, locked: ReadonlySet<number>): number {
  const fixed = weights.reduce((sum, weight, at) => (at !== moved && locked.has(at) ? sum + weight : sum), 0)
  return FULL_WEIGHT - fixed - LEAST * yielding(weights, moved, locked).length
}

const yielding = (weights: readonly number[], moved: number, locked: ReadonlySet<number>): number[] =>
  weights.flatMap((_, at) => (at === moved || locked.has(at) ? [] : [at]))

/**
 * Weights after one is moved: unlocked others give way in the proportions that they were saved with, so that moving
 * back and forth brings everything back. Always whole hundredths adding to 100%.
 */
export function giveWay(
  weights: readonly number[],
  moved: number,
  wanted: number,
  saved: readonly number[],
  locked: ReadonlySet<number>,
): number[] {
  const others = yielding(weights, moved, locked)
  const most = mostWeight(weights, moved, locked)
  if (others.length === 0 || most < LEAST) return [...weights]
  const to = Math.max(LEAST, Math.min(most, Math.round(wanted)))
  const shares = apportion(
    most - to,
    others.map((at) => Math.max(0, (saved[at] ?? 0) - LEAST)),
  )
  const after = [...weights]
  after[moved] = to
  others.forEach((at, index) => {
    after[at] = LEAST + (shares[index] ?? 0)
  })
  return after
}

/** Splits a whole number in given proportions into whole numbers that add up to it: largest remainders first. */
export function apportion(whole: number, proportions: readonly number[]): number[] {
  const sum = proportions.reduce((total, one) => total + one, 0)
  const exact = proportions.map((one) => (sum === 0 ? whole / proportions.length : (whole * one) / sum))
  const shares = exact.map(Math.floor)
  const left = whole - shares.reduce((total, one) => total + one, 0)
  const byRemainder = exact
    .map((one, at) => ({ at, remainder: one - Math.floor(one) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  for (const { at } of byRemainder.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1
  return shares
}

/** Moves a border, at most up to its neighbours, so that their order stays. Tenths of a point. */
export function moveBorder(borders: Borders, border: keyof Borders, wanted: number): Borders {
  const [least, most] = borderRange(borders, border)
  return { ...borders, [border]: Math.max(least, Math.min(most, Math.round(wanted))) }
}

/** Between which scores a border can be moved. */
export function borderRange(borders: Borders, border: keyof Borders): readonly [number, number] {
  switch (border) {
    case 'key':
      return [borders.main + 1, 1_000]
    case 'main':
      return [borders.ordinary + 1, borders.key - 1]
    case 'ordinary':
      return [0, borders.main - 1]
  }
}

/** Each tier's part of a figure's sum, percent with one decimal; null where there is no positive sum to share. */
export function figureShares(
  standings: readonly (Standing | null)[],
  values: readonly (number | null)[],
): {
  readonly shares: Readonly<Record<Tier, number>>
  readonly sum: number
  readonly accounts: number
} | null {
  const sums: Record<Tier, number> = { key: 0, main: 0, ordinary: 0, small: 0 }
  let accounts = 0
  values.forEach((value, row) => {
    const standing = standings[row] ?? null
    if (value === null || standing === null || standing === 'insufficient') return
    sums[standing] += value
    accounts += 1
  })
  const sum = TIERS.reduce((total, tier) => total + sums[tier], 0)
  if (sum <= 0) return null
  const percent = (part: number): number => Math.round((part * 1_000) / sum) / 10
  return {
    shares: {
      key: percent(sums.key),
      main: percent(sums.main),
      ordinary: percent(sums.ordinary),
      small: percent(sums.small),
    },
    sum,
    accounts,
  }
}

/** A8: the part of profit or value that a tier is expected to bring, percent; null where A8 says nothing. */
export const EXPECTED_VALUE: Readonly<Record<Tier, number | null>> = {
  key: 60,
  main: null,
  ordinary: 10,
  small: null,
}
