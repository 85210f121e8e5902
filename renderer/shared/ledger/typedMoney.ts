import { parseDecimal } from '../../../db/accounts/rules/decimal.ts'
import { decimalToFigure } from '../../../db/accounts/rules/figures.ts'
import type { MoneyUnit } from '../../ui/format.ts'

/**
 * An amount as people type it, in fen: `18.6` is meant in the unit that money is shown in, `18.6万` and `186000元` say
 * theirs. Null where it is none, below nought, or finer than a fen.
 */
export function typedFen(text: string, money: MoneyUnit): number | null {
  const plain = text.normalize('NFKC').trim()
  const bare = money === 'tenThousand' && !/[万亿元]/.test(plain)
  const decimal = parseDecimal(bare ? `${plain}万` : plain)
  const fen = decimal === undefined ? undefined : decimalToFigure(decimal, 'money')
  return fen === undefined || fen < 0 ? null : fen
}

/** A whole number above nought, and within limits where there are any, as people type it; null where it is none. */
export function typedWhole(text: string, from = 1, to = Number.POSITIVE_INFINITY): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '')
  const number = /^[1-9]\d{0,11}$/.test(plain) ? Number(plain) : null
  return number !== null && number >= from && number <= to ? number : null
}
