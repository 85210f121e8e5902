import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../db/accounts/rules/days.ts'
import { parseRule, repeatedDays } from '../../../db/visits/calendar/rules/repeat.ts'

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const MOST = 40

const days = (first: string, rule: string, from?: string): string[] => {
  const parsed = parseRule(rule)
  if (!parsed) throw new Error(`no rule: ${rule}`)
  const found: string[] = []
  for (const day of repeatedDays(first, parsed, from)) {
    if (day > '2032' || found.length === MOST) break
    found.push(day)
  }
  return found
}

/** The same by a library that has nothing to do with ours. */
const independent = (first: string, rule: string): string[] =>
  new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:${first.replaceAll('-', '')}T000000\nRRULE:${rule}` })
    .all((date, count) => count < MOST && date.year < 2_032)
    .map((date) => date.toString().slice(0, 10))
    .filter((day) => day < '2032')

const part = (name: string, values: readonly (string | number)[]): string =>
  values.length === 0 ? '' : `;${name}=${values.join(',')}`

const someRule = fc.oneof(
  fc
    .record({
      interval: fc.integer({ min: 1, max: 5 }),
      months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
    })
    .map(({ interval, months }) => `FREQ=DAILY;INTERVAL=${interval}${part('BYMONTH', months)}`),
  fc
    .record({
      interval: fc.integer({ min: 1, max: 4 }),
      days: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { maxLength: 4 }),
      start: fc.constantFrom('MO', 'SU'),
    })
    .map(
      ({ interval, days: on, start }) => `FREQ=WEEKLY;INTERVAL=${interval};WKST=${start}${part('BYDAY', on)}`,
    ),
  fc
    .record({
      interval: fc.integer({ min: 1, max: 4 }),
      on: fc.uniqueArray(fc.constantFrom(1, 5, 15, 28, 30, 31, -1, -3), { maxLength: 3 }),
    })
    .map(({ interval, on }) => `FREQ=MONTHLY;INTERVAL=${interval}${part('BYMONTHDAY', on)}`),
  fc
    .record({ nth: fc.constantFrom(1, 2, 4, -1), day: fc.constantFrom(...WEEKDAYS) })
    .map(({ nth, day }) => `FREQ=MONTHLY;BYDAY=${nth}${day}`),
  fc
    .record({
      at: fc.constantFrom(1, 2, -1),
      on: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 5 }),
    })
    .map(({ at, on }) => `FREQ=MONTHLY${part('BYDAY', on)};BYSETPOS=${at}`),
  fc
    .record({
      months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
      on: fc.constantFrom(1, 15, 28),
    })
    .map(({ months, on }) => `FREQ=YEARLY${part('BYMONTH', months)};BYMONTHDAY=${on}`),
)

describe('rules of recurrence', () => {
  test('give the same days as an independent library, from the first one that fits the rule on', () => {
    fc.assert(
      fc.property(someRule, fc.integer({ min: 0, max: 800 }), (rule, start) => {
        // both begin on an occurrence: what a first day outside its rule means is left open by the format
        const [first] = independent(addDays('2026-01-01', start), rule)
        if (first === undefined) return
        expect(days(first, rule)).toEqual(independent(first, rule))
      }),
      { numRuns: 250 },
    )
  })

  test('followed from a later day on give the same days from there', () => {
    fc.assert(
      fc.property(someRule, fc.integer({ min: 0, max: 900 }), (rule, later) => {
        const from = addDays('2026-01-05', later)
        const whole = days('2026-01-05', rule).filter((day) => day >= from)
        const part = days('2026-01-05', rule, from).filter((day) => day >= from)
        expect(part.slice(0, whole.length)).toEqual(whole)
      }),
      { numRuns: 150 },
    )
  })

  test('stop after their count', () => {
    expect(days('2026-01-30', 'FREQ=MONTHLY;COUNT=3')).toEqual(['2026-01-30', '2026-03-30', '2026-04-30'])
    expect(days('2026-11-24', 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4')).toEqual([
      '2026-11-24',
      '2026-11-26',
      '2026-12-01',
      '2026-12-03',
    ])
  })

  test('that never come again end', () => {
    expect(days('2026-02-28', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).toEqual(['2026-02-28'])
  })

  test.each([
    'FREQ=HOURLY',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=WEEKLY;BYDAY=XX',
    'COUNT=3',
    'FREQ=DAILY;UNTIL=soon',
  ])('such as %s are none', (rule) => expect(parseRule(rule)).toBeNull())
})
