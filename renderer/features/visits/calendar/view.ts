import { addDays, isDay } from '../../../../db/accounts/rules/days.ts'

/** How the calendar is looked at. */
export const VIEWS = ['month', 'week', 'agenda'] as const
export type View = (typeof VIEWS)[number]

/** Days that the agenda holds. */
const AGENDA_DAYS = 60

/** 0 is Monday. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -weekdayOf(day))

/** The days that a view shows around a day, both ends among them: whole weeks, Monday first. */
export function spanOf(view: View, day: string): { from: string; until: string } {
  if (view === 'agenda') return { from: day, until: addDays(day, AGENDA_DAYS - 1) }
  if (view === 'week') return { from: mondayOf(day), until: addDays(mondayOf(day), 6) }
  const from = mondayOf(`${day.slice(0, 7)}-01`)
  return { from, until: addDays(mondayOf(addDays(monthAfter(day, 1), -1)), 6) }
}

/** The first day of the month so many months on. */
export function monthAfter(day: string, months: number): string {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
}

/** The day that a view stands on one page further (or back, where negative). */
export function pageAfter(view: View, day: string, pages: number): string {
  if (view === 'month') return monthAfter(day, pages)
  return addDays(day, pages * (view === 'week' ? 7 : AGENDA_DAYS))
}

/** What of the address is a day that a calendar can stand on; else today. */
export const dayIn = (text: string | null, today: string): string =>
  text !== null && isDay(text) && text >= '2000-01-01' && text < '2100-12-01' ? text : today
