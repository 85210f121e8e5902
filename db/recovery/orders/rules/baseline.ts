import { addDays } from '../../../accounts/rules/days.ts'
import type { ProofFacts } from '../../rules/proof.ts'

/** Months whose orders prove it: as long as the 90 days after the customer was told. */
export const PROOF_MONTHS = 3
/** Months before it happened whose mean stands for a season of which nothing is known, and how few of them will do. */
const MONTHS_BEFORE = { most: 6, fewest: 3 } as const
/** Until this day of a month its own orders belong to the 90 days rather than the next month's. */
const EARLY_DAY = 15

/** Orders by month (YYYY-MM); fen. */
export type Orders = ReadonlyMap<string, number>

/** The month so many months after another one. */
export function addMonths(month: string, months: number): string {
  const [year = 0, one = 1] = month.split('-').map(Number)
  const count = year * 12 + (one - 1) + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The last day of a month, YYYY-MM-DD. */
export const lastDayOf = (month: string): string => addDays(`${addMonths(month, 1)}-01`, -1)

/** The months that prove it for a case whose customer was told on a day: those that lie nearest to the 90 days after. */
export function proofMonths(toldOn: string): string[] {
  const first = addMonths(toldOn.slice(0, 7), Number(toldOn.slice(8)) <= EARLY_DAY ? 0 : 1)
  return Array.from({ length: PROOF_MONTHS }, (_, at) => addMonths(first, at))
}

/** What orders a month there would be without the failure. */
export interface Baseline {
  /** fen a month */
  readonly monthly: number
  /** the same months a year before, or the mean of the months before it happened */
  readonly from: 'season' | 'before'
}

/**
 * The baseline of orders 基线: of the same season a year before where all its months are known and lie before the failure,
 * else the mean of the last months before it. Null where too little is known.
 * @param months those that shall prove it
 * @param failed YYYY-MM in which it happened
 */
export function baselineOf(orders: Orders, months: readonly string[], failed: string): Baseline | null {
  const season = months.map((month) => addMonths(month, -12))
  const known = amountsOf(orders, season)
  if (known.length === months.length && season.every((month) => month < failed))
    return { monthly: meanOf(known), from: 'season' }
  const before = [...orders.keys()]
    .filter((month) => month < failed)
    .toSorted()
    .slice(-MONTHS_BEFORE.most)
  return before.length < MONTHS_BEFORE.fewest
    ? null
    : { monthly: meanOf(amountsOf(orders, before)), from: 'before' }
}

const amountsOf = (orders: Orders, months: readonly string[]): number[] =>
  months.flatMap((month) => orders.get(month) ?? [])

const meanOf = (amounts: readonly number[]): number =>
  Math.round(amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length)

/** Orders as they prove it; null as long as a month that counts isn't over or known, or there is no baseline. */
export function orderProof(
  orders: Orders,
  months: readonly string[],
  baseline: Baseline | null,
  today: string,
): ProofFacts['orders'] {
  const last = months.at(-1)
  const known = amountsOf(orders, months)
  if (baseline === null || last === undefined || lastDayOf(last) >= today || known.length < months.length)
    return null
  return {
    since: known.reduce((sum, amount) => sum + amount, 0),
    baseline: baseline.monthly * months.length,
  }
}
