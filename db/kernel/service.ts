import { statSync } from 'node:fs'
import type { EngineContext } from '../context.ts'
import { backup as makeBackup } from './backup.ts'
import { listBackups } from './backupFiles.ts'
import { isWritable } from './claim.ts'
import type { BackupInfo, VerifyReport } from './contract.ts'
import { databaseIn, sideFiles } from './files.ts'
import { currentSchema } from './open.ts'
import { restore as restoreBackup } from './restore.ts'
import { verify as verifyData } from './verify.ts'

/** Where the data lies and how it stands. `fileBytes` counts the write-ahead log too. */
export interface SafetyStatus {
  readonly dataFolder: string
  readonly fileBytes: number
  readonly schemaVersion: number
  readonly appVersion: string
  readonly deviceId: string
  readonly lastBackup: BackupInfo | null
  readonly readOnly: boolean
}

/** Where the data lies and how it stands. */
export function status({ kernel }: EngineContext): SafetyStatus {
  const file = databaseIn(kernel.dataFolder)
  const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return {
    dataFolder: kernel.dataFolder,
    fileBytes: [file, ...sideFiles(file).filter((path) => !path.endsWith('-shm'))].reduce(
      (sum, path) => sum + bytesOf(path),
      0,
    ),
    schemaVersion: kernel.schemaVersion,
    appVersion: kernel.appVersion,
    deviceId: kernel.device,
    lastBackup: listBackups(kernel.dataFolder)[0] ?? null,
    readOnly: !isWritable(kernel.dataFolder),
  }
}

/** Makes a verified backup now. Throws Refusal NOT_SAVED. */
export const backup = ({ kernel }: EngineContext): Promise<BackupInfo> => makeBackup(kernel, 'manual')

/** All backups, newest first. */
export const backups = ({ kernel }: EngineContext): BackupInfo[] => listBackups(kernel.dataFolder)

/** Replaces the data by a backup. Throws Refusal BACKUP_NOT_FOUND, BACKUP_DAMAGED, NOT_SAVED. */
export const restore = (
  { kernel }: EngineContext,
  { file }: { readonly file: string },
): Promise<{ setAside: BackupInfo }> => restoreBackup(kernel, currentSchema, file)

/** Integrity, foreign keys, and whether the log replays to the same rows. */
export const verify = (
  { kernel }: EngineContext,
  _input: unknown,
  { signal }: { readonly signal: AbortSignal | undefined },
): Promise<VerifyReport> => verifyData(kernel, currentSchema.sharedTables, signal)
