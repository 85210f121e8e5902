import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The database's name inside the data folder. */
export const DATABASE_FILE = 'yushui.db'

/** What a file is called until it is whole; leftovers of a killed run are removed at the next start. */
const PARTIAL = '.partial'

/** The files that SQLite keeps beside a database: part of it until they are gone. */
export const sideFiles = (file: string): string[] => [`${file}-wal`, `${file}-shm`, `${file}-journal`]

/** The path of the database in a data folder. */
export const databaseIn = (dataFolder: string): string => join(dataFolder, DATABASE_FILE)

/** Where `file` is built before it takes its name. */
export const partialOf = (file: string): string => `${file}${PARTIAL}`

/** Removes a file that is being built, with its side files. */
export function dropPartial(file: string): void {
  for (const path of [partialOf(file), ...sideFiles(partialOf(file))]) rmSync(path, { force: true })
}

/** Removes what a killed run left half built in a folder. */
export function dropLeftovers(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (name.includes(PARTIAL)) rmSync(join(folder, name), { force: true })
}

/** Gives a file that was built under its partial name its own: all of it is on the disk first. */
export function completePartial(file: string): void {
  syncFile(partialOf(file))
  renameSync(partialOf(file), file)
  syncFolder(dirname(file))
}

/** Copies a file to where `target` is built. */
export const copyToPartial = (source: string, target: string): void => copyFileSync(source, partialOf(target))

/** Waits until the disk holds the file. */
function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Waits until the disk holds the folder's list of names. */
export function syncFolder(folder: string): void {
  // Windows can't sync folders; there NTFS journals the rename
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const HEADER = 'SQLite format 3\u0000'
/** The smallest page of SQLite: no database is smaller. */
const SMALLEST_BYTES = 512

/** Whether a file begins like a database: the cheap part of the check. Throws what the system says of reading it. */
export function looksLikeDatabase(file: string): boolean {
  if (statSync(file).size < SMALLEST_BYTES) return false
  const head = Buffer.alloc(HEADER.length)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head, 0, head.length, 0)
  } finally {
    closeSync(handle)
  }
  return head.toString('latin1') === HEADER
}

/** `20251122T123456789Z`: an instant as part of a file name, sortable as text. */
export const stampOf = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:.]/g, '')

/** The instant (ISO-8601 UTC) of a {@link stampOf}. */
export const instantOfStamp = (stamp: string): string =>
  stamp.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\d)(\d{3}Z)$/, '$1-$2-$3:$4:$5.$6')

/** The file's name alone, for messages. */
export const nameOf = (file: string): string => basename(file)
