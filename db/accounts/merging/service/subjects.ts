import type Database from 'better-sqlite3'
import { getTableColumns } from 'drizzle-orm'
import { Refusal } from '../../../kernel/errors.ts'
import { SENSITIVE_FIELDS } from '../../people/rules/fields.ts'
import { person } from '../../people/tables.ts'
import type { CustomSubject } from '../../rules/fields.ts'
import { account } from '../../tables.ts'
import type { MergeField } from '../contract.ts'

/** A row of `account` or `person`, by column. */
export type SubjectRow = Readonly<Record<string, string | number | null>>

/** The tables of what can be merged. */
export const SUBJECT_TABLES = { account, person } as const satisfies Record<CustomSubject, unknown>

/** A built-in field that can be taken from either side. */
export interface SubjectField {
  /** as the contract calls it */
  readonly field: string
  readonly column: string
  readonly kind: MergeField['kind']
  readonly sensitive: boolean
}

/** Columns that a merge joins by itself or that are not a field. */
const NOT_CHOSEN: ReadonlySet<string> = new Set([
  ...['id', 'deleted', 'mergedInto', 'erasedAt'],
  ...['tags', 'custom', 'sources', 'figures'],
])

const KINDS: Readonly<Record<string, MergeField['kind']>> = {
  ownerId: 'member',
  parentId: 'account',
  revenue: 'money',
  creditLimit: 'money',
  founded: 'number',
  staff: 'number',
  creditDays: 'days',
  tradeSince: 'number',
  influence: 'number',
  birthday: 'birthday',
  ...Object.fromEntries(
    [
      'kind',
      'cycle',
      'lifecycle',
      'sellingMode',
      'technicalContent',
      'gender',
      'attitude',
      'decisionRole',
    ].map((field) => [field, 'choice']),
  ),
}

const fieldsOf = (subject: CustomSubject): readonly SubjectField[] =>
  Object.entries(getTableColumns(SUBJECT_TABLES[subject]))
    .filter(([field]) => !NOT_CHOSEN.has(field))
    .map(([field, { name }]) => ({
      field,
      column: name,
      kind: KINDS[field] ?? 'text',
      sensitive: SENSITIVE_FIELDS.some((sensitive) => sensitive === field),
    }))

/** The built-in fields of each subject: every column of its table that holds one. */
export const SUBJECT_FIELDS: Readonly<Record<CustomSubject, readonly SubjectField[]>> = {
  account: fieldsOf('account'),
  person: fieldsOf('person'),
}

/** The live row of an account or person. @throws Refusal SUBJECT_NOT_FOUND */
export function subjectRow(db: Database.Database, subject: CustomSubject, id: string): SubjectRow {
  const row = db
    .prepare<[string], SubjectRow>(`SELECT * FROM ${subject} WHERE id = ? AND deleted = 0`)
    .get(id)
  if (!row) throw new Refusal('SUBJECT_NOT_FOUND')
  return row
}

/** Whether a column holds nothing. */
export const isEmpty = (value: string | number | null | undefined): boolean =>
  value === null || value === undefined || value === ''

/** A row's JSON column as an object; it is written by the engine alone. */
export const jsonOf = (row: SubjectRow, column: 'custom' | 'figures' | 'sources'): Record<string, unknown> =>
  JSON.parse(String(row[column] ?? '{}'))

/** A row's tags. */
export const tagsOf = (row: SubjectRow): string[] => JSON.parse(String(row.tags ?? '[]'))
