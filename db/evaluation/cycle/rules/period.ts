/** Which year a round judges, and which half of it; `half` is null for a round of the whole year. */
export interface Period {
  readonly year: number
  readonly half: 1 | 2 | null
}

/** A round is published some weeks after the half-year that it judges has ended. */
const LAG_DAYS = 60
const DAY_MS = 86_400_000

const YEAR = /(?:19|20)\d\d/
const FIRST_HALF = /上半年|春季?|H1|Q[12]|first half|第?[一二]季度|half[- ]?year 1/i
const SECOND_HALF = /下半年|秋季?|H2|Q[34]|second half|第?[三四]季度|half[- ]?year 2/i

/**
 * The period of a published round: what its name says (“2025 下半年”), else, where the name tells no year, the half-year
 * two months before it was first published.
 * @param publishedAt ISO-8601 UTC
 */
export function periodOf(roundName: string, publishedAt: string): Period {
  const name = roundName.normalize('NFKC')
  const named = YEAR.exec(name)
  const half = FIRST_HALF.test(name) ? 1 : SECOND_HALF.test(name) ? 2 : null
  if (named) return { year: Number(named[0]), half }
  const judged = new Date(Date.parse(publishedAt) - LAG_DAYS * DAY_MS)
  return { year: judged.getUTCFullYear(), half: half ?? (judged.getUTCMonth() < 6 ? 1 : 2) }
}
