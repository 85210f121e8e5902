import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../db/accounts/rules/days.ts'
import { byMonth, periodAround, weeksIn } from '../../../db/channel/rules/periods.ts'

const days = fc.integer({ min: 0, max: 30_000 }).map((count) => addDays('2000-01-01', count))
const spans = fc
  .tuple(days, fc.integer({ min: 0, max: 900 }))
  .map(([from, count]) => ({ from, until: addDays(from, count) }))

describe('a period around a day', () => {
  it.each([
    ['week', '2026-11-29', 0, '2026-11-23', '2026-11-29'],
    ['week', '2026-11-30', -1, '2026-11-23', '2026-11-29'],
    ['month', '2024-02-10', 0, '2024-02-01', '2024-02-29'],
    ['month', '2026-01-31', -1, '2025-12-01', '2025-12-31'],
    ['quarter', '2026-11-24', 0, '2026-10-01', '2026-12-31'],
    ['quarter', '2026-01-01', -1, '2025-10-01', '2025-12-31'],
    ['year', '2026-11-24', 1, '2027-01-01', '2027-12-31'],
  ] as const)('%s of %s, shifted by %i', (period, day, shift, from, until) =>
    expect(periodAround(period, day, shift)).toEqual({ from, until }),
  )

  it('holds the day, and the next begins where it ends', () => {
    fc.assert(
      fc.property(fc.constantFrom('week', 'month', 'quarter', 'year'), days, (period, day) => {
        const { from, until } = periodAround(period, day)
        expect(from <= day && day <= until).toBe(true)
        expect(periodAround(period, day, 1).from).toBe(addDays(until, 1))
      }),
    )
  })
})

it('months cut a span into parts that are it again', () => {
  fc.assert(
    fc.property(spans, (span) => {
      const parts = byMonth(span)
      expect(parts[0]?.from).toBe(span.from)
      expect(parts.at(-1)?.until).toBe(span.until)
      parts.forEach(({ from, until }, at) => {
        expect(from.slice(0, 7)).toBe(until.slice(0, 7))
        const next = parts[at + 1]
        if (next) expect(next.from).toBe(addDays(until, 1))
      })
    }),
  )
})

it('weeks of a span are Mondays, the first at or before it, the last within', () => {
  fc.assert(
    fc.property(spans, (span) => {
      const weeks = weeksIn(span)
      for (const week of weeks) expect(new Date(`${week}T00:00:00Z`).getUTCDay()).toBe(1)
      expect((weeks[0] ?? '') <= span.from && addDays(weeks[0] ?? '', 6) >= span.from).toBe(true)
      expect((weeks.at(-1) ?? '') <= span.until && addDays(weeks.at(-1) ?? '', 6) >= span.until).toBe(true)
    }),
  )
})
