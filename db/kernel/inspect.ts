import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { listBackups } from './backupFiles.ts'
import { deviceFile } from './device.ts'
import { codeOf, detailOf, OpenFailure } from './errors.ts'
import { databaseIn, looksLikeDatabase, nameOf, sideFiles } from './files.ts'
import { checkSteps, schemaVersion } from './migrate.ts'
import type { Schema } from './schema.ts'

/**
 * Looks at a data folder's database without changing a byte of it: a read-only connection never folds the -wal into
 * the file. Answers 'new' where there never was one.
 * @throws OpenFailure DAMAGED, NEWER_FILE, MIGRATION_EDITED, BLOCKED_FOLDER
 */
export function inspectFolder(dataFolder: string, schema: Schema): 'new' | 'whole' {
  const file = databaseIn(dataFolder)
  if (!existsSync(file)) {
    // never a silent empty database: a folder that had data and has none now needs a person
    if (hadData(dataFolder)) throw damaged(dataFolder, 'missing')
    return 'new'
  }
  if (!statSync(file).isFile())
    throw new OpenFailure({ code: 'BLOCKED_FOLDER', folder: dataFolder, detail: `${nameOf(file)}: EISDIR` })
  if (!looksLikeDatabase(file)) throw damaged(dataFolder, 'not a database')
  const problem = problemOf(file, schema)
  if (problem !== null) throw damaged(dataFolder, problem)
  return 'whole'
}

/**
 * What is wrong with a database file, null when nothing. Whatever is wrong with the disk or the folder is thrown: a
 * whole file on a full disk must never be taken for a damaged one and replaced by an older backup.
 * @throws OpenFailure NEWER_FILE, MIGRATION_EDITED; an error of SQLite or the system
 */
export function problemOf(file: string, schema: Schema): string | null {
  let db: Database.Database | undefined
  try {
    db = new Database(file, { readonly: true, fileMustExist: true })
    db.pragma('trusted_schema = OFF')
    if (schemaVersion(db) === 0) return 'no schema of Yushui'
    checkSteps(db, schema)
    return firstFault(db.pragma('quick_check(1)', { simple: true }))
  } catch (error) {
    if (DAMAGE.some((code) => codeOf(error).startsWith(code))) return detailOf(error)
    throw error
  } finally {
    db?.close()
  }
}

/** SQLITE_ERROR: a table that every file of ours has is not there. */
const DAMAGE = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_ERROR']

const firstFault = (answer: unknown): string | null => (answer === 'ok' ? null : String(answer))

/** Signs of a database that was here: backups, a write-ahead log with something in it, the laptop's id. */
const hadData = (dataFolder: string): boolean =>
  listBackups(dataFolder).length > 0 ||
  sideFiles(databaseIn(dataFolder)).some((file) => existsSync(file) && statSync(file).size > 0) ||
  existsSync(deviceFile(dataFolder))

const damaged = (dataFolder: string, detail: string): OpenFailure =>
  new OpenFailure({
    code: 'DAMAGED',
    file: databaseIn(dataFolder),
    detail,
    lastBackup: listBackups(dataFolder)[0]?.file ?? null,
  })
