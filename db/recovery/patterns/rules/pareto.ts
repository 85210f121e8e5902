import type { Measure } from './dimensions.ts'

/** Share of the whole that the few vital groups have at least: Pareto's 80%. */
export const VITAL_SHARE = 0.8
/** Groups that are shown one by one; the others are told together. */
export const MOST_BARS = 12

/** What cases of a group come to. */
export interface Amounts {
  readonly count: number
  /** what they cost, fen */
  readonly money: number
}

/** A group of cases; its key is an id or a word, null for cases of which it isn't known. */
export interface Group extends Amounts {
  readonly key: string | null
}

/** A group with its share of all groups that are known, and that of it and all larger ones together; fractions 0–1. */
export interface Bar extends Amounts {
  readonly key: string
  readonly share: number
  readonly cumulative: number
}

/** The groups of a measure, the largest first. */
export interface Pareto {
  readonly bars: readonly Bar[]
  /** the smaller groups that no bar shows */
  readonly rest: Amounts & { readonly groups: number }
  /** cases whose group isn't known: no part of any share */
  readonly unknown: Amounts
  /** how many of the largest groups have {@link VITAL_SHARE} of the whole; 0 where there is nothing to share */
  readonly vital: number
}

const NOTHING: Amounts = { count: 0, money: 0 }

const plus = (one: Amounts, other: Amounts): Amounts => ({
  count: one.count + other.count,
  money: one.money + other.money,
})

/**
 * Groups by a measure, the largest first, with the share that each and the largest together have. Groups that have
 * nothing of the measure are told with the rest. Bars, rest and unknown together are all cases.
 */
export function paretoOf(groups: readonly Group[], measure: Measure): Pareto {
  const unknown = groups.filter(({ key }) => key === null).reduce(plus, NOTHING)
  const known = groups
    .flatMap(({ key, count, money }) => (key === null ? [] : [{ key, count, money }]))
    .sort((one, other) => other[measure] - one[measure] || (one.key < other.key ? -1 : 1))
  const whole = known.reduce((sum, group) => sum + group[measure], 0)
  let [sum, vital] = [0, 0]
  const bars: Bar[] = []
  for (const group of known) {
    if (group[measure] === 0) break
    if (sum < whole * VITAL_SHARE) vital += 1
    sum += group[measure]
    if (bars.length < MOST_BARS)
      bars.push({ ...group, share: group[measure] / whole, cumulative: sum / whole })
  }
  const small = known.slice(bars.length)
  return { bars, rest: { ...small.reduce(plus, NOTHING), groups: small.length }, unknown, vital }
}
