import type { HandoverLine } from '../../../../db/accounts/handover/contract.ts'
import { daysBetween } from '../../../../db/accounts/rules/days.ts'

/** By how many days a hand-over that hasn't moved is past its day; 0 where it isn't. */
export const daysPastDue = (
  { state, dueOn }: Pick<HandoverLine, 'state' | 'dueOn'>,
  today: string,
): number => (state === 'moved' || dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today)))
