import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { codeOf, detailOf, OpenFailure } from './errors.ts'
import { databaseIn, sideFiles } from './files.ts'

/** A data folder that this process alone may write, until it lets go. */
export interface Claim {
  release(): void
}

/**
 * Makes the folder where needed and takes it for this process. The lock is SQLite's own exclusive lock on an empty
 * file: the system drops it with the process, so SIGKILL or a power cut leave nothing stale behind.
 * @throws OpenFailure BLOCKED_FOLDER, READ_ONLY_FOLDER, LOCKED_BY_OTHER
 */
export function claimFolder(dataFolder: string): Claim {
  makeFolder(dataFolder)
  checkWritable(dataFolder)
  const lock = lockFile(dataFolder)
  try {
    // for the other's message only; who holds the lock is decided above
    writeFileSync(pidFile(dataFolder), String(process.pid))
  } catch (error) {
    lock.close()
    throw folderFailure(dataFolder, error)
  }
  return { release: () => lock.close() }
}

/** Whether the folder and the database in it can be written now. */
export function isWritable(dataFolder: string): boolean {
  try {
    checkWritable(dataFolder)
    return true
  } catch {
    return false
  }
}

const pidFile = (dataFolder: string): string => join(dataFolder, 'lock.pid')

function makeFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true })
  } catch (error) {
    // Node says ENOENT where the parent is on a read-only disk: ask the parent itself
    checkAccess(dataFolder, nearestParent(dataFolder))
    throw folderFailure(dataFolder, error)
  }
  if (!statSync(dataFolder).isDirectory())
    throw new OpenFailure({ code: 'BLOCKED_FOLDER', folder: dataFolder, detail: 'ENOTDIR' })
}

function nearestParent(path: string): string {
  const parent = dirname(path)
  return existsSync(parent) || parent === path ? parent : nearestParent(parent)
}

function checkWritable(dataFolder: string): void {
  const database = databaseIn(dataFolder)
  for (const path of [dataFolder, database, ...sideFiles(database)]) checkAccess(dataFolder, path)
}

function checkAccess(dataFolder: string, path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw folderFailure(dataFolder, error)
  }
}

function lockFile(dataFolder: string): Database.Database {
  let lock: Database.Database | undefined
  try {
    lock = new Database(join(dataFolder, 'lock.db'), { timeout: 0 })
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    if (codeOf(error).startsWith('SQLITE_BUSY'))
      throw new OpenFailure({ code: 'LOCKED_BY_OTHER', pid: readPid(dataFolder) })
    // Windows tells a folder's permissions only here
    if (codeOf(error).startsWith('SQLITE_CANTOPEN'))
      throw new OpenFailure({ code: 'READ_ONLY_FOLDER', folder: dataFolder })
    throw folderFailure(dataFolder, error)
  }
}

function readPid(dataFolder: string): number | null {
  try {
    const pid = Number(readFileSync(pidFile(dataFolder), 'utf8'))
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}

const READ_ONLY = ['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY']

/** What the system says of a folder that can't be used, as a refusal. */
export function folderFailure(folder: string, error: unknown): OpenFailure {
  const code = codeOf(error)
  if (READ_ONLY.some((known) => code.startsWith(known)))
    return new OpenFailure({ code: 'READ_ONLY_FOLDER', folder })
  return new OpenFailure({ code: 'BLOCKED_FOLDER', folder, detail: code || detailOf(error) })
}
