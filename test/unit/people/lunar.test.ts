import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ageOn,
  birthdayIn,
  birthdayProblem,
  lunarMonths,
  lunarToSolar,
  nextBirthday,
  solarToLunar,
} from '../../../db/accounts/people/lunar.ts'
import { type Birthday, parseBirthday } from '../../../db/accounts/people/rules/birthday.ts'
import { addDays, daysBetween } from '../../../db/accounts/rules/days.ts'

interface KnownYear {
  readonly year: number
  readonly firstDay: string
  readonly leap: number | null
  readonly days: readonly number[]
}

const known: readonly KnownYear[] = readFileSync(
  new URL('../../fixtures/calendar/lunarYears.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [year = '', firstDay = '', leap = '', lengths = ''] = line.split(' ')
    return {
      year: Number(year),
      firstDay,
      leap: leap === '-' ? null : Number(leap),
      days: Array.from(lengths, (length) => (length === '大' ? 30 : 29)),
    }
  })

const read = (text: string): Birthday => {
  const birthday = parseBirthday(text)
  if (!birthday.ok) throw new Error(birthday.problem)
  return birthday.birthday
}

describe('the lunar calendar against a table of known dates', () => {
  it('knows 201 years', () => {
    expect(known.map(({ year }) => year)).toEqual(Array.from({ length: 201 }, (_, at) => 1900 + at))
  })

  it.each(known)('has the months of $year', ({ year, firstDay, leap, days }) => {
    const months = lunarMonths(year)
    expect(months.map((month) => month.days)).toEqual(days)
    expect(months.filter((month) => month.leap).map(({ month }) => month)).toEqual(
      leap === null ? [] : [leap],
    )
    expect(lunarToSolar(year, 1, false, 1)).toBe(firstDay)
    let begins = firstDay
    for (const month of months) {
      expect(lunarToSolar(year, month.month, month.leap, 1)).toBe(begins)
      expect(solarToLunar(addDays(begins, month.days - 1))).toEqual({
        year,
        month: month.month,
        leap: month.leap,
        day: month.days,
      })
      begins = addDays(begins, month.days)
    }
    // the day after the last one is the new year's day of the next
    expect(solarToLunar(begins)).toEqual({ year: year + 1, month: 1, leap: false, day: 1 })
  })

  /**
   * Where ICU's approximate astronomy puts a month on another day or the leap month at another place than the
   * observatory's table: the month as ICU counts it and the day on which it lets it begin.
   */
  const ICU_ERRS = [
    '1917/3 1917-03-23',
    '1917/3bis 1917-04-21',
    '1922/6 1922-06-25',
    '1922/6bis 1922-07-24',
    '1954/1 1954-02-04',
    '1955/2 1955-02-23',
    '1987/7 1987-07-26',
    '1987/7bis 1987-08-24',
    '1998/12 1999-01-18',
    '2012/7 2012-08-18',
    '2018/10 2018-11-07',
    '2027/1 2027-02-07',
    '2030/1 2030-02-02',
    '2070/2 2070-03-13',
  ]

  it("agrees with ICU on every month's first day, but where ICU is known to err", () => {
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    })
    const differing: string[] = []
    // a month has 29 days or 30: after a first day none follows for 28 more
    for (let day = '1900-01-31', step = 1; day < '2101-01-29'; day = addDays(day, step)) {
      step = 1
      const parts = new Map<string, string>(
        chinese.formatToParts(Date.parse(day)).map(({ type, value }) => [type, value]),
      )
      if (parts.get('day') !== '1') continue
      step = 29
      const month = parts.get('month') ?? ''
      const expected = {
        year: Number(parts.get('relatedYear')),
        month: Number.parseInt(month, 10),
        leap: month.endsWith('bis'),
        day: 1,
      }
      if (JSON.stringify(solarToLunar(day)) !== JSON.stringify(expected))
        differing.push(`${expected.year}/${month} ${day}`)
    }
    expect(differing).toEqual(ICU_ERRS)
  })
})

