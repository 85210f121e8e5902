import { Refusal } from '../../../kernel/errors.ts'
import { FIRST_DAY, LAST_DAY } from '../rules/limits.ts'

/** @throws Refusal DAY_OUTSIDE for a day that nobody means, such as one in 9999 */
export function refuseOutside(day: string): void {
  if (day < FIRST_DAY || day > LAST_DAY) throw new Refusal('DAY_OUTSIDE', { day })
}

/** A beginning can't lie in the past: what was promised then can't be promised otherwise now. @throws Refusal DAY_OUTSIDE, DAY_PAST */
export function refusePast(day: string, today: string): void {
  refuseOutside(day)
  if (day < today) throw new Refusal('DAY_PAST', { day, today })
}
