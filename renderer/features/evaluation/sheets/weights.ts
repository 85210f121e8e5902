import { FULL_WEIGHT } from '../../../../db/evaluation/rules/score.ts'

/** A weight as typed, in hundredths of a percent, or why it can't be one. */
export type ParsedWeight =
  | { readonly ok: true; readonly weight: number }
  | { readonly ok: false; readonly code: 'weightNotNumber' | 'weightTooFine' | 'weightOutOfRange' }

const PATTERN = /^(?<sign>[+-]?)(?<whole>\d*)(?:\.(?<part>\d*))?%?$/

/** Reads `15`, `15%` or `14.29` exactly, digit by digit: never through a binary fraction. Empty is no weight, 0. */
export function parseWeight(text: string): ParsedWeight {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (plain === '') return { ok: true, weight: 0 }
  const { sign = '', whole = '', part = '' } = PATTERN.exec(plain)?.groups ?? {}
  if (whole === '' && part === '') return { ok: false, code: 'weightNotNumber' }
  const decimals = part.replace(/0+$/, '')
  if (decimals.length > 2) return { ok: false, code: 'weightTooFine' }
  const weight = Number(`${whole}${decimals.padEnd(2, '0')}`)
  if (weight > FULL_WEIGHT || (sign === '-' && weight !== 0)) return { ok: false, code: 'weightOutOfRange' }
  return { ok: true, weight }
}

/** A weight as people write it: 1429 is `14.29`, 1500 is `15`. */
export const weightText = (weight: number): string => {
  const part = String(weight % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${Math.floor(weight / 100)}${part === '' ? '' : `.${part}`}`
}

/**
 * Weights in the same proportions that add to exactly 100%, in whole hundredths of a percent; what rounding leaves over
 * goes to those that lost most by it. Weights that are all 0 become equal.
 */
export function scaledToFull(weights: readonly number[]): number[] {
  const given = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1)
  const sum = given.reduce((total, weight) => total + weight, 0)
  if (sum === 0) return []
  const scaled = given.map((weight, at) => {
    const product = weight * FULL_WEIGHT
    return { at, weight: Math.floor(product / sum), lost: product % sum }
  })
  const left = FULL_WEIGHT - scaled.reduce((total, { weight }) => total + weight, 0)
  const lucky = new Set(
    scaled
      .toSorted((a, b) => b.lost - a.lost || a.at - b.at)
      .slice(0, left)
      .map(({ at }) => at),
  )
  return scaled.map(({ at, weight }) => weight + (lucky.has(at) ? 1 : 0))
}
