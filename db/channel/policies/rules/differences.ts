import { addDays } from '../../../accounts/rules/days.ts'
import { type Standing, TIERS, type Tier } from '../../../evaluation/rules/tiers.ts'
import { withoutTier } from './defaults.ts'
import { detailOf, TERMS } from './termList.ts'
import type { PolicyTerms, TermKey, TermValue } from './terms.ts'

/** What a term becomes, and what that is for the account: `other` where it can't be weighed. */
export interface TermDifference {
  readonly key: TermKey
  readonly before: TermValue
  readonly after: TermValue
  readonly effect: 'gain' | 'loss' | 'other'
}

/**
 * What differs between two sets of terms, in the order of the matrix. The words of an entitlement come and go with it:
 * only where both have it are they a difference of their own.
 */
export function differences(before: PolicyTerms, after: PolicyTerms): TermDifference[] {
  return TERMS.flatMap((term) => {
    const [old, now] = [term.read(before), term.read(after)]
    if (old === now) return []
    const entitlement = detailOf(term.key)
    const isSilent =
      entitlement !== null &&
      !(before.entitlements.includes(entitlement) && after.entitlements.includes(entitlement))
    if (isSilent) return []
    const [worthBefore, worthNow] = [term.worth(old), term.worth(now)]
    const effect =
      worthBefore === null || worthNow === null || worthBefore === worthNow
        ? 'other'
        : worthNow > worthBefore
          ? 'gain'
          : 'loss'
    return [{ key: term.key, before: old, after: now, effect }]
  })
}

/** What every tier gets, as far as a change of tier needs it. */
export type TierPolicies = Readonly<Record<Tier, { readonly terms: PolicyTerms; readonly graceDays: number }>>

/** What a change of tier means for an account, as far as it is told: see {@link isTold}. */
export interface TierChange {
  readonly differences: readonly TermDifference[]
  /** the first day without what it loses (YYYY-MM-DD); null where it loses nothing */
  readonly lossesFrom: string | null
}

/**
 * What an account gains and loses when it changes tier on a day (YYYY-MM-DD): gains at once, losses after the grace that
 * the policy of the tier it leaves allows.
 */
export function tierChange(
  from: Standing | null,
  to: Standing | null,
  policies: TierPolicies,
  day: string,
): TierChange {
  const [before, after] = [tierIn(from), tierIn(to)]
  const termsOf = (tier: Tier | null): PolicyTerms =>
    tier === null ? withoutTier(policies.ordinary.terms) : policies[tier].terms
  const found = differences(termsOf(before), termsOf(after)).filter(({ key }) => isTold(key))
  const loses = found.some(({ effect }) => effect === 'loss')
  const grace = before === null ? 0 : policies[before].graceDays
  return { differences: found, lossesFrom: loses ? addDays(day, grace) : null }
}

/**
 * What is told of a change of tier: response times for ordinary requests stand for those of urgent and patient ones; how
 * gifts are approved and how our effort is shared is no matter of the account.
 */
const isTold = (key: TermKey): boolean =>
  !/^(?:responses\.(?:urgent|low)\.|gifts\.approvalFrom$|effortShare$)/.test(key)

const tierIn = (standing: Standing | null): Tier | null => TIERS.find((tier) => tier === standing) ?? null
