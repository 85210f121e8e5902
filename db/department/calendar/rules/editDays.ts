import { addDays } from '../../../accounts/rules/days.ts'
import { type SpecialDay, shiftsOn, type WorkCalendar, weekdayOf } from './calendar.ts'

/** Whether a weekday of the calendar is worked, whatever its listed days say. */
const isPlainWorkday = ({ week }: WorkCalendar, day: string): boolean =>
  (week[weekdayOf(day)] ?? []).length > 0

/** The calendar with a day that differs from its weekday; null makes it a weekday like all others. */
export function withDay(calendar: WorkCalendar, day: string, special: SpecialDay | null): WorkCalendar {
  const { [day]: _, ...others } = calendar.days
  const days = special === null ? others : { ...others, [day]: special }
  return { ...calendar, days }
}

/**
 * The calendar with a worked day made free, or a free one worked. Where that is what the weekday says anyhow, the day is
 * no longer listed.
 */
export function toggledDay(calendar: WorkCalendar, day: string): WorkCalendar {
  const works = shiftsOn(calendar, day).length > 0
  if (isPlainWorkday(calendar, day) !== works) return withDay(calendar, day, null)
  return withDay(calendar, day, { kind: works ? 'off' : 'work', name: '' })
}

/** Listed days in a row that are the same: what a holiday is to people. */
export interface DayRun extends SpecialDay {
  /** YYYY-MM-DD, both included */
  readonly from: string
  readonly to: string
  readonly days: readonly string[]
}

/** The listed days of a year, those in a row with one kind, name and shifts together, in order. */
export function runsOf(calendar: WorkCalendar, year: number): DayRun[] {
  const runs: DayRun[] = []
  for (const day of Object.keys(calendar.days)
    .filter((each) => each.startsWith(`${year}-`))
    .toSorted()) {
    const special = calendar.days[day]
    if (special === undefined) continue
    const last = runs.at(-1)
    if (last && addDays(last.to, 1) === day && isSame(last, special))
      runs[runs.length - 1] = { ...last, to: day, days: [...last.days, day] }
    else runs.push({ ...special, from: day, to: day, days: [day] })
  }
  return runs
}

const isSame = (one: SpecialDay, other: SpecialDay): boolean =>
  one.kind === other.kind &&
  one.name === other.name &&
  JSON.stringify(one.shifts ?? null) === JSON.stringify(other.shifts ?? null)

/** What a year has of each, in days. */
export interface YearCount {
  readonly worked: number
  /** listed as free, though the weekday is worked */
  readonly off: number
  /** listed as worked, though the weekday is free */
  readonly made: number
}

/** Counts a year's days. */
export function countYear(calendar: WorkCalendar, year: number): YearCount {
  const count = { worked: 0, off: 0, made: 0 }
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) {
    const works = shiftsOn(calendar, day).length > 0
    if (works) count.worked += 1
    if (works !== isPlainWorkday(calendar, day)) count[works ? 'made' : 'off'] += 1
  }
  return count
}

/** What taking in a list of days does to a calendar. */
export interface DaysMerge {
  readonly calendar: WorkCalendar
  readonly added: number
  readonly changed: number
  readonly same: number
  /** listed days of the years in the list that it doesn't name; only where whole years are replaced */
  readonly removed: number
}

/** Takes days into a calendar; with `wholeYears` every year that they touch is replaced by what they say of it. */
export function mergeDays(
  calendar: WorkCalendar,
  days: Readonly<Record<string, SpecialDay>>,
  wholeYears: boolean,
): DaysMerge {
  const years = new Set(Object.keys(days).map((day) => day.slice(0, 4)))
  const count = { added: 0, changed: 0, same: 0, removed: 0 }
  const kept: [string, SpecialDay][] = []
  for (const [day, special] of Object.entries(calendar.days)) {
    if (Object.hasOwn(days, day)) continue
    if (wholeYears && years.has(day.slice(0, 4))) count.removed += 1
    else kept.push([day, special])
  }
  for (const [day, special] of Object.entries(days)) {
    const before = calendar.days[day]
    count[before === undefined ? 'added' : isSame(before, special) ? 'same' : 'changed'] += 1
  }
  return { ...count, calendar: { ...calendar, days: Object.fromEntries([...kept, ...Object.entries(days)]) } }
}
