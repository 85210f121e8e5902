import { addDays } from '../../../accounts/rules/days.ts'
import { clashOf, type Stay } from '../../rules/clashes.ts'

/** Where somebody is on a day: another visit, or what their own calendar says. */
export type StaysOf = (memberId: string, day: string) => readonly Stay[]

/** Whether nobody of these is elsewhere on a day. @param stay of the visit that is to be placed */
export const isFree = (memberIds: readonly string[], day: string, stay: Stay, staysOf: StaysOf): boolean =>
  memberIds.every((memberId) => staysOf(memberId, day).every((other) => clashOf(stay, other) === null))

/**
 * The day of a month on which a visit can be: the wished one, else the next that fits, else one before it. Null where the
 * month holds none. Days are YYYY-MM-DD.
 * @param wished a day of the month from which the search goes on
 * @param fits whether it can be on a day
 */
export function dayInMonth(wished: string, fits: (day: string) => boolean): string | null {
  const month = wished.slice(0, 7)
  for (const step of [1, -1])
    for (let day = step === 1 ? wished : addDays(wished, -1); day.startsWith(month); day = addDays(day, step))
      if (fits(day)) return day
  return null
}

/** The same day of another month (YYYY-MM), or its last one where it is shorter. */
export function sameDayIn(month: string, day: string): string {
  const first = `${month}-01`
  const wished = addDays(first, Number(day.slice(8)) - 1)
  return wished.startsWith(month) ? wished : lastOf(month)
}

const lastOf = (month: string): string => {
  let day = `${month}-28`
  while (addDays(day, 1).startsWith(month)) day = addDays(day, 1)
  return day
}
