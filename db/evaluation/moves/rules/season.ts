/** How far from a year before a round may lie and still be of the same season: four months. */
const SAME_SEASON_DAYS = 120
const YEAR_DAYS = 365
const DAY_MS = 86_400_000

/** The publication nearest to a year before another, for accounts whose seasons differ (B1); undefined where none is. */
export function sameSeasonLastYear<
  Published extends { readonly roundId: string; readonly publishedAt: string },
>(
  of: { readonly roundId: string; readonly publishedAt: string },
  others: readonly Published[],
): Published | undefined {
  const wanted = Date.parse(of.publishedAt) - YEAR_DAYS * DAY_MS
  const distance = ({ publishedAt }: Published): number => Math.abs(Date.parse(publishedAt) - wanted)
  return others
    .filter((other) => other.roundId !== of.roundId && distance(other) <= SAME_SEASON_DAYS * DAY_MS)
    .sort((a, b) => distance(a) - distance(b))[0]
}
