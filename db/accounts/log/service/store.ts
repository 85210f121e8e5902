import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { asWriteFailure, Refusal } from '../../../kernel/errors.ts'
import { dropLeftovers, partialOf, syncFolder } from '../../../kernel/files.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { cleanFileName } from '../rules/fileNames.ts'
import { LOG_LIMITS } from '../rules/limits.ts'
import { HEAD_BYTES, type MediaType, mediaTypeOf } from '../rules/mediaTypes.ts'

/**
 * Files' contents in the data folder: `attachments/ab/<sha256>`, without an ending, so that no system would run or
 * open one. Content is only ever added: undo and older backups may still name it.
 */
export interface StoredContent {
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: MediaType
}

const FOLDER = 'attachments'
/** Where contents are while they arrive; leftovers of a killed run are removed before the next one arrives. */
const INCOMING = 'incoming'
const SHA256 = /^[0-9a-f]{64}$/

const swept = new WeakSet<Kernel>()

/**
 * Writes a file's content to the store while it arrives, hashing and counting it. What the file says of its size is
 * believed only to refuse it early. @throws Refusal FILE_TOO_LARGE, FILE_BROKEN_OFF, NOT_SAVED
 */
export async function storeContent(kernel: Kernel, file: File): Promise<StoredContent> {
  const name = cleanFileName(file.name)
  const tooLarge = (bytes: number) =>
    new Refusal('FILE_TOO_LARGE', { name, bytes, max: LOG_LIMITS.fileBytes })
  if (file.size > LOG_LIMITS.fileBytes) throw tooLarge(file.size)
  const incoming = partialOf(join(incomingFolder(kernel), uuidv7()))
  try {
    const content = await written(file, incoming, tooLarge)
    if (content.bytes !== file.size) throw new Refusal('FILE_BROKEN_OFF', { name })
    keep(kernel, incoming, content)
    return content
  } catch (error) {
    throw asWriteFailure(error)
  } finally {
    rmSync(incoming, { force: true })
  }
}

async function written(
  file: File,
  path: string,
  tooLarge: (bytes: number) => Refusal,
): Promise<StoredContent> {
  const hash = createHash('sha256')
  const head: number[] = []
  let bytes = 0
  // wx: never through a file or link that somebody laid there
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of file.stream()) {
      bytes += chunk.byteLength
      if (bytes > LOG_LIMITS.fileBytes) throw tooLarge(bytes)
      if (head.length < HEAD_BYTES) head.push(...chunk.subarray(0, HEAD_BYTES - head.length))
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), bytes, mediaType: mediaTypeOf(Uint8Array.from(head)) }
}

/** Gives a whole content its place, unless an equal one lies there. */
function keep(kernel: Kernel, incoming: string, { sha256, bytes }: StoredContent): void {
  const folder = realFolder(join(rootFolder(kernel), sha256.slice(0, 2)))
  const place = join(folder, sha256)
  if (isReal(place, 'file') && lstatSync(place).size === bytes) return
  renameSync(incoming, place)
  syncFolder(folder)
}

/** What is known of a stored content; undefined where it isn't there. */
export function statContent(kernel: Kernel, sha256: string): StoredContent | undefined {
  const handle = openContent(kernel, sha256)
  if (handle === undefined) return undefined
  try {
    const head = new Uint8Array(HEAD_BYTES)
    const read = readSync(handle, head, 0, HEAD_BYTES, 0)
    return { sha256, bytes: fstatSync(handle).size, mediaType: mediaTypeOf(head.subarray(0, read)) }
  } finally {
    closeSync(handle)
  }
}

/** A stored content; 'missing' where it isn't there, 'damaged' where the disk holds something else. */
export function readContent(kernel: Kernel, sha256: string): Uint8Array<ArrayBuffer> | 'missing' | 'damaged' {
  const handle = openContent(kernel, sha256)
  if (handle === undefined) return 'missing'
  try {
    if (fstatSync(handle).size > LOG_LIMITS.fileBytes) return 'damaged'
    const bytes = new Uint8Array(readFileSync(handle))
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : 'damaged'
  } finally {
    closeSync(handle)
  }
}

/** Opens a content, never through a link, and only what is a plain file. */
function openContent(kernel: Kernel, sha256: string): number | undefined {
  if (!SHA256.test(sha256)) return undefined
  const folder = join(kernel.dataFolder, FOLDER, sha256.slice(0, 2))
  const place = join(folder, sha256)
  if (!isReal(folder, 'folder') || !isReal(place, 'file')) return undefined
  return openSync(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
}

/** Whether a path is a folder or file itself and no link. */
function isReal(path: string, what: 'folder' | 'file'): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return (what === 'folder' ? found?.isDirectory() : found?.isFile()) === true
}

/** The store's folder, which a person may have put on another disk by a link of theirs. */
function rootFolder(kernel: Kernel): string {
  const root = join(kernel.dataFolder, FOLDER)
  mkdirSync(root, { recursive: true })
  return realpathSync(root)
}

function incomingFolder(kernel: Kernel): string {
  const folder = realFolder(join(rootFolder(kernel), INCOMING))
  if (!swept.has(kernel)) dropLeftovers(folder)
  swept.add(kernel)
  return folder
}

/** Makes a folder inside the store. One that is a link would lead our writes elsewhere. @throws Refusal NOT_SAVED */
function realFolder(folder: string): string {
  mkdirSync(folder, { recursive: true })
  if (!isReal(folder, 'folder')) throw new Refusal('NOT_SAVED', { reason: 'ioError' })
  return folder
}
