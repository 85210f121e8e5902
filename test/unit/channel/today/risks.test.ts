import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../../db/accounts/rules/days.ts'
import { type RiskFacts, riskOf } from '../../../../db/channel/today/rules/risks.ts'

const TODAY = '2026-11-24'

/** An account with which nothing is wrong. */
const FINE: RiskFacts = {
  tier: 'main',
  lastContact: '2026-11-20',
  visitEvery: 30,
  overdue: 0,
  orders: 0,
  incidents: 0,
  broken: 0,
  rival: null,
}
const risk = (facts: Partial<RiskFacts>) => riskOf({ ...FINE, ...facts }, TODAY)
const silentFor = (days: number) => addDays(TODAY, -days)
const rival = { name: '华楷新材', on: '2026-11-10' }

describe('an account’s risk', () => {
  it.each([
    ['nothing', {}, null],
    ['a rival’s move alone', { rival }, null],
    ['orders that fell by less than a fifth', { orders: -199 }, null],
    ['orders that fell by a fifth', { orders: -200 }, 'middle'],
    ['money overdue', { overdue: 1 }, 'middle'],
    ['a broken promise', { broken: 1 }, 'middle'],
    ['an incident', { incidents: 1 }, 'middle'],
    ['three incidents', { incidents: 3 }, 'high'],
    [
      'an incident at a key account, which weighs half as much again',
      { tier: 'key', incidents: 1 },
      'middle',
    ],
    ['that and a rival’s move', { tier: 'key', incidents: 1, rival }, 'high'],
    ['thirty days without a contact', { lastContact: silentFor(30) }, null],
    ['fifty', { lastContact: silentFor(50) }, 'middle'],
    ['fifty where a visit in ninety is promised', { lastContact: silentFor(50), visitEvery: 90 }, null],
    ['no contact ever: nothing is known', { lastContact: null }, null],
  ] as const)('%s', (_, facts, level) => expect(risk(facts)?.level ?? null).toBe(level))

  it('says why, the weightiest reason first', () => {
    const reasons = risk({ rival, overdue: 5, incidents: 2, lastContact: silentFor(45) })?.reasons
    expect(reasons?.map(({ code }) => code)).toEqual(['incidents', 'silence', 'overdue', 'rival'])
  })

  it('never falls by one more sign', () => {
    const facts = fc.record({
      orders: fc.integer({ min: -900, max: 0 }),
      incidents: fc.nat(4),
      overdue: fc.nat(3),
      broken: fc.nat(4),
      days: fc.nat(200),
    })
    fc.assert(
      fc.property(facts, ({ days, ...known }) => {
        const without = risk({ ...known, lastContact: silentFor(days) })?.points ?? 0
        const worse = risk({ ...known, lastContact: silentFor(days), rival })?.points ?? 0
        expect(worse).toBeGreaterThanOrEqual(without)
      }),
    )
  })
})
