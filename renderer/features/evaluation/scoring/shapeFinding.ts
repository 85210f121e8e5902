import {
  type Borders,
  EXPECTED_SHAPE,
  TIERS,
  type Tier,
  type TierShare,
} from '../../../../db/evaluation/rules/tiers.ts'
import type { NearAccount } from './nearBorders.ts'
import type { StandingCounts } from './scoringModel.ts'

/** The shape of a round against A8, from its counts. */
export function shapeOf(counts: StandingCounts): {
  readonly shares: readonly TierShare[]
  readonly graded: number
} {
  const graded = TIERS.reduce((sum, tier) => sum + counts[tier], 0)
  const shares = TIERS.map((tier) => ({
    tier,
    count: counts[tier],
    percent: graded === 0 ? 0 : Math.round((counts[tier] * 1000) / graded) / 10,
    expectedPercent: EXPECTED_SHAPE[tier],
  }))
  return { shares, graded }
}

/** What a shape says in a sentence. */
export type ShapeFinding =
  | { readonly kind: 'none' }
  /** one account more or less would turn the shape over */
  | { readonly kind: 'tooFew' }
  | { readonly kind: 'asExpected' }
  | {
      readonly kind: 'more' | 'fewer'
      readonly tier: Tier
      /** accounts beyond or short of the expected number */
      readonly by: number
      /** where to look first: a border in tenths and how many accounts lie close to it on the side that matters */
      readonly look: { readonly border: number; readonly accounts: number } | null
    }

/** With fewer graded accounts each is more than a tenth, the least that A8 expects of a tier. */
const FEWEST = 10

/** The tier that is furthest from its expected number, and the border whose neighbours explain it best. */
export function shapeFinding(
  counts: StandingCounts,
  near: readonly NearAccount[],
  borders: Borders,
): ShapeFinding {
  const { shares, graded } = shapeOf(counts)
  if (graded === 0) return { kind: 'none' }
  if (graded < FEWEST) return { kind: 'tooFew' }
  const excess = shares.map(({ tier, count, expectedPercent }) => ({
    tier,
    by: count - Math.round((graded * expectedPercent) / 100),
  }))
  const furthest = excess.reduce((most, next) => (Math.abs(next.by) > Math.abs(most.by) ? next : most))
  // a few accounts to either side are no finding: one account, or 2% of a large round
  if (Math.abs(furthest.by) <= Math.max(1, graded * 0.02)) return { kind: 'asExpected' }
  const { tier, by } = furthest
  return {
    kind: by > 0 ? 'more' : 'fewer',
    tier,
    by: Math.abs(by),
    look: lookAt(tier, by > 0, near, borders),
  }
}

/** The lower border of a tier; of the lowest tier its upper one. */
const borderOf = (tier: Tier): keyof Borders => (tier === 'small' ? 'ordinary' : tier)

function lookAt(tier: Tier, tooMany: boolean, near: readonly NearAccount[], borders: Borders) {
  const border = borderOf(tier)
  // too many key accounts: those just above 80; too few: those just below. For the lowest tier it is the other way round
  const above = tier === 'small' ? !tooMany : tooMany
  const accounts = near.filter((one) => one.border === border && one.distance >= 0 === above).length
  return accounts === 0 ? null : { border: borders[border], accounts }
}
