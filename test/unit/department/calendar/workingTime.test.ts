import { describe, expect, it } from 'vitest'
import {
  DEFAULT_CALENDAR,
  type Shift,
  type WorkCalendar,
} from '../../../../db/department/calendar/rules/calendar.ts'
import {
  addWorking,
  addWorkingDays,
  CalendarRangeError,
  compileCalendar,
  isWorkday,
  isWorking,
  nextOpening,
  workingBetween,
} from '../../../../db/department/calendar/rules/workingTime.ts'

const china = compileCalendar(DEFAULT_CALENDAR)
const always: readonly Shift[] = [{ from: 0, to: 1_440 }]
const nights: readonly Shift[] = [{ from: 22 * 60, to: 30 * 60 }]

const inZone = (timeZone: string, shifts: readonly Shift[], weekend = shifts): WorkCalendar => ({
  timeZone,
  week: [shifts, shifts, shifts, shifts, shifts, weekend, weekend],
  days: {},
})

const instant = (text: string) => Date.parse(text)
const iso = (ms: number) => new Date(ms).toISOString()

/** Each worked out by hand. Times carry the offset that the clocks of the place have then. */
const CASES = [
  // the day has 7.5 hours: 3 before noon, 4.5 after
  ['an hour before lunch', '2026-11-24T09:00+08:00', 60, '2026-11-24T10:00+08:00'],
  ['over lunch', '2026-11-24T11:30+08:00', 60, '2026-11-24T14:00+08:00'],
  ['from within lunch', '2026-11-24T12:45+08:00', 30, '2026-11-24T14:00+08:00'],
  ['to the very start of lunch, not its end', '2026-11-24T11:00+08:00', 60, '2026-11-24T12:00+08:00'],
  ['to closing time, not the next opening', '2026-11-24T09:00+08:00', 450, '2026-11-24T18:00+08:00'],
  ['a minute more', '2026-11-24T09:00+08:00', 451, '2026-11-25T09:01+08:00'],
  ['from before opening', '2026-11-24T06:00+08:00', 15, '2026-11-24T09:15+08:00'],
  ['from after closing', '2026-11-24T20:00+08:00', 15, '2026-11-25T09:15+08:00'],
  ['over a weekend', '2026-11-27T17:00+08:00', 120, '2026-11-30T10:00+08:00'],
  ['seconds stay', '2026-11-24T09:00:07+08:00', 60, '2026-11-24T10:00:07+08:00'],
  // Spring Festival 2026: 14 February (Saturday) is worked, 15–23 are off, 28 (Saturday) is worked
  ['a Saturday worked in exchange', '2026-02-13T17:00+08:00', 120, '2026-02-14T10:00+08:00'],
  ['over Spring Festival', '2026-02-14T17:00+08:00', 120, '2026-02-24T10:00+08:00'],
  ['from the middle of it', '2026-02-18T10:00+08:00', 30, '2026-02-24T09:30+08:00'],
  ['into the Saturday after', '2026-02-27T17:30+08:00', 60, '2026-02-28T09:30+08:00'],
  ['a Sunday worked: 2026-01-04', '2026-01-02T12:00+08:00', 450, '2026-01-04T18:00+08:00'],
  ['over National Day 2025', '2025-09-30T17:30+08:00', 60, '2025-10-09T09:30+08:00'],
  ['over the end of a month', '2026-03-31T17:30+08:00', 60, '2026-04-01T09:30+08:00'],
  ['over the end of a year', '2024-12-31T17:00+08:00', 90, '2025-01-02T09:30+08:00'],
  // 2024-02-29 was a Thursday
  ['onto the leap day', '2024-02-28T17:30+08:00', 60, '2024-02-29T09:30+08:00'],
  ['over the leap day', '2024-02-28T17:30+08:00', 30 + 450 + 30, '2024-03-01T09:30+08:00'],
] as const

describe('working minutes of an office in China', () => {
  it.each(CASES)('%s', (_name, start, minutes, due) => {
    expect(iso(addWorking(china, instant(start), minutes))).toBe(iso(instant(due)))
    expect(workingBetween(china, instant(start), instant(due))).toBe(minutes)
  })
})

const berlin = compileCalendar(inZone('Europe/Berlin', always))
const berlinNights = compileCalendar(inZone('Europe/Berlin', nights))
const newYork = compileCalendar(inZone('America/New_York', always))
const kolkata = compileCalendar(inZone('Asia/Kolkata', [{ from: 570, to: 1_080 }], []))
const newYorkOffice = compileCalendar(inZone('America/New_York', [{ from: 540, to: 1_020 }], []))

