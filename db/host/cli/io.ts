import { randomBytes } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Language } from '../../terms/language.ts'
import type { Build } from '../http.ts'
import { type CliWord, say } from './words.ts'

/** The command line's surroundings: a parameter so that commands can be tested without a process. */
export interface Io {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** everything on stdin; empty where there is none */
  readonly stdin: () => Promise<string>
  readonly env: Readonly<Record<string, string | undefined>>
  /** relative paths are meant from here */
  readonly folder: string
  readonly appVersion: string
  /** pages and engine, built first where needed */
  readonly build: () => Promise<Build>
  /** resolves when the user or the system asks to end */
  readonly ended: () => Promise<void>
}

/** 0 done · 1 the engine refused or failed, or data isn't whole · 2 wrong usage or bad input. */
export type ExitCode = 0 | 1 | 2

/** What each command is given. */
export interface CommandCall {
  readonly io: Io
  readonly language: Language
  readonly options: Readonly<Record<string, string | undefined>>
  readonly rest: readonly string[]
}

/** Wrong usage or bad input: printed as it stands, exit 2. */
export class UsageError extends Error {
  readonly word: CliWord
  readonly params: Readonly<Record<string, string | number>>

  constructor(word: CliWord, params: Readonly<Record<string, string | number>> = {}) {
    super(word)
    this.name = 'UsageError'
    this.word = word
    this.params = params
  }

  /** Its text. */
  text(language: Language): string {
    return say(language, this.word, this.params)
  }
}

const reasonOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** An option that must be there. */
export function needed(call: CommandCall, option: string): string {
  const value = call.options[option]
  if (!value) throw new UsageError('missingOption', { option })
  return value
}

/** A file named on the command line, with its base name. */
export async function fileAt(io: Io, path: string): Promise<File> {
  try {
    const bytes = await readFile(resolve(io.folder, path))
    return new File([new Uint8Array(bytes)], basename(path))
  } catch (error) {
    throw new UsageError('fileMissing', { file: path, detail: reasonOf(error) })
  }
}

const statOf = (path: string): Promise<BigIntStats | null> => stat(path, { bigint: true }).catch(() => null)

/** Refuses a result that would replace an input (by whatever name or link) or something that is no ordinary file. */
export async function refuseTarget(io: Io, path: string, inputs: readonly string[]): Promise<void> {
  const target = await statOf(resolve(io.folder, path))
  if (target === null) return
  if (!target.isFile()) throw new UsageError('notAFile', { file: path })
  const others = await Promise.all(inputs.map((input) => statOf(resolve(io.folder, input))))
  if (others.some((other) => other?.ino === target.ino && other.dev === target.dev))
    throw new UsageError('overInput', { file: path })
}

/** Writes a result whole or not at all: next to its place first, then renamed over it; a link stays one. */
export async function writeWhole(io: Io, path: string, content: Blob): Promise<void> {
  await refuseTarget(io, path, [])
  const asked = resolve(io.folder, path)
  const target = await realpath(asked).catch(() => asked)
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}`)
  try {
    await writeFile(draft, new Uint8Array(await content.arrayBuffer()))
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true })
    throw new UsageError('cannotWrite', { file: path, detail: reasonOf(error) })
  }
}
