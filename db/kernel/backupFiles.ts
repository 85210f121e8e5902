import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BackupInfo } from './contract.ts'
import { instantOfStamp, looksLikeDatabase, stampOf } from './files.ts'
import { backupsToKeep } from './retention.ts'

export type BackupReason = BackupInfo['reason']

/** Where a data folder's backups lie. */
export const backupFolder = (dataFolder: string): string => join(dataFolder, 'backups')

/** The path of a backup by the name that lists give. */
export const backupPath = (dataFolder: string, file: string): string => join(backupFolder(dataFolder), file)

const NAME = /^yushui-(\d{8}T\d{9}Z)-([a-z]+)\.db$/

/** A name for a backup made now, which no other has. */
export function newBackupName(dataFolder: string, reason: BackupReason, ms: number): string {
  for (let at = ms; ; at += 1) {
    const name = `yushui-${stampOf(at)}-${reason}.db`
    if (!existsSync(backupPath(dataFolder, name))) return name
  }
}

/**
 * All backups of a folder, newest first, without opening a database: the recovery screen needs them when there is
 * none. What doesn't begin like a database is left out.
 */
export function listBackups(dataFolder: string): BackupInfo[] {
  const folder = backupFolder(dataFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => backupInfo(dataFolder, name) ?? [])
    .sort((a, b) => (a.file < b.file ? 1 : -1))
}

/** A backup by its name; undefined where there is none, or it doesn't begin like a database. */
export function backupInfo(dataFolder: string, name: string): BackupInfo | undefined {
  const [, stamp, reason] = NAME.exec(name) ?? []
  const known = BackupInfo.shape.reason.safeParse(reason)
  if (stamp === undefined || !known.success) return undefined
  const path = backupPath(dataFolder, name)
  try {
    if (!looksLikeDatabase(path)) return undefined
    return { file: name, at: instantOfStamp(stamp), bytes: statSync(path).size, reason: known.data }
  } catch {
    // gone, or it can't be read: no backup to offer, and no reason to hide the others
    return undefined
  }
}

/** Removes the backups that the policy of retention.ts no longer keeps. Call after a new one is safe. */
export function pruneBackups(dataFolder: string): void {
  const backups = listBackups(dataFolder)
  const kept = backupsToKeep(backups)
  for (const backup of backups)
    if (!kept.has(backup)) rmSync(backupPath(dataFolder, backup.file), { force: true })
}
