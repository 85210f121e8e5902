/** What a cell's number format makes of its number. */
export type NumberLook = 'plain' | 'percent' | 'date'

const DATE_IDS = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const

/** The look of a number format: its id where built in, else its code. */
export function lookOfFormat(id: number, code: string | undefined): NumberLook {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent'
    return DATE_IDS.some(([from, to]) => id >= from && id <= to) ? 'date' : 'plain'
  }
  const signs = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '').split(';')[0] ?? ''
  if (signs.includes('%')) return 'percent'
  return /[ymdhs]/i.test(signs.replace(/general/i, '')) ? 'date' : 'plain'
}

/**
 * The digits of a stored number as a person would write it. Files store binary doubles, so 0.1 + 0.2 comes as
 * 0.30000000000000004; fifteen significant digits are what Excel itself shows and compares.
 */
export function numberText(stored: string): string {
  if (stored.length <= 16 && PLAIN.test(stored)) return stored
  const value = Number(stored)
  if (!Number.isFinite(value)) return stored
  return withoutExponent(String(Number(value.toPrecision(15))))
}

const PLAIN = /^-?\d+(?:\.\d+)?$/

/** A number shown as percent: 0.155 gives `15.5%`, moved by digits so that nothing is rounded. */
export function percentText(stored: string): string {
  const [whole = '', part = ''] = numberText(stored).replace('-', '').split('.')
  const digits = `${whole}${part.padEnd(2, '0')}`
  const point = whole.length + 2
  const text = `${digits.slice(0, point).replace(/^0+(?=\d)/, '')}.${digits.slice(point)}`
  return `${stored.startsWith('-') ? '-' : ''}${text.replace(/\.0*$/, '')}%`
}

/** The date, and time where there is one, of a spreadsheet's day number. */
export function dateText(stored: string, from1904: boolean): string {
  const serial = Number(stored)
  if (!Number.isFinite(serial) || serial < 0 || serial > MAX_SERIAL) return stored
  const minutes = Math.round(serial * 1_440)
  const time = minutes % 1_440
  const clock = `${pad(Math.floor(time / 60))}:${pad(time % 60)}`
  if (serial < 1) return clock
  const days = Math.floor(minutes / 1_440) + (from1904 ? DAYS_1900_TO_1904 : 0)
  // Excel counts a 29 February 1900 that never was
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000)
    .toISOString()
    .slice(0, 10)
  return time === 0 ? date : `${date} ${clock}`
}

const MAX_SERIAL = 2_958_465
const DAYS_1900_TO_1904 = 1_462

const pad = (part: number): string => String(part).padStart(2, '0')

function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!match) return text
  const [, sign = '', first = '', rest = '', exponent = '0'] = match
  const shift = Number(exponent)
  const digits = first + rest
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${digits}`
  return `${sign}${digits.padEnd(shift + 1, '0')}`
}
