import type Database from 'better-sqlite3'
import type { Touched } from './derived.ts'
import type { TxnId } from './ids.ts'

/** What all transactions of a unit have in common. */
export interface UnitHeader {
  readonly device: string
  readonly actor: string
  readonly schemaVersion: number
  readonly appVersion: string
  readonly source: 'local' | 'import' | 'sample'
}

/** What tells a transaction from all others. */
export interface Stamp {
  readonly id: TxnId
  readonly hlc: string
  readonly deviceSeq: number
}

/** A row of `txn`, as the kernel writes it. */
type TxnRow = UnitHeader &
  Stamp & {
    readonly command: string
    readonly label: string
    readonly undoOf: string | null
    readonly batchId: string | null
  }

export type KernelStatements = ReturnType<typeof kernelStatements>

/** The kernel's own statements, prepared once for each opened file: every write runs most of them. */
export const kernelStatements = (db: Database.Database) => ({
  newestHlc: db.prepare<[], string | null>('SELECT max(hlc) FROM txn').pluck(),
  newestSeq: db.prepare<[string], number | null>('SELECT max(device_seq) FROM txn WHERE device = ?').pluck(),
  receipt: db.prepare<[string], string>('SELECT reply FROM command_receipt WHERE command_id = ?').pluck(),
  keepReceipt: db.prepare<[string, string | null, string, string]>(
    'INSERT INTO command_receipt (command_id, txn_id, reply, at) VALUES (?, ?, ?, ?)',
  ),
  openLog: db.prepare<[string]>(`UPDATE log_state SET mode = 'local', txn_id = ?`),
  closeLog: db.prepare<[]>(`UPDATE log_state SET mode = 'closed', txn_id = NULL`),
  insertTxn: db.prepare<[TxnRow]>(
    `INSERT INTO txn (id, hlc, device, device_seq, actor, command, label, undo_of, base, schema_version, app_version,
       source, batch_id)
     VALUES (@id, @hlc, @device, @deviceSeq, @actor, @command, @label, @undoOf, 0, @schemaVersion, @appVersion,
       @source, @batchId)`,
  ),
  touched: db.prepare<[string, string], Touched>(
    `SELECT tbl, row_id AS rowId, op, after FROM change
     WHERE txn_id = ? AND tbl IN (SELECT value FROM json_each(?)) ORDER BY seq`,
  ),
  logGrowth: db.prepare<
    [string, number],
    { seq: number | null; bytes: number | null; tables: string | null }
  >(
    `SELECT max(seq) AS seq, sum(length(after) + coalesce(length(before), 0)) AS bytes,
       group_concat(DISTINCT tbl) AS tables
     FROM change WHERE txn_id = ? AND seq > ?`,
  ),
})
