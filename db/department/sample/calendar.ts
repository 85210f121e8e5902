import { addDays } from '../../accounts/rules/days.ts'

/**
 * The days of the story, told from the day on which the sample is loaded: it stands where the pictures have Tuesday
 * 24 November 2026.
 */
export interface Calendar {
  /** YYYY-MM-DD */
  readonly today: string
  readonly year: number
  /** so many days from today, weekend or not: for what the story counts in days */
  day(days: number): string
  /** the same, or the working day before it */
  workday(days: number): string
  /** the same, or the working day after it: for due days */
  dueDay(days: number): string
  /** a text with its dates filled in, see {@link SLOT} */
  say(text: string): string
}

/** The calendar of a sample that is loaded on `today` (YYYY-MM-DD). */
export function calendarOf(today: string): Calendar {
  const day = (days: number) => addDays(today, days)
  const year = Number(today.slice(0, 4))
  return {
    today,
    year,
    day,
    workday: (days) => nearest(day(days), -1),
    dueDay: (days) => nearest(day(days), 1),
    say: (text) =>
      text.replace(SLOT, (_, what: string, count: string) =>
        slotText(what, Number(count), { today, year, day }),
      ),
  }
}

/** Whether people in China's factories work on a day: not at weekends, on New Year's Day, 1–3 May and 1–7 October. */
export function isWorkday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(day.slice(5))
}

const HOLIDAYS = new Set('01-01 05-01 05-02 05-03 10-01 10-02 10-03 10-04 10-05 10-06 10-07'.split(' '))

function nearest(day: string, step: 1 | -1): string {
  let at = day
  while (!isWorkday(at)) at = addDays(at, step)
  return at
}

/**
 * `{day 14}` is “12 月 8 日” in fourteen days, `{date 14}` “12-08”, `{dom 11}` “5 日”, `{month -1}` “10 月” one month
 * ago, `{year 1}` next year, `{weekday 2}` “周四”.
 */
const SLOT = /\{(day|date|dom|month|year|weekday) (-?\d+)\}/g

function slotText(
  what: string,
  count: number,
  { today, year, day }: Pick<Calendar, 'today' | 'year' | 'day'>,
): string {
  if (what === 'year') return String(year + count)
  if (what === 'month') return `${((Number(today.slice(5, 7)) - 1 + count + 120) % 12) + 1} 月`
  const there = day(count)
  if (what === 'date') return there.slice(5)
  if (what === 'weekday') return `周${'日一二三四五六'.charAt(new Date(`${there}T00:00:00Z`).getUTCDay())}`
  const date = Number(there.slice(8))
  return what === 'dom' ? `${date} 日` : `${Number(there.slice(5, 7))} 月 ${date} 日`
}
