import Database from 'better-sqlite3'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { MigrationStep } from '../migrations/steps.ts'
import { createLogTriggers } from './changeLog.ts'

/** What a file has to look like for this program. */
export interface Schema {
  readonly steps: readonly MigrationStep[]
  /** tables whose writes are logged */
  readonly sharedTables: readonly SQLiteTable[]
}

/** The version that a schema's last step leads to. */
export const versionOf = (schema: Schema): number => schema.steps.at(-1)?.version ?? 0

/**
 * Tables, indices and triggers of a file by name, each as its SQL with blanks evened out. The tables that a full-text
 * index keeps for itself are SQLite's own business, and may look different in another version of it.
 */
export function describeSchema(db: Database.Database): Map<string, string> {
  const rows = db
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql IS NOT NULL
         AND name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')`,
    )
    .all()
  return new Map(rows.map(({ type, name, sql }) => [`${type} ${name}`, sql.replaceAll(/\s+/g, ' ').trim()]))
}

/** A new, empty database with the schema, in memory. Close it after use. */
export function emptyDatabase(schema: Schema): Database.Database {
  const db = new Database(':memory:')
  for (const step of schema.steps) db.exec(step.sql)
  createLogTriggers(db, schema.sharedTables)
  return db
}

/** What each schema comes to, once described: a program's own doesn't change while it runs. */
const described = new WeakMap<Schema, ReadonlyMap<string, string>>()

/** Tables, indices and triggers that a file of the schema has, as {@link describeSchema} tells them. */
function wantedBy(schema: Schema): ReadonlyMap<string, string> {
  const known = described.get(schema)
  if (known) return known
  const fresh = emptyDatabase(schema)
  try {
    const wanted = describeSchema(fresh)
    described.set(schema, wanted)
    return wanted
  } finally {
    fresh.close()
  }
}

/** Where a file departs from the schema, in words such as "missing trigger log_sheet_insert"; empty when nowhere. */
export function schemaDifferences(db: Database.Database, schema: Schema): string[] {
  const wanted = wantedBy(schema)
  const found = describeSchema(db)
  return [
    ...[...wanted.keys()].filter((name) => !found.has(name)).map((name) => `missing ${name}`),
    ...[...found.keys()].filter((name) => !wanted.has(name)).map((name) => `unknown ${name}`),
    ...[...wanted].filter(([name, sql]) => (found.get(name) ?? sql) !== sql).map(([name]) => `other ${name}`),
  ]
}
