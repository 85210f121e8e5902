import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AccountFacts,
  bringsNothing,
  reportOf,
  type Spent,
  weightyShare,
} from '../../../../db/channel/effort/rules/report.ts'
import { TIERS } from '../../../../db/evaluation/rules/tiers.ts'

const TARGETS = { key: 60, main: 20, ordinary: 15, small: 5 }
const SPAN = { from: '2026-11-02', until: '2026-11-15' }

const FACTS: Readonly<Record<string, AccountFacts>> = {
  K: { tier: 'key', profit: 900, growth: -5_000 },
  M: { tier: 'main', profit: null, growth: null },
  L: { tier: 'main', profit: -10, growth: 9_000 },
  S: { tier: 'small', profit: 50, growth: 0 },
  G: { tier: 'small', profit: 50, growth: 12_000 },
  N: { tier: null, profit: null, growth: null },
}
const factsOf = (id: string): AccountFacts => FACTS[id] ?? { tier: null, profit: null, growth: null }
const spent = (memberId: string, accountId: string | null, week: string, minutes: number): Spent => ({
  memberId,
  accountId,
  week,
  minutes,
})

describe('accounts that bring nothing', () => {
  it('cost what they bring or more, or are small and don’t grow; what isn’t known is no reproach', () => {
    expect(Object.entries(FACTS).flatMap(([id, facts]) => (bringsNothing(facts) ? [id] : []))).toEqual([
      'L',
      'S',
    ])
    expect(bringsNothing({ tier: 'key', profit: 0, growth: null })).toBe(true)
    // small, and nobody knows whether it grows
    expect(bringsNothing({ tier: 'small', profit: null, growth: null })).toBe(true)
  })
})

it('a fortnight by hand', () => {
  const report = reportOf(
    [
      spent('a', 'K', '2026-11-02', 300),
      spent('a', 'S', '2026-11-02', 60),
      spent('a', null, '2026-11-09', 30),
      spent('b', 'L', '2026-11-02', 90),
      spent('b', 'L', '2026-11-09', 30),
      spent('b', 'M', '2026-11-09', 120),
    ],
    factsOf,
    TARGETS,
    SPAN,
  )
  expect(report).toMatchObject({ minutes: 630, withoutAccount: 30, weeks: ['2026-11-02', '2026-11-09'] })
  expect(report.tiers).toEqual([
    { tier: 'key', minutes: 300, share: 500, target: 60 },
    { tier: 'main', minutes: 240, share: 400, target: 20 },
    { tier: 'ordinary', minutes: 0, share: 0, target: 15 },
    { tier: 'small', minutes: 60, share: 100, target: 5 },
  ])
  expect(weightyShare(report.tiers)).toEqual({ share: 900, target: 80 })
  expect(report.accounts.map(({ accountId, minutes, share }) => [accountId, minutes, share])).toEqual([
    ['K', 300, 500],
    ['L', 120, 200],
    ['M', 120, 200],
    ['S', 60, 100],
  ])
  expect(report.members).toEqual([
    { memberId: 'b', minutes: 240, weeks: [90, 150], idle: 120, idleAWeek: 60 },
    { memberId: 'a', minutes: 390, weeks: [360, 30], idle: 60, idleAWeek: 30 },
  ])
})

it('an empty period has no shares', () => {
  const report = reportOf([], factsOf, TARGETS, SPAN)
  expect(report.tiers.map(({ share }) => share)).toEqual([null, null, null, null])
  expect(weightyShare(report.tiers)).toBeNull()
})

it('tiers, accounts, members and weeks each add up to all minutes', () => {
  const line = fc.record({
    memberId: fc.constantFrom('a', 'b', 'c'),
    accountId: fc.constantFrom(...Object.keys(FACTS), null),
    week: fc.constantFrom('2026-11-02', '2026-11-09'),
    minutes: fc.integer({ min: 1, max: 1_440 }),
  })
  const sum = (rows: readonly { readonly minutes: number }[]) =>
    rows.reduce((all, { minutes }) => all + minutes, 0)
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const report = reportOf(lines, factsOf, TARGETS, SPAN)
      expect(report.minutes).toBe(sum(lines))
      expect(sum(report.tiers)).toBe(report.minutes - report.withoutAccount)
      expect(sum(report.accounts)).toBe(report.minutes - report.withoutAccount)
      expect(sum(report.members)).toBe(report.minutes)
      for (const { weeks, minutes } of report.members) expect(weeks.reduce((a, b) => a + b, 0)).toBe(minutes)
      const shares = report.tiers.reduce((all, { share }) => all + (share ?? 0), 0)
      if (report.accounts.length > 0) expect(Math.abs(shares - 1_000)).toBeLessThanOrEqual(TIERS.length)
    }),
  )
})
