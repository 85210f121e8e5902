import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { backupNow } from './backup.ts'
import { backupInfo, backupPath } from './backupFiles.ts'
import type { BackupInfo } from './contract.ts'
import { newDevice } from './device.ts'
import { asWriteFailure, OpenFailure, Refusal } from './errors.ts'
import { completePartial, copyToPartial, databaseIn, dropPartial, partialOf, sideFiles } from './files.ts'
import { problemOf } from './inspect.ts'
import type { Kernel } from './kernel.ts'
import { migrate, needsMigration } from './migrate.ts'
import { connect } from './open.ts'
import type { Schema } from './schema.ts'

/**
 * Replaces the data by a backup, after backing up what is there. The kernel stays the same for those who hold it.
 * @throws Refusal BACKUP_NOT_FOUND, BACKUP_DAMAGED, NOT_SAVED; the data is as it was
 */
export function restore(kernel: Kernel, schema: Schema, file: string): Promise<{ setAside: BackupInfo }> {
  return kernel.oneAtATime(async () => {
    const current = databaseIn(kernel.dataFolder)
    try {
      prepareBackup(kernel.dataFolder, file, schema, kernel.now)
      let setAside = await backupNow(kernel, 'restore')
      // a command that committed while the copy was checked must be in it too
      while (kernel.backupDue) setAside = await backupNow(kernel, 'restore')
      swap(kernel, current)
      return { setAside }
    } catch (error) {
      dropPartial(current)
      throw asWriteFailure(error)
    }
  })
}

/**
 * Lays a verified and migrated copy of a backup beside the database, ready to take its name.
 * @throws Refusal BACKUP_NOT_FOUND, BACKUP_DAMAGED; an error of the disk
 */
export function prepareBackup(dataFolder: string, file: string, schema: Schema, now: () => number): void {
  if (!backupInfo(dataFolder, file)) throw new Refusal('BACKUP_NOT_FOUND')
  const target = databaseIn(dataFolder)
  dropPartial(target)
  copyToPartial(backupPath(dataFolder, file), target)
  if (faultOf(partialOf(target), schema) !== null) throw new Refusal('BACKUP_DAMAGED')
  const db = new Database(partialOf(target), { fileMustExist: true })
  try {
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new Refusal('BACKUP_DAMAGED')
    if (needsMigration(db, schema)) migrate(db, schema, now)
  } finally {
    db.close()
  }
}

/** Why a backup can't be used; one that a newer program made can't be read by this one either. */
function faultOf(file: string, schema: Schema): string | null {
  try {
    return problemOf(file, schema)
  } catch (error) {
    if (error instanceof OpenFailure) return error.message
    throw error
  }
}

function swap(kernel: Kernel, current: string): void {
  // the -wal belongs to the file that goes: folded in and gone before another file takes the name
  const folded = kernel.db.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').get()
  if (folded?.busy !== 0) throw new Error('another connection holds the database')
  kernel.replaceFile(
    () => {
      for (const file of sideFiles(current)) rmSync(file, { force: true })
      completePartial(current)
      return { db: connect(current), device: newDevice(kernel.dataFolder) }
    },
    () => connect(current),
  )
}
