/**
 * A refusal that a person can understand: a code of the contract and the data for its text. Services throw it; the
 * router turns it into the typed error of the procedure. Anything else that is thrown is a fault of ours.
 */
export class Refusal extends Error {
  readonly code: string
  readonly data: unknown

  constructor(code: string, data?: unknown) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.data = data
  }
}

/** Why a data folder can't be opened, with what the message needs. */
export type OpenProblem =
  /** another Yushui has it open; pid where known */
  | { readonly code: 'LOCKED_BY_OTHER'; readonly pid: number | null }
  /** written by a newer version */
  | { readonly code: 'NEWER_FILE'; readonly fileVersion: number; readonly appVersion: number }
  /** a migration that was run here differs from the one in this program */
  | { readonly code: 'MIGRATION_EDITED'; readonly step: string }
  /** not a database, or one that fails its check; the last good backup where there is one */
  | {
      readonly code: 'DAMAGED'
      readonly file: string
      readonly detail: string
      readonly lastBackup: string | null
    }
  /** the folder or file can't be written */
  | { readonly code: 'READ_ONLY_FOLDER'; readonly folder: string }
  /** the folder can't be made or is a file */
  | { readonly code: 'BLOCKED_FOLDER'; readonly folder: string; readonly detail: string }
  /** a migration failed and was rolled back; the file is as it was */
  | { readonly code: 'MIGRATION_FAILED'; readonly step: string; readonly detail: string }

/** Thrown by opening; nothing was changed. */
export class OpenFailure extends Error {
  readonly problem: OpenProblem

  constructor(problem: OpenProblem) {
    super(problem.code)
    this.name = 'OpenFailure'
    this.problem = problem
  }
}

/** The `code` of an error of Node or SQLite; empty where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** What an error says, for a message that names the cause. */
export const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What SQLite or the system says when a write can't reach the disk, as NOT_SAVED; other errors come back as they are. */
export function asWriteFailure(error: unknown): unknown {
  const code = codeOf(error)
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code === 'EDQUOT')
    return new Refusal('NOT_SAVED', { reason: 'diskFull' })
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Refusal('NOT_SAVED', { reason: 'readOnly' })
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code === 'EIO')
    return new Refusal('NOT_SAVED', { reason: 'ioError' })
  return error
}
