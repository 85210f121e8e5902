/** Numbers that came one by one: how many, their mean, and their squared distances from it (Welford's sums). */
export interface Sample {
  n: number
  mean: number
  squares: number
}

/** A sample of nothing yet. */
export const emptySample = (): Sample => ({ n: 0, mean: 0, squares: 0 })

/** Adds a number to a sample. */
export function addTo(sample: Sample, value: number): void {
  const before = value - sample.mean
  sample.n += 1
  sample.mean += before / sample.n
  sample.squares += before * (value - sample.mean)
}

/** The squared standard error of a sample's mean; null below two numbers, which say nothing of their spread. */
export const errorSquaredOf = ({ n, squares }: Sample): number | null =>
  n < 2 ? null : squares / (n - 1) / n

/** The range in which a mean lies in 95 of 100 cases. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Student's 95% interval of a sample's mean; null below two numbers. */
export function intervalOf(sample: Sample): Interval | null {
  const squared = errorSquaredOf(sample)
  if (squared === null) return null
  const reach = studentT95(sample.n - 1) * Math.sqrt(squared)
  return { low: sample.mean - reach, high: sample.mean + reach }
}

/** Student's t for 1 to 10 degrees of freedom, two-sided 95%: below ten the expansion is off by more than it should be. */
const FEW = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228]

/** The normal distribution's two-sided 95% point, and the first three terms by which Student's t exceeds it. */
const Z = 1.959964
const TERMS = [
  (Z ** 3 + Z) / 4,
  (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96,
  (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384,
]

/** Student's t, two-sided 95%, for 1 degree of freedom and more; right to a thousandth. */
export const studentT95 = (freedom: number): number =>
  FEW[freedom - 1] ?? TERMS.reduce((t, term, at) => t + term / freedom ** (at + 1), Z)
