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
 * the column `deleted`. Table rebuilds drop triggers, so this runs after every migration.
 */
export function createLogTriggers(db: Database.Database, tables: readonly SQLiteTable[]): void {
  for (const table of tables) for (const statement of triggersFor(shapeOf(table))) db.exec(statement)
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

const triggersFor = ({ name, columns }: TableShape): string[] => {
  const guard = `SELECT RAISE(ABORT, 'write outside a transaction of the kernel') FROM log_state WHERE mode = 'closed';`
  const next = `(SELECT coalesce(max(seq), 0) + 1 FROM change WHERE txn_id = s.txn_id)`
  const record = (op: string, before: string, after: string) =>
    `INSERT INTO change (txn_id, seq, tbl, row_id, op, before, after)
      SELECT s.txn_id, ${next}, '${name}', new.id, '${op}', ${before}, ${after} FROM log_state s WHERE s.mode = 'local';`
  return [
    `DROP TRIGGER IF EXISTS log_${name}_insert`,
    `CREATE TRIGGER log_${name}_insert AFTER INSERT ON ${name} BEGIN
      ${guard}
      ${record('insert', 'NULL', wholeRow(columns))}
    END`,
    `DROP TRIGGER IF EXISTS log_${name}_update`,
    `CREATE TRIGGER log_${name}_update AFTER UPDATE ON ${name}
      WHEN ${columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')} BEGIN
      ${guard}
      SELECT RAISE(ABORT, 'a row keeps its id') WHERE old.id IS NOT new.id;
      ${record('update', changedColumns(columns, 'old'), changedColumns(columns, 'new'))}
    END`,
    `DROP TRIGGER IF EXISTS log_${name}_delete`,
    `CREATE TRIGGER log_${name}_delete BEFORE DELETE ON ${name} BEGIN
      SELECT RAISE(ABORT, 'shared rows are marked deleted, never removed');
    END`,
  ]
}

const wholeRow = (columns: readonly string[]): string =>
  `json_object(${columns.map((column) => `'${column}', new.${column}`).join(', ')})`

// json_remove with paths of unchanged columns: twice as fast as aggregating over a union of the columns
const changedColumns = (columns: readonly string[], side: 'old' | 'new'): string =>
  `json_remove(json_object(${columns.map((column) => `'${column}', ${side}.${column}`).join(', ')}), ${columns
    .map((column) => `CASE WHEN old.${column} IS new.${column} THEN '$.${column}' ELSE '$."-"' END`)
    .join(', ')})`
