import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedDay } from '../../../db/accounts/log/rules/typedDay.ts'
import { addDays } from '../../../db/accounts/rules/days.ts'

/** A Sunday. */
const TODAY = '2026-11-22'

describe('a typed day', () => {
  it.each([
    ['今天', '2026-11-22'],
    ['昨天', '2026-11-21'],
    ['大前天', '2026-11-19'],
    ['Yesterday', '2026-11-21'],
    ['周五', '2026-11-20'],
    ['周日', '2026-11-22'],
    ['星期一', '2026-11-16'],
    ['上周五', '2026-11-13'],
    ['fri', '2026-11-20'],
    ['11-21', '2026-11-21'],
    ['11/21', '2026-11-21'],
    ['11月21日', '2026-11-21'],
    ['12-31', '2025-12-31'],
    ['21号', '2026-11-21'],
    ['30日', '2026-10-30'],
    ['2026-11-21', '2026-11-21'],
    ['20261121', '2026-11-21'],
    ['３天前', '2026-11-19'],
  ])('%s that has been is %s', (typed, day) => {
    expect(typedDay(typed, TODAY, 'past')).toBe(day)
  })

  it.each([
    ['明天', '2026-11-23'],
    ['周五', '2026-11-27'],
    ['下周一', '2026-11-23'],
    ['1-5', '2027-01-05'],
    ['5号', '2026-12-05'],
    ['31号', '2026-12-31'],
    ['2周后', '2026-12-06'],
  ])('%s to come is %s', (typed, day) => {
    expect(typedDay(typed, TODAY, 'future')).toBe(day)
  })

  it.each(['', '改天', '2-30', '13-1', '2026-02-29', '0号', '周八', 'sunflower!'])('%j is none', (typed) => {
    expect(typedDay(typed, TODAY, 'past')).toBeNull()
  })

  it('is within the week before or after where only its weekday is said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...'一二三四五六日'), (days, sign) => {
        const today = addDays('1990-01-01', days)
        const past = typedDay(`周${sign}`, today, 'past') ?? ''
        const future = typedDay(`周${sign}`, today, 'future') ?? ''
        expect(past <= today && past > addDays(today, -7)).toBe(true)
        expect(future >= today && future < addDays(today, 7)).toBe(true)
      }),
    )
  })
})
