import type { AccountRow, Figure } from '../../accounts/contract.ts'
import type { CustomField } from '../../accounts/custom/contract.ts'
import { CUSTOM_SCALE, type CustomValue } from '../../accounts/custom/rules/values.ts'
import { type AccountField, FIELD_NAMES, shapeOf } from '../../accounts/rules/accountFields.ts'
import { storedScale } from '../../accounts/rules/figures.ts'
import { listAccounts } from '../../accounts/service/read.ts'
import type { EngineContext } from '../../context.ts'
import { TIER_WORDS } from '../../terms/grading.ts'
import { ACCOUNT_HEADERS, FIELD_WORDS, UNIT_WORDS } from '../../terms/headers.ts'
import type { Language } from '../../terms/language.ts'
import { type CellPlan, type ColumnPlan, writeWorkbook, xlsxFile } from '../write/workbook.ts'
import { membersOf } from './importPlan.ts'

const TITLE = { zh: '客户台账', en: 'Accounts' } as const

/** Widths of columns in characters, where they aren't 12. */
const WIDTHS: Readonly<Partial<Record<AccountField, number>>> = {
  name: 26,
  ownerId: 10,
  kind: 10,
  cycle: 10,
  lifecycle: 10,
  phone: 16,
  address: 26,
  site: 20,
  parentId: 22,
  tags: 20,
}

/** One column of the workbook. */
interface Column {
  readonly plan: ColumnPlan
  read(row: AccountRow): CellPlan
}

/** Names of what rows point to. */
interface Names {
  readonly members: ReadonlyMap<string, string>
  readonly accounts: ReadonlyMap<string, string>
}

/** All accounts with their figures and custom fields, as a workbook that importing reads back. */
export async function exportAccounts(
  { kernel }: EngineContext,
  { language }: { readonly language: Language },
): Promise<File> {
  const { figures, custom, rows } = listAccounts(kernel)
  const names: Names = {
    members: new Map(membersOf(kernel).map(({ id, name }) => [id, name])),
    accounts: new Map(rows.map(({ id, name }) => [id, name])),
  }
  const headers = ACCOUNT_HEADERS[language]
  const columns: Column[] = [
    ...FIELD_NAMES.filter((field) => field !== 'note').map((field) => fieldColumn(field, names, language)),
    ...figures.map((figure, at) => figureColumn(figure, at, language)),
    ...custom.map((field, at) => customColumn(field, at, names)),
    {
      plan: { header: headers.tier, width: 16, kind: 'text' },
      read: ({ tier }) => (tier === null ? '' : TIER_WORDS[language][tier]),
    },
    {
      plan: { header: headers.score, width: 8, kind: 'score' },
      read: ({ score }) => (score === null ? null : score / 10),
    },
    fieldColumn('note', names, language),
  ]
  const bytes = await writeWorkbook([
    {
      name: TITLE[language],
      title: TITLE[language],
      frozenColumns: 2,
      columns: columns.map(({ plan }) => plan),
      rows: rows.map((row) => columns.map((column) => column.read(row))),
    },
  ])
  return xlsxFile(bytes, `${TITLE[language]}.xlsx`)
}

function fieldColumn(field: AccountField, names: Names, language: Language): Column {
  const shape = shapeOf(field)
  const header = ACCOUNT_HEADERS[language][field]
  const width = WIDTHS[field] ?? 12
  switch (shape.kind) {
    case 'money':
      return {
        plan: { header: `${header}(${UNIT_WORDS[language].money})`, width: 14, kind: 'money' },
        read: (row) => divided(row[field], storedScale('money')),
      }
    case 'whole':
    case 'year':
      return { plan: { header, width: 10, kind: 'whole' }, read: (row) => row[field] }
    case 'word':
      return {
        plan: { header, width, kind: 'text' },
        read: (row) => wordOf(field, row[field], language),
      }
    case 'member':
      return { plan: { header, width, kind: 'text' }, read: (row) => nameOf(names.members, row[field]) }
    case 'account':
      return { plan: { header, width, kind: 'text' }, read: (row) => nameOf(names.accounts, row[field]) }
    case 'text':
      return shape.lines === undefined
        ? { plan: { header, width, kind: 'text' }, read: (row) => row[field] }
        : { plan: { header, width: 30, kind: 'wrappedText' }, read: (row) => row[field] }
    case 'tags':
    case 'day':
      return { plan: { header, width, kind: 'text' }, read: (row) => row[field] }
  }
}

function figureColumn({ name, unit }: Figure, at: number, language: Language): Column {
  const counted = UNIT_WORDS[language][unit]
  return {
    plan: {
      header: counted === '' ? name : `${name}(${counted})`,
      width: 14,
      kind: unit === 'money' ? 'money' : 'decimal',
    },
    read: ({ figures }) => divided(figures[at] ?? null, storedScale(unit)),
  }
}

function customColumn({ name, kind }: CustomField, at: number, names: Names): Column {
  const read = ({ custom }: AccountRow): CustomValue => custom[at] ?? null
  if (kind === 'number')
    return {
      plan: { header: name, width: 14, kind: 'decimal' },
      read: (row) => divided(read(row), CUSTOM_SCALE),
    }
  const plan: ColumnPlan = { header: name, width: 14, kind: 'text' }
  return kind === 'person' ? { plan, read: (row) => nameOf(names.members, read(row)) } : { plan, read }
}

const divided = (value: string | number | null, scale: number): number | null =>
  typeof value === 'number' ? value / scale : null

const nameOf = (names: ReadonlyMap<string, string>, id: string | number | null): string =>
  names.get(String(id ?? '')) ?? ''

function wordOf(field: AccountField, key: string | number | null, language: Language): string {
  const words: Readonly<Record<string, string>> =
    new Map<string, Readonly<Record<string, string>>>(Object.entries(FIELD_WORDS[language])).get(field) ?? {}
  return key === null ? '' : (words[key] ?? '')
}
