import type Database from 'better-sqlite3'
import { readSettings } from '../../../department/settings.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type AccountId, RowId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { dayOf } from '../../rules/days.ts'
import type { analysis, Removable } from '../contract.ts'

/** What a command of the analysis takes. */
export type AnalysisInput<Command extends keyof typeof analysis> = (typeof analysis)[Command] extends {
  '~orpc': { inputSchema?: { _zod: { output: infer Input } } | undefined }
}
  ? Input
  : never

type Value = string | number | null

/** Who sits at the laptop, and what day it is: what a judgement is signed with. */
export const signature = (kernel: Kernel): { by: string | null; on: string } => ({
  by: readSettings(kernel.db).me,
  on: dayOf(kernel.now()),
})

/** The name of an account, for labels and refusals; '' for one that isn't there. */
export const accountName = (db: Database.Database, id: AccountId): string =>
  db.prepare<[string], string>('SELECT name FROM account WHERE id = ? AND deleted = 0').pluck().get(id) ?? ''

/** @throws Refusal with `code` where a table has no such living row */
export function mustExist(
  db: Database.Database,
  table:
    | 'account'
    | 'product'
    | 'competitor'
    | 'member'
    | 'log_entry'
    | 'person'
    | 'request'
    | 'quality_incident'
    | 'promise',
  id: string,
  code: string,
): void {
  const found = db.prepare<[string], number>(`SELECT 1 FROM ${table} WHERE id = ? AND deleted = 0`).get(id)
  if (found === undefined) throw new Refusal(code)
}

/** Adds a row to a table of the analysis inside a command; columns are ours, never a client's. */
export function insertRow(tx: Tx, table: string, values: Readonly<Record<string, Value>>): RowId {
  const id = RowId.parse(tx.newId())
  const columns = ['id', ...Object.keys(values)]
  tx.db
    .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    .run(id, ...Object.values(values))
  return id
}

/** A table whose rows are edited field by field: its columns by the contract's names of the fields. */
export interface Editable {
  readonly table: string
  readonly columns: Readonly<Record<string, string>>
  /** the column that names a row in messages */
  readonly name: string
  /** whether the row says who wrote it last */
  readonly signed?: boolean
}

type Patch = Readonly<Record<string, Value | undefined>>

/**
 * Changes fields of one row that still hold what they held `before`; a field that already holds its new value is done.
 * @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED
 */
export function patchRow(
  tx: Tx,
  kernel: Kernel,
  { table, columns, name, signed = false }: Editable,
  { rowId, before, after }: { rowId: string; before: Patch; after: Patch },
): void {
  const row = tx.db
    .prepare<[string], Record<string, Value>>(`SELECT * FROM ${table} WHERE id = ? AND deleted = 0`)
    .get(rowId)
  if (!row) throw new Refusal('ROW_NOT_FOUND')
  const wanted = Object.entries(columns).flatMap(([field, column]): [string, Value, Value, string][] => {
    const value = after[field]
    return value === undefined || value === row[column] ? [] : [[column, before[field] ?? null, value, field]]
  })
  const conflicts = wanted.filter(([column, expected]) => (row[column] ?? null) !== expected)
  const [conflict] = conflicts
  if (conflict)
    throw new Refusal('CELLS_CHANGED', {
      cells: conflicts.length,
      name: String(row[name] ?? ''),
      field: conflict[3],
      current: shown(row[conflict[0]]),
    })
  if (wanted.length === 0) return
  const { by, on } = signature(kernel)
  const written: [string, Value][] = [
    ...wanted.map(([column, , value]): [string, Value] => [column, value]),
    ...(signed
      ? ([
          ['noted_on', on],
          ['noted_by', by],
        ] satisfies [string, Value][])
      : []),
  ]
  tx.db
    .prepare(`UPDATE ${table} SET ${written.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`)
    .run(...written.map(([, value]) => value), rowId)
}

const shown = (value: Value | undefined): string | null =>
  value === null || value === undefined || value === '' ? null : String(value)

/** Where the rows that can be taken away lie, what they are called there, and how history says it. */
const REMOVABLE_ROWS: Readonly<Record<Removable, { table: string; name: string; command: string }>> = {
  swot: { table: 'swot_item', name: 'text', command: 'removeSwot' },
  rival: { table: 'rival', name: 'strengths', command: 'removeRival' },
  move: { table: 'rival_move', name: 'text', command: 'removeRivalMove' },
  switchingCost: { table: 'switching_cost', name: 'what', command: 'removeSwitchingCost' },
  action: { table: 'value_action', name: 'what', command: 'removeValueAction' },
  referral: { table: 'referral', name: 'note', command: 'removeReferral' },
}

/** Takes a row of an analysis away. @throws Refusal ROW_NOT_FOUND */
export function removeRow(
  kernel: Kernel,
  { commandId, kind, rowId }: AnalysisInput<'remove'>,
): Outcome<object> {
  const { table, name, command } = REMOVABLE_ROWS[kind]
  const text = kernel.db
    .prepare<[string], string>(`SELECT ${name} FROM ${table} WHERE id = ?`)
    .pluck()
    .get(rowId)
  return kernel.write({ commandId, label: { command, params: { name: text ?? '' } } }, (tx) => {
    const { changes } = tx.db
      .prepare(`UPDATE ${table} SET deleted = 1 WHERE id = ? AND deleted = 0`)
      .run(rowId)
    if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return {}
  })
}
