import Database from 'better-sqlite3'
import { migrations } from '../migrations/steps.ts'
import { sharedTables } from '../tables.ts'
import { backupBeforeMigration } from './backup.ts'
import { backupFolder } from './backupFiles.ts'
import { claimFolder, folderFailure } from './claim.ts'
import type { Derived } from './derived.ts'
import { deviceOf } from './device.ts'
import { asWriteFailure, OpenFailure, Refusal } from './errors.ts'
import { completePartial, databaseIn, dropLeftovers, dropPartial, partialOf } from './files.ts'
import { inspectFolder } from './inspect.ts'
import { Kernel } from './kernel.ts'
import { openLog } from './log.ts'
import { migrate, needsMigration, schemaVersion } from './migrate.ts'
import type { Schema } from './schema.ts'

/** The tables and steps of this program. */
export const currentSchema: Schema = { steps: migrations, sharedTables }

/** Where and how to open. */
export interface OpenOptions {
  readonly dataFolder: string
  readonly appVersion: string
  /** milliseconds since 1970 */
  readonly now?: () => number
  /** the name that history shows for this laptop's user */
  readonly actor?: (db: Database.Database) => string
  /** what is kept up to date with every write */
  readonly derived?: Derived
  /** what the file is brought to; tests of migrations open with older and newer ones */
  readonly schema?: Schema
}

/** 32 MB: a bulk write stays in memory until it commits instead of spilling into the -wal page by page. */
const CACHE_KIB = 32_000
/**
 * About 32 MB of -wal before a commit folds it into the file by itself; the engine folds it in quiet moments
 * (upkeep.ts), so that people rarely wait for it. Reading that much back after a crash takes a fraction of a second.
 */
const CHECKPOINT_PAGES = 8_000

/** What a large import leaves of the -wal's file, once folded in. */
const LARGEST_LOG_BYTES = 32_000_000

/** Settings that every connection needs; an acknowledged write survives a power cut. */
export function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('recursive_triggers = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('busy_timeout = 2000')
  // SQLite keeps a journal of each statement that has triggers: in a file it was half of a bulk write
  db.pragma('temp_store = MEMORY')
  db.pragma(`cache_size = -${CACHE_KIB}`)
  db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  db.pragma(`journal_size_limit = ${LARGEST_LOG_BYTES}`)
}

/** Opens a database file with the settings of {@link configure}. */
export function connect(file: string): Database.Database {
  const db = new Database(file, { fileMustExist: true })
  try {
    configure(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Opens a data folder's database, making or migrating it, and holds the folder until `kernel.close()`.
 * @throws OpenFailure; nothing was changed
 */
export function openKernel(options: OpenOptions): Kernel {
  const {
    dataFolder,
    appVersion,
    now = Date.now,
    actor = () => '',
    schema = currentSchema,
    derived,
  } = options
  const claim = claimFolder(dataFolder)
  let db: Database.Database | undefined
  try {
    dropLeftovers(dataFolder)
    dropLeftovers(backupFolder(dataFolder))
    if (inspectFolder(dataFolder, schema) === 'new') createDatabase(dataFolder, schema, now)
    db = connect(databaseIn(dataFolder))
    const log = openLog(dataFolder)
    if (needsMigration(db, schema)) {
      backupBeforeMigration(db, { dataFolder, now, log })
      migrate(db, schema, now)
    }
    return new Kernel({
      db,
      dataFolder,
      device: deviceOf(dataFolder),
      appVersion,
      schemaVersion: schemaVersion(db),
      now,
      actor,
      log,
      ...(derived ? { derived } : {}),
      release: () => claim.release(),
    })
  } catch (error) {
    db?.close()
    claim.release()
    throw asOpenFailure(dataFolder, error)
  }
}

/** Builds an empty database aside and then gives it its name: a file of that name was always whole once. */
export function createDatabase(dataFolder: string, schema: Schema, now: () => number): void {
  const file = databaseIn(dataFolder)
  dropPartial(file)
  const db = new Database(partialOf(file))
  try {
    migrate(db, schema, now)
  } finally {
    db.close()
  }
  completePartial(file)
}

function asOpenFailure(dataFolder: string, error: unknown): unknown {
  if (error instanceof OpenFailure) return error
  // a full disk or a folder that changed under us: SQLite and the system say it in many ways
  return asWriteFailure(error) instanceof Refusal ? folderFailure(dataFolder, error) : error
}
