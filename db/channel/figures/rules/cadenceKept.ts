import { daysBetween } from '../../../accounts/rules/days.ts'
import type { Span } from '../../rules/periods.ts'

/**
 * Whether contacts kept a cadence over a span: on each of its days, the last one (or the day before the span, where
 * there was none before) lay at most so many days back.
 * @param on days of contacts in rising order, those before the span too, YYYY-MM-DD
 * @param every days from one contact to the next
 */
export function keptCadence(on: readonly string[], every: number, { from, until }: Span): boolean {
  let last = on.findLast((day) => day < from) ?? from
  // what was neglected before the span is no fault of the span's: it has as long as the policy gives from its first day
  if (daysBetween(last, from) > every) last = from
  for (const day of on) {
    if (day < from) continue
    if (day > until) break
    if (daysBetween(last, day) > every) return false
    last = day
  }
  return daysBetween(last, until) <= every
}
