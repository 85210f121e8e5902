import { addDays } from '../../../accounts/rules/days.ts'

/** How a membership stands on a day: it ends soon where its last day is within two months. */
export const MEMBERSHIP_STATES = ['coming', 'running', 'ending', 'over'] as const
export type MembershipState = (typeof MEMBERSHIP_STATES)[number]

/** From a day to a day, both YYYY-MM-DD and both in it; `untilOn` null without end. */
export interface Term {
  readonly sinceOn: string
  readonly untilOn: string | null
}

/** How long before its end a membership is worth a word, days. */
export const ENDING_DAYS = 60

/** How a membership stands on `today`. */
export function membershipState({ sinceOn, untilOn }: Term, today: string): MembershipState {
  if (today < sinceOn) return 'coming'
  if (untilOn === null) return 'running'
  if (untilOn < today) return 'over'
  return untilOn <= addDays(today, ENDING_DAYS) ? 'ending' : 'running'
}

/** Whether two terms share a day: an account has one level at a time. */
export const termsMeet = (one: Term, other: Term): boolean =>
  (one.untilOn === null || other.sinceOn <= one.untilOn) &&
  (other.untilOn === null || one.sinceOn <= other.untilOn)
