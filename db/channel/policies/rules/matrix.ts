import { DECIMAL_SCALE, parseDecimal } from '../../../accounts/rules/decimal.ts'
import { TIERS, type Tier } from '../../../evaluation/rules/tiers.ts'
import { cellName, type Row, type Table, textOf } from '../../../exchange/rules/cells.ts'
import { foldHeader } from '../../../exchange/rules/headers.ts'
import { TIER_SHORT_WORDS, TIER_WORDS } from '../../../terms/grading.ts'
import { POLICY_WORDS, termText } from '../../../terms/policies.ts'
import { POLICY_FILE_WORDS } from '../../../terms/policyFile.ts'
import { DEFAULT_TERMS } from './defaults.ts'
import { termFaults } from './faults.ts'
import type { FileFault, FileFaultCode, TierColumn } from './fileFaults.ts'
import { MOST_DAYS, MOST_GRACE_DAYS, MOST_MINUTES, MOST_MONEY, POLICY_LIMITS } from './limits.ts'
import { TERMS, type Term, type TermKind } from './termList.ts'
import type { PolicyTerms, TermValue } from './terms.ts'

/** The key of the row that holds the days of grace, which are no term of the policy itself. */
export const GRACE_KEY = 'graceDays'

/** A tier's policy as a matrix has it. */
export interface MatrixColumn {
  readonly tier: Tier
  readonly terms: PolicyTerms
  readonly graceDays: number
}

/** What a matrix says, usable only where there are no faults. */
export interface ReadMatrix {
  readonly columns: readonly MatrixColumn[]
  readonly faults: readonly FileFault[]
}

const LANGUAGES = ['zh', 'en'] as const

/** What says in a cell that nothing is promised, or that there is no bound. */
const NOTHING = new Set(
  [
    ...LANGUAGES.flatMap((language) => {
      const { none, unbounded, never } = POLICY_WORDS[language]
      return [none, unbounded, never]
    }),
    ...['–', '—', '-', '/', '无', '没有', 'no promise', 'null'],
  ].map((word) => word.toLowerCase()),
)

const YES = new Set(['是', '有', '✓', '√', 'y', 'yes', 'true', '1'])
const NO = new Set(['否', '无', '没有', '✗', '×', 'x', 'n', 'no', 'false', '0', '–', '-'])

const TIER_OF = new Map<string, Tier>(
  TIERS.flatMap((tier) =>
    [
      tier,
      ...LANGUAGES.flatMap((language) => [TIER_SHORT_WORDS[language][tier], TIER_WORDS[language][tier]]),
    ].map((word): [string, Tier] => [foldHeader(word), tier]),
  ),
)

const KEY_OF = new Map<string, string>([
  ...TERMS.flatMap(({ key }) =>
    [key, ...LANGUAGES.map((language) => termText(key, language))].map((word): [string, string] => [
      foldHeader(word),
      key,
    ]),
  ),
  ...[GRACE_KEY, ...LANGUAGES.map((language) => POLICY_FILE_WORDS[language].graceDays)].map(
    (word): [string, string] => [foldHeader(word), GRACE_KEY],
  ),
])

const fault = (code: FileFaultCode, line: number, text: string, column?: number): FileFault => ({
  ...{ code, line, text },
  cell: column === undefined ? '' : cellName(line, column),
})

/**
 * Reads a matrix of terms and tiers. Every term of every tier has to be there once: what is missing or there twice is told,
 * with its line.
 */
export function readMatrix(table: Table): ReadMatrix {
  const header = table.rows.find((row) => tierColumnsOf(row).length > 1)
  if (!header) return { columns: [], faults: [fault('noMatrix', 0, '')] }
  const found = tierColumnsOf(header)
  const headFaults = TIERS.flatMap((tier): FileFault[] => {
    const [first, second] = found.filter((each) => each.tier === tier)
    if (!first) return [fault('tierMissing', header.number, tier)]
    return second ? [fault('tierTwice', header.number, tier, second.column)] : []
  })
  if (headFaults.length > 0) return { columns: [], faults: headFaults }
  const { rows, faults } = rowsByKey(table.rows.slice(table.rows.indexOf(header) + 1), found)
  const columns = found.map((column) => readColumn(column, rows))
  const read = columns.flatMap((column) => column.faults)
  const isWhole = faults.length + read.length === 0
  return {
    columns: columns.map(({ tier, terms, graceDays }) => ({ tier, terms, graceDays })),
    faults: [...faults, ...read, ...(isWhole ? promiseFaults(columns, found, rows) : [])].sort(
      (a, b) => a.line - b.line,
    ),
  }
}

const tierColumnsOf = (row: Row): TierColumn[] =>
  row.cells.flatMap((cell, column): TierColumn[] => {
    const tier = TIER_OF.get(foldHeader(textOf(cell)))
    return tier === undefined ? [] : [{ tier, column }]
  })

type Rows = ReadonlyMap<string, Row>

