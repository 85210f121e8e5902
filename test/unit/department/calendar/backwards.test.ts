import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingMsBefore } from '../../../../db/department/calendar/rules/backwards.ts'
import { DEFAULT_CALENDAR } from '../../../../db/department/calendar/rules/calendar.ts'
import {
  addWorkingMs,
  CalendarRangeError,
  compileCalendar,
  workingMs,
} from '../../../../db/department/calendar/rules/workingTime.ts'

const china = compileCalendar(DEFAULT_CALENDAR)
const before = (end: string, minutes: number) =>
  new Date(workingMsBefore(china, Date.parse(end), minutes * 60_000)).toISOString()

describe('an instant so much working time before another', () => {
  it.each([
    ['within the morning', '2026-11-24T10:00+08:00', 55, '2026-11-24T01:05:00.000Z'],
    ['over lunch', '2026-11-24T14:00+08:00', 60, '2026-11-24T03:30:00.000Z'],
    [
      'from the night, so that none of it is left over',
      '2026-11-24T03:00+08:00',
      15,
      '2026-11-23T09:45:00.000Z',
    ],
    ['over a weekend', '2026-11-23T09:30+08:00', 60, '2026-11-20T09:30:00.000Z'],
    ['over the National Day', '2026-10-08T09:10+08:00', 20, '2026-09-30T09:50:00.000Z'],
    ['nothing', '2026-11-22T09:30+08:00', 0, '2026-11-22T01:30:00.000Z'],
  ])('%s', (_, end, minutes, expected) => expect(before(end, minutes)).toBe(expected))

  it('has just that much after it, and none later has', () => {
    const instants = fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2027, 11, 31) })
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 400 * 3_600_000 }), (end, ms) => {
        const start = workingMsBefore(china, end, ms)
        expect(workingMs(china, start, end)).toBe(ms)
        expect(workingMs(china, start + 1, end)).toBe(ms - 1)
        expect(addWorkingMs(china, start, ms)).toBeLessThanOrEqual(end)
      }),
    )
  })

  it('is refused before the first year', () => {
    expect(() => workingMsBefore(china, Date.UTC(2000, 0, 5), 10_000_000_000)).toThrow(CalendarRangeError)
  })
})
