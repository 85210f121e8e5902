import { CHINA_DAYS } from './chinaDays.ts'

/**
 * A stretch of work in minutes of the local day, as a clock on the wall shows them: 540 is 09:00. `from` is 0 to 1439;
 * `to` is after it by up to a day, so that a night shift ends on the next one.
 */
export interface Shift {
  readonly from: number
  readonly to: number
}

/** What one day is in place of its weekday: free, or worked, by shifts of its own or by the usual ones. */
export interface SpecialDay {
  readonly kind: 'off' | 'work'
  /** what people call it: 春节 */
  readonly name: string
  /** on a day of work alone; without it the usual shifts hold */
  readonly shifts?: readonly Shift[]
}

/** When a team works (issue 5, B4.4): its zone, the shifts of each weekday, and the days that differ. */
export interface WorkCalendar {
  /** IANA name, such as Asia/Shanghai */
  readonly timeZone: string
  /** seven lists of shifts, Monday first; an empty one is a free day */
  readonly week: readonly (readonly Shift[])[]
  /** by day, YYYY-MM-DD */
  readonly days: Readonly<Record<string, SpecialDay>>
}

/** Days with an entry of their own that a calendar may have: a century of holidays with room to spare. */
export const MOST_DAYS = 5_000

/** Characters that the name of a day may have. */
export const LONGEST_NAME = 40

/** Calendars hold, and clocks count, in these years (UTC) and no others. */
export const FIRST_YEAR = 2_000
export const LAST_YEAR = 2_100

const MS_A_DAY = 86_400_000

/** The weekday of a day (YYYY-MM-DD): 0 is Monday, 6 Sunday. */
export const weekdayOf = (day: string): number =>
  (new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay() + 6) % 7

/** The day (YYYY-MM-DD) so many days after 1970-01-01. */
export const dayAtNumber = (number: number): string => new Date(number * MS_A_DAY).toISOString().slice(0, 10)

/** Days from 1970-01-01 to a day (YYYY-MM-DD). */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS_A_DAY

/** The shifts of a make-up workday 调休 that names none: those of the first weekday that has any. */
export const usualShifts = (calendar: WorkCalendar): readonly Shift[] =>
  calendar.week.find((shifts) => shifts.length > 0) ?? []

/** The shifts that begin on a day (YYYY-MM-DD), as the calendar lists them; none on a free day. */
export function shiftsOn(calendar: WorkCalendar, day: string): readonly Shift[] {
  const special = Object.hasOwn(calendar.days, day) ? calendar.days[day] : undefined
  if (special === undefined) return calendar.week[weekdayOf(day)] ?? []
  return special.kind === 'off' ? [] : (special.shifts ?? usualShifts(calendar))
}

const OFFICE_DAY: readonly Shift[] = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60 + 30, to: 18 * 60 },
]

/** The calendar of a department that has made none: office hours with a break at noon, China's holidays of 2024–2026. */
export const DEFAULT_CALENDAR: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  week: [OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, [], []],
  days: CHINA_DAYS,
}
