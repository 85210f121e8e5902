import { addDays, daysBetween } from '../../../accounts/rules/days.ts'

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
type Frequency = (typeof FREQUENCIES)[number]

const WEEKDAYS: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** A weekday of a rule; the nth of its month or year where `nth` isn't 0, from its end where it is negative. */
interface ByDay {
  readonly weekday: number
  readonly nth: number
}

/** A rule of recurrence (RFC 5545 §3.3.10) as far as calendars of people use them: down to days. */
export interface RepeatRule {
  readonly frequency: Frequency
  readonly interval: number
  readonly count: number | null
  /** the last day, YYYY-MM-DD, or the last moment as YYYY-MM-DD HH:MM; with `utc` in UTC */
  readonly until: { readonly at: string; readonly utc: boolean } | null
  readonly byDay: readonly ByDay[]
  readonly byMonthDay: readonly number[]
  readonly byMonth: readonly number[]
  readonly bySetPos: readonly number[]
  /** 0 is Monday */
  readonly weekStart: number
}

/** A rule from its text; null where it can't be one, or one that goes down to hours. */
export function parseRule(text: string): RepeatRule | null {
  const parts = new Map(
    text
      .split(';')
      .filter((part) => part !== '')
      .map((part) => {
        const [name = '', value = ''] = part.split('=')
        return [name.trim().toUpperCase(), value.trim().toUpperCase()]
      }),
  )
  const frequency = FREQUENCIES.find((one) => one === parts.get('FREQ'))
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const count = parts.has('COUNT') ? Number(parts.get('COUNT')) : null
  const until = parts.get('UNTIL')
  const untilAt = until === undefined ? null : untilOf(until)
  const byDay = listOf(parts.get('BYDAY')).map(byDayOf)
  const numbers = ['BYMONTHDAY', 'BYMONTH', 'BYSETPOS'].map((name) => listOf(parts.get(name)).map(Number))
  const [byMonthDay = [], byMonth = [], bySetPos = []] = numbers
  if (frequency === undefined || !isCount(interval) || (count !== null && !isCount(count))) return null
  if (until !== undefined && untilAt === null) return null
  if (numbers.some((list) => list.some((number) => !Number.isInteger(number) || number === 0))) return null
  if (['BYYEARDAY', 'BYWEEKNO', 'BYHOUR', 'BYMINUTE', 'BYSECOND'].some((name) => parts.has(name))) return null
  const days = byDay.flatMap((day) => day ?? [])
  if (days.length < byDay.length) return null
  const weekStart = Math.max(0, WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO'))
  return {
    ...{ frequency, interval, count, until: untilAt, byDay: days },
    ...{ byMonthDay, byMonth, bySetPos, weekStart },
  }
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1
const listOf = (value: string | undefined): string[] => (value === undefined ? [] : value.split(','))

function byDayOf(text: string): ByDay | null {
  const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text)
  if (!match) return null
  return { nth: Number(match[1] ?? 0), weekday: WEEKDAYS.indexOf(match[2] ?? '') }
}

function untilOf(text: string): RepeatRule['until'] {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?$/.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute, zulu] = match
  const date = `${year}-${month}-${day}`
  return { at: hour === undefined ? date : `${date} ${hour}:${minute}`, utc: zulu === 'Z' }
}

/** Periods without an occurrence after which a rule is taken for one that never comes again: 30 February. */
const MOST_EMPTY = 1_000

/**
 * The days on which a rule has something happen, from its first one on, in order; the first day itself is among them
 * whatever the rule says. `count` is heeded, `until` is not: that is for who knows the time of day and its zone.
 * @param first YYYY-MM-DD
 * @param from a day before which nothing is of interest: a rule without a count isn't followed from its beginning
 */
export function* repeatedDays(
  first: string,
  rule: RepeatRule,
  from: string = first,
): Generator<string, void> {
  let given = 0
  let empty = 0
  for (
    let period = rule.count === null ? periodsBefore(first, rule, from) : 0;
    empty < MOST_EMPTY;
    period += 1
  ) {
    const days = daysOfPeriod(first, rule, period).filter(
      (day) => day > first || (period === 0 && day === first),
    )
    const all = period === 0 && !days.includes(first) ? [first, ...days] : days
    empty = all.length === 0 ? empty + 1 : 0
    for (const day of all) {
      yield day
      given += 1
      if (rule.count !== null && given >= rule.count) return
    }
  }
}

const DAYS_OF: Readonly<Record<Frequency, number>> = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }

