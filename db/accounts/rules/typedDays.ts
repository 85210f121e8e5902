import { isDay, isPartialDay } from './days.ts'

/**
 * A day of which month and day may be left out, as people write it (2015, 2015年3月, 2015/3/8), as YYYY, YYYY-MM or
 * YYYY-MM-DD; undefined where it is none.
 */
export function readPartialDay(text: string): string | undefined {
  const match = PARTIAL.exec(text.normalize('NFKC').trim())
  if (!match) return undefined
  const [, year = '', month, day] = match
  const plain = [
    year,
    ...[month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])),
  ].join('-')
  return isPartialDay(plain) ? plain : undefined
}

const PARTIAL = /^(\d{4})(?:年|$|[-/.])(?:(\d{1,2})(?:月|$|[-/.])(?:(\d{1,2})日?)?)?$/

/** A whole day as people write it, as YYYY-MM-DD; undefined where it is none. */
export function readDay(text: string): string | undefined {
  const day = readPartialDay(text)
  return day !== undefined && isDay(day) ? day : undefined
}
