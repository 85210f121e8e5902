import { LunarDay, LunarMonth, LunarYear, SolarDay } from 'tyme4ts'
import { isDay } from '../rules/days.ts'
import type { Birthday, BirthdayProblem } from './rules/birthday.ts'

/** Years in which somebody whom we meet can have been born, and which the calendar was checked for. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

/** A month of the lunar calendar with the days that it has: 29 or 30. */
export interface LunarMonthOfYear {
  readonly month: number
  readonly leap: boolean
  readonly days: number
}

/** The months of a lunar year, in order. */
export const lunarMonths = (year: number): LunarMonthOfYear[] =>
  LunarYear.fromYear(year)
    .getMonths()
    .map((month) => ({
      month: Math.abs(month.getMonthWithLeap()),
      leap: month.isLeap(),
      days: month.getDayCount(),
    }))

/** A day of the lunar calendar as a solar one (YYYY-MM-DD). The day must exist. */
export const lunarToSolar = (year: number, month: number, leap: boolean, day: number): string =>
  solarText(LunarDay.fromYmd(year, leap ? -month : month, day).getSolarDay())

/** A solar day (YYYY-MM-DD) in the lunar calendar. */
export function solarToLunar(on: string): { year: number; month: number; leap: boolean; day: number } {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
  const lunar = SolarDay.fromYmd(year, month, day).getLunarDay()
  const lunarMonth = lunar.getLunarMonth()
  return {
    year: lunar.getYear(),
    month: Math.abs(lunarMonth.getMonthWithLeap()),
    leap: lunarMonth.isLeap(),
    day: lunar.getDay(),
  }
}

const solarText = (day: SolarDay): string =>
  [
    String(day.getYear()).padStart(4, '0'),
    ...[day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')),
  ].join('-')

/** What is wrong with a birthday: that no such day was, or that it is yet to come. `today` is YYYY-MM-DD. */
export function birthdayProblem(birthday: Birthday, today: string): BirthdayProblem | undefined {
  const { calendar, year, month, day } = birthday
  if (month < 1 || month > 12 || day < 1 || day > 31) return 'noSuchDay'
  if (year !== null && (year < FIRST_YEAR || year > LAST_YEAR)) return 'outOfRange'
  const problem = calendar === 'lunar' ? lunarProblem(birthday) : solarProblem(birthday)
  if (problem) return problem
  const born = birthDate(birthday)
  return born !== null && born > today ? 'future' : undefined
}

// 2000 has a 29 February: whoever doesn't tell the year may be born on one
const solarProblem = ({ year, month, day }: Birthday): BirthdayProblem | undefined =>
  isDay([year ?? 2000, ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-'))
    ? undefined
    : 'noSuchDay'

function lunarProblem({ year, month, leap, day }: Birthday): BirthdayProblem | undefined {
  if (day > 30) return 'noSuchDay'
  // no first or last month was doubled in these two centuries
  if (year === null) return leap && (month === 1 || month === 12) ? 'noLeapMonth' : undefined
  const found = lunarMonths(year).find((one) => one.month === month && one.leap === leap)
  if (!found) return 'noLeapMonth'
  return day > found.days ? 'lunarMonthShort' : undefined
}

/** The solar day of birth (YYYY-MM-DD); null where the year isn't known. */
export function birthDate({ calendar, year, month, leap, day }: Birthday): string | null {
  if (year === null) return null
  return calendar === 'lunar' ? lunarToSolar(year, month, leap, day) : ymd(year, month, day)
}

/**
 * Full years 周岁 on a day, counted by the solar calendar as law and usage do, also for a lunar birthday; null where
 * the year isn't known. Who was born on 29 February is a year older from 1 March in years without it.
 */
export function ageOn(birthday: Birthday, on: string): number | null {
  const born = birthDate(birthday)
  if (born === null) return null
  return Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0)
}

/**
 * The next day on which a birthday is kept, `from` included (YYYY-MM-DD), as custom has it in years that lack the day
 * itself:
 * - born in a leap month 闰月: in that leap month where the year has it, else in the ordinary month of its number
 *   (闰四月初八 is kept on 四月初八);
 * - born in an ordinary month: never in the leap month that follows it;
 * - born on the 30th 三十: on the last day, the 29th, of a month without;
 * - born on 29 February: on the 28th.
 */
export function nextBirthday(birthday: Birthday, from: string): string {
  const year = birthday.calendar === 'lunar' ? lunarYearOf(from) : Number(from.slice(0, 4))
  const kept = birthdayIn(birthday, year)
  return kept >= from ? kept : birthdayIn(birthday, year + 1)
}

const lunarYearOf = (day: string): number =>
  Number(remembered(`year of ${day}`, () => String(solarToLunar(day).year)))

/** The solar day on which a birthday is kept in a year of its own calendar. */
export function birthdayIn(birthday: Birthday, year: number): string {
  const { calendar, month, leap, day } = birthday
  if (calendar === 'solar') {
    const kept = ymd(year, month, day)
    return isDay(kept) ? kept : ymd(year, 2, 28)
  }
  return remembered(`${year}/${month}/${leap}/${day}`, () => {
    const inLeap = leap && LunarYear.fromYear(year).getLeapMonth() === month
    const days = LunarMonth.fromYm(year, inLeap ? -month : month).getDayCount()
    return lunarToSolar(year, month, inLeap, Math.min(day, days))
  })
}

// working out a lunar day takes 0.1 ms, lists hold thousands, and a year has no more than 780 such keys
const known = new Map<string, string>()
const MOST_REMEMBERED = 10_000

function remembered(key: string, work: () => string): string {
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size >= MOST_REMEMBERED) known.clear()
  const day = work()
  known.set(key, day)
  return day
}

const ymd = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')
