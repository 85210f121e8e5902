import { type Decimal, decimalText, parseDecimal } from '../../accounts/rules/decimal.ts'
import type { Cell } from './cells.ts'
import { type CatalogueProblem, problem } from './problem.ts'

/** A value taken from a cell: the value, null for blank, or why it can't be one and what would mend it. */
export type Taken<Value> =
  | { readonly ok: true; readonly value: Value | null }
  | { readonly ok: false; readonly problem: CatalogueProblem; readonly proposal: string | null }

/** The refusal of a value. */
export const refused = (
  code: Parameters<typeof problem>[0],
  params: Record<string, string | number>,
  proposal: string | null = null,
): { ok: false; problem: CatalogueProblem; proposal: string | null } => ({
  ok: false,
  problem: problem(code, params),
  proposal,
})

/** Why a cell has no value to take, whatever it should hold: an error, or a formula that was never calculated. */
export function cellProblem(cell: Cell): CatalogueProblem | null {
  if (cell.kind === 'error') return problem('errorCell', { text: cell.text })
  if (cell.kind === 'formulaWithoutValue') return problem('formulaNoValue', { text: cell.text })
  return null
}

/**
 * The number in a cell, exact to four decimals as bands compare it; formulas often give more, which are rounded.
 */
export function takeDecimal(cell: Cell | null): Taken<Decimal> {
  if (cell === null) return { ok: true, value: null }
  const text = cell.text.trim()
  const unusable = cellProblem(cell)
  if (unusable) return { ok: false, problem: unusable, proposal: null }
  if (cell.kind === 'date') return refused('dateInNumber', { text })
  const value = parseDecimal(text) ?? parseDecimal(roundedText(text, DECIMAL_PLACES) ?? '')
  return value === undefined ? { ok: false, ...numberProblem(text) } : { ok: true, value }
}

const DECIMAL_PLACES = 4

/** A plain number rounded half away from zero to so many places, by its digits; null where the text is no plain number. */
export function roundedText(text: string, places: number): string | null {
  const match = /^([+-]?)(\d+)\.(\d+)(%?)$/.exec(text.normalize('NFKC').replace(/[\s,]/g, ''))
  if (!match) return null
  const [, sign = '', whole = '', part = '', percent = ''] = match
  const kept = BigInt(whole + part.slice(0, places).padEnd(places, '0'))
  const digits = String(kept + (part.charAt(places) >= '5' ? 1n : 0n)).padStart(places + 1, '0')
  const rounded = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '')
  return `${sign === '-' && rounded !== '0' ? '-' : ''}${rounded}${percent}`
}

/** What is wrong with a text where a number belongs, and the number that was probably meant. */
export function numberProblem(text: string): { problem: CatalogueProblem; proposal: string | null } {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  const mended = plain.replace(/[Oo○〇]/g, '0').replace(/[lI|]/g, '1')
  const at = plain.search(/[Oo○〇lI|]/)
  const meant = parseDecimal(mended)
  if (at !== -1 && meant !== undefined && /\d/.test(plain))
    return {
      problem: problem('letterInNumber', { position: at + 1, letter: plain.charAt(at), text }),
      proposal: decimalText(meant),
    }
  if (NOTHING.has(plain.toLowerCase())) return { problem: problem('wordInNumber', { text }), proposal: '0' }
  if (DIGITS_ONLY.test(plain)) return { problem: problem('tooLarge', { text }), proposal: null }
  const numbers = plain.match(/-?\d+(?:\.\d+)?(?:万|亿)?/g) ?? []
  const single = numbers.length === 1 ? parseDecimal(numbers[0]) : undefined
  return {
    problem: problem('notNumber', { text }),
    proposal: single === undefined ? null : decimalText(single),
  }
}

const NOTHING = new Set(['无', '没有', '零', '-', '--', '—', '——', '/', 'none', 'nil', 'n/a', 'na', '暂无'])
const DIGITS_ONLY = /^[+-]?\d+(?:\.\d+)?$/
