import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ATTITUDES } from '../../../db/accounts/people/rules/fields.ts'
import { effectOf } from '../../../db/visits/minutes/rules/effect.ts'
import { REACHES } from '../../../db/visits/rules/words.ts'

const TODAY = '2026-12-31'
const attitude = fc.option(fc.constantFrom(...ATTITUDES), { nil: null })
const promise = fc.record({
  state: fc.constantFrom('open' as const, 'kept' as const, 'broken' as const, 'released' as const),
  dueOn: fc.option(fc.constantFrom('2026-12-01', '2027-02-01'), { nil: null }),
  settledOn: fc.option(fc.constantFrom('2026-11-30', '2026-12-15'), { nil: null }),
})
const facts = fc.record({
  reach: fc.option(fc.constantFrom(...REACHES), { nil: null }),
  promises: fc.array(promise, { maxLength: 8 }),
  stood: fc.array(fc.record({ before: attitude, after: attitude }), { maxLength: 8 }),
  nextOn: fc.option(fc.constant('2027-01-05'), { nil: null }),
})

describe('the effect of a visit', () => {
  it('is a hundred where all went well, and nothing where all went wrong', () => {
    const kept = { state: 'kept' as const, dueOn: '2026-12-01', settledOn: '2026-12-01' }
    const well = { reach: 'reached' as const, promises: [kept], nextOn: '2027-01-05' }
    expect(effectOf({ ...well, stood: [{ before: 'neutral', after: 'friendly' }] }, TODAY)).toEqual({
      ...{ points: 100, objective: 40, commitments: 30, attitude: 20, next: 10 },
    })
    const badly = { reach: 'not' as const, promises: [{ ...kept, state: 'broken' as const }], nextOn: null }
    expect(effectOf({ ...badly, stood: [{ before: 'neutral', after: 'cool' }] }, TODAY)).toEqual({
      ...{ points: 0, objective: 0, commitments: 0, attitude: 0, next: 0 },
    })
  })

  it('is not told before somebody said how far the objective was reached', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(effectOf({ ...given, reach: null }, TODAY).points).toBeNull()
      }),
    )
  })

  it('stays between nothing and a hundred, and grows with how far the objective was reached', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const points = (['not', 'partly', 'reached'] as const).map(
          (reach) => effectOf({ ...given, reach }, TODAY).points ?? Number.NaN,
        )
        expect(points).toEqual(points.toSorted((a, b) => a - b))
        for (const one of points) expect(one >= 0 && one <= 100).toBe(true)
      }),
    )
  })

  it('counts a promise kept late as not kept on time, an open one only once it is late', () => {
    const late = { state: 'kept' as const, dueOn: '2026-12-01', settledOn: '2026-12-15' }
    const running = { state: 'open' as const, dueOn: '2027-02-01', settledOn: null }
    const rest = { reach: 'reached' as const, stood: [], nextOn: null }
    expect(effectOf({ ...rest, promises: [late] }, TODAY).commitments).toBe(0)
    expect(effectOf({ ...rest, promises: [running] }, TODAY).commitments).toBeNull()
    expect(effectOf({ ...rest, promises: [{ ...running, dueOn: '2026-12-01' }] }, TODAY).commitments).toBe(0)
  })
})
