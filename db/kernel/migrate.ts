import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { MigrationStep } from '../migrations/steps.ts'
import { createLogTriggers, dropLogTriggers } from './changeLog.ts'
import { OpenFailure } from './errors.ts'
import { type Schema, schemaDifferences, versionOf } from './schema.ts'

/** SHA-256 of a step's SQL: an edited step is refused by name. */
export const hashOf = (step: MigrationStep): string => createHash('sha256').update(step.sql).digest('hex')

/** The schema version of a file: 0 when it is new. */
export const schemaVersion = (db: Database.Database): number =>
  Number(db.pragma('user_version', { simple: true }))

/**
 * Checks that this program can open the file: not from a newer version, no step edited since it ran.
 * @throws OpenFailure NEWER_FILE, MIGRATION_EDITED
 */
export function checkSteps(db: Database.Database, schema: Schema): void {
  const fileVersion = schemaVersion(db)
  const appVersion = versionOf(schema)
  if (fileVersion > appVersion) throw new OpenFailure({ code: 'NEWER_FILE', fileVersion, appVersion })
  if (fileVersion === 0) return
  const ran = db.prepare<[], { version: number; hash: string }>('SELECT version, hash FROM migration').all()
  for (const { version, hash } of ran) {
    const step = schema.steps.find((candidate) => candidate.version === version)
    if (!step || hashOf(step) !== hash)
      throw new OpenFailure({ code: 'MIGRATION_EDITED', step: step?.name ?? String(version) })
  }
}

/** Whether steps are missing in the file, or its triggers are those of an earlier program. */
export const needsMigration = (db: Database.Database, schema: Schema): boolean =>
  schemaVersion(db) < versionOf(schema) || schemaDifferences(db, schema).length > 0

/**
 * Brings a file to the schema: all missing steps, the triggers, and the comparison with a fresh schema in a single
 * transaction, so that a kill or a failure at any point leaves the file as it was. Foreign keys are off outside of it:
 * a table rebuild under `foreign_keys=ON` would delete child rows, and the pragma is ignored inside a transaction.
 * @throws OpenFailure MIGRATION_FAILED; the file is as it was
 */
export function migrate(db: Database.Database, schema: Schema, now: () => number): void {
  const pending = schema.steps.filter((step) => step.version > schemaVersion(db))
  let at = pending[0]?.name ?? schema.steps.at(-1)?.name ?? ''
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      dropLogTriggers(db)
      for (const step of pending) {
        at = step.name
        runStep(db, step, now)
      }
      createLogTriggers(db, schema.sharedTables)
      const differences = schemaDifferences(db, schema)
      if (differences.length > 0)
        throw new Error(`the schema is not as it should be: ${differences.join(', ')}`)
    }).immediate()
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new OpenFailure({ code: 'MIGRATION_FAILED', step: at, detail })
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function runStep(db: Database.Database, step: MigrationStep, now: () => number): void {
  db.exec(step.sql)
  const orphans = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').all()
  if (orphans.length > 0) throw new Error(`${orphans.length} rows of ${orphans[0]?.table} point nowhere`)
  db.prepare('INSERT INTO migration (version, name, hash, applied_at) VALUES (?, ?, ?, ?)').run(
    step.version,
    step.name,
    hashOf(step),
    new Date(now()).toISOString(),
  )
  db.pragma(`user_version = ${step.version}`)
}
