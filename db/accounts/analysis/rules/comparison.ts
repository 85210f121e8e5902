/** How many accounts stand side by side. */
export const COMPARED = { fewest: 2, most: 6 } as const

/** Whether more of something is better, less is, or neither. */
export type Better = 'more' | 'less' | 'neither'

/** How a value stands among its row's. */
export type Place = 'best' | 'worst' | null

/**
 * The best and the worst of a row of values; none is marked where fewer than two are known, or all are equal.
 * Several may share a place.
 */
export function placesOf(values: readonly (number | null)[], better: Better): Place[] {
  const known = values.filter((value) => value !== null)
  const most = Math.max(...known)
  const least = Math.min(...known)
  if (better === 'neither' || known.length < 2 || most === least) return values.map(() => null)
  const best = better === 'more' ? most : least
  const worst = better === 'more' ? least : most
  return values.map((value) => (value === best ? 'best' : value === worst ? 'worst' : null))
}

/** Whether a row's shown values differ at all. */
export const differ = (shown: readonly string[]): boolean => new Set(shown).size > 1
