import type Database from 'better-sqlite3'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'

/** The name and columns of a table, as SQLite knows them. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
}

/** The shape of a drizzle table. */
export function shapeOf(table: SQLiteTable): TableShape {
  const { name, columns } = getTableConfig(table)
  return { name, columns: columns.map((column) => column.name) }
}

/**
 * (Re)creates the triggers that write the change log: no write of a shared table passes without them. They record
 * only the columns that changed, abort outside an open transaction, and refuse to remove a row, since deletion is
 * the column `deleted`. Others keep the log itself as it was written. Table rebuilds drop triggers, so this runs
 * after every migration.
 */
export function createLogTriggers(db: Database.Database, tables: readonly SQLiteTable[]): void {
  for (const table of tables) for (const statement of sharedTriggers(shapeOf(table))) db.exec(statement)
  for (const statement of GUARDS) db.exec(statement)
}

/** Drops what {@link createLogTriggers} made: a migration may rebuild tables. */
export function dropLogTriggers(db: Database.Database): void {
  const names = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'log\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all()
  for (const name of names) db.exec(`DROP TRIGGER "${name}"`)
}

/**
 * Lets `work` rewrite the log inside a transaction: for the lawful erasure of a person, and for nothing else. The
 * guards stand again when it ends, or the transaction is rolled back.
 */
export function withoutGuards(db: Database.Database, work: () => void): void {
  const names = ['log_txn_update', 'log_change_update']
  for (const name of names) db.exec(`DROP TRIGGER ${name}`)
  work()
  for (const statement of GUARDS)
    if (names.some((name) => statement.startsWith(`CREATE TRIGGER ${name} `))) db.exec(statement)
}

/** What a write outside `kernel.write` meets. */
export const CLOSED = 'write outside a transaction of the kernel'

/** The log is written once: only `hub_seq` may be filled in later, when a hub has taken the transaction. */
const GUARDS: readonly string[] = [
  `CREATE TRIGGER log_txn_insert BEFORE INSERT ON txn
    WHEN NOT EXISTS (SELECT 1 FROM log_state WHERE mode <> 'closed') BEGIN SELECT RAISE(ABORT, '${CLOSED}'); END`,
  `CREATE TRIGGER log_txn_update BEFORE UPDATE OF id, hlc, device, device_seq, actor, command, label, undo_of, base,
    schema_version, app_version, source, batch_id ON txn BEGIN SELECT RAISE(ABORT, 'the log is immutable'); END`,
  `CREATE TRIGGER log_txn_delete BEFORE DELETE ON txn BEGIN SELECT RAISE(ABORT, 'the log is immutable'); END`,
  `CREATE TRIGGER log_change_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the log is immutable'); END`,
  `CREATE TRIGGER log_change_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the log is immutable'); END`,
  `CREATE TRIGGER log_log_state_delete BEFORE DELETE ON log_state BEGIN SELECT RAISE(ABORT, 'the log needs its state'); END`,
]

// One statement reads the state once for guard and record: three look-ups a row were a tenth of a bulk write.
function sharedTriggers({ name, columns }: TableShape): string[] {
  const rest = columns.filter((column) => column !== 'id')
  const record = (op: 'insert' | 'update', refusals: string, before: string, after: string) =>
    `INSERT INTO change (txn_id, seq, tbl, row_id, op, before, after)
      SELECT CASE WHEN s.mode = 'closed' THEN RAISE(ABORT, '${CLOSED}') ${refusals} ELSE s.txn_id END,
        (SELECT coalesce(max(seq), 0) + 1 FROM change WHERE txn_id = s.txn_id),
        '${name}', new.id, '${op}', ${before}, ${after}
      FROM log_state s WHERE s.mode <> 'apply';`
  const keepsId = `WHEN old.id IS NOT new.id THEN RAISE(ABORT, 'a row keeps its id')`
  return [
    `CREATE TRIGGER log_${name}_insert AFTER INSERT ON ${name} BEGIN
      ${record('insert', '', 'NULL', wholeRow(columns))}
    END`,
    `CREATE TRIGGER log_${name}_update AFTER UPDATE ON ${name}
      WHEN ${columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')} BEGIN
      ${record('update', keepsId, changedColumns(rest, 'old'), changedColumns(rest, 'new'))}
    END`,
    `CREATE TRIGGER log_${name}_delete BEFORE DELETE ON ${name} BEGIN
      SELECT RAISE(ABORT, 'shared rows are marked deleted, never removed');
    END`,
  ]
}

const wholeRow = (columns: readonly string[]): string =>
  `json_object(${columns.map((column) => `'${column}', new.${column}`).join(', ')})`

// Text put together from the changed columns alone: a fifth faster than json_object of all and json_remove of the rest.
const changedColumns = (columns: readonly string[], side: 'old' | 'new'): string =>
  `'{' || substr(${columns
    .map(
      (column) =>
        `CASE WHEN old.${column} IS new.${column} THEN '' ELSE ',"${column}":' || json_quote(${side}.${column}) END`,
    )
    .join(' || ')}, 2) || '}'`
