/**
 * The nearest-rank percentile of numbers in rising order: the smallest of them that at least so many percent don't
 * exceed. Null where there are none.
 * @param percent above 0, at most 100
 */
export function percentile(rising: readonly number[] | Float64Array, percent: number): number | null {
  const at = Math.ceil((percent / 100) * rising.length) - 1
  return rising[Math.max(0, at)] ?? null
}
