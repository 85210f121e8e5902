import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrations } from '../migrations/steps.ts'
import { sharedTables } from '../tables.ts'
import { createLogTriggers, dropLogTriggers } from './changeLog.ts'
import { deviceOf } from './device.ts'
import { Kernel } from './kernel.ts'
import { checkSteps, pendingSteps, runStep, schemaVersion } from './migrate.ts'

/** The database's name inside the data folder. */
export const DATABASE_FILE = 'yushui.db'

/** Where and how to open. */
export interface OpenOptions {
  readonly dataFolder: string
  readonly appVersion: string
  /** milliseconds since 1970 */
  readonly now?: () => number
  /** the name that history shows for this laptop's user */
  readonly actor?: (db: Database.Database) => string
}

/** Settings that every connection needs; an acknowledged write survives a power cut. */
export function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('recursive_triggers = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('busy_timeout = 2000')
}

/** Opens a data folder's database, making or migrating it. Throws OpenFailure. */
export function openKernel(options: OpenOptions): Kernel {
  const { dataFolder, appVersion, now = Date.now, actor = () => '' } = options
  mkdirSync(dataFolder, { recursive: true })
  const db = new Database(join(dataFolder, DATABASE_FILE))
  configure(db)
  checkSteps(db, migrations)
  const pending = pendingSteps(db, migrations)
  if (pending.length > 0) {
    dropLogTriggers(db)
    for (const step of pending) runStep(db, step, now)
    createLogTriggers(db, sharedTables)
  }
  return new Kernel({
    db,
    device: deviceOf(dataFolder),
    appVersion,
    schemaVersion: schemaVersion(db),
    now,
    actor: () => actor(db),
  })
}
