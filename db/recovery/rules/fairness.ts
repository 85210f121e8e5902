/** Shares of the median within which what is paid is usual. */
export const USUAL = { from: 0.5, until: 1.5 } as const
/** Comparable cases below which a median says little. */
export const FEWEST_ALIKE = 3

/** How what is paid for a case compares with what was paid for comparable ones. Fractions of the loss, 0–1 and more. */
export interface Fairness {
  /** paid ÷ loss of this case */
  readonly ratio: number
  /** of the comparable ones; null where too few were paid */
  readonly median: number | null
  /** null where there is no median to compare with */
  readonly verdict: 'usual' | 'low' | 'high' | null
}

/**
 * Compares what is paid with comparable past cases: outside half to one and a half times their median is flagged.
 * @param paid fen
 * @param loss fen; what the customer lost
 * @param alike ratios of comparable cases that were closed
 * @returns null where the loss isn't known, or is nothing
 */
export function fairnessOf(paid: number, loss: number | null, alike: readonly number[]): Fairness | null {
  if (loss === null || loss <= 0) return null
  const ratio = paid / loss
  const median = alike.length < FEWEST_ALIKE ? null : medianOf(alike)
  return { ratio, median, verdict: median === null ? null : verdictOf(ratio, median) }
}

function verdictOf(ratio: number, median: number): 'usual' | 'low' | 'high' {
  if (ratio < median * USUAL.from) return 'low'
  return ratio > median * USUAL.until ? 'high' : 'usual'
}

/** The middle value; the mean of the two middle ones of an even number. Of none, 0. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0]
  return (low + high) / 2
}
