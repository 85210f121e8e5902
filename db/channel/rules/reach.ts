import { addDays } from '../../accounts/rules/days.ts'

/** How far from today a day may lie, in days: a year typed wrong would otherwise make a month of 1970 in every report. */
export interface Reach {
  readonly back: number
  readonly ahead: number
}

/** Five years: what is older is no longer entered by hand. */
const FIVE_YEARS = 1_827

/** What is said to have happened; a day to come is refused beside it, in its own words. */
export const HAPPENED = { back: FIVE_YEARS, ahead: 366 } as const satisfies Reach

/** What is planned for a day, or was: an event, the end of a consultation. */
export const PLANNED = { back: FIVE_YEARS, ahead: FIVE_YEARS } as const satisfies Reach

/** What holds for a long time: a rule, a membership, thirty years either way. */
export const LASTING = { back: 10_958, ahead: 10_958 } as const satisfies Reach

/** What somebody is to do: a year back, as late ones are copied from lists, and ten years ahead. */
export const DUE = { back: 366, ahead: 3_660 } as const satisfies Reach

/** The first and the last day within reach. Days as YYYY-MM-DD. */
export const bounds = ({ back, ahead }: Reach, today: string): { from: string; until: string } => ({
  from: addDays(today, -back),
  until: addDays(today, ahead),
})
