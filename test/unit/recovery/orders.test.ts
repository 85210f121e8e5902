import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderBars } from '../../../db/recovery/orders/rules/bars.ts'
import {
  addMonths,
  baselineOf,
  lastDayOf,
  orderProof,
  proofMonths,
} from '../../../db/recovery/orders/rules/baseline.ts'

const SEASON = { monthly: 36_500_000_00, from: 'season' } as const
const month = fc
  .record({ year: fc.integer({ min: 2020, max: 2030 }), at: fc.integer({ min: 0, max: 11 }) })
  .map(({ year, at }) => addMonths(`${year}-01`, at))

describe('months', () => {
  it('go on over the end of a year, and back again', () => {
    expect(addMonths('2026-11', 3)).toBe('2027-02')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    fc.assert(
      fc.property(month, fc.integer({ min: -60, max: 60 }), (start, by) => {
        expect(addMonths(addMonths(start, by), -by)).toBe(start)
      }),
    )
  })
  it('end on their last day', () => {
    expect(lastDayOf('2027-02')).toBe('2027-02-28')
    expect(lastDayOf('2028-02')).toBe('2028-02-29')
    expect(lastDayOf('2026-12')).toBe('2026-12-31')
  })
})

describe('proof by orders', () => {
  it('counts the three months nearest to the 90 days after the customer was told', () => {
    expect(proofMonths('2026-12-02')).toEqual(['2026-12', '2027-01', '2027-02'])
    expect(proofMonths('2026-12-16')).toEqual(['2027-01', '2027-02', '2027-03'])
  })
  it('compares with the same season a year before, and without it with the months before it happened', () => {
    const months = proofMonths('2026-12-02')
    const season = new Map([
      ['2025-12', 300],
      ['2026-01', 400],
      ['2026-02', 500],
    ])
    expect(baselineOf(season, months, '2026-11')).toEqual({ monthly: 400, from: 'season' })
    const before = new Map([
      ['2026-01', 9_999],
      ['2026-04', 100],
      ['2026-05', 200],
      ['2026-06', 300],
      ['2026-07', 400],
      ['2026-08', 500],
      ['2026-09', 600],
      ['2026-11', 1],
    ])
    expect(baselineOf(before, months, '2026-11')).toEqual({ monthly: 350, from: 'before' })
    expect(baselineOf(new Map([['2026-09', 600]]), months, '2026-11')).toBeNull()
  })
  it('takes no month of the failure itself for a season without it', () => {
    const months = ['2026-12', '2027-01', '2027-02']
    const season = new Map(months.map((each) => [addMonths(each, -12), 100]))
    expect(baselineOf(season, months, '2026-02')).toBeNull()
  })
  it('says nothing before the last month is over and all are known', () => {
    const months = proofMonths('2026-12-02')
    const orders = new Map(months.map((each) => [each, 100]))
    expect(orderProof(orders, months, SEASON, '2027-02-28')).toBeNull()
    expect(orderProof(orders, months, SEASON, '2027-03-01')).toEqual({
      since: 300,
      baseline: SEASON.monthly * 3,
    })
    orders.delete('2027-01')
    expect(orderProof(orders, months, SEASON, '2027-03-01')).toBeNull()
    expect(orderProof(orders, months, null, '2027-03-01')).toBeNull()
  })
  it('is drawn from half a year before the failure to the last month that counts, a month a column', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 0, max: 8 }), (failed, later) => {
        const months = proofMonths(`${addMonths(failed, later)}-01`)
        const bars = orderBars(new Map([[failed, 100]]), { baseline: SEASON, months, failed })
        const shown = bars.map((bar) => bar.month)
        expect(shown.at(-1)).toBe(months.at(-1))
        expect(shown).toEqual(shown.map((_, at) => addMonths(shown[0] ?? '', at)))
        expect(bars.filter(({ proves }) => proves).map((bar) => bar.month)).toEqual(months)
        expect(bars.filter(({ low }) => low).every((bar) => bar.month === failed)).toBe(true)
      }),
    )
  })
})
