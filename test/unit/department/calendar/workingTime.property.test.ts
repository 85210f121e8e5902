import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  DEFAULT_CALENDAR,
  type Shift,
  type WorkCalendar,
} from '../../../../db/department/calendar/rules/calendar.ts'
import { checkCalendar } from '../../../../db/department/calendar/rules/checkCalendar.ts'
import {
  addWorking,
  addWorkingMs,
  compileCalendar,
  isWorking,
  nextOpening,
  workingBetween,
  workingMs,
} from '../../../../db/department/calendar/rules/workingTime.ts'

const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'UTC',
] as const

const weeklyMinutes = ({ week }: WorkCalendar) =>
  week.flat().reduce((sum, { from, to }) => sum + to - from, 0)

/** Shifts of one day that neither touch nor overlap, from a set of cuts of the day. */
const dayShifts = fc.uniqueArray(fc.integer({ min: 0, max: 1_440 }), { maxLength: 6 }).map((cuts) => {
  const sorted = cuts.toSorted((a, b) => a - b)
  const shifts: Shift[] = []
  for (let at = 0; at + 1 < sorted.length; at += 2)
    shifts.push({ from: sorted[at] ?? 0, to: sorted[at + 1] ?? 0 })
  return shifts
})

const special = fc.record({
  day: fc
    .integer({ min: 0, max: 1_500 })
    .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)),
  kind: fc.constantFrom('off' as const, 'work' as const),
})

const calendars: fc.Arbitrary<WorkCalendar> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    week: fc.array(dayShifts, { minLength: 7, maxLength: 7 }),
    days: fc.array(special, { maxLength: 30 }),
  })
  .map(({ timeZone, week, days }) => ({
    timeZone,
    week,
    days: Object.fromEntries(days.map(({ day, kind }) => [day, { kind, name: '' }])),
  }))
  // with a few minutes a week a promise would reach beyond the years that calendars hold for
  .filter((calendar) => checkCalendar(calendar).length === 0 && weeklyMinutes(calendar) >= 600)

const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) })
const minutes = fc.integer({ min: 1, max: 60_000 })
const runs = { numRuns: 100 }

it('adding minutes and then measuring returns them, wherever the start lies', () => {
  fc.assert(
    fc.property(calendars, instants, minutes, (calendar, start, added) => {
      const compiled = compileCalendar(calendar)
      const due = addWorking(compiled, start, added)
      expect(workingBetween(compiled, start, due)).toBe(added)
      // and it is the first such instant
      expect(workingMs(compiled, start, due - 1)).toBe(added * 60_000 - 1)
    }),
    runs,
  )
})

it('adding in parts is adding at once', () => {
  fc.assert(
    fc.property(calendars, instants, minutes, minutes, (calendar, start, first, second) => {
      const compiled = compileCalendar(calendar)
      expect(addWorking(compiled, addWorking(compiled, start, first), second)).toBe(
        addWorking(compiled, start, first + second),
      )
    }),
    runs,
  )
})

it('working time adds up over any instants between', () => {
  fc.assert(
    fc.property(calendars, instants, instants, instants, (calendar, ...unordered) => {
      const [a = 0, b = 0, c = 0] = unordered.toSorted((x, y) => x - y)
      const compiled = compileCalendar(calendar)
      expect(workingMs(compiled, a, b) + workingMs(compiled, b, c)).toBe(workingMs(compiled, a, c))
    }),
    runs,
  )
})

it('pausing many times is pausing once for the sum', () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 5e8 }), fc.integer({ min: 0, max: 5e8 })), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(calendars, instants, minutes, spans, (calendar, start, promised, pauses) => {
      const compiled = compileCalendar(calendar)
      // a clock that runs and stops: what it ran is what was worked less what it stood still
      let [now, ran, stood] = [start, 0, 0]
      for (const [runsFor, standsFor] of pauses) {
        ran += workingMs(compiled, now, now + runsFor)
        now += runsFor
        stood += workingMs(compiled, now, now + standsFor)
        now += standsFor
      }
      expect(ran).toBe(workingMs(compiled, start, now) - stood)
      const left = promised * 60_000 - ran
      if (left > 0)
        expect(addWorkingMs(compiled, now, left)).toBe(
          addWorkingMs(compiled, start, promised * 60_000 + stood),
        )
    }),
    runs,
  )
})

