import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backdated, clockAfter, instantOf } from '../../../db/kernel/clock.ts'

const wallClocks = fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { minLength: 2, maxLength: 50 })

describe('the clock of the history', () => {
  test('goes on however the wall clock jumps, also over a restart', () => {
    fc.assert(
      fc.property(wallClocks, fc.nat(), (times, cut) => {
        const readings: string[] = []
        let now = 0
        let clock = clockAfter(null, 'aaaaaaaaaaaa', () => now)
        for (const [i, time] of times.entries()) {
          now = time
          if (i === cut % times.length) clock = clockAfter(readings.at(-1) ?? null, 'bbbbbbbbbbbb', () => now)
          readings.push(clock.next())
        }
        expect(readings).toEqual([...new Set(readings)].sort())
      }),
    )
  })

  test('stays sortable when a million transactions come while the wall clock is behind', () => {
    const last = '000001893456000-999998-aaaaaaaaaaaa'
    const clock = clockAfter(last, 'aaaaaaaaaaaa', () => 0)
    const readings = [last, clock.next(), clock.next(), clock.next()]
    expect(readings).toEqual([...readings].sort())
    expect(new Set(readings.map((reading) => reading.length)).size).toBe(1)
  })

  test('tells the instant while the wall clock is right', () => {
    const now = Date.UTC(2026, 10, 22, 8, 30)
    expect(instantOf(clockAfter(null, 'aaaaaaaaaaaa', () => now).next())).toBe('2026-11-22T08:30:00.000Z')
  })
  test('gives an earlier instant a reading that sorts before its own, and a later one none', () => {
    const hlc = clockAfter(null, 'aaaaaaaaaaaa', () => Date.UTC(2026, 10, 24)).next()
    const earlier = backdated(hlc, '2026-07-08T09:30:00.000Z')
    expect(instantOf(earlier)).toBe('2026-07-08T09:30:00.000Z')
    expect(earlier.length).toBe(hlc.length)
    expect(earlier < hlc && earlier.endsWith('aaaaaaaaaaaa')).toBe(true)
    expect(() => backdated(hlc, '2026-11-24T00:00:00.000Z')).toThrow('not before')
    expect(() => backdated(hlc, 'some day')).toThrow('not before')
  })
})
