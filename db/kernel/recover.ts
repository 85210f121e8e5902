import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { listBackups } from './backupFiles.ts'
import { claimFolder } from './claim.ts'
import type { BackupInfo } from './contract.ts'
import { newDevice } from './device.ts'
import { asWriteFailure, Refusal } from './errors.ts'
import { completePartial, databaseIn, dropPartial, nameOf, sideFiles, stampOf, syncFolder } from './files.ts'
import { createDatabase, currentSchema } from './open.ts'
import { prepareBackup } from './restore.ts'

/** What a way out of a damaged folder did. */
export interface Recovered {
  /** the backup that is in place now; null for an empty database */
  readonly restored: BackupInfo | null
  /** where the damaged files lie now, inside the data folder; nothing is ever deleted */
  readonly setAside: readonly string[]
}

/**
 * Puts a backup in the place of a damaged database, without opening that: the one asked for, or the newest that is
 * whole. The damaged files are set aside first.
 * @throws Refusal BACKUP_NOT_FOUND, BACKUP_DAMAGED, NOT_SAVED; OpenFailure LOCKED_BY_OTHER … Nothing was changed.
 */
export function recoverFromBackup(
  dataFolder: string,
  file?: string,
  now: () => number = Date.now,
): Recovered {
  return alone(dataFolder, () => {
    const restored = prepareNewestWhole(dataFolder, file, now)
    const aside = setAside(dataFolder, now)
    completePartial(databaseIn(dataFolder))
    newDevice(dataFolder)
    return { restored, setAside: aside }
  })
}

/**
 * Starts with an empty database, the damaged one set aside: the last way out, only where no backup is whole or a
 * person wants it so. Throws as {@link recoverFromBackup}.
 */
export function startAnew(dataFolder: string, now: () => number = Date.now): Recovered {
  return alone(dataFolder, () => {
    const aside = setAside(dataFolder, now)
    createDatabase(dataFolder, currentSchema, now)
    newDevice(dataFolder)
    return { restored: null, setAside: aside }
  })
}

/** Moves the database with all that belongs to it into `set-aside/<instant>/`. Answers with the paths inside the folder. */
function setAside(dataFolder: string, now: () => number): string[] {
  const file = databaseIn(dataFolder)
  const found = [file, ...sideFiles(file)].filter((path) => existsSync(path))
  if (found.length === 0) return []
  const place = freePlace(dataFolder, now())
  mkdirSync(join(dataFolder, place), { recursive: true })
  // the database first: without its -wal it could pass for a whole but older one, should this be cut short
  for (const path of found) renameSync(path, join(dataFolder, place, nameOf(path)))
  syncFolder(join(dataFolder, place))
  return found.map((path) => join(place, nameOf(path)))
}

function freePlace(dataFolder: string, ms: number): string {
  const place = join('set-aside', stampOf(ms))
  return existsSync(join(dataFolder, place)) ? freePlace(dataFolder, ms + 1) : place
}

function prepareNewestWhole(dataFolder: string, wanted: string | undefined, now: () => number): BackupInfo {
  const candidates = listBackups(dataFolder).filter(({ file }) => wanted === undefined || file === wanted)
  for (const candidate of candidates) {
    try {
      prepareBackup(dataFolder, candidate.file, currentSchema, now)
      return candidate
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  throw new Refusal(wanted !== undefined && candidates.length > 0 ? 'BACKUP_DAMAGED' : 'BACKUP_NOT_FOUND')
}

function alone<T>(dataFolder: string, work: () => T): T {
  const claim = claimFolder(dataFolder)
  try {
    return work()
  } catch (error) {
    dropPartial(databaseIn(dataFolder))
    throw asWriteFailure(error)
  } finally {
    claim.release()
  }
}