describe('birthdays that were', () => {
  it.each([
    ['农历2023年闰二月廿九', undefined],
    ['农历2023年闰二月三十', 'lunarMonthShort'],
    ['农历2024年正月三十', 'lunarMonthShort'],
    ['农历2024年二月三十', undefined],
    ['农历2020年闰四月初八', undefined],
    ['农历2021年闰四月初八', 'noLeapMonth'],
    ['闰正月初一', 'noLeapMonth'],
    ['闰腊月初一', 'noLeapMonth'],
    ['闰冬月初一', undefined],
    ['腊月三十', undefined],
    ['2月29日', undefined],
    ['2月30日', 'noSuchDay'],
    ['1995-02-29', 'noSuchDay'],
    ['1996-02-29', undefined],
    ['1899-12-31', 'outOfRange'],
    ['2026-11-24', undefined],
    ['2026-11-25', 'future'],
    ['农历2026年十月十七', 'future'],
    ['农历2026年十月十六', undefined],
  ])('%s: %s', (text, problem) => {
    expect(birthdayProblem(read(text), '2026-11-24')).toBe(problem)
  })
})

describe('the next birthday', () => {
  it.each([
    ['3月14日', '2026-11-24', '2027-03-14'],
    ['11月24日', '2026-11-24', '2026-11-24'],
    ['农历十月廿一', '2026-11-24', '2026-11-29'],
    ['农历十月廿一', '2026-11-30', '2027-11-18'],
    // at a year's end: the twelfth month of a lunar year lies in the next solar one
    ['腊月廿三', '2026-12-31', '2027-01-30'],
    ['正月初一', '2026-12-31', '2027-02-06'],
    // born on the 30th, in years whose last month has 29 days
    ['腊月三十', '2024-12-01', '2025-01-28'],
    ['腊月三十', '2023-12-01', '2024-02-09'],
    // born in a leap month: in it where there is one, else in the ordinary month
    ['闰四月初八', '2020-05-01', '2020-05-30'],
    ['闰四月初八', '2026-01-01', '2026-05-24'],
    // born in the ordinary month: not a second time in the leap month
    ['农历四月初八', '2020-05-01', '2021-05-19'],
    // the leap month is a day shorter than the day of birth
    ['闰二月三十', '2023-01-01', '2023-04-19'],
    ['2月29日', '2027-01-01', '2027-02-28'],
    ['2月29日', '2028-01-01', '2028-02-29'],
  ])('of %s from %s is %s', (text, from, next) => {
    expect(nextBirthday(read(text), from)).toBe(next)
  })

  const birthdays = fc
    .record({
      calendar: fc.constantFrom('solar' as const, 'lunar' as const),
      month: fc.integer({ min: 1, max: 12 }),
      leap: fc.boolean(),
      day: fc.integer({ min: 1, max: 31 }),
    })
    .map((parts): Birthday => ({ ...parts, year: null, leap: parts.leap && parts.calendar === 'lunar' }))
    .filter((birthday) => birthdayProblem(birthday, '2026-11-24') === undefined)
  const days = fc.integer({ min: 0, max: 72_000 }).map((after) => addDays('1901-03-01', after))

  it('is never past, comes within 13 months, and is the first of all that come', () => {
    fc.assert(
      fc.property(birthdays, days, (birthday, from) => {
        const next = nextBirthday(birthday, from)
        expect(daysBetween(from, next)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(from, next)).toBeLessThan(386)
        expect(nextBirthday(birthday, next)).toBe(next)
        const year = Number(from.slice(0, 4))
        const all = [-1, 0, 1, 2].map((step) => birthdayIn(birthday, year + step))
        expect(next).toBe(all.find((day) => day >= from))
      }),
    )
  })
})

describe('age', () => {
  it.each([
    ['1967-03-14', '2026-03-13', 58],
    ['1967-03-14', '2026-03-14', 59],
    // 农历一九六七年十月廿一 was 22 November
    ['农历1967年十月廿一', '2026-11-21', 58],
    ['农历1967年十月廿一', '2026-11-22', 59],
    ['农历十月廿一', '2026-11-22', null],
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
  ])('of %s on %s is %s', (text, on, age) => {
    expect(ageOn(read(text), on)).toBe(age)
  })
})
