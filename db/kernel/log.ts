import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The log of faults and slow moments of a data folder, for support. */
export interface Log {
  /** Writes a fault of ours and answers with the id under which it stands there: the user sees only the id. */
  error(error: unknown): string
  /** Writes what took longer than {@link SLOW_MS}; nothing otherwise. */
  slow(what: string, ms: number): void
}

/** People feel a command that takes longer than this. */
export const SLOW_MS = 300

/** About 2,000 faults; the file before it is kept, so at most 4 MB of log in all. */
const LARGEST_BYTES = 2_000_000

/** Only what a fault says and where: never a row's content, which a person might send along without knowing. */
export function openLog(dataFolder: string): Log {
  const folder = join(dataFolder, 'logs')
  const file = join(folder, 'yushui.log')
  const write = (entry: Readonly<Record<string, unknown>>): void => {
    const line = `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`
    try {
      mkdirSync(folder, { recursive: true })
      turnOver(file)
      appendFileSync(file, line)
    } catch {
      // a full disk must not hide the fault, nor become another one
      process.stderr.write(line)
    }
  }
  return {
    error(error) {
      const id = randomBytes(4).toString('hex')
      const cause = error instanceof Error ? error.cause : undefined
      write({ id, text: textOf(error), ...(cause === undefined ? {} : { cause: textOf(cause) }) })
      return id
    },
    slow(what, ms) {
      if (ms >= SLOW_MS) write({ slow: what, ms: Math.round(ms) })
    },
  }
}

/** `EngineContext.logError` of a data folder. */
export const createErrorLog = (dataFolder: string): ((error: unknown) => string) => openLog(dataFolder).error

const textOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

function turnOver(file: string): void {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (bytes > LARGEST_BYTES) renameSync(file, `${file}.1`)
}
