import { type AccountField, FIELD_NAMES, shapeOf } from '../../accounts/rules/accountFields.ts'
import { parseDecimal } from '../../accounts/rules/decimal.ts'
import { FIELD_LIMITS } from '../../accounts/rules/fields.ts'
import type { FigureUnit } from '../../accounts/rules/figures.ts'
import { ACCOUNT_HEADERS } from '../../terms/headers.ts'
import type { ColumnUse } from '../contract.ts'
import { dataRowsOf, headerRowOf, type Table, textOf } from './cells.ts'
import { ACCOUNT_SYNONYMS, foldHeader } from './headers.ts'
import { entryUseOf, personUseOf } from './listHeaders.ts'
import type { ListKind } from './listKinds.ts'

/** A figure that exists already. */
export interface KnownFigure {
  readonly id: Extract<ColumnUse, { kind: 'figure' }>['figureId']
  readonly name: string
  readonly unit: FigureUnit
}

/** A custom field that exists already. */
export interface KnownCustomField {
  readonly id: Extract<ColumnUse, { kind: 'custom' }>['fieldId']
  readonly name: string
}

/** What a list's columns may be besides the fields that every account has. */
export interface KnownColumns {
  readonly figures: readonly KnownFigure[]
  readonly custom: readonly KnownCustomField[]
}

