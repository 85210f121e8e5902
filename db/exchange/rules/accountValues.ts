import {
  CUSTOM_LIMITS,
  type CustomShape,
  type CustomValue,
  nameKey,
} from '../../accounts/custom/rules/values.ts'
import { type AccountField, type FieldValue, shapeOf, YEARS } from '../../accounts/rules/accountFields.ts'
import { type Decimal, parseDecimal, toDecimal } from '../../accounts/rules/decimal.ts'
import { FIELD_LIMITS } from '../../accounts/rules/fields.ts'
import { decimalToFigure, type FigureUnit, storedScale } from '../../accounts/rules/figures.ts'
import { plainTags, tagsFit } from '../../accounts/rules/tags.ts'
import { readDay, readPartialDay } from '../../accounts/rules/typedDays.ts'
import { FIELD_WORDS } from '../../terms/headers.ts'
import type { Cell } from './cells.ts'
import { foldHeader } from './headers.ts'
import { cellProblem, numberProblem, refused, roundedText, type Taken } from './values.ts'

/** A person's name is at most this long, as the contract has it. */
const OWNER_LIMIT = 50

/** What a number's cell depends on besides itself. */
export interface NumberContext {
  /** 10,000 where the column is in 万元 */
  readonly multiplier: number
  /** this year */
  readonly year: number
}

/**
 * The value of a field out of a cell: words by their keys, money in fen, colleagues and companies by name as written.
 */
export function takeField(cell: Cell | null, field: AccountField, context: NumberContext): Taken<FieldValue> {
  if (cell === null) return { ok: true, value: null }
  const unusable = cellProblem(cell)
  if (unusable) return { ok: false, problem: unusable, proposal: null }
  const text = cell.text.trim()
  const shape = shapeOf(field)
  switch (shape.kind) {
    case 'text':
      return takeText(text, field === 'name' ? 'nameTooLong' : 'textTooLong', shape.max)
    case 'member':
      return takeText(text, 'textTooLong', OWNER_LIMIT)
    case 'account':
      return takeText(text, 'textTooLong', FIELD_LIMITS.name)
    case 'tags':
      return tagsFit(text)
        ? { ok: true, value: plainTags(text) }
        : refused('tagsTooMany', { tags: FIELD_LIMITS.tags, max: FIELD_LIMITS.tag })
    case 'word':
      return takeWord(text, field)
    case 'year':
      return takeYear(cell, text)
    case 'day': {
      const day = readPartialDay(text)
      return day === undefined ? refused('dayUnknown', { text }) : { ok: true, value: day }
    }
    case 'money':
    case 'whole':
      return takeNumber(cell, shape, context)
  }
}

/** The value of a custom field out of a cell; colleagues by name as written. */
export function takeCustom(cell: Cell | null, field: CustomShape, year: number): Taken<CustomValue> {
  if (cell === null) return { ok: true, value: null }
  const unusable = cellProblem(cell)
  if (unusable) return { ok: false, problem: unusable, proposal: null }
  const text = cell.text.trim()
  switch (field.kind) {
    case 'text':
      return takeText(text, 'textTooLong', CUSTOM_LIMITS.text)
    case 'person':
      return takeText(text, 'textTooLong', OWNER_LIMIT)
    case 'number':
      return takeFigure(cell, 'number', 1, year)
    case 'date': {
      const day = readDay(text)
      return day === undefined ? refused('dayUnknown', { text }) : { ok: true, value: day }
    }
    case 'choice':
      return takeChoice(text, field.choices)
  }
}

function takeText(text: string, code: 'nameTooLong' | 'textTooLong', max: number): Taken<string> {
  const length = [...text].length
  return length <= max ? { ok: true, value: text } : refused(code, { length, max })
}

function takeYear(cell: Cell, text: string): Taken<number> {
  const written = cell.kind === 'date' ? text.slice(0, 4) : text.normalize('NFKC').replace(/年$/, '')
  const year = /^\d{4}$/.test(written) ? Number(written) : Number.NaN
  return year >= YEARS.least && year <= YEARS.most ? { ok: true, value: year } : refused('notYear', { text })
}

function takeNumber(
  cell: Cell,
  shape: { readonly kind: 'money' | 'whole'; readonly least: number; readonly most: number },
  { multiplier, year }: NumberContext,
): Taken<number> {
  const isMoney = shape.kind === 'money'
  const taken = takeFigure(cell, isMoney ? 'money' : 'number', isMoney ? multiplier : 1, year)
  if (!taken.ok || taken.value === null) return taken
  const value = isMoney ? taken.value : taken.value / storedScale('number')
  const text = cell.text.trim()
  if (!Number.isInteger(value)) return refused('notWhole', { text }, String(Math.round(value)))
  if (value < shape.least) return refused('belowZero', { text })
  return value <= shape.most ? { ok: true, value } : refused('tooLarge', { text })
}

function takeChoice(text: string, choices: readonly string[]): Taken<string> {
  const found = choices.find((choice) => nameKey(choice) === nameKey(text))
  if (found !== undefined) return { ok: true, value: found }
  const folded = foldHeader(text)
  const close = choices.find((choice) => {
    const word = foldHeader(choice)
    return word.startsWith(folded) || folded.startsWith(word)
  })
  return refused('choiceUnknown', { text, choices: choices.join(' · ') }, close ?? null)
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

function takeWord(text: string, field: AccountField): Taken<string> {
  const words = WORD_KEYS.get(field) ?? new Map<string, string>()
  const folded = foldHeader(text)
  const key = words.get(folded)
  if (key !== undefined) return { ok: true, value: key }
  const close = [...words.keys()].find((word) => word.startsWith(folded) || folded.startsWith(word))
  const meant = close === undefined ? undefined : words.get(close)
  return refused(
    wordProblem(field),
    { text, accountField: field },
    meant === undefined ? null : wordOf(field, meant),
  )
}

const wordProblem = (field: AccountField): 'kindUnknown' | 'cycleUnknown' | 'wordUnknown' =>
  field === 'kind' ? 'kindUnknown' : field === 'cycle' ? 'cycleUnknown' : 'wordUnknown'

type WordField = keyof typeof FIELD_WORDS.zh
const WORD_FIELDS: readonly WordField[] = ['kind', 'cycle', 'lifecycle', 'sellingMode', 'technicalContent']

const wordsIn = (language: 'zh' | 'en', field: WordField): [string, string][] =>
  Object.entries(FIELD_WORDS[language][field])

/** For each field of words: its keys by the folded words of both languages, and by themselves. */
const WORD_KEYS: ReadonlyMap<AccountField, ReadonlyMap<string, string>> = new Map(
  WORD_FIELDS.map((field) => [
    field,
    new Map(
      [...wordsIn('zh', field), ...wordsIn('en', field)].flatMap(([key, word]) => [
        [foldHeader(key), key],
        [foldHeader(word), key],
      ]),
    ),
  ]),
)

function wordOf(field: AccountField, key: string): string {
  const known = WORD_FIELDS.find((one) => one === field)
  return (known && new Map(wordsIn('zh', known)).get(key)) ?? key
}
