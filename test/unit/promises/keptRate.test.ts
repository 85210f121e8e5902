import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysLate, keptRate, type Standing, tallyOf } from '../../../db/accounts/promises/rules/keptRate.ts'
import {
  mayGo,
  needsNote,
  PROMISE_STATES,
  SETTLED_STATES,
  TRANSITIONS,
} from '../../../db/accounts/promises/rules/states.ts'
import { addDays } from '../../../db/accounts/rules/days.ts'

const TODAY = '2026-11-24'
const day = fc.integer({ min: -400, max: 400 }).map((offset) => addDays(TODAY, offset))
const standing: fc.Arbitrary<Standing> = fc.record({
  state: fc.constantFrom(...PROMISE_STATES),
  dueOn: fc.option(day),
})
const standings = fc.array(standing, { maxLength: 60 })

describe('where a promise may go', () => {
  it('an open one ends in one of three ways, and a settled one only reopens', () => {
    expect(SETTLED_STATES.every((to) => mayGo('open', to))).toBe(true)
    for (const from of SETTLED_STATES)
      expect(PROMISE_STATES.filter((to) => mayGo(from, to))).toEqual(['open'])
  })

  it('whatever steps are tried, it is settled at most once between two reopenings', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PROMISE_STATES)), (tried) => {
        let state: (typeof PROMISE_STATES)[number] = 'open'
        for (const to of tried) {
          if (!mayGo(state, to)) continue
          expect([state, to].filter((one) => one === 'open')).toHaveLength(1)
          state = to
        }
      }),
    )
  })

  it('no state leads to itself, and every state can be left', () => {
    for (const state of PROMISE_STATES) {
      expect(mayGo(state, state)).toBe(false)
      expect(TRANSITIONS[state].length).toBeGreaterThan(0)
    }
  })

  it('only a release has to be explained', () => {
    expect(PROMISE_STATES.filter(needsNote)).toEqual(['released'])
  })
})

describe('the kept-rate', () => {
  it('is kept of kept and broken: 25 of 26 is 96.2%', () => {
    expect(keptRate({ kept: 25, broken: 1 })).toBe(962)
    expect(keptRate({ kept: 0, broken: 2 })).toBe(0)
    expect(keptRate({ kept: 0, broken: 0 })).toBeNull()
  })

  it('does not move with released and open promises, however late', () => {
    fc.assert(
      fc.property(standings, standings, (settled, others) => {
        const neither = others.filter(({ state }) => state === 'open' || state === 'released')
        const before = tallyOf(settled, TODAY)
        const after = tallyOf([...settled, ...neither], TODAY)
        expect(keptRate(after)).toBe(keptRate(before))
      }),
    )
  })

  it('rises or stays with one more kept, falls or stays with one more broken, within 0 and 100%', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), (kept, broken) => {
        const rate = keptRate({ kept, broken }) ?? 0
        expect(rate).toBeGreaterThanOrEqual(0)
        expect(rate).toBeLessThanOrEqual(1_000)
        expect(keptRate({ kept: kept + 1, broken })).toBeGreaterThanOrEqual(rate)
        if (kept + broken > 0) expect(keptRate({ kept, broken: broken + 1 })).toBeLessThanOrEqual(rate)
      }),
    )
  })
})

describe('lateness', () => {
  it('begins the day after the due day, for open promises alone', () => {
    expect(daysLate({ state: 'open', dueOn: TODAY }, TODAY)).toBe(0)
    expect(daysLate({ state: 'open', dueOn: '2026-11-23' }, TODAY)).toBe(1)
    expect(daysLate({ state: 'open', dueOn: null }, TODAY)).toBe(0)
    for (const state of SETTLED_STATES) expect(daysLate({ state, dueOn: '2026-01-01' }, TODAY)).toBe(0)
  })

  it('every promise is counted once, and late ones are some of the open', () => {
    fc.assert(
      fc.property(standings, (promises) => {
        const { open, late, kept, broken, released } = tallyOf(promises, TODAY)
        expect(open + kept + broken + released).toBe(promises.length)
        expect(late).toBeLessThanOrEqual(open)
      }),
    )
  })
})
