import { type Borders, EXPECTED_SHAPE, TIERS, type Tier, tierOf } from '../../rules/tiers.ts'
import type { Period } from './period.ts'
import { meanOf, rolled } from './window.ts'

/** What a year stands for where it has several rounds: the mean of its halves, or its newest round alone. */
export const PER_YEAR = ['mean', 'newest'] as const
export type PerYear = (typeof PER_YEAR)[number]

/** A published round as far as one measure goes: a whole stored unit for each account that has it. */
export interface MeasuredRound extends Period {
  readonly values: ReadonlyMap<string, number>
}

/** How values become tiers. `borders`: scores by a round's borders. `shape`: figures by rank and A8's expected shape. */
export type Ruler =
  | { readonly kind: 'borders'; readonly borders: Borders }
  | { readonly kind: 'shape'; readonly better: 'more' | 'less' }

/**
 * What the cycle says of an account. `strong`: strong over the cycle, weak this year, so that nobody drops it by mistake.
 * `rising`: better this year than over the cycle. `even`. `noYear`: nothing this year. `tooLittle`: less than half of the
 * window's weight is known.
 */
export const VERDICTS = ['strong', 'rising', 'even', 'noYear', 'tooLittle'] as const
export type Verdict = (typeof VERDICTS)[number]

/** An account over the cycle. Values in whole stored units (tenths of a point, fen, thousandths). */
export interface CycleRow {
  readonly accountId: string
  /** one per year of the window, newest first */
  readonly values: readonly (number | null)[]
  readonly value: number | null
  readonly tier: Tier | null
  readonly thisYear: Tier | null
  readonly verdict: Verdict
  /** for seasonal accounts (B1): this half and the same half of last year; null for the others */
  readonly season: { readonly now: number | null; readonly before: number | null } | null
}

/** What a cycle is judged by. */
export interface CycleRules {
  /** percent per year, newest first; their number is the window */
  readonly weights: readonly number[]
  readonly perYear: PerYear
  readonly ruler: Ruler
  readonly seasonal: ReadonlySet<string>
}

/**
 * Judges accounts over a rolling window that ends with the newest round's year (D2). Seasonal accounts are judged by the
 * newest round's half of each year alone, season with season (B1).
 * @param rounds newest first; a half-year has one
 */
export function cycleOf(
  rounds: readonly MeasuredRound[],
  accountIds: readonly string[],
  { weights, perYear, ruler, seasonal }: CycleRules,
): CycleRow[] {
  const [newest] = rounds
  if (!newest) return []
  const years = weights.map((_, at) => rounds.filter(({ year }) => year === newest.year - at))
  const drafts = accountIds.map((accountId) => {
    const bySeason = seasonal.has(accountId) && newest.half !== null
    const values = years.map((inYear) =>
      bySeason
        ? yearValue(
            inYear.filter(({ half }) => half === newest.half),
            accountId,
            'newest',
          )
        : yearValue(inYear, accountId, perYear),
    )
    const season = bySeason
      ? { now: values[0] ?? null, before: seasonBefore(rounds, newest, accountId) }
      : null
    return { accountId, values, value: rolled(values, weights), season }
  })
  const tiers = tiersOf(
    ruler,
    drafts.map(({ value }) => value),
  )
  const thisYears = tiersOf(
    ruler,
    drafts.map(({ values }) => values[0] ?? null),
  )
  return drafts.map((draft, at) => {
    const tier = tiers[at] ?? null
    const thisYear = thisYears[at] ?? null
    return { ...draft, tier, thisYear, verdict: verdictOf(tier, thisYear) }
  })
}

function yearValue(inYear: readonly MeasuredRound[], accountId: string, perYear: PerYear): number | null {
  const values = inYear.flatMap(({ values: known }) => known.get(accountId) ?? [])
  if (values.length === 0) return null
  if (perYear === 'newest') return values[0] ?? null
  return meanOf(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  )
}

/** The same half of last year, whether or not the window reaches that far. */
const seasonBefore = (
  rounds: readonly MeasuredRound[],
  newest: MeasuredRound,
  accountId: string,
): number | null =>
  rounds.find(({ year, half }) => year === newest.year - 1 && half === newest.half)?.values.get(accountId) ??
  null

function verdictOf(tier: Tier | null, thisYear: Tier | null): Verdict {
  if (tier === null) return 'tooLittle'
  if (thisYear === null) return 'noYear'
  const better = TIERS.indexOf(thisYear) - TIERS.indexOf(tier)
  return better > 0 ? 'strong' : better < 0 ? 'rising' : 'even'
}

/** The tier of each value; null where there is none. Equal values get the same tier, the better one. */
export function tiersOf(ruler: Ruler, values: readonly (number | null)[]): (Tier | null)[] {
  if (ruler.kind === 'borders')
    return values.map((value) => (value === null ? null : tierOf(value, ruler.borders)))
  const known = values.filter((value) => value !== null)
  const order = known.toSorted((a, b) => (ruler.better === 'more' ? b - a : a - b))
  const betterThan = new Map<number, number>()
  order.forEach((value, at) => {
    if (!betterThan.has(value)) betterThan.set(value, at)
  })
  return values.map((value) => {
    const before = value === null ? undefined : betterThan.get(value)
    return before === undefined ? null : tierOfShare((before * 100) / known.length)
  })
}

/** A8: the tier of who has so many percent of the accounts before it. */
function tierOfShare(percentBefore: number): Tier {
  let upTo = 0
  for (const tier of TIERS) {
    upTo += EXPECTED_SHAPE[tier]
    if (percentBefore < upTo) return tier
  }
  return 'small'
}
