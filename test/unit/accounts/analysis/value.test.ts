import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COSTS,
  STICKINESS_LAYERS,
  VALUE_ITEMS,
  VALUES,
} from '../../../../db/accounts/analysis/rules/kinds.ts'
import { newestFirst, newestOf } from '../../../../db/accounts/analysis/rules/newest.ts'
import { stickinessOf, switchingTotal } from '../../../../db/accounts/analysis/rules/stickiness.ts'
import { deliveredValue, valueTrend, weakestItem } from '../../../../db/accounts/analysis/rules/value.ts'

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-11-${String(number).padStart(2, '0')}`)
const judgement = fc.record({
  id: fc.uuid(),
  notedOn: day,
  item: fc.constantFrom(...VALUE_ITEMS),
  grade: fc.integer({ min: 1, max: 10 }),
})
const judgements = fc.uniqueArray(judgement, { selector: ({ id }) => id, maxLength: 40 })
const all = (grade: (item: string) => number) =>
  VALUE_ITEMS.map((item) => ({ id: item, notedOn: '2026-01-01', item, grade: grade(item) }))

describe('delivered value (C5)', () => {
  it('is the four values less the four costs', () => {
    const costs: readonly string[] = COSTS
    expect(deliveredValue(all((item) => (costs.includes(item) ? 3 : 8)))).toEqual({
      values: 32,
      costs: 12,
      total: 20,
      missing: [],
    })
  })

  it('counts the newest judgement of each item, whatever order they come in', () =>
    fc.assert(
      fc.property(judgements, fc.infiniteStream(fc.double()), (judged, random) => {
        const grades = new Map<string, number>()
        for (const { item, grade } of judged.toSorted(newestFirst).reverse()) grades.set(item, grade)
        const sum = (items: readonly string[]): number =>
          items.reduce((total, item) => total + (grades.get(item) ?? 0), 0)
        const places = new Map(judged.map(({ id }) => [id, random.next().value ?? 0]))
        const shuffled = judged.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
        const { values, costs, total, missing } = deliveredValue(shuffled)
        expect(missing).toEqual(VALUE_ITEMS.filter((item) => !grades.has(item)))
        expect(total).toBe(missing.length === 0 ? sum(VALUES) - sum(COSTS) : null)
        if (values !== null) expect(values).toBe(sum(VALUES))
        if (costs !== null) expect(costs).toBe(sum(COSTS))
      }),
    ))

  it('ends its trend where it stands today', () =>
    fc.assert(
      fc.property(judgements, (judged) => {
        const trend = valueTrend(judged)
        expect(trend.at(-1)?.total ?? null).toBe(deliveredValue(judged).total)
        expect(trend.map(({ on }) => on)).toEqual(trend.map(({ on }) => on).toSorted())
      }),
    ))

  it('names the lowest value or the highest cost as the weakest', () => {
    expect(weakestItem([])).toBeNull()
    expect(weakestItem(all((item) => (item === 'time' ? 9 : 5)))?.item).toBe('time')
    expect(weakestItem(all((item) => (item === 'service' ? 1 : item === 'time' ? 9 : 5)))?.item).toBe(
      'service',
    )
  })
})

describe('newest judgements', () => {
  it('are of the latest day, and within it the one written last', () => {
    const newest = newestOf(
      [
        { id: 'b', notedOn: '2026-01-02', what: 'x' },
        { id: 'c', notedOn: '2026-01-01', what: 'x' },
        { id: 'a', notedOn: '2026-01-02', what: 'x' },
      ],
      ({ what }) => what,
    )
    expect(newest.get('x')?.id).toBe('b')
  })
})

describe('stickiness (D3)', () => {
  const judged = (grades: readonly number[]) =>
    grades.map((grade, at) => ({
      id: String(at),
      notedOn: '2026-01-01',
      layer: STICKINESS_LAYERS[at] ?? 'perception',
      grade,
    }))

  it('sums three layers once all are judged, and names the loosest', () => {
    expect(stickinessOf(judged([4, 3, 2]))).toEqual({ total: 9, loosest: 'strategy' })
    expect(stickinessOf(judged([4, 3]))).toEqual({ total: null, loosest: 'success' })
    expect(stickinessOf([])).toEqual({ total: null, loosest: null })
  })

  it('switching costs are the sum of what would be lost; nothing listed is not nothing to lose', () => {
    expect(switchingTotal([{ amount: 100 }, { amount: 250 }])).toBe(350)
    expect(switchingTotal([])).toBeNull()
  })
})
