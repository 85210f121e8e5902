import { mkdirSync } from 'node:fs'
import Database from 'better-sqlite3'
import {
  type BackupReason,
  backupFolder,
  backupInfo,
  backupPath,
  listBackups,
  newBackupName,
  pruneBackups,
} from './backupFiles.ts'
import type { BackupInfo } from './contract.ts'
import { asWriteFailure } from './errors.ts'
import { completePartial, dropPartial, partialOf } from './files.ts'
import type { Kernel } from './kernel.ts'
import type { Log } from './log.ts'

/** The folder that a backup is of. */
export interface BackupSource {
  readonly dataFolder: string
  /** milliseconds since 1970 */
  readonly now: () => number
  readonly log: Log
}

/** 16 MB at a time: a small file in one go, a large one in steps between which the engine answers. */
const PAGES_AT_ONCE = 4_000

/**
 * Backs up the data as it is at the end of the call, verified, and removes those that the policy lets go.
 * @throws Refusal NOT_SAVED; no partial file is left
 */
export const backup = (kernel: Kernel, reason: BackupReason): Promise<BackupInfo> =>
  kernel.oneAtATime(() => backupNow(kernel, reason))

/** The same inside {@link Kernel.oneAtATime}. */
export async function backupNow(kernel: Kernel, reason: BackupReason): Promise<BackupInfo> {
  // what is written while the copy is made may or may not be in it
  const hlc = kernel.newestHlc()
  const made = newBackup(kernel, reason)
  try {
    made.begin()
    await kernel.db.backup(made.partial, { progress: () => PAGES_AT_ONCE })
    const info = made.complete()
    kernel.backedUp(hlc)
    return info
  } catch (error) {
    throw made.failed(error)
  }
}

/** Backs up a file that is about to be migrated, at once. Throws as {@link backup}. */
export function backupBeforeMigration(db: Database.Database, source: BackupSource): void {
  const made = newBackup(source, 'migration')
  try {
    made.begin()
    db.prepare('VACUUM INTO ?').run(made.partial)
    made.complete()
  } catch (error) {
    throw made.failed(error)
  }
}

/** Tells the kernel what the newest backup of its folder holds, so that quitting unchanged makes no other. */
export function rememberNewestBackup(kernel: Kernel): void {
  const newest = listBackups(kernel.dataFolder)[0]
  if (!newest) return
  let db: Database.Database | undefined
  try {
    db = new Database(backupPath(kernel.dataFolder, newest.file), { readonly: true, fileMustExist: true })
    kernel.backedUp(db.prepare<[], string | null>('SELECT max(hlc) FROM txn').pluck().get() ?? null)
  } catch (error) {
    // unreadable: as if there were none, so that the next one is made soon
    kernel.log.error(error)
  } finally {
    db?.close()
  }
}

/** Where a new backup will lie, and the steps from there to a good one. */
function newBackup({ dataFolder, now, log }: BackupSource, reason: BackupReason) {
  const name = newBackupName(dataFolder, reason, now())
  const file = backupPath(dataFolder, name)
  return {
    partial: partialOf(file),
    begin: () => mkdirSync(backupFolder(dataFolder), { recursive: true }),
    complete(): BackupInfo {
      proveWhole(partialOf(file))
      completePartial(file)
      const info = backupInfo(dataFolder, name)
      if (!info) throw new Error(`the backup ${name} is gone`)
      try {
        pruneBackups(dataFolder)
      } catch (error) {
        // the backup is good; old ones that can't be removed are no reason to say otherwise
        log.error(error)
      }
      return info
    },
    failed(error: unknown): unknown {
      dropPartial(file)
      return asWriteFailure(error)
    },
  }
}

/** Reads every page of a copy, and makes it a file on its own, without -wal. Throws where it isn't whole. */
function proveWhole(file: string): void {
  const db = new Database(file, { fileMustExist: true })
  try {
    db.pragma('journal_mode = DELETE')
    const answer = db.pragma('integrity_check(1)', { simple: true })
    if (answer !== 'ok') throw new Error(`the copy is not whole: ${String(answer)}`)
  } finally {
    db.close()
  }
}
