import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesText, readMinutes } from '../../../../db/channel/effort/rules/minutes.ts'
import { readTimer } from '../../../../db/channel/effort/rules/timer.ts'

describe('minutes as people type them', () => {
  it.each([
    ['45', 45],
    [' 45 ', 45],
    ['４５', 45],
    ['1:15', 75],
    ['1：15', 75],
    ['0:05', 5],
    ['12:5', 725],
    ['1.5h', 90],
    ['1.5 小时', 90],
    ['2h', 120],
    ['2 hours', 120],
    ['1h30', 90],
    ['1h 30m', 90],
    ['1小时15分', 75],
    ['1 小时 15 分钟', 75],
    ['1小时半', 90],
    ['2个小时', 120],
    ['2个半小时', 150],
    ['半小时', 30],
    ['半个小时', 30],
    ['90分', 90],
    ['90 min', 90],
    ['0', 0],
    ['1.005h', 60],
  ])('%s', (typed, minutes) => expect(readMinutes(typed)).toBe(minutes))

  it.each(['', 'h', '1:60', '1:5:2', '-5', '1.5', 'bald', '1天', '小时', '5 5'])('not %s', (typed) =>
    expect(readMinutes(typed)).toBeUndefined(),
  )

  it('are read again as they are shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59_999 }), (m) => {
        expect(readMinutes(minutesText(m))).toBe(m)
      }),
    )
  })
})

describe('a timer', () => {
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  const startedAt = Date.parse('2026-11-24T09:00:00Z')
  const read = (now: string) => readTimer({ startedAt }, Date.parse(now), dayOf)

  it.each([
    ['2026-11-24T09:00:29Z', 'sure', 0],
    ['2026-11-24T09:00:30Z', 'sure', 1],
    ['2026-11-24T10:15:10Z', 'sure', 75],
    ['2026-11-24T23:59:59Z', 'sure', 900],
    ['2026-11-25T00:00:00Z', 'night', 900],
    ['2026-11-27T09:00:00Z', 'night', 4_320],
    ['2026-11-24T08:59:59Z', 'backwards', 0],
  ])('at %s reads %s, %i minutes', (now, kind, minutes) => expect(read(now)).toEqual({ kind, minutes }))

  it('never reads less than nothing', () => {
    const instants = fc.integer({ min: 0, max: 4e12 })
    fc.assert(
      fc.property(instants, instants, (start, now) => {
        const { minutes } = readTimer({ startedAt: start }, now, dayOf)
        expect(Number.isInteger(minutes) && minutes >= 0).toBe(true)
      }),
    )
  })
})
