import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { shapeOf } from './changeLog.ts'
import type { VerifyReport } from './contract.ts'
import { databaseIn } from './files.ts'
import type { Kernel } from './kernel.ts'

/** Rows between two looks at the rest of the world: some milliseconds. */
const ROWS_AT_ONCE = 2_000

/**
 * Proves that the data is whole: SQLite's own check, foreign keys, the log's numbering, and that the log replays to the
 * rows that are there. Works on a snapshot of its own, so that windows can go on writing.
 * @throws the signal's reason when it aborts
 */
export const verify = (
  kernel: Kernel,
  tables: readonly SQLiteTable[],
  signal?: AbortSignal,
): Promise<VerifyReport> =>
  kernel.oneAtATime(async () => {
    const db = new Database(databaseIn(kernel.dataFolder), { readonly: true, fileMustExist: true })
    try {
      db.exec('BEGIN')
      return await report(db, tables, signal)
    } finally {
      db.close()
    }
  })

async function report(
  db: Database.Database,
  tables: readonly SQLiteTable[],
  signal: AbortSignal | undefined,
): Promise<VerifyReport> {
  const count = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0
  const integrity = [...integrityFaults(db), ...logFaults(db)]
  const foreignKeys = db.prepare('PRAGMA foreign_key_check').all().length
  const replay = await compareWithLog(db, tables, signal)
  return {
    ok: integrity.length === 0 && foreignKeys === 0 && replay.every(({ different }) => different === 0),
    integrity,
    foreignKeys,
    replay,
    txns: count('SELECT count(*) FROM txn'),
    changes: count('SELECT count(*) FROM change'),
  }
}

const integrityFaults = (db: Database.Database): string[] =>
  db
    .prepare<[], string>('PRAGMA integrity_check')
    .pluck()
    .all()
    .filter((line) => line !== 'ok')

/** Changes without a transaction, transactions without changes, and gaps in a device's numbers. */
function logFaults(db: Database.Database): string[] {
  const orphans = db
    .prepare<[], number>('SELECT count(*) FROM change WHERE txn_id NOT IN (SELECT id FROM txn)')
    .pluck()
    .get()
  const empty = db
    .prepare<[], number>(
      'SELECT count(*) FROM txn WHERE NOT EXISTS (SELECT 1 FROM change WHERE txn_id = txn.id AND seq = 1)',
    )
    .pluck()
    .get()
  const gaps = db
    .prepare<[], { device: string; missing: number }>(
      `SELECT device, max(device_seq) - count(DISTINCT device_seq) AS missing FROM txn GROUP BY device
       HAVING missing <> 0 OR count(*) <> count(DISTINCT device_seq)`,
    )
    .all()
  return [
    ...(orphans ? [`log: ${orphans} changes without a transaction`] : []),
    ...(empty ? [`log: ${empty} transactions without changes`] : []),
    ...gaps.map(({ device, missing }) => `log: numbers of ${device} are not 1, 2, 3 … (${missing} missing)`),
  ]
}

type Value = string | number | null
type Row = Record<string, Value>

async function compareWithLog(
  db: Database.Database,
  tables: readonly SQLiteTable[],
  signal: AbortSignal | undefined,
): Promise<VerifyReport['replay']> {
  const pause = breather(signal)
  const replay: VerifyReport['replay'] = []
  // a table at a time: only one table's rows are in memory
  for (const table of tables) {
    const { name, columns } = shapeOf(table)
    const unsaid = defaultsOf(table)
    const fromLog = await replayed(db, name, pause)
    let rows = 0
    let different = 0
    for (const row of db.prepare<[], Row>(`SELECT * FROM "${name}"`).iterate()) {
      rows += 1
      const logged = fromLog.get(String(row.id))
      if (!logged || columns.some((column) => (logged[column] ?? unsaid[column] ?? null) !== row[column]))
        different += 1
      fromLog.delete(String(row.id))
      await pause()
    }
    replay.push({ table: name, rows, different: different + fromLog.size })
  }
  return replay
}

/** What a column holds in rows whose insert was logged before a migration added the column. */
const defaultsOf = (table: SQLiteTable): Row =>
  Object.fromEntries(
    getTableConfig(table).columns.flatMap(({ name, default: value }) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  )

/** A table's rows as its changes make them: per column the highest (hlc, seq), the order in which they come here. */
async function replayed(
  db: Database.Database,
  table: string,
  pause: () => Promise<void>,
): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>()
  const changes = db.prepare<[string], { row_id: string; after: string }>(
    `SELECT c.row_id, c.after FROM change c INDEXED BY change_row JOIN txn t ON t.id = c.txn_id
     WHERE c.tbl = ? ORDER BY t.hlc, c.seq`,
  )
  for (const { row_id, after } of changes.iterate(table)) {
    const columns: Row = JSON.parse(after)
    const row = rows.get(row_id)
    if (row) Object.assign(row, columns)
    else rows.set(row_id, columns)
    await pause()
  }
  return rows
}

function breather(signal: AbortSignal | undefined): () => Promise<void> {
  let rows = 0
  return async () => {
    rows += 1
    if (rows % ROWS_AT_ONCE !== 0) return
    await setImmediate()
    signal?.throwIfAborted()
  }
}
