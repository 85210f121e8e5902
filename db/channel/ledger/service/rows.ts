import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { mustExist, patchRow } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { readSettings } from '../../../department/settings.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CommandId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { Reach } from '../../rules/reach.ts'
import { checkReach } from './days.ts'

/** What a procedure of a contract takes. */
export type InputOf<Procedure> = Procedure extends {
  '~orpc': { inputSchema?: { _zod: { output: infer Input } } | undefined }
}
  ? Input
  : never

type Value = string | number | null

/** A table of a ledger: its fields and their columns, the column that names a row, and how history says it. */
export interface Ledger {
  readonly table: string
  readonly fields: { readonly shape: Readonly<Record<string, z.ZodType<Value | undefined>>> }
  readonly columns: Readonly<Record<string, string>>
  readonly name: string
  /** how far from today its days may be moved */
  readonly days?: Readonly<Record<string, Reach>>
  readonly commands: { readonly change: string; readonly remove: string }
}

/** One cell of a row: what it held, and what it shall hold. */
interface CellEdit {
  readonly id: string
  readonly field: string
  readonly before: Value
  readonly after: Value
}

/** What names a row in labels; '' for one that isn't there. */
export const rowName = (db: Database.Database, { table, name }: Ledger, id: string | undefined): string =>
  (id === undefined
    ? undefined
    : db.prepare<[string], string>(`SELECT ${name} FROM "${table}" WHERE id = ?`).pluck().get(id)) ?? ''

/**
 * Changes cells, all or none; `check` looks at each row as it then is.
 * @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED, VALUE_REFUSED, DAY_OUT_OF_RANGE, and what `check` throws
 */
export function changeRows<Row>(
  kernel: Kernel,
  ledger: Ledger,
  { commandId, edits }: { readonly commandId: CommandId; readonly edits: readonly CellEdit[] },
  check: (tx: Tx, row: Row) => void = () => {},
): Outcome<object> {
  const ids = [...new Set(edits.map(({ id }) => id))]
  const params = { count: ids.length, name: rowName(kernel.db, ledger, ids[0]) }
  const today = dayOf(kernel.now())
  return kernel.write({ commandId, label: { command: ledger.commands.change, params } }, (tx) => {
    for (const edit of edits) {
      const { id, field, before } = edit
      const after = parseCell(tx, ledger, edit)
      const reach = ledger.days?.[field]
      if (reach && typeof after === 'string' && after !== before) checkReach(after, reach, today)
      patchRow(tx, kernel, ledger, { rowId: id, before: { [field]: before }, after: { [field]: after } })
      tx.breathe()
    }
    const read = tx.db.prepare<[string], Row>(`SELECT * FROM "${ledger.table}" WHERE id = ?`)
    for (const id of ids) {
      const row = read.get(id)
      if (row) check(tx, row)
    }
    return {}
  })
}

/** Deletes rows of a ledger, all or none. @throws Refusal ROW_NOT_FOUND */
export function removeRows(
  kernel: Kernel,
  ledger: Ledger,
  { commandId, ids }: { readonly commandId: CommandId; readonly ids: readonly string[] },
): Outcome<object> {
  const unique = [...new Set(ids)]
  const params = { count: unique.length, name: rowName(kernel.db, ledger, unique[0]) }
  return kernel.write({ commandId, label: { command: ledger.commands.remove, params } }, (tx) => {
    const remove = tx.db.prepare(`UPDATE "${ledger.table}" SET deleted = 1 WHERE id = ? AND deleted = 0`)
    for (const id of unique) {
      if (remove.run(id).changes === 0) throw new Refusal('ROW_NOT_FOUND')
      tx.breathe()
    }
    return {}
  })
}

/** A new value as its field keeps it; an empty text is none where the field may be empty. @throws Refusal VALUE_REFUSED */
function parseCell(tx: Tx, ledger: Ledger, { id, field, after }: CellEdit): Value {
  const schema = ledger.fields.shape[field]
  for (const wanted of after === '' ? ['', null] : [after]) {
    const parsed = schema?.safeParse(wanted)
    if (parsed?.success && parsed.data !== undefined) return parsed.data
  }
  throw new Refusal('VALUE_REFUSED', { name: rowName(tx.db, ledger, id), field, value: String(after ?? '') })
}

/**
 * Writes a column that holds JSON, guarded by what it held.
 * @param shape what of the value is compared: who wrote it is not
 * @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED
 */
export function writeJson<Stored>(
  tx: Tx,
  ledger: Ledger,
  column: string,
  { id, before, after }: { readonly id: string; readonly before: unknown; readonly after: Stored | null },
  shape: (stored: Stored) => unknown,
): void {
  const row = tx.db
    .prepare<[string], { json: string | null; name: string }>(
      `SELECT ${column} AS json, ${ledger.name} AS name FROM "${ledger.table}" WHERE id = ? AND deleted = 0`,
    )
    .get(id)
  if (!row) throw new Refusal('ROW_NOT_FOUND')
  const stored = readJson<Stored>(row.json)
  if (stored !== null && after !== null && isSame(shape(stored), shape(after))) return
  if (!isSame(stored === null ? null : shape(stored), before))
    throw new Refusal('CELLS_CHANGED', { cells: 1, name: row.name, current: stored === null ? null : '…' })
  tx.db
    .prepare(`UPDATE "${ledger.table}" SET ${column} = ? WHERE id = ?`)
    .run(after === null ? null : JSON.stringify(after), id)
}

/** What a JSON column holds, which only our own commands write; null where it is empty. */
export const readJson = <Stored>(json: string | null): Stored | null =>
  json === null ? null : JSON.parse(json)

const isSame = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other)

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** Who sits at this laptop, as rows name who wrote them; null where nobody said so. */
export const signer = (db: Database.Database): string | null => readSettings(db).me

/** Names of members by id, those who left too: they signed what they signed. */
export const memberNames = (db: Database.Database): ReadonlyMap<string, string> =>
  new Map(
    db
      .prepare<[], { id: string; name: string }>('SELECT id, name FROM member')
      .all()
      .map(({ id, name }) => [id, name]),
  )

/** @throws Refusal MEMBER_NOT_FOUND, PERSON_NOT_FOUND where somebody is named who is not there */
export function checkNamed(
  db: Database.Database,
  named: { readonly member?: string | null | undefined; readonly person?: string | null | undefined },
): void {
  if (named.member) mustExist(db, 'member', named.member, 'MEMBER_NOT_FOUND')
  if (named.person) mustExist(db, 'person', named.person, 'PERSON_NOT_FOUND')
}
