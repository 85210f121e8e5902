/** The four tiers of A7, best first. */
export const TIERS = ['key', 'main', 'ordinary', 'small'] as const
export type Tier = (typeof TIERS)[number]

/** What a round can say of an account: a tier, or that too little of its sheet is marked. */
export type Standing = Tier | 'insufficient'

/** The lowest score, in tenths of a point, of each tier but the lowest (A7). */
export interface Borders {
  readonly key: number
  readonly main: number
  readonly ordinary: number
}

/** A7: key from 80, main from 60, ordinary from 40. */
export const DEFAULT_BORDERS: Borders = { key: 800, main: 600, ordinary: 400 }

/** The tier of a score in tenths of a point. A score on the border belongs to the higher tier (A7). */
export function tierOf(scoreTenths: number, borders: Borders): Tier {
  if (scoreTenths >= borders.key) return 'key'
  if (scoreTenths >= borders.main) return 'main'
  if (scoreTenths >= borders.ordinary) return 'ordinary'
  return 'small'
}

/** Whether borders fall from key to ordinary and lie within 0–100 points. */
export const bordersInOrder = (borders: Borders): boolean =>
  1000 >= borders.key &&
  borders.key > borders.main &&
  borders.main > borders.ordinary &&
  borders.ordinary >= 0

/** A8: the share of accounts expected in each tier, percent 0–100. */
export const EXPECTED_SHAPE: Readonly<Record<Tier, number>> = { key: 10, main: 20, ordinary: 30, small: 40 }

/** How many accounts stand in each tier, their share of the graded ones (percent 0–100, one decimal), and A8's. */
export interface TierShare {
  readonly tier: Tier
  readonly count: number
  readonly percent: number
  readonly expectedPercent: number
}

/** The shape of a round against A8; insufficient accounts count in no tier. */
export function tierShape(standings: Iterable<Standing>): {
  shares: TierShare[]
  graded: number
  insufficient: number
} {
  const counts: Record<Standing, number> = { key: 0, main: 0, ordinary: 0, small: 0, insufficient: 0 }
  for (const standing of standings) counts[standing] += 1
  const graded = counts.key + counts.main + counts.ordinary + counts.small
  const shares = TIERS.map((tier) => ({
    tier,
    count: counts[tier],
    percent: graded === 0 ? 0 : Math.round((counts[tier] * 1000) / graded) / 10,
    expectedPercent: EXPECTED_SHAPE[tier],
  }))
  return { shares, graded, insufficient: counts.insufficient }
}

/** The border nearest to a score and its signed distance in tenths: +12 is 1.2 above, −6 is 0.6 below. */
export function nearestBorder(
  scoreTenths: number,
  borders: Borders,
): { border: keyof Borders; distanceTenths: number } {
  const distances = (['key', 'main', 'ordinary'] as const).map((border) => ({
    border,
    distanceTenths: scoreTenths - borders[border],
  }))
  return distances.reduce((best, next) =>
    Math.abs(next.distanceTenths) < Math.abs(best.distanceTenths) ? next : best,
  )
}
