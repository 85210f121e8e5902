import { dayNumber } from '../../../department/calendar/rules/calendar.ts'
import type { Span } from '../../rules/periods.ts'

/**
 * On how many days of a span a cadence was kept: those on which the last contact, of that day or before, lay at most so
 * many days back. Days of the parts of a span add up to those of the span.
 * @param on days of contacts in rising order, those before the span too, YYYY-MM-DD
 * @param every days from one contact to the next
 */
export function daysKept(on: readonly string[], every: number, { from, until }: Span): number {
  const [first, last] = [dayNumber(from), dayNumber(until)]
  let kept = 0
  // the first day that no earlier contact has been counted for
  let next = first
  for (const day of on) {
    const number = dayNumber(day)
    const start = Math.max(number, next)
    const end = Math.min(number + every, last)
    if (end < start) continue
    kept += end - start + 1
    next = end + 1
  }
  return kept
}

/** How many days a span has. */
export const daysIn = ({ from, until }: Span): number => Math.max(0, dayNumber(until) - dayNumber(from) + 1)
