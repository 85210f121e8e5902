import { type Standing, TIERS, type Tier } from '../../rules/tiers.ts'

/** What a tier brings with it (A9): what an account is entitled to, and terms that it has to accept. */
export const ENTITLEMENTS = [
  'team',
  'history',
  'talks',
  'rivals',
  'guarantee',
  'priority',
  'early',
  'custom',
  'visits',
  'opinion',
  'complaints',
  'guest',
  'share',
  'prices',
  'growth',
  'volume',
  'standard',
  'prepaid',
  'review',
  'charges',
] as const
export type Entitlement = (typeof ENTITLEMENTS)[number]

/**
 * A9 分级管理办法 as a fixed list per tier. Policies that a department writes itself will take its place when the room
 * for them exists.
 */
export const TIER_ENTITLEMENTS: Readonly<Record<Tier, readonly Entitlement[]>> = {
  key: [
    ...(['team', 'history', 'talks', 'rivals', 'guarantee', 'priority', 'early', 'custom'] as const),
    ...(['visits', 'opinion', 'complaints', 'guest', 'share'] as const),
  ],
  main: ['share', 'prices'],
  ordinary: ['growth', 'volume', 'standard', 'prepaid'],
  small: ['review', 'standard', 'prepaid', 'charges'],
}

/** What an account gets and loses with another tier, in the order of {@link ENTITLEMENTS}. */
export interface EntitlementChange {
  readonly gained: readonly Entitlement[]
  readonly lost: readonly Entitlement[]
}

/** What changes for an account between two tiers; without a tier (null, insufficient) it is entitled to nothing. */
export function entitlementChange(from: Standing | null, to: Standing | null): EntitlementChange {
  const [before, after] = [entitledTo(from), entitledTo(to)]
  return {
    gained: ENTITLEMENTS.filter((each) => after.has(each) && !before.has(each)),
    lost: ENTITLEMENTS.filter((each) => before.has(each) && !after.has(each)),
  }
}

const entitledTo = (standing: Standing | null): ReadonlySet<Entitlement> => {
  const tier = TIERS.find((each) => each === standing)
  return new Set(tier === undefined ? [] : TIER_ENTITLEMENTS[tier])
}
