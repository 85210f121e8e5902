import { keptRate, RECENT_DAYS } from '../../../accounts/promises/rules/keptRate.ts'
import { addDays } from '../../../accounts/rules/days.ts'

/** Promises that ended on a day, by how. */
export interface SettledDay {
  /** YYYY-MM-DD */
  readonly on: string
  readonly kept: number
  readonly broken: number
}

/** The weeks that the line shows. */
export const WEEKS = 12

/** The kept-rate 承诺兑现率 (C2) and how it came to where it is. Rates in tenths of a percent. */
export interface KeptRates {
  readonly rate: number | null
  readonly kept: number
  readonly broken: number
  /** the rate of the 90 days up to the end of each of twelve weeks, the last one up to today; null before the first promise */
  readonly weeks: readonly (number | null)[]
  /** by how much it moved against the 90 days before; null where either has no promise */
  readonly change: number | null
}

/** Days before today that have to be known: the quarter before, and 90 days before the first week. */
export const DAYS_BACK = RECENT_DAYS * 2

/** The rates on `today` (YYYY-MM-DD). */
export function keptRates(days: readonly SettledDay[], today: string): KeptRates {
  const upTo = (last: string) => {
    const first = addDays(last, -RECENT_DAYS)
    const within = days.filter(({ on }) => on > first && on <= last)
    const kept = within.reduce((sum, day) => sum + day.kept, 0)
    const broken = within.reduce((sum, day) => sum + day.broken, 0)
    return { kept, broken, rate: keptRate({ kept, broken }) }
  }
  const now = upTo(today)
  const before = upTo(addDays(today, -RECENT_DAYS))
  return {
    ...now,
    weeks: Array.from({ length: WEEKS }, (_, week) => upTo(addDays(today, (week - WEEKS + 1) * 7)).rate),
    change: now.rate === null || before.rate === null ? null : now.rate - before.rate,
  }
}
