import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clashOf, stayOf } from '../../../db/visits/rules/clashes.ts'
import { giftStanding } from '../../../db/visits/rules/gifts.ts'
import { monthsLater } from '../../../db/visits/rules/months.ts'
import { rankGap, rankOfTitle } from '../../../db/visits/rules/ranks.ts'
import { typedTime } from '../../../renderer/features/visits/typedTime.ts'

const stay = fc
  .record({
    city: fc.constantFrom('', '湖州', '东阳'),
    time: fc.constantFrom('', '09:30', '11:00', '14:30', '23:30'),
    minutes: fc.integer({ min: 5, max: 600 }),
  })
  .map(stayOf)

describe('two stays of one day', () => {
  it('clash the same way round', () => {
    fc.assert(fc.property(stay, stay, (one, other) => clashOf(one, other) === clashOf(other, one)))
  })

  it('clash at the same time, and in two cities with too little between', () => {
    const at = (city: string, time: string, minutes = 60) => stayOf({ city, time, minutes })
    expect(clashOf(at('湖州', '09:30'), at('湖州', '10:00'))).toBe('sameTime')
    expect(clashOf(at('湖州', '09:30'), at('湖州', '10:30'))).toBe(null)
    expect(clashOf(at('湖州', '09:00'), at('东阳', '12:59'))).toBe('twoCities')
    expect(clashOf(at('湖州', '09:00'), at('东阳', '13:00'))).toBe(null)
    expect(clashOf(at('湖州', ''), at('东阳', '13:00'))).toBe('twoCities')
    expect(clashOf(at('', ''), at('东阳', '13:00'))).toBe(null)
  })
})

describe('ranks by titles', () => {
  it.each([
    ['董事长', 1],
    ['总经理', 1],
    ['副总经理', 2],
    ['常务副总', 2],
    ['总经理助理', 3],
    ['财务总监', 3],
    ['采购经理', 4],
    ['Vice President', 2],
    ['President', 1],
    ['司机', 5],
    ['', null],
  ])('%s is %s', (title, rank) => {
    expect(rankOfTitle(title)).toBe(rank)
  })

  it('says nothing where one isn’t known', () => {
    expect(rankGap(null, 1)).toBeNull()
    expect(rankGap(2, 1)).toBe(1)
  })
})

describe('gifts', () => {
  it('need an approval from an amount on, and beyond the year’s limit', () => {
    const rules = { yearlyLimit: 100, approvalFrom: 50 }
    expect(giftStanding({ ...rules, amount: 49, year: 100 })).toEqual({ needsApproval: false, over: 0 })
    expect(giftStanding({ ...rules, amount: 50, year: 50 })).toEqual({ needsApproval: true, over: 0 })
    expect(giftStanding({ ...rules, amount: 10, year: 101 })).toEqual({ needsApproval: true, over: 1 })
    expect(giftStanding({ yearlyLimit: null, approvalFrom: null, amount: 999, year: 999 })).toEqual({
      needsApproval: false,
      over: 0,
    })
  })
})

describe('months later', () => {
  it('ends in the month that is meant, on its last day where the day isn’t there', () => {
    expect(monthsLater('2026-11-30', 3)).toBe('2027-02-28')
    expect(monthsLater('2026-01-31', -2)).toBe('2025-11-30')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: -30, max: 30 }), (date, months) => {
        const day = `2026-06-${String(date).padStart(2, '0')}`
        expect(monthsLater(monthsLater(day, months), -months)).toBe(day)
      }),
    )
  })
})

describe('a time as people type it', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['1530', '15:30'],
    ['9:30', '09:30'],
    ['１４：３０', '14:30'],
    ['14点30分', '14:30'],
    ['', ''],
    ['25', null],
    ['9:75', null],
    ['早上', null],
  ])('%s is %s', (typed, time) => {
    expect(typedTime(typed)).toBe(time)
  })
})
