import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isWinBackOpen,
  outcomeDue,
  outcomesDue,
  winBackState,
} from '../../../db/recovery/winBack/rules/course.ts'
import { secondLifeOf } from '../../../db/recovery/winBack/rules/secondLife.ts'
import { WIN_BACK_DECISIONS, WIN_BACK_OUTCOMES } from '../../../db/recovery/winBack/rules/words.ts'

describe('where a lost account stands', () => {
  const facts = { asked: true, decision: null, outcomes: {}, open: 0 } as const
  it('is asked, then decided, then followed for a year', () => {
    expect(winBackState({ ...facts, asked: false })).toBe('unasked')
    expect(winBackState(facts)).toBe('undecided')
    expect(winBackState({ ...facts, decision: 'leave', open: 3 })).toBe('left')
    expect(winBackState({ ...facts, decision: 'courtesy', open: 1 })).toBe('parting')
    expect(winBackState({ ...facts, decision: 'courtesy' })).toBe('parted')
    expect(winBackState({ ...facts, decision: 'try' })).toBe('trying')
    expect(winBackState({ ...facts, decision: 'try', outcomes: { 6: { outcome: 'away' } } })).toBe('trying')
    expect(winBackState({ ...facts, decision: 'try', outcomes: { 6: { outcome: 'back' } } })).toBe('back')
    const relapsed = { 6: { outcome: 'back' }, 12: { outcome: 'away' } } as const
    expect(winBackState({ ...facts, decision: 'try', outcomes: relapsed })).toBe('lostAgain')
  })
  it('is never open once it was left, parted from, won back or lost for a year', () => {
    fc.assert(
      fc.property(
        fc.record({
          asked: fc.boolean(),
          decision: fc.constantFrom(null, ...WIN_BACK_DECISIONS),
          outcomes: fc.record(
            {
              6: fc.record({ outcome: fc.constantFrom(...WIN_BACK_OUTCOMES) }),
              12: fc.record({ outcome: fc.constantFrom(...WIN_BACK_OUTCOMES) }),
            },
            { requiredKeys: [] },
          ),
          open: fc.nat(5),
        }),
        (given) => {
          const open = isWinBackOpen(winBackState(given))
          if (given.decision === null) expect(open).toBe(true)
          if (given.decision === 'leave') expect(open).toBe(false)
          if (given.decision === 'courtesy') expect(open).toBe(given.open > 0)
          if (given.decision === 'try' && given.outcomes[12]) expect(open).toBe(false)
        },
      ),
    )
  })
  it('is looked at after half a year and a year, on the last day of a month that lacks the day', () => {
    expect(outcomeDue('2026-08-31', 6)).toBe('2027-02-28')
    expect(outcomeDue('2026-11-24', 12)).toBe('2027-11-24')
    expect(outcomesDue({ decision: 'leave', on: '2026-11-24' })).toEqual([])
    expect(outcomesDue({ decision: 'try', on: '2026-11-24' }).map(({ dueOn }) => dueOn)).toEqual([
      '2027-05-24',
      '2027-11-24',
    ])
  })
})

describe('second-lifetime value', () => {
  it('is profit × share × years, as likely as it is, less the cost', () => {
    const worth = { yearly: 100_000_00, share: 60, years: 3, chance: 30, cost: 20_000_00 }
    expect(secondLifeOf(worth)).toEqual({
      value: 180_000_00,
      expected: 54_000_00,
      net: 34_000_00,
      times: 2.7,
    })
  })
  it('never expects more than the whole value, and dearer tries are worth less', () => {
    fc.assert(
      fc.property(
        fc.record({
          yearly: fc.nat(1_000_000_000),
          share: fc.nat(100),
          years: fc.integer({ min: 1, max: 30 }),
          chance: fc.nat(100),
          cost: fc.nat(1_000_000_000),
        }),
        (worth) => {
          const life = secondLifeOf(worth)
          expect(life.expected).toBeLessThanOrEqual(life.value)
          expect(life.net).toBeLessThanOrEqual(life.expected)
          expect(secondLifeOf({ ...worth, cost: worth.cost + 1 }).net).toBeLessThan(life.net)
        },
      ),
    )
  })
})