/** What else the columns of a field may be headed, besides its own headers. */
const FIELD_SYNONYMS: Readonly<Partial<Record<AccountField, readonly string[]>>> = {
  ...ACCOUNT_SYNONYMS,
  shortName: ['客户简称', '简名', 'abbreviation'],
  ownerId: ['客户经理', '业务员', '经理', '销售', '跟进人', 'account manager', 'manager', 'sales rep'],
  kind: ['客户类别', '客户类型', '类型', 'type'],
  cycle: ['周期', 'cycle'],
  lifecycle: ['阶段', '客户状态', '合作状态', 'stage', 'status'],
  industry: ['所属行业', 'sector'],
  region: ['区域', '省份', '城市', '所在地', 'area', 'city', 'province'],
  address: ['公司地址', '联系地址', '详细地址'],
  site: ['网站', '官网', '公司网址', 'site', 'web', 'url', 'homepage'],
  phone: ['联系电话', '手机', '手机号', '联系方式', 'telephone', 'mobile', 'tel'],
  founded: ['成立年', '成立时间', '成立日期', '创立年份', 'founded in', 'year founded'],
  staff: ['员工数', '人数', '职工人数', 'employees', 'headcount'],
  revenue: ['年营收', '客户年营业额', 'annual revenue'],
  cooperationSince: [
    '合作起始',
    '合作起始日期',
    '合作开始',
    '开始合作',
    '首次合作',
    'customer since',
    'since',
  ],
  parentId: ['上级公司', '上级单位', '所属集团', '集团', 'parent', 'parent account'],
  sellingMode: ['销售方式'],
  creditLimit: ['授信额度', '信用额'],
  creditDays: ['信用天数', 'payment terms'],
  tags: ['客户标签', 'labels'],
  note: ['说明', '附注', 'notes', 'remark', 'remarks', 'comment'],
}
const FIELD_OF: ReadonlyMap<string, AccountField> = new Map(
  FIELD_NAMES.flatMap((field) =>
    [ACCOUNT_HEADERS.zh[field], ACCOUNT_HEADERS.en[field], ...(FIELD_SYNONYMS[field] ?? [])].map(
      (word) => [foldHeader(word), field] as const,
    ),
  ),
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
 * What the columns of a list look like: from earlier imports, then from their headers, then from their values.
 * A field or figure is given to the first column that fits; a second one of birthdays is the other birthday.
 */
export function guessColumns(
  table: Table,
  known: KnownColumns,
  remembered: RememberedUses,
  holds: ListKind = 'accounts',
): ColumnUse[] {
  const headers = headerRowOf(table)?.cells.map(textOf) ?? []
  const taken = new Set<string>()
  return Array.from({ length: table.columns }, (_, column): ColumnUse => {
    const header = headers[column] ?? ''
    const use =
      settle(remembered[rememberedKey(holds, header)], known) ?? guessFor(holds, table, column, known)
    const another = use.kind === 'person' && use.field === 'birthday' ? OTHER_BIRTHDAY : IGNORED
    const free = [use, another].find((one) => !taken.has(useKey(one) ?? '')) ?? IGNORED
    const key = useKey(free)
    if (key !== null) taken.add(key)
    return free
  })
}

const IGNORED: ColumnUse = { kind: 'ignore' }
const OTHER_BIRTHDAY: ColumnUse = { kind: 'person', field: 'otherBirthday' }

/** Under what a header's use is kept: the same header may mean something else in another kind of list. */
export const rememberedKey = (holds: ListKind, header: string): string =>
  holds === 'accounts' ? foldHeader(header) : `${holds} ${foldHeader(header)}`

function guessFor(holds: ListKind, table: Table, column: number, known: KnownColumns): ColumnUse {
  const header = textOf(headerRowOf(table)?.cells[column])
  if (holds === 'accounts') return guess(table, column, header, known)
  if (holds === 'log') {
    const field = entryUseOf(header)
    return field ? { kind: 'entry', field } : IGNORED
  }
  const field = personUseOf(header)
  return customUse(header, known) ?? (field ? { kind: 'person', field } : IGNORED)
}

/** What a use fills, so that no two columns fill the same; null for ignored ones. */
export function useKey(use: ColumnUse): string | null {
  switch (use.kind) {
    case 'field':
      return `field ${use.field}`
    case 'custom':
      return `custom ${use.fieldId}`
    case 'figure':
      return `figure ${use.figureId}`
    case 'newFigure':
      return `new ${foldHeader(use.name)}`
    case 'person':
    case 'entry':
      return `${use.kind} ${use.field}`
    case 'ignore':
      return null
  }
}

/** A remembered use, if it still makes sense: its figure or field may be gone. */
function settle(use: ColumnUse | undefined, { figures, custom }: KnownColumns): ColumnUse | undefined {
  if (use?.kind === 'figure') return figures.some(({ id }) => id === use.figureId) ? use : undefined
  if (use?.kind === 'custom') return custom.some(({ id }) => id === use.fieldId) ? use : undefined
  return use
}

/** A field by its header, money with its unit: `年营业额(万元)`. */
function fieldUse(header: string): ColumnUse | undefined {
  const field = FIELD_OF.get(foldHeader(header))
  if (field) return { kind: 'field', field }
  const { name, multiplier } = readFigureHeader(header)
  const counted = FIELD_OF.get(foldHeader(name))
  if (!counted) return undefined
  const { kind } = shapeOf(counted)
  if (kind === 'money') return { kind: 'field', field: counted, multiplier }
  return kind === 'whole' ? { kind: 'field', field: counted } : undefined
}

function customUse(header: string, { custom }: KnownColumns): ColumnUse | undefined {
  const own = custom.find((field) => foldHeader(field.name) === foldHeader(header))
  return own && { kind: 'custom', fieldId: own.id }
}

function guess(table: Table, column: number, header: string, known: KnownColumns): ColumnUse {
  const { figures } = known
  const own = customUse(header, known)
  if (own) return own
  const named = figures.find((figure) => foldHeader(figure.name) === foldHeader(header))
  const field = named ? undefined : fieldUse(header)
  if (field) return field
  if (ROW_NUMBERS.has(foldHeader(header)) || WEIGHTED.test(header)) return { kind: 'ignore' }
  const { name, unit, multiplier, stated } = readFigureHeader(header)
  const counted = named ?? figures.find((figure) => foldHeader(figure.name) === foldHeader(name))
  if (counted)
    return { kind: 'figure', figureId: counted.id, multiplier: counted.unit === 'money' ? multiplier : 1 }
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
