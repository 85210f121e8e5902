import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandId, TxnId } from './ids.ts'

/** What every write carries: an id made by the client, so that a retry after a lost answer is not applied twice. */
export const CommandInput = z.object({ commandId: CommandId })

/** What every write answers with: the transaction that holds it, null when nothing changed. */
export const Written = z.object({ txnId: TxnId.nullable() })

/** Errors that any write can meet. Their texts are in the catalogues under `error.<code>`. */
export const writeErrors = {
  /** the data folder can't be written: full disk, read-only folder; data.reason says which */
  NOT_SAVED: { status: 507, data: z.object({ reason: z.enum(['diskFull', 'readOnly', 'ioError']) }) },
} as const

/** The command as history, undo and toasts know it: a key of the catalogue's `command.*` and what to put into it. */
export const CommandLabel = z.object({
  command: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type CommandLabel = z.infer<typeof CommandLabel>

export const HistoryEntry = z.object({
  txnId: TxnId,
  /** instant, ISO-8601 UTC */
  at: z.string(),
  actor: z.string(),
  label: CommandLabel,
  /** number of row changes in the unit */
  changes: z.int(),
  kind: z.enum(['do', 'undo', 'redo']),
  undone: z.boolean(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** What the next Ctrl+Z and Ctrl+Y would do; null when there is nothing. */
export const UndoState = z.object({ undo: CommandLabel.nullable(), redo: CommandLabel.nullable() })
export type UndoState = z.infer<typeof UndoState>

export const BackupInfo = z.object({
  file: z.string(),
  /** instant, ISO-8601 UTC */
  at: z.string(),
  bytes: z.int(),
  reason: z.enum(['migration', 'import', 'restore', 'hourly', 'quit', 'manual']),
})
export type BackupInfo = z.infer<typeof BackupInfo>

/** One transaction after it committed, for every window: refetch what reads these tables. */
export const CommittedEvent = z.object({
  txnId: TxnId.nullable(),
  commandId: CommandId.nullable(),
  tables: z.array(z.string()),
  label: CommandLabel.nullable(),
  undo: UndoState,
})
export type CommittedEvent = z.infer<typeof CommittedEvent>

const undoErrors = {
  ...writeErrors,
  /** there is nothing left to undo or redo */
  NOTHING_TO_UNDO: { status: 409 },
  /** rows changed since, outside this command; data counts them and names the first table */
  UNDO_CONFLICT: {
    status: 409,
    data: z.object({ label: CommandLabel, conflicts: z.int(), table: z.string() }),
  },
} as const

const Undone = z.object({ txnId: TxnId, label: CommandLabel, tables: z.array(z.string()) })

/** History: undo, redo, the log of commands, and the stream of commits. */
export const history = {
  /** Undoes the newest command that is not undone, as a new transaction (never a rewind of state). */
  undo: oc.input(CommandInput).output(Undone).errors(undoErrors),
  /** Undoes the newest undo. */
  redo: oc.input(CommandInput).output(Undone).errors(undoErrors),
  /** What undo and redo would do now. */
  state: oc.output(UndoState),
  /** Commands, newest first; `before` pages on from an entry. */
  list: oc
    .input(z.object({ before: TxnId.optional(), limit: z.int().min(1).max(500).default(100) }))
    .output(z.object({ entries: z.array(HistoryEntry), more: z.boolean() })),
  /** Every commit from now on, until the caller stops listening. The first event comes at once and has no txn. */
  watch: oc.output(eventIterator(CommittedEvent)),
}

export const VerifyReport = z.object({
  ok: z.boolean(),
  integrity: z.array(z.string()),
  foreignKeys: z.int(),
  /** rows whose replay from the log differs from the table, by table; empty when history replays to the same rows */
  replay: z.array(z.object({ table: z.string(), rows: z.int(), different: z.int() })),
  txns: z.int(),
  changes: z.int(),
})
export type VerifyReport = z.infer<typeof VerifyReport>

/** Safety: backups, restore and proof that the data is whole. */
export const safety = {
  /** Where the data lies and how it stands. */
  status: oc.output(
    z.object({
      dataFolder: z.string(),
      fileBytes: z.int(),
      schemaVersion: z.int(),
      appVersion: z.string(),
      deviceId: z.string(),
      lastBackup: BackupInfo.nullable(),
      readOnly: z.boolean(),
    }),
  ),
  /** Makes a verified backup now. */
  backup: oc.output(BackupInfo).errors(writeErrors),
  /** All good backups, newest first. */
  backups: oc.output(z.array(BackupInfo)),
  /** Replaces the data by a backup, after backing up what is there now. */
  restore: oc
    .input(z.object({ file: z.string() }))
    .output(z.object({ setAside: BackupInfo }))
    .errors({ ...writeErrors, BACKUP_NOT_FOUND: { status: 404 }, BACKUP_DAMAGED: { status: 422 } }),
  /** Integrity, foreign keys, and whether the log replays to the same rows. */
  verify: oc.output(VerifyReport),
}
