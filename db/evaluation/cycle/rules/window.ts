/** How many years a cycle may be judged over, and how many are usual (D2). */
export const WINDOW = { fewest: 1, most: 6, usual: 4 } as const

/** Weights are whole percents of the window and add to this. */
export const FULL_SHARE = 100

/** An account needs values for years of at least this much weight, percent. */
export const ENOUGH_SHARE = 50

/** How much each year counts, this year first, for windows of one to six years: what is near says more. */
const USUAL: readonly (readonly number[])[] = [
  [100],
  [60, 40],
  [50, 30, 20],
  [40, 30, 20, 10],
  [30, 25, 20, 15, 10],
  [25, 20, 20, 15, 10, 10],
]

/** The usual weights of a window of so many years, newest first. */
export const usualWeights = (years: number): readonly number[] =>
  USUAL[Math.min(WINDOW.most, Math.max(WINDOW.fewest, Math.round(years))) - 1] ?? [FULL_SHARE]

/** All years alike; what doesn't divide goes to the newest ones. */
export function equalWeights(years: number): number[] {
  const each = Math.floor(FULL_SHARE / years)
  const rest = FULL_SHARE - each * years
  return Array.from({ length: years }, (_, at) => (at < rest ? each + 1 : each))
}

/** Whether weights make up a window: one to six whole percents, none below nought, adding to 100. */
export const weightsFit = (weights: readonly number[]): boolean =>
  weights.length >= WINDOW.fewest &&
  weights.length <= WINDOW.most &&
  weights.every((weight) => Number.isInteger(weight) && weight >= 0) &&
  weights.reduce((sum, weight) => sum + weight, 0) === FULL_SHARE

/**
 * The value over the window: the years' values by their weights, scaled over the years there are, half rounded up.
 * @param values one per year, newest first, whole stored units; null where there is none
 * @returns null where the years there are don't make up half of the weight
 */
export function rolled(values: readonly (number | null)[], weights: readonly number[]): number | null {
  let sum = 0
  let share = 0
  values.forEach((value, at) => {
    const weight = weights[at] ?? 0
    if (value === null) return
    sum += value * weight
    share += weight
  })
  return share < ENOUGH_SHARE ? null : meanOf(sum, share)
}

/** A whole mean, half rounded up; values may be below nought. */
export const meanOf = (sum: number, count: number): number => Math.floor((2 * sum + count) / (2 * count))
