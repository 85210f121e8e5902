import type Database from 'better-sqlite3'
import { withoutGuards } from './changeLog.ts'
import type { Tx } from './kernel.ts'

/** What an erasure takes out of the history: the only thing that may rewrite it (architecture: rule 15 of the log). */
export interface Redaction {
  /** rows whose past becomes what they hold now, but for the columns that tie them to others */
  readonly wiped: readonly RowName[]
  /** rows in whose past values `inRow` is applied to every text */
  readonly rows: readonly RowName[]
  readonly inRow: (text: string) => string
  /** columns of a table in which `inRow` changes nothing, as it changed nothing in the rows themselves */
  readonly untouched: Readonly<Record<string, readonly string[]>>
  /** texts that are taken out wherever they stand, by `everywhere` */
  readonly needles: readonly string[]
  readonly everywhere: (text: string) => string
}

export interface RowName {
  readonly table: string
  readonly id: string
}

/**
 * Redacts the history inside a command, after the rows themselves were changed: values before and after, the words of
 * commands, answers kept for repeated commands, and this laptop's drafts. Replaying the history still gives the rows.
 */
export function redactHistory(tx: Tx, redaction: Redaction): void {
  withoutGuards(tx.db, () => {
    const txns = new Set<string>()
    for (const row of redaction.wiped) {
      const now = currentRow(tx.db, row)
      rewriteChanges(tx.db, row, txns, (columns) => asNow(columns, now))
    }
    for (const row of redaction.rows)
      rewriteChanges(tx.db, row, txns, (columns) => ({
        ...mapTexts(columns, redaction.inRow),
        ...only(columns, redaction.untouched[row.table] ?? []),
      }))
    for (const needle of redaction.needles) rewriteEverywhere(tx.db, needle, redaction.everywhere)
    for (const id of txns) rewriteLabel(tx.db, id, redaction.inRow)
    rewriteLocal(tx.db, redaction)
  })
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
type Columns = Readonly<Record<string, Json>>

const currentRow = (db: Database.Database, { table, id }: RowName): Columns =>
  db.prepare<[string], Columns>(`SELECT * FROM "${table}" WHERE id = ?`).get(id) ?? {}

/** Columns that say which rows belong together, and whether they are there: they hold nothing about anybody. */
const TIES = /^id$|_id$|^deleted$|^merged_into$/

const asNow = (columns: Columns, now: Columns): Columns =>
  Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [name, TIES.test(name) ? value : (now[name] ?? null)]),
  )

const only = (columns: Columns, names: readonly string[]): Columns =>
  Object.fromEntries(Object.entries(columns).filter(([name]) => names.includes(name)))

function rewriteChanges(
  db: Database.Database,
  { table, id }: RowName,
  txns: Set<string>,
  rewrite: (columns: Columns) => Columns,
): void {
  const changes = db
    .prepare<[string, string], Change>(
      'SELECT txn_id AS txnId, seq, before, after FROM change WHERE tbl = ? AND row_id = ?',
    )
    .all(table, id)
  for (const change of changes) {
    txns.add(change.txnId)
    writeChange(db, change, rewrite)
  }
}

interface Change {
  readonly txnId: string
  readonly seq: number
  readonly before: string | null
  readonly after: string
}

function writeChange(db: Database.Database, change: Change, rewrite: (columns: Columns) => Columns): void {
  const rewritten = (json: string): string => JSON.stringify(rewrite(JSON.parse(json)))
  const before = change.before === null ? null : rewritten(change.before)
  const after = rewritten(change.after)
  if (before === change.before && after === change.after) return
  db.prepare('UPDATE change SET before = ?, after = ? WHERE txn_id = ? AND seq = ?').run(
    before,
    after,
    change.txnId,
    change.seq,
  )
}

/** Rows in whose history a text stands, now or in the past. */
export function rowsHolding(db: Database.Database, needle: string): RowName[] {
  const escaped = JSON.stringify(needle).slice(1, -1)
  return db
    .prepare<{ escaped: string }, RowName>(
      `SELECT DISTINCT tbl AS "table", row_id AS id FROM change
       WHERE instr(after, @escaped) OR instr(coalesce(before, ''), @escaped)`,
    )
    .all({ escaped })
}

function rewriteEverywhere(db: Database.Database, needle: string, replace: (text: string) => string): void {
  const escaped = JSON.stringify(needle).slice(1, -1)
  const changes = db
    .prepare<{ escaped: string }, Change>(
      `SELECT txn_id AS txnId, seq, before, after FROM change
       WHERE instr(after, @escaped) OR instr(coalesce(before, ''), @escaped)`,
    )
    .all({ escaped })
  for (const change of changes) writeChange(db, change, (columns) => mapTexts(columns, replace))
}

function rewriteLabel(db: Database.Database, txnId: string, replace: (text: string) => string): void {
  for (const [table, column, key] of [
    ['txn', 'label', 'id'],
    ['command_receipt', 'reply', 'txn_id'],
  ] as const) {
    const json = db
      .prepare<[string], string>(`SELECT ${column} FROM ${table} WHERE ${key} = ?`)
      .pluck()
      .get(txnId)
    if (json === undefined) continue
    const redacted = JSON.stringify(mapJson(JSON.parse(json), replace))
    if (redacted !== json)
      db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`).run(redacted, txnId)
  }
}

/** Drafts and lists of recent places on this laptop. */
function rewriteLocal(db: Database.Database, { inRow, everywhere }: Redaction): void {
  const rows = db.prepare<[], { key: string; json: string }>('SELECT key, json FROM local_state').all()
  for (const { key, json } of rows) {
    const redacted = everywhere(inRow(json))
    if (redacted !== json) db.prepare('UPDATE local_state SET json = ? WHERE key = ?').run(redacted, key)
  }
}

const mapTexts = (columns: Columns, replace: (text: string) => string): Columns =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, mapJson(value, replace)]))

function mapJson(value: Json, replace: (text: string) => string): Json {
  if (typeof value === 'string') return replace(value)
  if (Array.isArray(value)) return value.map((one: Json) => mapJson(one, replace))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapJson(one, replace)]))
  return value
}
