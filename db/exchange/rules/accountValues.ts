import { type Decimal, parseDecimal, toDecimal } from '../../accounts/rules/decimal.ts'
import { CYCLES, type Cycle, FIELD_LIMITS, KINDS, type Kind } from '../../accounts/rules/fields.ts'
import { decimalToFigure, type FigureUnit, storedScale } from '../../accounts/rules/figures.ts'
import { CYCLE_WORDS, KIND_WORDS } from '../../terms/headers.ts'
import type { Cell } from './cells.ts'
import type { ImportField } from './columns.ts'
import { foldHeader } from './headers.ts'
import { cellProblem, numberProblem, refused, roundedText, type Taken } from './values.ts'

/** A person's name is at most this long, as the contract has it. */
const OWNER_LIMIT = 50

const LENGTHS: Readonly<Record<Exclude<ImportField, 'kind' | 'cycle'>, number>> = {
  code: FIELD_LIMITS.code,
  name: FIELD_LIMITS.name,
  owner: OWNER_LIMIT,
  industry: FIELD_LIMITS.short,
  region: FIELD_LIMITS.short,
  phone: FIELD_LIMITS.short,
  note: FIELD_LIMITS.note,
}

/** The text of a field out of a cell: kinds and cycles as the keys of the rules. */
export function takeField(cell: Cell | null, field: ImportField): Taken<string> {
  if (cell === null) return { ok: true, value: null }
  const unusable = cellProblem(cell)
  if (unusable) return { ok: false, problem: unusable, proposal: null }
  const text = cell.text.trim()
  if (field === 'kind') return takeWord(text, KIND_KEYS, 'kindUnknown')
  if (field === 'cycle') return takeWord(text, CYCLE_KEYS, 'cycleUnknown')
  const max = LENGTHS[field]
  const length = [...text].length
  if (length <= max) return { ok: true, value: text }
  return refused(field === 'name' ? 'nameTooLong' : 'textTooLong', { length, max })
}

/**
 * A figure out of a cell, in stored steps (fen, thousandths). Exact throughout.
 * @param multiplier 10,000 where the column is in 万元; a cell that names its own unit (`684万`) keeps to that
 * @param year this year, for calendar years where a number of years belongs
 */
export function takeFigure(
  cell: Cell | null,
  unit: FigureUnit,
  multiplier: number,
  year: number,
): Taken<number> {
  if (cell === null) return { ok: true, value: null }
  const unusable = cellProblem(cell)
  if (unusable) return { ok: false, problem: unusable, proposal: null }
  const text = cell.text.trim()
  if (cell.kind === 'date') return refused('dateInNumber', { text })
  const since = unit === 'years' ? /^((?:19|20)\d\d)年?$/.exec(text.normalize('NFKC')) : null
  if (since?.[1] !== undefined)
    return refused('yearInYears', { text }, String(Math.max(0, year - Number(since[1]))))
  const value = multiplied(text, multiplier)
  const stored = value === undefined ? undefined : decimalToFigure(value, unit)
  if (stored !== undefined) return { ok: true, value: stored }
  const rounded = roundedText(text, Math.log10(storedScale(unit)) + Math.log10(multiplier))
  const mended = rounded === null ? undefined : multiplied(rounded, multiplier)
  if (rounded !== null && mended !== undefined && decimalToFigure(mended, unit) !== undefined)
    return refused('tooFine', { text }, rounded)
  return { ok: false, ...numberProblem(text) }
}

/** A number times the column's multiplier. 万 and 亿 shift digits, so that 12.345678 万元 are exactly 123,456.78. */
function multiplied(text: string, multiplier: number): Decimal | undefined {
  const plain = text.normalize('NFKC').trim()
  if (multiplier === 1 || /[万亿元]/.test(plain)) return parseDecimal(plain)
  if (multiplier === 10_000) return parseDecimal(`${plain}万`)
  if (multiplier === 100_000_000) return parseDecimal(`${plain}亿`)
  const value = parseDecimal(plain)
  const product = value === undefined ? Number.NaN : value * multiplier
  return Number.isSafeInteger(product) ? toDecimal(product) : undefined
}

function takeWord<Key extends string>(
  text: string,
  keys: ReadonlyMap<string, Key>,
  code: 'kindUnknown' | 'cycleUnknown',
): Taken<Key> {
  const folded = foldHeader(text)
  const key = keys.get(folded)
  if (key !== undefined) return { ok: true, value: key }
  const close = [...keys.keys()].find((word) => word.startsWith(folded) || folded.startsWith(word))
  const meant = close === undefined ? undefined : keys.get(close)
  return refused(code, { text }, meant === undefined ? null : wordOf(meant))
}

const wordOf = (key: string): string => ALL_WORDS.get(key) ?? key

function keysOf<Key extends string>(
  keys: readonly Key[],
  ...languages: readonly Readonly<Record<Key, string>>[]
): Map<string, Key> {
  return new Map(
    keys.flatMap((key) =>
      [key, ...languages.map((words) => words[key])].map((word) => [foldHeader(word), key]),
    ),
  )
}

const KIND_KEYS = keysOf<Kind>(KINDS, KIND_WORDS.zh, KIND_WORDS.en)
const CYCLE_KEYS = keysOf<Cycle>(CYCLES, CYCLE_WORDS.zh, CYCLE_WORDS.en)
const ALL_WORDS = new Map<string, string>([
  ...Object.entries(KIND_WORDS.zh),
  ...Object.entries(CYCLE_WORDS.zh),
])