/** The row of each term, known by its code or its name in the columns before the tiers'. */
function rowsByKey(
  rows: readonly Row[],
  tiers: readonly TierColumn[],
): { rows: Rows; faults: readonly FileFault[] } {
  const firstTier = Math.min(...tiers.map(({ column }) => column))
  const found = new Map<string, Row>()
  const faults: FileFault[] = []
  for (const row of rows) {
    const names = row.cells.slice(0, firstTier).map(textOf)
    const key = names.map((name) => KEY_OF.get(foldHeader(name))).find((each) => each !== undefined)
    const name = names.find((each) => each !== '') ?? ''
    if (key === undefined) faults.push(fault('termUnknown', row.number, name))
    else if (found.has(key)) faults.push(fault('termTwice', row.number, name))
    else found.set(key, row)
  }
  for (const key of [...TERMS.map((term) => term.key), GRACE_KEY])
    if (!found.has(key)) faults.push(fault('termMissing', 0, key))
  return { rows: found, faults }
}

interface ColumnRead extends MatrixColumn {
  readonly faults: readonly FileFault[]
}

function readColumn({ tier, column }: TierColumn, rows: Rows): ColumnRead {
  const faults: FileFault[] = []
  let terms = DEFAULT_TERMS[tier]
  const read = (key: string, kind: TermKind): TermValue | undefined => {
    const row = rows.get(key)
    if (!row) return undefined
    const text = textOf(row.cells[column])
    const value = readValue(text, kind)
    if (value.ok) return value.value
    faults.push(fault(value.code, row.number, text, column))
    return undefined
  }
  for (const term of TERMS) {
    const value = read(term.key, term.kind)
    if (value !== undefined) terms = term.write(terms, value)
  }
  const grace = read(GRACE_KEY, 'days')
  const isGrace = typeof grace === 'number' && grace >= 0 && grace <= MOST_GRACE_DAYS
  const row = rows.get(GRACE_KEY)
  if (row && grace !== undefined && !isGrace)
    faults.push(fault('outOfRange', row.number, textOf(row.cells[column]), column))
  return { tier, terms, graceDays: isGrace ? grace : 0, faults }
}

type ReadValue =
  | { readonly ok: true; readonly value: TermValue }
  | { readonly ok: false; readonly code: FileFaultCode }

const MOST: Readonly<Record<Exclude<TermKind, 'flag' | 'text'>, number>> = {
  minutes: MOST_MINUTES,
  days: MOST_DAYS,
  money: MOST_MONEY,
  percent: 100,
}

function readValue(text: string, kind: TermKind): ReadValue {
  if (kind === 'text')
    return text.length <= POLICY_LIMITS.detail ? { ok: true, value: text } : { ok: false, code: 'tooLong' }
  if (text === '') return { ok: false, code: 'cellEmpty' }
  const word = text.toLowerCase()
  if (kind === 'flag') {
    if (YES.has(word)) return { ok: true, value: true }
    return NO.has(word) ? { ok: true, value: false } : { ok: false, code: 'notYesNo' }
  }
  if (kind !== 'percent' && NOTHING.has(word)) return { ok: true, value: null }
  const decimal = parseDecimal(text)
  if (decimal === undefined) return { ok: false, code: 'notNumber' }
  const figure = (decimal / DECIMAL_SCALE) * (kind === 'money' ? 100 : 1)
  if (!Number.isInteger(figure)) return { ok: false, code: 'notNumber' }
  const least = kind === 'money' || kind === 'percent' ? 0 : -MOST[kind]
  return figure >= least && figure <= MOST[kind]
    ? { ok: true, value: figure }
    : { ok: false, code: 'outOfRange' }
}

/** What the terms themselves don't allow, at the cell that says it. */
function promiseFaults(
  columns: readonly MatrixColumn[],
  places: readonly TierColumn[],
  rows: Rows,
): FileFault[] {
  const lineOf = (key: string): number => rows.get(key)?.number ?? 0
  const found = columns.flatMap(({ tier, terms }) => {
    const place = places.find((each) => each.tier === tier)
    return termFaults(terms).map(
      ({ key, code, value }): FileFault =>
        fault(code === 'wrongKind' ? 'notNumber' : code, lineOf(key), String(value), place?.column),
    )
  })
  const sum = columns.reduce((total, { terms }) => total + terms.effortShare, 0)
  return sum === 100 ? found : [...found, fault('sharesNotWhole', lineOf('effortShare'), String(sum))]
}

/** A value as a file holds it: plain figures whose unit has a column, words for what is none. */
export function fileValue(
  term: Pick<Term, 'key' | 'kind'>,
  value: TermValue,
  language: 'zh' | 'en',
): string | number {
  const words = POLICY_WORDS[language]
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return term.kind === 'money' ? value / 100 : value
  if (value !== null) return value
  if (term.kind !== 'money') return words.none
  return term.key === 'gifts.approvalFrom' ? words.never : words.unbounded
}
