import type Database from 'better-sqlite3'
import type { Tx } from '../../kernel/unit.ts'

/** Columns of a new row; those not given, or undefined, keep their default. */
export type NewRow = Readonly<Record<string, string | number | null | undefined>>

/** Inserts rows of any table inside a command, with one prepared statement for each set of columns. */
export function rowInserter(tx: Tx): (table: string, row: NewRow) => void {
  const statements = new Map<string, Database.Statement>()
  return (table, row) => {
    const columns = Object.keys(row).filter((column) => row[column] !== undefined)
    const sql = `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
    const known = statements.get(sql)
    const statement = known ?? tx.db.prepare(sql)
    if (!known) statements.set(sql, statement)
    statement.run(...columns.map((column) => row[column]))
  }
}
