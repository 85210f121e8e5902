import { addDays } from '../../accounts/rules/days.ts'
import { weekdayOf } from '../../department/calendar/rules/calendar.ts'

/** The stretches of time that reports are made for. */
export const PERIODS = ['week', 'month', 'quarter', 'year', 'custom'] as const
export type Period = (typeof PERIODS)[number]

/** A stretch of days, both included, YYYY-MM-DD. */
export interface Span {
  readonly from: string
  readonly until: string
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

/** The week (Monday first), month, quarter or year that a day lies in, and so many of them later or, below 0, earlier. */
export function periodAround(period: Exclude<Period, 'custom'>, day: string, shift = 0): Span {
  if (period === 'week') {
    const from = addDays(day, shift * 7 - weekdayOf(day))
    return { from, until: addDays(from, 6) }
  }
  const months = MONTHS[period]
  const first = Math.floor(monthNumber(day) / months + shift) * months
  return { from: firstOfMonth(first), until: addDays(firstOfMonth(first + months), -1) }
}

/** Months from year 0 to the month of a day. */
const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

const firstOfMonth = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`

/** The parts of a span that its months cut it into, oldest first; together they are the span. */
export function byMonth({ from, until }: Span): Span[] {
  const parts: Span[] = []
  for (let start = from; start <= until; ) {
    const last = periodAround('month', start).until
    parts.push({ from: start, until: last < until ? last : until })
    start = addDays(last, 1)
  }
  return parts
}

/** The Mondays of the weeks that a span touches, oldest first. */
export function weeksIn({ from, until }: Span): string[] {
  const weeks: string[] = []
  for (let week = addDays(from, -weekdayOf(from)); week <= until; week = addDays(week, 7)) weeks.push(week)
  return weeks
}
