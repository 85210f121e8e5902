import { daysBetween } from '../../rules/days.ts'
import type { PromiseState } from './states.ts'

/** The part of a promise that lateness and the kept-rate depend on. */
export interface Standing {
  readonly state: PromiseState
  /** YYYY-MM-DD; null where no day was named */
  readonly dueOn: string | null
}

/** How many promises stand where. `late` counts open ones past their day; they are among `open` too. */
export interface Tally {
  readonly open: number
  readonly late: number
  readonly kept: number
  readonly broken: number
  readonly released: number
}

/** Days by which an open promise is late on `today` (YYYY-MM-DD): 0 on its day, before it, and once it is settled. */
export const daysLate = ({ state, dueOn }: Standing, today: string): number =>
  state === 'open' && dueOn !== null ? Math.max(0, daysBetween(dueOn, today)) : 0

/** Counts promises on `today` (YYYY-MM-DD). */
export function tallyOf(promises: Iterable<Standing>, today: string): Tally {
  const counts = { open: 0, late: 0, kept: 0, broken: 0, released: 0 }
  for (const promise of promises) {
    counts[promise.state] += 1
    if (daysLate(promise, today) > 0) counts.late += 1
  }
  return counts
}

/**
 * C2, E4: the kept-rate in tenths of a percent: kept of all that were kept or broken. Promises that the customer
 * released count neither way, open ones not yet, however late; those are told beside it. Null before the first one.
 */
export const keptRate = ({ kept, broken }: Pick<Tally, 'kept' | 'broken'>): number | null =>
  kept + broken === 0 ? null : Math.round((kept * 1_000) / (kept + broken))

/** The window of the recent kept-rate: promises settled in the last so many days. */
export const RECENT_DAYS = 90
