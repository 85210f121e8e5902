import { parseDecimal } from '../../accounts/rules/decimal.ts'
import { FIELD_LIMITS } from '../../accounts/rules/fields.ts'
import type { FigureUnit } from '../../accounts/rules/figures.ts'
import type { ColumnUse } from '../contract.ts'
import { dataRowsOf, headerRowOf, type Table, textOf } from './cells.ts'
import { ACCOUNT_SYNONYMS, foldHeader } from './headers.ts'

/** Fields of an account that a column can fill. */
export type ImportField = Extract<ColumnUse, { kind: 'field' }>['field']

/** A figure that exists already. */
export interface KnownFigure {
  readonly id: Extract<ColumnUse, { kind: 'figure' }>['figureId']
  readonly name: string
  readonly unit: FigureUnit
}

const FIELD_SYNONYMS: Readonly<Record<ImportField, readonly string[]>> = {
  ...ACCOUNT_SYNONYMS,
  owner: [
    '负责人',
    '客户经理',
    '业务员',
    '经理',
    '销售',
    '跟进人',
    'owner',
    'account manager',
    'manager',
    'sales rep',
  ],
  kind: ['类别', '客户类别', '客户类型', '类型', 'kind', 'type'],
  cycle: ['合作周期', '周期', 'cycle', 'cooperation cycle'],
  industry: ['行业', '所属行业', 'industry', 'sector'],
  region: ['地区', '区域', '省份', '城市', '所在地', 'region', 'area', 'city', 'province'],
  phone: ['电话', '联系电话', '手机', '手机号', '联系方式', 'phone', 'telephone', 'mobile', 'tel'],
  note: ['备注', '说明', '附注', 'note', 'notes', 'remark', 'remarks', 'comment'],
}
const FIELDS = [
  'code',
  'name',
  'owner',
  'kind',
  'cycle',
  'industry',
  'region',
  'phone',
  'note',
] as const satisfies readonly ImportField[]
const FIELD_OF: ReadonlyMap<string, ImportField> = new Map(
  FIELDS.flatMap((field) => FIELD_SYNONYMS[field].map((word) => [foldHeader(word), field] as const)),
)

/** Columns that number rows and say nothing of the account. */
const ROW_NUMBERS = new Set(['序号', '行号', '行', 'no', 'row', 'index', '#', ''])

/** Units at the end of a header: in brackets, after a sign, or bare. */
const UNITS: readonly (readonly [RegExp, FigureUnit, number])[] = [
  [/亿元?$/, 'money', 100_000_000],
  [/(?:万元?|w元)$/i, 'money', 10_000],
  [/千元$/, 'money', 1_000],
  [/(?:元|¥|￥|rmb|cny|yuan)$/i, 'money', 1],
  [/(?:%|％|百分比|percent)$/i, 'percent', 1],
  [/(?:年|years?)$/i, 'years', 1],
  [/(?:天|日|days?)$/i, 'days', 1],
]
const MONEY_WORDS = /额|金|收入|利润|销售|费用|欠款|amount|revenue|profit|sales|spend|turnover|value/i
const YEARS_WORDS = /年限|年数|年头|years/i
const DAYS_WORDS = /天数|账期|days/i
/** Marks of an earlier grading, headed by an indicator and its weight: `忠诚度(12%)`. */
const WEIGHTED = /[(（]\s*\d+(?:\.\d+)?\s*[%％]/

/** What a header says of a figure; `stated` when it says that it is one, by a unit or by what it counts. */
export interface FigureHeader {
  readonly name: string
  readonly unit: FigureUnit
  readonly multiplier: number
  readonly stated: boolean
}

/** A header taken apart: `年交易额(万元)` is 年交易额, money, times 10,000. */
export function readFigureHeader(header: string): FigureHeader {
  const plain = header.normalize('NFKC').trim()
  const bracket =
    /^(.+?)\s*[([【]([^()[\]【】]+)[)\]】]$/.exec(plain) ?? /^(.+?)[\s/·:_-]+(\S{1,6})$/.exec(plain)
  const counted = bracket?.[2]?.trim() ?? ''
  for (const [pattern, unit, multiplier] of UNITS)
    if (bracket?.[1] !== undefined && pattern.test(counted) && counted.replace(pattern, '') === '')
      return { name: bracket[1].trim(), unit, multiplier, stated: true }
  const percent = /^(.+?)\s*%$/.exec(plain)
  if (percent?.[1] !== undefined) return { name: percent[1], unit: 'percent', multiplier: 1, stated: true }
  const unit = unitOfName(plain)
  return { name: plain, unit, multiplier: 1, stated: unit === 'years' || unit === 'days' }
}

function unitOfName(name: string): FigureUnit {
  if (YEARS_WORDS.test(name)) return 'years'
  if (DAYS_WORDS.test(name)) return 'days'
  return MONEY_WORDS.test(name) ? 'money' : 'number'
}

/** Uses that earlier imports gave to headers, by {@link foldHeader}. */
export type RememberedUses = Readonly<Record<string, ColumnUse>>

/**
 * What the columns of a customer list look like: from earlier imports, then from their headers, then from their values.
 * A field or figure is given to the first column that fits.
 */
export function guessColumns(
  table: Table,
  figures: readonly KnownFigure[],
  remembered: RememberedUses,
): ColumnUse[] {
  const headers = headerRowOf(table)?.cells.map(textOf) ?? []
  const taken = new Set<string>()
  return Array.from({ length: table.columns }, (_, column): ColumnUse => {
    const header = headers[column] ?? ''
    const use = settle(remembered[foldHeader(header)], figures) ?? guess(table, column, header, figures)
    const key = useKey(use)
    if (key === null || !taken.has(key)) {
      if (key !== null) taken.add(key)
      return use
    }
    return { kind: 'ignore' }
  })
}

/** What a use fills, so that no two columns fill the same; null for ignored ones. */
export function useKey(use: ColumnUse): string | null {
  switch (use.kind) {
    case 'field':
      return `field ${use.field}`
    case 'figure':
      return `figure ${use.figureId}`
    case 'newFigure':
      return `new ${foldHeader(use.name)}`
    case 'ignore':
      return null
  }
}

/** A remembered use, if it still makes sense: its figure may be gone. */
const settle = (use: ColumnUse | undefined, figures: readonly KnownFigure[]): ColumnUse | undefined =>
  use?.kind === 'figure' && !figures.some(({ id }) => id === use.figureId) ? undefined : use

function guess(table: Table, column: number, header: string, figures: readonly KnownFigure[]): ColumnUse {
  const field = FIELD_OF.get(foldHeader(header))
  if (field) return { kind: 'field', field }
  if (ROW_NUMBERS.has(foldHeader(header)) || WEIGHTED.test(header)) return { kind: 'ignore' }
  const { name, unit, multiplier, stated } = readFigureHeader(header)
  const known = figures.find((figure) => foldHeader(figure.name) === foldHeader(name))
  if (known)
    return { kind: 'figure', figureId: known.id, multiplier: known.unit === 'money' ? multiplier : 1 }
  return stated || mostlyNumbers(table, column)
    ? { kind: 'newFigure', name: name.slice(0, FIELD_LIMITS.short), unit, multiplier }
    : { kind: 'ignore' }
}

const LOOKED_AT = 200

function mostlyNumbers(table: Table, column: number): boolean {
  const texts = dataRowsOf(table)
    .slice(0, LOOKED_AT)
    .map((row) => textOf(row.cells[column]))
    .filter((text) => text !== '')
  const numbers = texts.filter((text) => parseDecimal(text) !== undefined).length
  return numbers > 0 && numbers >= texts.length * 0.7
}
