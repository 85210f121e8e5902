import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** About 2,000 faults; the file before it is kept, so at most 4 MB of log in all. */
const LARGEST_LOG_BYTES = 2_000_000

function turnOver(file: string) {
  try {
    if (statSync(file).size > LARGEST_LOG_BYTES) renameSync(file, `${file}.1`)
  } catch {
    // no log yet
  }
}

/**
 * Writes faults of ours to `logs/errors.log` in the data folder and answers with a short id: the user sees only the id,
 * support finds the fault by it. Where the folder can't be written the fault goes to stderr.
 */
export function createErrorLog(dataFolder: string): (error: unknown) => string {
  const folder = join(dataFolder, 'logs')
  const file = join(folder, 'errors.log')
  return (error) => {
    const id = randomBytes(4).toString('hex')
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const cause = error instanceof Error && error.cause !== undefined ? String(error.cause) : undefined
    const line = JSON.stringify({ id, at: new Date().toISOString(), text, cause })
    try {
      mkdirSync(folder, { recursive: true })
      turnOver(file)
      appendFileSync(file, `${line}\n`)
    } catch {
      process.stderr.write(`${line}\n`)
    }
    return id
  }
}
