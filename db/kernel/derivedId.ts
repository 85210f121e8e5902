import { hash } from 'node:crypto'

const NAMESPACE = '6f6d1f0e3f0b4f0e9f438f6a1c2d7b15'

/** Hex digits of a UUIDv7 that tell when it was made. */
const TIME_DIGITS = 12

/**
 * The id of a link row, derived from its parts (UUIDv8): two laptops that make the same link make the same row.
 * It begins with the time in the first part's UUIDv7, so that the links of one row lie side by side in the file:
 * wholly random ids made a bulk insert with its history four times slower. Name first the part with more rows.
 */
export function derivedId(first: string, ...others: readonly string[]): string {
  const digits = hash('sha1', [NAMESPACE, first, ...others].join('/'))
  const time = first.replace('-', '').slice(0, TIME_DIGITS)
  const variant = '89ab'[Number.parseInt(digits[3] ?? '0', 16) & 3]
  return `${time.slice(0, 8)}-${time.slice(8)}-8${digits.slice(0, 3)}-${variant}${digits.slice(4, 7)}-${digits.slice(7, 19)}`
}
