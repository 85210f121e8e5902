import { createHash } from 'node:crypto'

const NAMESPACE = Buffer.from('6f6d1f0e3f0b4f0e9f438f6a1c2d7b15', 'hex')

/**
 * The id of a link row, derived from its parts (UUIDv5): two laptops that make the same link make the same row.
 * An import of 10,000 accounts makes 100,000 of them, so the hash is Node's own: ten times as fast as JavaScript's.
 */
export function derivedId(...parts: readonly string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(parts.join('/')).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
