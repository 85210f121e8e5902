import { Refusal } from '../../../kernel/errors.ts'
import { bounds, HAPPENED, type Reach } from '../../rules/reach.ts'

/** @throws Refusal DAY_OUT_OF_RANGE for a day that nobody means; DUE_OUT_OF_RANGE where it is one on which something is due */
export function checkReach(
  day: string | null | undefined,
  reach: Reach,
  today: string,
  code: 'DAY_OUT_OF_RANGE' | 'DUE_OUT_OF_RANGE' = 'DAY_OUT_OF_RANGE',
): void {
  const { from, until } = bounds(reach, today)
  if (day && (day < from || day > until)) throw new Refusal(code, { day, from, until })
}

/**
 * Checks the day on which something is said to have happened. One that stays as it was may be as old as it is.
 * @throws Refusal DAY_TO_COME, DAY_OUT_OF_RANGE
 */
export function checkHappened(day: string | null | undefined, today: string, before?: string | null): void {
  checkPast(day, today)
  if (day !== before) checkReach(day, HAPPENED, today)
}

/** @throws Refusal DAYS_OUT_OF_ORDER where both days are there and the second comes before the first */
export function checkOrder(first: string | null | undefined, second: string | null | undefined): void {
  if (first && second && second < first) throw new Refusal('DAYS_OUT_OF_ORDER', { first, second })
}

/** @throws Refusal DAY_TO_COME where something is said to have happened after today */
export function checkPast(day: string | null | undefined, today: string): void {
  if (day && day > today) throw new Refusal('DAY_TO_COME', { day })
}
