/** A day as YYYY-MM-DD, in the laptop's own time zone. */
export function dayOf(ms: number): string {
  const date = new Date(ms)
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Whole days from one day to another; negative where the second comes first. Both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_A_DAY)

/** The day so many days after another (before it, where negative). */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_A_DAY).toISOString().slice(0, 10)

/** Whether a text is a day of the calendar as YYYY-MM-DD: 2026-02-29 is none. */
export function isDay(text: string): boolean {
  const ms = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** Whether a text is a year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD. */
export const isPartialDay = (text: string): boolean =>
  /^\d{4}$/.test(text) || (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)) || isDay(text)

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MS_A_DAY = 86_400_000
const two = (number: number): string => String(number).padStart(2, '0')
