import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CycleRules,
  cycleOf,
  type MeasuredRound,
  tiersOf,
} from '../../../../db/evaluation/cycle/rules/cycle.ts'
import { periodOf } from '../../../../db/evaluation/cycle/rules/period.ts'
import {
  equalWeights,
  rolled,
  usualWeights,
  weightsFit,
} from '../../../../db/evaluation/cycle/rules/window.ts'
import { DEFAULT_BORDERS, TIERS } from '../../../../db/evaluation/rules/tiers.ts'

const years = fc.integer({ min: 1, max: 6 })

describe('the weights of a window', () => {
  it('add to 100 whether usual or equal, the newer year never lighter', () => {
    fc.assert(
      fc.property(years, fc.boolean(), (count, isUsual) => {
        const weights = isUsual ? usualWeights(count) : equalWeights(count)
        expect(weights).toHaveLength(count)
        expect(weightsFit(weights)).toBe(true)
        expect([...weights].sort((a, b) => b - a)).toEqual([...weights])
      }),
    )
    expect(usualWeights(4)).toEqual([40, 30, 20, 10])
    expect(equalWeights(3)).toEqual([34, 33, 33])
  })

  it.each([[[]], [[50, 40]], [[110, -10]], [[33.5, 66.5]], [[20, 20, 20, 20, 10, 5, 5]]])(
    'refuse %j',
    (weights) => {
      expect(weightsFit(weights)).toBe(false)
    },
  )
})

describe('the value over the window', () => {
  const values = fc.array(fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 })), {
    minLength: 6,
    maxLength: 6,
  })

  it('lies between the least and the greatest of its years, and is there from half of the weight on', () => {
    fc.assert(
      fc.property(years, values, (count, all) => {
        const weights = usualWeights(count)
        const some = all.slice(0, count)
        const known = some.flatMap((value, at) =>
          value === null ? [] : [{ value, weight: weights[at] ?? 0 }],
        )
        const share = known.reduce((sum, { weight }) => sum + weight, 0)
        const value = rolled(some, weights)
        expect(value === null).toBe(share < 50)
        if (value === null) return
        expect(value).toBeGreaterThanOrEqual(Math.min(...known.map((one) => one.value)))
        expect(value).toBeLessThanOrEqual(Math.max(...known.map((one) => one.value)))
      }),
    )
  })

  it('is scaled over the years there are, half rounded up', () => {
    expect(rolled([800, 600, null, null], [40, 30, 20, 10])).toBe(714)
    expect(rolled([null, 600, 500, null], [40, 30, 20, 10])).toBe(560)
    expect(rolled([800, null, null, null], [40, 30, 20, 10])).toBeNull()
    expect(rolled([1, 2], [50, 50])).toBe(2)
  })
})

describe('the period of a round', () => {
  it.each([
    ['2026 上半年评级', '2026-07-13T00:00:00Z', 2026, 1],
    // published in January: the name counts
    ['2025 下半年评级', '2026-01-17T00:00:00Z', 2025, 2],
    ['Rating 2024 H2', '2025-01-17T00:00:00Z', 2024, 2],
    ['２０２４ 年度评级', '2025-01-17T00:00:00Z', 2024, null],
    ['重新评级', '2026-01-17T00:00:00Z', 2025, 2],
    ['下半年', '2026-01-17T00:00:00Z', 2025, 2],
    ['重新评级', '2026-07-13T00:00:00Z', 2026, 1],
  ])('%s, published %s: %i, half %s', (name, at, year, half) => {
    expect(periodOf(name, at)).toEqual({ year, half })
  })
})

const round = (year: number, half: 1 | 2, values: Readonly<Record<string, number>>): MeasuredRound => ({
  year,
  half,
  values: new Map(Object.entries(values)),
})
const rules = (more: Partial<CycleRules> = {}): CycleRules => ({
  weights: [40, 30, 20, 10],
  perYear: 'mean',
  ruler: { kind: 'borders', borders: DEFAULT_BORDERS },
  seasonal: new Set(),
  ...more,
})
const judge = (rounds: readonly MeasuredRound[], more: Partial<CycleRules> = {}) => {
  const [row] = cycleOf(rounds, ['x'], rules(more))
  if (!row) throw new Error('no row')
  return row
}

describe('accounts over the cycle', () => {
  it('that are strong over it and weak this year stand apart', () => {
    const row = judge([
      round(2026, 1, { x: 550 }),
      round(2025, 2, { x: 900 }),
      round(2025, 1, { x: 860 }),
      round(2024, 2, { x: 820 }),
    ])
    expect(row.values).toEqual([550, 880, 820, null])
    expect(row).toMatchObject({ value: 720, tier: 'main', thisYear: 'ordinary', verdict: 'strong' })
  })

  it('rise, stay, are not there this year, or too little is known of them', () => {
    expect(judge([round(2026, 1, { x: 850 }), round(2025, 2, { x: 500 })]).verdict).toBe('rising')
    expect(judge([round(2026, 1, { x: 850 }), round(2025, 2, { x: 830 })]).verdict).toBe('even')
    expect(judge([round(2026, 1, {}), round(2025, 2, { x: 830 }), round(2024, 1, { x: 830 })]).verdict).toBe(
      'noYear',
    )
    expect(judge([round(2026, 1, { x: 850 })]).verdict).toBe('tooLittle')
  })

  it('may count by the newest round of a year', () => {
    const rounds = [round(2026, 2, { x: 900 }), round(2026, 1, { x: 500 })]
    expect(judge(rounds, { weights: [100] }).value).toBe(700)
    expect(judge(rounds, { weights: [100], perYear: 'newest' }).value).toBe(900)
  })

  it('that are seasonal are judged season with season', () => {
    const rounds = [
      round(2026, 1, { x: 500 }),
      round(2025, 2, { x: 900 }),
      round(2025, 1, { x: 520 }),
      round(2024, 2, { x: 940 }),
    ]
    expect(judge(rounds).verdict).toBe('strong')
    const row = judge(rounds, { seasonal: new Set(['x']) })
    expect(row).toMatchObject({
      values: [500, 520, null, null],
      verdict: 'even',
      season: { now: 500, before: 520 },
    })
    // last year's season counts for the comparison though the window ends before it
    expect(judge(rounds, { seasonal: new Set(['x']), weights: [100] }).season).toEqual({
      now: 500,
      before: 520,
    })
  })
})

describe('figures by the expected shape', () => {
  it('give equals the same tier, and never a better tier to who has less', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (values) => {
        const tiers = tiersOf({ kind: 'shape', better: 'more' }, values)
        values.forEach((value, at) => {
          values.forEach((other, there) => {
            if (value < other) return
            const mine = tiers[at] ?? 'small'
            expect(TIERS.indexOf(mine)).toBeLessThanOrEqual(TIERS.indexOf(tiers[there] ?? 'small'))
          })
        })
      }),
    )
  })

  it('are 10, 20, 30 and 40 of a hundred', () => {
    const values = Array.from({ length: 100 }, (_, at) => at)
    const count = (tiers: readonly (string | null)[]) =>
      TIERS.map((tier) => tiers.filter((one) => one === tier).length)
    const more = tiersOf({ kind: 'shape', better: 'more' }, values)
    expect(count(more)).toEqual([10, 20, 30, 40])
    expect(more[99]).toBe('key')
    expect(tiersOf({ kind: 'shape', better: 'less' }, values)[0]).toBe('key')
    expect(tiersOf({ kind: 'shape', better: 'more' }, [null, 5])).toEqual([null, 'key'])
  })
})
