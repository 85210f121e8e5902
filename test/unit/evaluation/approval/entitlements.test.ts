import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  ENTITLEMENTS,
  entitlementChange,
  TIER_ENTITLEMENTS,
} from '../../../../db/evaluation/approval/rules/entitlements.ts'
import { TIERS } from '../../../../db/evaluation/rules/tiers.ts'
import { ENTITLEMENT_WORDS } from '../../../../db/terms/entitlements.ts'

const standings = fc.option(fc.constantFrom(...TIERS, 'insufficient' as const))

it('what is gained one way is lost the other, and nothing changes with the tier itself', () => {
  fc.assert(
    fc.property(standings, standings, (from, to) => {
      const [there, back] = [entitlementChange(from, to), entitlementChange(to, from)]
      expect(there.gained).toEqual(back.lost)
      expect(there.lost).toEqual(back.gained)
      expect(entitlementChange(from, from)).toEqual({ gained: [], lost: [] })
      const held = new Set([...entitlementChange(null, from).gained, ...there.gained])
      for (const lost of there.lost) held.delete(lost)
      expect([...held].toSorted()).toEqual([...entitlementChange(null, to).gained].toSorted())
    }),
  )
})

it('every entitlement belongs to a tier, and reads in both languages', () => {
  const used = new Set(TIERS.flatMap((tier) => TIER_ENTITLEMENTS[tier]))
  for (const entitlement of ENTITLEMENTS) {
    expect(used).toContain(entitlement)
    expect(ENTITLEMENT_WORDS.zh[entitlement]).not.toBe('')
    expect(ENTITLEMENT_WORDS.en[entitlement]).not.toBe('')
  }
})