it('a shift cut anywhere, and one cut at midnight, counts as before', () => {
  const night = fc.record({
    zone: fc.constantFrom(...ZONES),
    from: fc.integer({ min: 1, max: 1_439 }),
    length: fc.integer({ min: 60, max: 1_440 }),
    cut: fc.integer({ min: 1, max: 1_439 }),
  })
  fc.assert(
    fc.property(night, instants, minutes, ({ zone, from, length, cut }, start, added) => {
      const to = from + length
      const at = from + 1 + (cut % (length - 1))
      const week = (shifts: readonly Shift[]) =>
        compileCalendar({ timeZone: zone, week: Array.from({ length: 7 }, () => shifts), days: {} })
      const whole = week([{ from, to }])
      const halves = week(
        at < 1_440
          ? [
              { from, to: at },
              { from: at, to },
            ]
          : [
              { from, to: at },
              { from: at - 1_440, to: to - 1_440 },
            ],
      )
      const atMidnight =
        to > 1_440
          ? week([
              { from: 0, to: to - 1_440 },
              { from, to: 1_440 },
            ])
          : whole
      const due = addWorking(whole, start, added)
      expect(addWorking(halves, start, added)).toBe(due)
      expect(addWorking(atMidnight, start, added)).toBe(due)
    }),
    runs,
  )
})

it('a later start or a longer promise is never due earlier', () => {
  fc.assert(
    fc.property(
      calendars,
      instants,
      minutes,
      fc.nat(1e9),
      fc.nat(1_000),
      (calendar, start, added, later, more) => {
        const compiled = compileCalendar(calendar)
        const due = addWorking(compiled, start, added)
        expect(addWorking(compiled, start + later, added)).toBeGreaterThanOrEqual(due)
        expect(addWorking(compiled, start, added + more)).toBeGreaterThanOrEqual(due)
        expect(due).toBeGreaterThan(start)
      },
    ),
    runs,
  )
})

it('nothing is worked before the next opening, and work is on at it', () => {
  fc.assert(
    fc.property(calendars, instants, (calendar, start) => {
      const compiled = compileCalendar(calendar)
      const opening = nextOpening(compiled, start)
      expect(workingMs(compiled, start, opening)).toBe(0)
      expect(isWorking(compiled, opening)).toBe(true)
    }),
    runs,
  )
})

it('measures by minutes of the wall as a walk over every minute does', () => {
  const compiled = compileCalendar(DEFAULT_CALENDAR)
  const hours = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 1, max: 6_000 }),
      (from, length) => {
        const start = Date.UTC(2024, 0, 1) + from * 60_000
        let walked = 0
        for (let at = 0; at < length; at += 1) {
          const [day = '', time = ''] = hours.format(start + at * 60_000).split(', ')
          const kind = DEFAULT_CALENDAR.days[day]?.kind
          const weekend = [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay())
          const open = (time >= '09:00' && time < '12:00') || (time >= '13:30' && time < '18:00')
          if (open && (kind === 'work' || (kind === undefined && !weekend))) walked += 1
        }
        expect(workingBetween(compiled, start, start + length * 60_000)).toBe(walked)
      },
    ),
    { numRuns: 30 },
  )
})

it('answers for 50,000 clocks at once', () => {
  const compiled = compileCalendar(DEFAULT_CALENDAR)
  const began = process.cpuUsage()
  for (let clock = 0; clock < 50_000; clock += 1) {
    const start = Date.UTC(2025, 0, 1) + clock * 600_000
    workingMs(compiled, start, addWorkingMs(compiled, start, 4_000_000))
  }
  // processor time, which others on the machine don't change much; the product's bound is a tenth of a second
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(300)
})
