import { LegalHoliday } from 'tyme4ts'
import { expect, it } from 'vitest'
import { weekdayOf } from '../../../../db/department/calendar/rules/calendar.ts'
import { CHINA_DAYS } from '../../../../db/department/calendar/rules/chinaDays.ts'

const days2024To2026 = Array.from({ length: 366 + 365 + 365 }, (_, at) =>
  new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10),
)

it('agrees with the table that others keep, day by day', () => {
  const theirs = days2024To2026.flatMap((day) => {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
    const holiday = LegalHoliday.fromYmd(year, month, date)
    return holiday ? [`${day} ${holiday.isWork() ? 'work' : 'off'}`] : []
  })
  // they count the weekend before a Monday's holiday in; the notice of 2024 names the Monday
  const weekend = new Set(['2024-06-08 off', '2024-06-09 off'])
  const ours = Object.entries(CHINA_DAYS).map(([day, { kind }]) => `${day} ${kind}`)
  expect(new Set(ours)).toEqual(new Set(theirs.filter((day) => !weekend.has(day))))
})

it('has the days off that the notices count, and only weekends worked in exchange', () => {
  const off = (from: string, to: string) =>
    days2024To2026.filter((day) => day >= from && day <= to && CHINA_DAYS[day]?.kind === 'off').length
  expect([
    off('2024-02-10', '2024-02-17'),
    off('2025-01-28', '2025-02-04'),
    off('2026-02-15', '2026-02-23'),
  ]).toEqual([8, 8, 9])
  const worked = Object.entries(CHINA_DAYS).filter(([, { kind }]) => kind === 'work')
  expect(worked.map(([day]) => weekdayOf(day)).every((weekday) => weekday >= 5)).toBe(true)
  expect(worked.map(([day]) => day.slice(0, 4)).filter((year) => year === '2026')).toHaveLength(6)
})
