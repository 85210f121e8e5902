import { addDays, daysBetween } from '../../../accounts/rules/days.ts'
import type { Span } from '../../../channel/rules/periods.ts'

/** The first day that is looked at: no customer of today complained before, and days of year 0 can't be reckoned with. */
export const EARLIEST = '1900-01-01'

/**
 * The days of a span that figures can be of: from {@link EARLIEST} to today, the earlier end first. Of a span that lies
 * outside altogether the nearest day. @param today YYYY-MM-DD
 */
export function countedSpan({ from, until }: Span, today: string): Span {
  const [one, other] = [within(from, today), within(until, today)]
  return one <= other ? { from: one, until: other } : { from: other, until: one }
}

const within = (day: string, today: string): string => (day < EARLIEST ? EARLIEST : day > today ? today : day)

/** As many days as a span has, right before it: what its figures are compared with. */
export function spanBefore({ from, until }: Span): Span {
  const last = addDays(from, -1)
  return { from: addDays(last, -daysBetween(from, until)), until: last }
}
