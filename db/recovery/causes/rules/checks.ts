import { addDays } from '../../../accounts/rules/days.ts'
import { CHECK_DAYS, type CheckDays } from '../../rules/words.ts'

/** What a look at an action found; days YYYY-MM-DD. */
export interface Check {
  readonly on: string
  readonly by: string
  readonly works: boolean
  readonly note: string
}

/** A look at whether an action works: when it is due, and what it found; null before. */
export interface DueCheck {
  readonly days: CheckDays
  readonly dueOn: string
  readonly found: Check | null
}

/** The looks at an action, 30, 90 and 180 days after it was carried out; none before that. */
export const checksOf = (
  doneOn: string | null,
  found: Readonly<Partial<Record<CheckDays, Check>>>,
): DueCheck[] =>
  doneOn === null
    ? []
    : CHECK_DAYS.map((days) => ({ days, dueOn: addDays(doneOn, days), found: found[days] ?? null }))
