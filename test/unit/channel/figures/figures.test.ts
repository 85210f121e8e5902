import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../../db/accounts/rules/days.ts'
import { daysKept } from '../../../../db/channel/figures/rules/cadenceKept.ts'
import {
  CLOCK_OUTCOMES,
  type ClockResult,
  ClockTally,
  clockResult,
} from '../../../../db/channel/figures/rules/clockFigures.ts'
import { percentile } from '../../../../db/channel/figures/rules/percentiles.ts'
import { type RequestResult, RequestTally } from '../../../../db/channel/figures/rules/requestFigures.ts'
import { endClock, meetClock, pauseClock, startClock } from '../../../../db/channel/requests/rules/clocks.ts'
import { DEFAULT_CALENDAR } from '../../../../db/department/calendar/rules/calendar.ts'
import { addWorking, compileCalendar } from '../../../../db/department/calendar/rules/workingTime.ts'

const china = compileCalendar(DEFAULT_CALENDAR)
const start = Date.parse('2026-11-24T09:00+08:00')
const later = (minutes: number): number => addWorking(china, start, minutes)

describe('percentiles', () => {
  it('are the smallest number that enough don’t exceed, as counting them one by one finds', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 100 }), (some, percent) => {
        const rising = [...some].sort((a, b) => a - b)
        const brute = rising.find(
          (each) => some.filter((one) => one <= each).length * 100 >= percent * some.length,
        )
        expect(percentile(rising, percent)).toBe(brute)
      }),
    )
  })

  it.each([
    [[], 50, null],
    [[7], 90, 7],
    [[1, 2], 50, 1],
    [[1, 2, 3], 50, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
  ])('of %j at %i', (numbers, percent, expected) => expect(percentile(numbers, percent)).toBe(expected))
})

describe('what became of a clock', () => {
  const clock = startClock(china, start, 60, 1)
  it.each([
    ['met in time', meetClock(china, clock, later(45)), 'onTime', 45],
    ['met at its very end', meetClock(china, clock, later(60)), 'onTime', 60],
    ['met late', meetClock(china, clock, later(75)), 'missed', 75],
    ['ended late without an answer', endClock(china, clock, later(75)), 'missed', null],
    ['ended in time without one: it counts nothing', endClock(china, clock, later(30)), null, null],
    ['open and in time', clock, 'pending', null],
    ['stopped in time', pauseClock(china, clock, later(50)), 'pending', null],
    ['stopped when it was late', pauseClock(china, clock, later(61)), 'missed', null],
    ['never promised', startClock(china, start, null, 1), null, null],
  ] as const)('%s', (_, one, outcome, took) =>
    expect(clockResult(china, one, false, later(60))).toEqual({ outcome, took }),
  )

  it('open and already late is missed', () => {
    expect(clockResult(china, clock, false, later(61)).outcome).toBe('missed')
  })

  it('that ended too late once stays missed, whatever its next run comes to', () => {
    expect(clockResult(china, clock, true, later(1)).outcome).toBe('missed')
    expect(clockResult(china, meetClock(china, clock, later(45)), true, later(60))).toEqual({
      outcome: 'missed',
      took: 45,
    })
    expect(clockResult(china, endClock(china, clock, later(30)), true, later(60)).outcome).toBe('missed')
  })
})

const result: fc.Arbitrary<ClockResult> = fc.oneof(
  fc.record({ outcome: fc.constantFrom('onTime', 'missed'), took: fc.integer({ min: 0, max: 5_000 }) }),
  fc.record({ outcome: fc.constantFrom('missed', 'pending', null), took: fc.constant(null) }),
)
const request: fc.Arbitrary<RequestResult> = fc.record({
  reopened: fc.boolean(),
  clocks: fc.record({ first: result, update: result, solution: result }),
})
const tallied = (requests: readonly RequestResult[]): RequestTally => {
  const tally = new RequestTally()
  for (const each of requests) tally.add(each)
  return tally
}

describe('tallies', () => {
  it('on time, missed and pending are all that were promised', () => {
    fc.assert(
      fc.property(fc.array(result), (results) => {
        const tally = new ClockTally()
        for (const each of results) tally.add(each)
        const { onTime, missed, pending, rate } = tally.figures()
        expect(onTime + missed + pending).toBe(results.filter(({ outcome }) => outcome !== null).length)
        for (const outcome of CLOCK_OUTCOMES)
          expect(tally.figures()[outcome]).toBe(results.filter((each) => each.outcome === outcome).length)
        expect(rate === null).toBe(onTime + missed === 0)
      }),
    )
  })

  it('of parts of a period, merged, are those of the period', () => {
    fc.assert(
      fc.property(fc.array(request), fc.integer({ min: 1, max: 5 }), (requests, parts) => {
        const merged = new RequestTally()
        for (let part = 0; part < parts; part += 1)
          merged.merge(tallied(requests.filter((_, at) => at % parts === part)))
        expect(merged.figures()).toEqual(tallied(requests).figures())
      }),
    )
  })
})

describe('a cadence', () => {
  const span = { from: '2026-11-02', until: '2026-11-30' }
  it.each([
    ['kept all the way', ['2026-10-25', '2026-11-08', '2026-11-22'], 14, 29],
    ['kept to the day', ['2026-11-02', '2026-11-17', '2026-11-30'], 14, 29],
    ['a day too late between', ['2026-10-31', '2026-11-15', '2026-11-28'], 14, 29],
    ['two days too late between', ['2026-10-31', '2026-11-16', '2026-11-28'], 14, 28],
    ['stopped', ['2026-11-01', '2026-11-10'], 14, 23],
    ['neglected before', ['2026-06-01', '2026-11-16'], 14, 15],
    ['never a contact', [], 14, 0],
    ['what comes after the span doesn’t count', ['2026-12-01'], 14, 0],
  ])('%s', (_, on, every, expected) => expect(daysKept(on, every, span)).toBe(expected))

  const contacts = fc
    .array(fc.integer({ min: -40, max: 40 }), { maxLength: 12 })
    .map((offsets) => [...new Set(offsets)].sort((a, b) => a - b).map((days) => addDays(span.from, days)))
  const everies = fc.integer({ min: 1, max: 20 })

  it('is kept on just the days that counting them one by one finds', () => {
    fc.assert(
      fc.property(contacts, everies, (on, every) => {
        let kept = 0
        for (let at = 0; at <= daysBetween(span.from, span.until); at += 1) {
          const day = addDays(span.from, at)
          const last = on.findLast((one) => one <= day)
          if (last !== undefined && daysBetween(last, day) <= every) kept += 1
        }
        expect(daysKept(on, every, span)).toBe(kept)
      }),
    )
  })

  it('kept in the parts of a span adds up', () => {
    fc.assert(
      fc.property(contacts, everies, fc.integer({ min: 0, max: 27 }), (on, every, cut) => {
        const until = addDays(span.from, cut)
        const parts = [
          { from: span.from, until },
          { from: addDays(until, 1), until: span.until },
        ]
        const sum = parts.reduce((all, part) => all + daysKept(on, every, part), 0)
        expect(sum).toBe(daysKept(on, every, span))
      }),
    )
  })
})
