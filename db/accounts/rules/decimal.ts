/**
 * A decimal number as people write it, held as whole ten-thousandths, so that comparing it with a band is exact.
 * Understands thousands separators, full-width digits, 万 and 亿, a trailing %, 元, 年, 天 and accounting minus "(12)".
 */
export type Decimal = number & { readonly __unit: 'ten-thousandths' }

/** Ten-thousandths in one. */
export const DECIMAL_SCALE = 10_000

/** The decimal of a text, or undefined where the text is not one number, or is too large or too fine to hold exactly. */
export function parseDecimal(text: string): Decimal | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace('−', '-')
  const match = PATTERN.exec(plain)
  if (!match) return undefined
  const { open, sign, whole = '', part = '', close, zoom } = match.groups ?? {}
  if ((whole === '' && part === '') || (open === undefined) !== (close === undefined)) return undefined
  const zeros = zoom === '亿' ? 8 : zoom === '万' ? 4 : 0
  const digits = part.replace(/0+$/, '')
  const shift = 4 + zeros - digits.length
  if (shift < 0) return undefined
  const magnitude = Number(`${whole}${digits}${'0'.repeat(shift)}`)
  if (!Number.isSafeInteger(magnitude)) return undefined
  return toDecimal((sign === '-') !== (open !== undefined) ? -magnitude : magnitude)
}

const PATTERN =
  /^(?<open>\()?[¥￥$]?(?<sign>[+-])?[¥￥$]?(?<whole>\d*)(?:\.(?<part>\d*))?(?<zoom>万|亿)?(?:元|年|天|%|户|人)?(?<close>\))?$/

/** A decimal from whole ten-thousandths. */
export const toDecimal = (tenThousandths: number): Decimal =>
  (tenThousandths === 0 ? 0 : tenThousandths) as Decimal

/** The shortest text of a decimal, without separators: 1,234.50 gives `1234.5`. */
export function decimalText(value: Decimal): string {
  const sign = value < 0 ? '-' : ''
  const digits = String(Math.abs(value)).padStart(5, '0')
  const part = digits.slice(-4).replace(/0+$/, '')
  return `${sign}${digits.slice(0, -4)}${part === '' ? '' : `.${part}`}`
}
