import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import {
  MAX_PART_BYTES,
  MAX_PARTS,
  MAX_RATIO,
  MAX_TOTAL_BYTES,
  RATIO_MATTERS_FROM_BYTES,
  unreadable,
} from './limits.ts'

/** A zip archive whose directory was checked: names are lower case, `/`-separated. */
export interface Archive {
  readonly names: readonly string[]
  /** A part unpacked, or undefined where there is none. @throws FILE_UNREADABLE truncated, zipBomb */
  read(name: string): Promise<Buffer | undefined>
}

interface Entry {
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const MAX_COMMENT_BYTES = 65_535
const STORED = 0
const DEFLATED = 8

const inflate = promisify(inflateRaw)

/**
 * Opens a zip archive. Nothing is unpacked yet: what the directory declares is checked here, and that the parts keep
 * to it when they are read.
 * @throws FILE_UNREADABLE truncated, zipBomb, password
 */
export function openArchive(bytes: Buffer): Archive {
  const entries = readDirectory(bytes)
  checkDeclaredSizes([...entries.values()])
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name.toLowerCase())
      return entry && unpack(bytes, entry)
    },
  }
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > MAX_PARTS) throw unreadable('zipBomb', `${count} files`)
  const entries = new Map<string, Entry>()
  for (let i = 0; i < count; i += 1) {
    if (at + ENTRY_BYTES > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw unreadable('truncated')
    if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw unreadable('password')
    const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28)
    const name = bytes
      .toString('utf8', at + ENTRY_BYTES, nameEnd)
      .replaceAll('\\', '/')
      .toLowerCase()
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** The end record lies at the very end, before a comment; a file cut off has none. */
function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES)
  for (let at = bytes.length - END_BYTES; at >= lowest; at -= 1)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  throw unreadable('truncated')
}

function checkDeclaredSizes(entries: readonly Entry[]): void {
  let total = 0
  for (const { packed, unpacked } of entries) {
    total += unpacked
    const bloated = unpacked > RATIO_MATTERS_FROM_BYTES && unpacked > packed * MAX_RATIO
    if (unpacked > MAX_PART_BYTES || bloated) throw unreadable('zipBomb', megabytes(unpacked))
  }
  if (total > MAX_TOTAL_BYTES) throw unreadable('zipBomb', megabytes(total))
}

async function unpack(bytes: Buffer, entry: Entry): Promise<Buffer> {
  if (entry.offset + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL_ENTRY)
    throw unreadable('truncated')
  const start =
    entry.offset + LOCAL_BYTES + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  if (start + entry.packed > bytes.length) throw unreadable('truncated')
  const packed = bytes.subarray(start, start + entry.packed)
  const unpacked = await inflated(packed, entry)
  if (unpacked.length !== entry.unpacked || crc32(unpacked) !== entry.crc) throw unreadable('truncated')
  return unpacked
}

/** Unpacks no more than the directory declared: a part that lies about its size is a bomb. */
async function inflated(packed: Buffer, entry: Entry): Promise<Buffer> {
  if (entry.method === STORED) return packed
  if (entry.method !== DEFLATED) throw unreadable('truncated')
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, entry.unpacked) })
  } catch (error) {
    const outgrown = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw outgrown ? unreadable('zipBomb', `> ${megabytes(entry.unpacked)}`) : unreadable('truncated')
  }
}

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1_048_576))} MB`
