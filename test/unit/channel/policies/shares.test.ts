import { expect, it } from 'vitest'
import { DEFAULT_TERMS } from '../../../../db/channel/policies/rules/defaults.ts'
import type { PolicyVersion } from '../../../../db/channel/policies/rules/effective.ts'
import { sharesFault } from '../../../../db/channel/policies/rules/faults.ts'
import type { Tier } from '../../../../db/evaluation/rules/tiers.ts'
import { PolicyId } from '../../../../db/kernel/ids.ts'

const share = (tier: Tier, effortShare: number, fromOn: string): PolicyVersion => ({
  id: PolicyId.parse('00000000-0000-7000-8000-000000000001'),
  tier,
  fromOn,
  publishedAt: fromOn,
  graceDays: 30,
  terms: { ...DEFAULT_TERMS[tier], effortShare },
})
const { key, main } = { key: DEFAULT_TERMS.key.effortShare, main: DEFAULT_TERMS.main.effortShare }

it('A9: shares of the effort that add up to more or to less than 100 are refused, with the first day on which they do', () => {
  expect(sharesFault([], '2026-12-01')).toBeNull()
  expect(sharesFault([share('key', key + 10, '2026-12-01')], '2026-12-01')).toEqual({
    day: '2026-12-01',
    sum: 110,
  })
  // a gap that opens later, when only one of the two has begun
  const later = [share('key', key - 5, '2027-01-01'), share('main', main + 5, '2027-02-01')]
  expect(sharesFault(later, '2026-12-01')).toEqual({ day: '2027-01-01', sum: 95 })
  expect(
    sharesFault(
      [later[0], later[1]].flatMap((one) => (one ? [{ ...one, fromOn: '2027-01-01' }] : [])),
      '2026-12-01',
    ),
  ).toBeNull()
})
