import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  largestRival,
  newestYear,
  type WalletAmount,
  walletByProduct,
  walletPart,
  walletTrend,
} from '../../../../db/accounts/analysis/rules/wallet.ts'

const PRODUCTS = ['p1', 'p2', 'p3']
const amounts = fc.array(
  fc.record<WalletAmount>({
    productId: fc.constantFrom(...PRODUCTS),
    competitorId: fc.constantFrom(null, 'c1', 'c2'),
    year: fc.integer({ min: 2022, max: 2026 }),
    amount: fc.integer({ min: 0, max: 1_000_000_000_00 }),
  }),
  { maxLength: 30 },
)

const amount = (productId: string, competitorId: string | null, year: number, yuan: number) => ({
  productId,
  competitorId,
  year,
  amount: yuan * 100,
})

describe('share of wallet', () => {
  it('is ours over all that is known, and unknown where nothing is', () => {
    expect(walletPart([amount('p1', null, 2026, 62), amount('p1', 'c1', 2026, 38)])).toEqual({
      ours: 6_200,
      elsewhere: 3_800,
      share: 0.62,
    })
    expect(walletPart([])).toEqual({ ours: null, elsewhere: null, share: null })
    expect(walletPart([amount('p1', null, 2026, 0)]).share).toBeNull()
  })

  it('lies between nothing and all, and does not change when all amounts grow alike', () =>
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 9 }), (known, factor) => {
        const { share, ours, elsewhere } = walletPart(known)
        if ((ours ?? 0) + (elsewhere ?? 0) === 0) expect(share).toBeNull()
        else {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
        const grown = walletPart(known.map((one) => ({ ...one, amount: one.amount * factor })))
        if (share !== null) expect(grown.share).toBeCloseTo(share, 9)
      }),
    ))

  it('has one line for each year, and the years sum up to the whole', () =>
    fc.assert(
      fc.property(amounts, (known) => {
        const trend = walletTrend(known)
        expect(trend.map(({ year }) => year)).toEqual(
          [...new Set(known.map(({ year }) => year))].toSorted((one, other) => one - other),
        )
        expect(trend.at(-1)?.year ?? null).toBe(newestYear(known))
        const ours = trend.reduce((sum, part) => sum + (part.ours ?? 0), 0)
        expect(ours).toBe(walletPart(known).ours ?? 0)
      }),
    ))
})

describe('white space (D4)', () => {
  it('is a product not bought from us, with what is bought of it elsewhere', () => {
    const wallet = [amount('p1', null, 2026, 100), amount('p2', 'c1', 2026, 380), amount('p3', null, 2025, 5)]
    expect(walletByProduct(PRODUCTS, wallet, 2026)).toEqual([
      { productId: 'p1', ours: 10_000, elsewhere: null, share: 1, blank: false },
      { productId: 'p2', ours: null, elsewhere: 38_000, share: 0, blank: true },
      { productId: 'p3', ours: null, elsewhere: null, share: null, blank: true },
    ])
  })

  it('is not claimed of a year of which nothing is known', () => {
    expect(walletByProduct(PRODUCTS, [], 2026).some(({ blank }) => blank)).toBe(false)
  })

  it('parts every year’s amounts among the products, none twice', () =>
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2022, max: 2026 }), (known, year) => {
        const parts = walletByProduct(PRODUCTS, known, year)
        const whole = walletPart(known.filter((one) => one.year === year))
        const sum = (side: 'ours' | 'elsewhere') =>
          parts.reduce((total, part) => total + (part[side] ?? 0), 0)
        expect(sum('ours')).toBe(whole.ours ?? 0)
        expect(sum('elsewhere')).toBe(whole.elsewhere ?? 0)
      }),
    ))

  it('knows who takes the most', () => {
    const wallet = [
      amount('p1', 'c1', 2026, 10),
      amount('p2', 'c1', 2026, 10),
      amount('p2', 'c2', 2026, 15),
      amount('p2', null, 2026, 99),
      amount('p1', 'c2', 2025, 99),
    ]
    expect(largestRival(wallet, 2026)).toEqual({ competitorId: 'c1', amount: 2_000 })
    expect(largestRival(wallet, 2024)).toBeNull()
  })
})