describe('clocks that are put forward and back', () => {
  it.each([
    ['Berlin loses an hour', berlin, '2026-03-29T00:00+01:00', 23 * 60, '2026-03-30T00:00+02:00'],
    ['Berlin gains an hour', berlin, '2026-10-25T00:00+02:00', 25 * 60, '2026-10-26T00:00+01:00'],
    // 22:00 to 06:00: seven hours in the night of the change, nine in October
    ['a short night', berlinNights, '2026-03-28T22:00+01:00', 7 * 60, '2026-03-29T06:00+02:00'],
    ['a long night', berlinNights, '2026-10-24T22:00+02:00', 9 * 60, '2026-10-25T06:00+01:00'],
    ['an ordinary night', berlinNights, '2026-03-27T22:00+01:00', 8 * 60, '2026-03-28T06:00+01:00'],
    ['New York loses an hour', newYork, '2026-03-08T00:00-05:00', 23 * 60, '2026-03-09T00:00-04:00'],
    ['New York gains an hour', newYork, '2026-11-01T00:00-04:00', 25 * 60, '2026-11-02T00:00-05:00'],
    // office hours are those of the wall before and after the change
    ['over the change', newYorkOffice, '2026-03-06T16:30-05:00', 60, '2026-03-09T09:30-04:00'],
    ['over the change back', newYorkOffice, '2026-10-30T16:30-04:00', 60, '2026-11-02T09:30-05:00'],
    ['half an hour beside the others', kolkata, '2026-11-24T09:30+05:30', 510, '2026-11-24T18:00+05:30'],
    ['and over night', kolkata, '2026-11-24T17:45+05:30', 30, '2026-11-25T09:45+05:30'],
  ])('%s', (_name, calendar, start, minutes, due) => {
    expect(iso(addWorking(calendar, instant(start), minutes))).toBe(iso(instant(due)))
    expect(workingBetween(calendar, instant(start), instant(due))).toBe(minutes)
  })

  it('opens at the jump where the wall never shows the time of opening', () => {
    const early = compileCalendar(inZone('Europe/Berlin', [{ from: 150, to: 360 }]))
    expect(iso(nextOpening(early, instant('2026-03-29T00:00+01:00')))).toBe(
      iso(instant('2026-03-29T03:00+02:00')),
    )
    expect(workingBetween(early, instant('2026-03-29T00:00+01:00'), instant('2026-03-30T00:00+02:00'))).toBe(
      180,
    )
  })

  it('takes the first of two equal times', () => {
    const early = compileCalendar(inZone('Europe/Berlin', [{ from: 150, to: 360 }]))
    expect(iso(nextOpening(early, instant('2026-10-25T00:00+02:00')))).toBe(
      iso(instant('2026-10-25T02:30+02:00')),
    )
  })

  it('knows a day that was jumped over', () => {
    const apia = compileCalendar(inZone('Pacific/Apia', [{ from: 540, to: 600 }]))
    // the 30 December 2011 never was in Samoa
    expect(workingBetween(apia, instant('2011-12-29T00:00-10:00'), instant('2012-01-01T00:00+14:00'))).toBe(
      120,
    )
  })
})

describe('whether work is on', () => {
  it('is so from the opening until just before closing', () => {
    const at = (text: string) => isWorking(china, instant(`2026-11-24T${text}+08:00`))
    expect([
      at('08:59:59.999'),
      at('09:00'),
      at('11:59:59.999'),
      at('12:00'),
      at('13:30'),
      at('18:00'),
    ]).toEqual([false, true, true, false, true, false])
  })

  it('opens next where it is on already, or at the next shift', () => {
    const opening = (text: string) => iso(nextOpening(china, instant(text)))
    expect(opening('2026-11-24T10:00+08:00')).toBe(iso(instant('2026-11-24T10:00+08:00')))
    expect(opening('2026-11-24T12:00+08:00')).toBe(iso(instant('2026-11-24T13:30+08:00')))
    expect(opening('2026-02-14T18:00+08:00')).toBe(iso(instant('2026-02-24T09:00+08:00')))
    expect(opening('2025-12-31T18:00+08:00')).toBe(iso(instant('2026-01-04T09:00+08:00')))
  })
})

describe('whole workdays', () => {
  it.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-13', 6, '2026-02-28'],
    ['2026-02-24', -1, '2026-02-14'],
    ['2026-02-18', 0, '2026-02-18'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-12-31', 1, '2026-01-04'],
  ])('%s and %i more is %s', (day, count, result) => {
    expect(addWorkingDays(china, day, count)).toBe(result)
  })

  it('are told from the others', () => {
    expect(
      ['2026-02-14', '2026-02-17', '2026-11-24', '2026-11-28'].map((day) => isWorkday(china, day)),
    ).toEqual([true, false, true, false])
  })
})

describe('what lies outside', () => {
  it.each([
    ['an instant in 1970', () => addWorking(china, 0, 60)],
    ['an instant in 9999', () => addWorking(china, instant('9999-12-31T00:00Z'), 60)],
    [
      'an end in 9999',
      () => workingBetween(china, instant('2026-01-01T00:00Z'), instant('9999-12-31T00:00Z')),
    ],
    ['a due beyond 2100', () => addWorking(china, instant('2100-12-31T00:00Z'), 10_000)],
    ['no instant', () => isWorking(china, Number.NaN)],
    ['a negative number of minutes', () => addWorking(china, instant('2026-01-01T00:00Z'), -1)],
    ['no number of minutes', () => addWorking(china, instant('2026-01-01T00:00Z'), Number.NaN)],
    ['endless minutes', () => addWorking(china, instant('2026-01-01T00:00Z'), Number.POSITIVE_INFINITY)],
    ['an opening beyond 2100', () => nextOpening(china, instant('2100-12-31T23:00Z'))],
    ['workdays beyond 2100', () => addWorkingDays(china, '2100-12-30', 10)],
    ['half a workday', () => addWorkingDays(china, '2026-11-24', 0.5)],
  ])('%s is refused by name', (_name, ask) => {
    expect(ask).toThrow(CalendarRangeError)
  })

  it('is nothing where the end comes first', () => {
    expect(workingBetween(china, instant('2026-11-24T12:00+08:00'), instant('2026-11-24T09:00+08:00'))).toBe(
      0,
    )
    expect(addWorking(china, instant('2026-11-22T09:00+08:00'), 0)).toBe(instant('2026-11-22T09:00+08:00'))
  })
})
