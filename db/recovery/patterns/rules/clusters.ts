/** Days within which cases that are alike are a sign. */
export const CLUSTER_DAYS = 90
/** Days before these whose cases say what is usual. */
export const HISTORY_DAYS = 365
/** Fewer are never a cluster. */
export const FEWEST_CASES = 3
/** Chance, at most, that so many come though nothing changed. */
export const CLUSTER_CHANCE = 0.02
/** What is added to the cases of the past, so that what never happened isn't impossible (Jeffreys' prior of a rate). */
const PRIOR = 0.5

/** How often cases that are alike came. */
export interface Recurrence {
  /** within the last {@link CLUSTER_DAYS} */
  readonly recent: number
  /** within the `days` before these */
  readonly earlier: number
  /** days of the past that cases are known of, at most {@link HISTORY_DAYS} */
  readonly days: number
}

/** What speaks for a cluster: how many were to be expected, and the chance (0–1) of so many or more. */
export interface Sign {
  readonly expected: number
  readonly chance: number
}

/**
 * Chance that at least `count` events come where `mean` are to be expected and they come independently of each other:
 * the upper tail of the Poisson distribution, 1 − Σ e^−λ λ^i / i! for i < count.
 */
export function poissonTail(count: number, mean: number): number {
  let term = Math.exp(-mean)
  let below = 0
  for (let at = 0; at < count; at += 1) {
    below += term
    term *= mean / (at + 1)
  }
  return Math.min(1, Math.max(0, 1 - below))
}

/**
 * Whether cases that are alike come more often than their own past lets one expect; null where they don't. Expected is
 * the rate of the past, with half a case added, over {@link CLUSTER_DAYS}; a past shorter than these says nothing about
 * a longer time, so it counts as long as they are.
 */
export function signOf({ recent, earlier, days }: Recurrence): Sign | null {
  if (recent < FEWEST_CASES) return null
  const expected = ((earlier + PRIOR) * CLUSTER_DAYS) / Math.max(days, CLUSTER_DAYS)
  const chance = poissonTail(recent, expected)
  return chance < CLUSTER_CHANCE ? { expected, chance } : null
}
