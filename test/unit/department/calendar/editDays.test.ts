import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_CALENDAR, shiftsOn } from '../../../../db/department/calendar/rules/calendar.ts'
import {
  countYear,
  mergeDays,
  runsOf,
  toggledDay,
  withDay,
} from '../../../../db/department/calendar/rules/editDays.ts'

const works = (day: string, calendar = DEFAULT_CALENDAR) => shiftsOn(calendar, day).length > 0

describe('a day is turned', () => {
  it.each([
    ['an ordinary Tuesday into a day off', '2026-11-24', { kind: 'off', name: '' }],
    ['an ordinary Saturday into a day of work', '2026-11-28', { kind: 'work', name: '' }],
    ['a holiday on a weekday into an ordinary day', '2026-02-17', undefined],
    ['a worked Saturday into an ordinary one', '2026-02-14', undefined],
    ['a holiday on a Sunday into a day of work', '2026-02-15', { kind: 'work', name: '' }],
  ])('%s', (_name, day, listed) => {
    const turned = toggledDay(DEFAULT_CALENDAR, day)
    expect(turned.days[day]).toEqual(listed)
    expect(works(day, turned)).toBe(!works(day))
  })

  it('and back, and no other day with it', () => {
    const any = fc
      .integer({ min: 0, max: 1_000 })
      .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(any, any, (day, other) => {
        const turned = toggledDay(DEFAULT_CALENDAR, day)
        expect(works(day, toggledDay(turned, day))).toBe(works(day))
        if (other !== day) expect(shiftsOn(turned, other)).toEqual(shiftsOn(DEFAULT_CALENDAR, other))
      }),
    )
  })
})

it('holidays are told as runs of days', () => {
  expect(
    runsOf(DEFAULT_CALENDAR, 2026)
      .slice(0, 5)
      .map(({ from, to, kind, name, days }) => [from, to, kind, name, days.length]),
  ).toEqual([
    ['2026-01-01', '2026-01-03', 'off', '元旦', 3],
    ['2026-01-04', '2026-01-04', 'work', '元旦调休', 1],
    ['2026-02-14', '2026-02-14', 'work', '春节调休', 1],
    ['2026-02-15', '2026-02-23', 'off', '春节', 9],
    ['2026-02-28', '2026-02-28', 'work', '春节调休', 1],
  ])
})

it('counts what a year has', () => {
  // 2026 has 261 days from Monday to Friday; 19 of them are off, 6 weekend days are worked
  expect(countYear(DEFAULT_CALENDAR, 2026)).toEqual({ worked: 248, off: 19, made: 6 })
  expect(countYear({ ...DEFAULT_CALENDAR, days: {} }, 2026)).toEqual({ worked: 261, off: 0, made: 0 })
})

it('a list of days is taken in beside what is there, or in place of its years', () => {
  const days = {
    '2026-02-17': { kind: 'off', name: '春节' },
    '2026-02-18': { kind: 'work', name: '' },
    '2027-01-01': { kind: 'off', name: '元旦' },
  } as const
  const beside = mergeDays(DEFAULT_CALENDAR, days, false)
  expect(beside).toMatchObject({ added: 1, changed: 1, same: 1, removed: 0 })
  expect(beside.calendar.days['2026-10-01']?.kind).toBe('off')
  const whole = mergeDays(DEFAULT_CALENDAR, days, true)
  expect(whole.removed).toBe(
    Object.keys(DEFAULT_CALENDAR.days).filter((day) => day.startsWith('2026')).length - 2,
  )
  expect(whole.calendar.days['2026-10-01']).toBeUndefined()
  expect(whole.calendar.days['2025-10-01']?.kind).toBe('off')
})

it('a day can be listed and taken off the list', () => {
  const listed = withDay(DEFAULT_CALENDAR, '2026-11-24', { kind: 'off', name: '厂庆' })
  expect(listed.days['2026-11-24']?.name).toBe('厂庆')
  expect(withDay(listed, '2026-11-24', null)).toEqual(DEFAULT_CALENDAR)
})
