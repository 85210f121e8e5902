import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  NOTICE_LEVELS,
  type NoticeLevel,
  STALE_MS,
  toldOf,
  type Watch,
} from '../../../../db/channel/notices/rules/levels.ts'
import { DEFAULT_NOTICES, isQuiet } from '../../../../db/channel/notices/rules/quiet.ts'
import { DEFAULT_CALENDAR } from '../../../../db/department/calendar/rules/calendar.ts'
import { compileCalendar } from '../../../../db/department/calendar/rules/workingTime.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 10, 24, 1)

/** A clock whose levels come within three days, in their order. */
const watches = fc
  .array(fc.integer({ min: 0, max: 72 * 60 }), { minLength: 4, maxLength: 4 })
  .map((minutes): Watch => {
    const sorted = minutes.toSorted((a, b) => a - b)
    return {
      key: 'request:1:first:1',
      reaches: NOTICE_LEVELS.slice(1).map((level, at) => ({ level, at: START + (sorted[at] ?? 0) * 60_000 })),
    }
  })

/** When the laptop looks: whenever it is awake, and wherever its clock was set to. */
const looks = fc.array(fc.integer({ min: -10 * 60, max: 80 * 60 }), { minLength: 1, maxLength: 30 })

/** Runs a laptop's life over the looks: what it told, in order. */
function lived(watch: Watch, moments: readonly number[]): { level: NoticeLevel; now: number }[] {
  const given = new Set<NoticeLevel>()
  return moments.flatMap((minute) => {
    const now = START + minute * 60_000
    const told = toldOf(watch, (level) => given.has(level), now)
    for (const level of told.given) given.add(level)
    return told.level === null ? [] : [{ level: told.level, now }]
  })
}

const rank = (level: NoticeLevel): number => NOTICE_LEVELS.indexOf(level)

describe('what is told of a clock', () => {
  test('is told once each, in whatever order the laptop wakes, sleeps and is set back', () => {
    fc.assert(
      fc.property(watches, looks, (watch, moments) => {
        const told = lived(watch, moments).map(({ level }) => level)
        expect(new Set(told).size).toBe(told.length)
        expect(told).toEqual(told.toSorted((a, b) => rank(a) - rank(b)))
      }),
    )
  })

  test('is nothing where a higher level was told to somebody before whom lower ones did not concern', () => {
    const watch: Watch = {
      key: 'request:1:first:1',
      reaches: NOTICE_LEVELS.slice(1).map((level, at) => ({ level, at: START + at * HOUR })),
    }
    // told as backup that it was late; then the clock is set back, and it has become one's own
    const told = toldOf(watch, (level) => level === 'late', START + 1.5 * HOUR)
    expect(told).toEqual({ level: null, given: ['warned', 'soon'] })
  })

  test('is the highest level that was reached, when it is first looked at', () => {
    fc.assert(
      fc.property(watches, fc.integer({ min: 0, max: 80 * 60 }), (watch, minute) => {
        const now = START + minute * 60_000
        const reached = watch.reaches.filter(({ at }) => at <= now)
        const told = toldOf(watch, () => false, now)
        expect(told.level).toBe(reached.at(-1)?.level ?? null)
        expect(told.given).toEqual(reached.map(({ level }) => level))
      }),
    )
  })

  test('is nothing more after a look at the same moment', () => {
    fc.assert(
      fc.property(watches, looks, (watch, moments) => {
        const twice = moments.flatMap((minute) => [minute, minute])
        expect(lived(watch, twice)).toEqual(lived(watch, moments))
      }),
    )
  })

  test('sleeping over all of it leaves one notice, and setting the clock back none', () => {
    const watch: Watch = {
      key: 'x',
      reaches: NOTICE_LEVELS.slice(1).map((level, at) => ({ level, at: START + at * HOUR })),
    }
    expect(lived(watch, [-60, 10 * 60, 30, 90, 10 * 60])).toEqual([{ level: 'over', now: START + 10 * HOUR }])
  })

  test('is nothing where it lies more than a week back, and stays nothing', () => {
    const watch: Watch = { key: 'x', reaches: [{ level: 'late', at: START }] }
    const late = (STALE_MS + HOUR) / 60_000
    expect(lived(watch, [late, 60])).toEqual([])
    expect(lived(watch, [late - 120])).toHaveLength(1)
  })
})

describe('quiet hours', () => {
  const calendar = compileCalendar(DEFAULT_CALENDAR)
  const at = (hour: number, minute = 0): number => new Date(2026, 10, 24, hour, minute).getTime()
  const quiet = (from: string, to: string, hour: number, minute = 0): boolean =>
    isQuiet({ quiet: { from, to }, onlyAtWork: false }, calendar, at(hour, minute))

  test('go over midnight, from their first minute until just before their last', () => {
    expect([21, 22, 23, 0, 7].map((hour) => quiet('22:00', '07:30', hour))).toEqual([
      false,
      true,
      true,
      true,
      true,
    ])
    expect(quiet('22:00', '07:30', 7, 29)).toBe(true)
    expect(quiet('22:00', '07:30', 7, 30)).toBe(false)
    expect(quiet('12:00', '13:00', 12, 30)).toBe(true)
    expect(quiet('12:00', '13:00', 13)).toBe(false)
  })

  test('are none where they begin when they end', () => {
    expect(quiet('08:00', '08:00', 8)).toBe(false)
  })

  test('are all hours outside of work where that is wanted', () => {
    const sunday = Date.parse('2026-11-22T10:00:00+08:00')
    const tuesday = Date.parse('2026-11-24T10:00:00+08:00')
    expect(isQuiet(DEFAULT_NOTICES, calendar, sunday)).toBe(true)
    expect(isQuiet({ ...DEFAULT_NOTICES, onlyAtWork: false, quiet: null }, calendar, sunday)).toBe(false)
    expect(isQuiet(DEFAULT_NOTICES, calendar, tuesday)).toBe(false)
  })
})
