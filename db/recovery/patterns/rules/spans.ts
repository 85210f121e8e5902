import { addDays, daysBetween } from '../../../accounts/rules/days.ts'
import type { Span } from '../../../channel/rules/periods.ts'

/** As many days as a span has, right before it: what its figures are compared with. */
export function spanBefore({ from, until }: Span): Span {
  const last = addDays(from, -1)
  return { from: addDays(last, -daysBetween(from, until)), until: last }
}
