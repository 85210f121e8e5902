import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { MigrationStep } from '../migrations/steps.ts'
import { OpenFailure } from './errors.ts'

/** SHA-256 of a step's SQL: an edited step is refused by name. */
export const hashOf = (step: MigrationStep): string => createHash('sha256').update(step.sql).digest('hex')

/** The schema version of a file: 0 when it is new. */
export const schemaVersion = (db: Database.Database): number =>
  Number(db.pragma('user_version', { simple: true }))

/**
 * Checks that this program can open the file: not from a newer version, no step edited since it ran.
 * @throws OpenFailure NEWER_FILE, MIGRATION_EDITED
 */
export function checkSteps(db: Database.Database, steps: readonly MigrationStep[]): void {
  const fileVersion = schemaVersion(db)
  const appVersion = steps.at(-1)?.version ?? 0
  if (fileVersion > appVersion) throw new OpenFailure({ code: 'NEWER_FILE', fileVersion, appVersion })
  if (fileVersion === 0) return
  const ran = db.prepare<[], { version: number; hash: string }>('SELECT version, hash FROM migration').all()
  for (const { version, hash } of ran) {
    const step = steps.find((candidate) => candidate.version === version)
    if (!step || hashOf(step) !== hash)
      throw new OpenFailure({ code: 'MIGRATION_EDITED', step: step?.name ?? String(version) })
  }
}

/** The steps that the file still needs. */
export const pendingSteps = (db: Database.Database, steps: readonly MigrationStep[]): MigrationStep[] => {
  const version = schemaVersion(db)
  return steps.filter((step) => step.version > version)
}

/**
 * Runs one step in a transaction of its own, with foreign keys off outside of it: a table rebuild under
 * `foreign_keys=ON` would delete child rows, and the pragma is ignored inside a transaction.
 * @throws OpenFailure MIGRATION_FAILED; the file is as it was
 */
export function runStep(db: Database.Database, step: MigrationStep, now: () => number): void {
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
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
    }).immediate()
  } catch (error) {
    throw new OpenFailure({
      code: 'MIGRATION_FAILED',
      step: step.name,
      detail: error instanceof Error ? error.message : String(error),
    })
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