/** Periods that certainly end before a day. */
function periodsBefore(first: string, { frequency, interval }: RepeatRule, from: string): number {
  const periods = Math.floor(daysBetween(first, from) / (DAYS_OF[frequency] * interval)) - 2
  return Math.max(0, periods)
}

/** The nth period of a rule: its days after all BY… parts, in order. */
function daysOfPeriod(first: string, rule: RepeatRule, period: number): string[] {
  const days = [...new Set(candidates(first, rule, period))].toSorted()
  if (rule.bySetPos.length === 0) return days
  const chosen = rule.bySetPos.flatMap((at) => days.at(at > 0 ? at - 1 : at) ?? [])
  return [...new Set(chosen)].toSorted()
}

function candidates(first: string, rule: RepeatRule, period: number): string[] {
  const step = period * rule.interval
  switch (rule.frequency) {
    case 'DAILY':
      return [addDays(first, step)].filter(
        (day) => inMonths(day, rule) && onMonthDay(day, rule) && onWeekday(day, rule),
      )
    case 'WEEKLY': {
      const monday = addDays(first, -((weekdayOf(first) - rule.weekStart + 7) % 7) + step * 7)
      const wanted = rule.byDay.length === 0 ? [weekdayOf(first)] : rule.byDay.map(({ weekday }) => weekday)
      return wanted
        .map((weekday) => addDays(monday, (weekday - rule.weekStart + 7) % 7))
        .filter((day) => inMonths(day, rule))
    }
    case 'MONTHLY': {
      const month = monthAfter(first, step)
      return inMonths(`${month}-01`, rule) ? daysOfMonth(first, month, rule) : []
    }
    case 'YEARLY':
      return daysOfYear(first, String(Number(first.slice(0, 4)) + step).padStart(4, '0'), rule)
  }
}

function daysOfMonth(first: string, month: string, rule: RepeatRule): string[] {
  if (rule.byDay.length > 0)
    return nthWeekdays(allDays(month), rule.byDay).filter((day) => onMonthDay(day, rule))
  const wanted = rule.byMonthDay.length > 0 ? rule.byMonthDay : [Number(first.slice(8))]
  return monthDays(month, wanted)
}

function daysOfYear(first: string, year: string, rule: RepeatRule): string[] {
  const months = (rule.byMonth.length > 0 ? rule.byMonth : allMonths).map(
    (month) => `${year}-${String(month).padStart(2, '0')}`,
  )
  if (rule.byDay.length > 0) {
    // within the months that are named, else within the year
    const spans = rule.byMonth.length > 0 ? months.map(allDays) : [months.flatMap(allDays)]
    return spans.flatMap((span) => nthWeekdays(span, rule.byDay)).filter((day) => onMonthDay(day, rule))
  }
  if (rule.byMonthDay.length > 0) return months.flatMap((month) => monthDays(month, rule.byMonthDay))
  const own = rule.byMonth.length > 0 ? months : [`${year}-${first.slice(5, 7)}`]
  return own.flatMap((month) => monthDays(month, [Number(first.slice(8))]))
}

const allMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** Days of a month by their number, from its end where it is negative; those that the month hasn't are left out. */
function monthDays(month: string, numbers: readonly number[]): string[] {
  const days = allDays(month)
  return numbers.flatMap((number) => days.at(number > 0 ? number - 1 : number) ?? [])
}

/** All days of a month. */
function allDays(month: string): string[] {
  const days: string[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}

/** The wanted weekdays of a span of days. */
function nthWeekdays(days: readonly string[], byDay: readonly ByDay[]): string[] {
  return byDay.flatMap(({ weekday, nth }) => {
    const same = days.filter((day) => weekdayOf(day) === weekday)
    return nth === 0 ? same : (same.at(nth > 0 ? nth - 1 : nth) ?? [])
  })
}

const inMonths = (day: string, { byMonth }: RepeatRule): boolean =>
  byMonth.length === 0 || byMonth.includes(Number(day.slice(5, 7)))

const onWeekday = (day: string, { byDay }: RepeatRule): boolean =>
  byDay.length === 0 || byDay.some(({ weekday }) => weekday === weekdayOf(day))

function onMonthDay(day: string, { byMonthDay }: RepeatRule): boolean {
  if (byMonthDay.length === 0) return true
  return monthDays(day.slice(0, 7), byMonthDay).includes(day)
}

/** 0 is Monday. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

const monthAfter = (day: string, months: number): string => {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
}
