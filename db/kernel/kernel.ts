import type Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { type Clock, clockAfter } from './clock.ts'
import { CommitFeed } from './commitFeed.ts'
import type { Derived } from './derived.ts'
import { asWriteFailure } from './errors.ts'
import type { TxnId } from './ids.ts'
import { TxnId as TxnIdSchema } from './ids.ts'
import type { Log } from './log.ts'
import { type KernelStatements, kernelStatements, type Stamp, type UnitHeader } from './statements.ts'
import { UndoStacks } from './undoStacks.ts'
import { type Command, type Tx, Unit } from './unit.ts'

/** Part of the kernel's face: services write with them. */
export type { Command, Tx }

/** What a command leaves behind, with the unit that holds it; null when it changed nothing. */
export type Outcome<T> = T & { txnId: TxnId | null }

/** What the kernel needs to know of where it runs. */
export interface KernelSettings {
  readonly db: Database.Database
  readonly dataFolder: string
  readonly device: string
  readonly appVersion: string
  readonly schemaVersion: number
  readonly now: () => number
  /** the name that history shows for this laptop's user */
  readonly actor: (db: Database.Database) => string
  readonly log: Log
  /** what is kept up to date with every write; absent where nothing is */
  readonly derived?: Derived
  /** lets go of the data folder */
  readonly release: () => void
}

/** What changes when another file takes the place of the database: all that was read from the old one. */
interface OpenFile {
  readonly db: Database.Database
  readonly device: string
  readonly statements: KernelStatements
  readonly clock: Clock
  readonly undoStacks: UndoStacks
  deviceSeq: number
}

/** The only writer: every write is a transaction with a name, logged by triggers, answered once for each command. */
export class Kernel {
  readonly dataFolder: string
  readonly appVersion: string
  readonly schemaVersion: number
  readonly now: () => number
  readonly log: Log
  readonly feed: CommitFeed
  private readonly settings: KernelSettings
  private file: OpenFile
  private tail: Promise<unknown> = Promise.resolve()
  private hlcBackedUp: string | null = null
  private closed = false

  constructor(settings: KernelSettings) {
    this.settings = settings
    this.dataFolder = settings.dataFolder
    this.appVersion = settings.appVersion
    this.schemaVersion = settings.schemaVersion
    this.now = settings.now
    this.log = settings.log
    this.feed = new CommitFeed((error) => this.log.error(error))
    this.file = this.openFile(settings.db, settings.device, null)
  }

  /** The open database, for reading. A restore replaces it: take it anew for each call, keep no statement across. */
  get db(): Database.Database {
    return this.file.db
  }

  /** The id of this laptop's data folder; a restore gives it a new one. */
  get device(): string {
    return this.file.device
  }

  get undoStacks(): UndoStacks {
    return this.file.undoStacks
  }

  /** The name that history shows for this laptop's user. */
  actorName(): string {
    return this.settings.actor(this.db)
  }

  /** The newest clock reading in the file; null while there is no history. */
  newestHlc(): string | null {
    return this.file.statements.newestHlc.get() ?? null
  }

  /**
   * Runs a command in one SQLite transaction. Sent again with the same id, it is not run but answered as before.
   * @throws whatever `work` throws, after rolling back; Refusal NOT_SAVED when the disk can't take it
   */
  write<T extends object>(command: Command, work: (tx: Tx) => T): Outcome<T> {
    const { db, statements } = this.file
    if (db.inTransaction) throw new Error(`${command.label.command} inside another write`)
    const before: Outcome<T> | undefined = parsed(statements.receipt.get(command.commandId))
    if (before) return before
    const started = performance.now()
    const seqBefore = this.file.deviceSeq
    const unit = new Unit(db, statements, command, this.header(command), () => this.nextStamp())
    let reply: Outcome<T>
    try {
      db.exec('BEGIN IMMEDIATE')
      unit.open()
      const value = work(unit)
      if (value instanceof Promise) throw new Error(`${command.label.command} would go on after its commit`)
      const { txnId, deviceSeq, hlc } = unit.close()
      const { derived } = this.settings
      if (derived && hlc !== null) derived.update(db, unit.touched(derived.sources), hlc)
      reply = { ...value, txnId }
      statements.keepReceipt.run(command.commandId, txnId, JSON.stringify(reply), unit.now)
      db.exec('COMMIT')
      this.file.deviceSeq = deviceSeq ?? seqBefore
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      this.file.deviceSeq = seqBefore
      throw asWriteFailure(error)
    }
    this.log.slow(`command ${command.label.command}`, performance.now() - started)
    if (reply.txnId !== null) this.tell(command, reply.txnId, unit.tables)
    return reply
  }

  /** Writes local tables (settings, window state), which are neither logged nor undone. */
  writeLocal<T>(work: (db: Database.Database) => T): T {
    try {
      return this.db.transaction(() => work(this.db)).immediate()
    } catch (error) {
      throw asWriteFailure(error)
    }
  }

  /** Backups, checks and restores wait for each other: none may see the file swapped under it. */
  oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.tail.then(() => {
      if (this.closed) throw new Error('the data folder is closed')
      return work()
    })
    this.tail = mine.catch(() => {})
    return mine
  }

  /** Whether the newest transaction is in no backup that this run knows of. */
  get backupDue(): boolean {
    const newest = this.newestHlc()
    return newest !== null && newest !== this.hlcBackedUp
  }

  /** Remembers that everything up to `hlc` is in a backup. */
  backedUp(hlc: string | null): void {
    this.hlcBackedUp = hlc
  }

  /**
   * Puts another file under the kernel: closes the database, lets `swap` replace it, and goes on with what it opens.
   * The clock goes on after both files. Every window is told to read everything again. When `swap` fails it must have
   * left a database that `reopen` can open.
   */
  replaceFile(swap: () => { db: Database.Database; device: string }, reopen: () => Database.Database): void {
    const { device } = this.file
    const newest = this.newestHlc()
    this.file.db.close()
    try {
      const next = swap()
      this.file = this.openFile(next.db, next.device, newest)
    } catch (error) {
      this.file = this.openFile(reopen(), device, newest)
      throw error
    }
    this.feed.tell({ txnId: null, commandId: null, tables: [], label: null, undo: this.undoStacks.state() })
  }

  /**
   * Rewrites the file so that nothing of what was deleted or redacted is left in it or in the -wal, and lets undo read
   * its labels anew. Takes seconds for a large file. @throws Refusal NOT_SAVED when the disk can't take it
   */
  compact(): Promise<void> {
    return this.oneAtATime(async () => {
      try {
        this.db.exec('VACUUM')
        this.db.pragma('wal_checkpoint(TRUNCATE)')
      } catch (error) {
        throw asWriteFailure(error)
      }
      this.file = { ...this.file, undoStacks: UndoStacks.of(this.db) }
    })
  }

  /** Closes the file and lets go of the folder, after what is under way. */
  async close(): Promise<void> {
    await this.tail
    if (this.closed) return
    this.closed = true
    this.db.close()
    this.settings.release()
  }

  private openFile(db: Database.Database, device: string, newestElsewhere: string | null): OpenFile {
    const statements = kernelStatements(db)
    const readings = [statements.newestHlc.get() ?? '', newestElsewhere ?? ''].sort()
    return {
      db,
      device,
      statements,
      clock: clockAfter(readings.at(-1) || null, device, this.now),
      undoStacks: UndoStacks.of(db),
      deviceSeq: statements.newestSeq.get(device) ?? 0,
    }
  }

  private tell(command: Command, txnId: TxnId, tables: readonly string[]): void {
    this.undoStacks.add({
      unit: txnId,
      undoOf: command.undoOf ?? null,
      final: command.final ?? null,
      tables,
      label: command.label,
    })
    this.feed.tell({
      txnId,
      commandId: command.commandId,
      tables: [...tables],
      label: command.label,
      undo: this.undoStacks.state(),
    })
  }

  private header(command: Command): UnitHeader {
    return {
      device: this.device,
      actor: command.actor ?? this.actorName(),
      schemaVersion: this.schemaVersion,
      appVersion: this.appVersion,
      source: command.source ?? 'local',
    }
  }

  private nextStamp(): Stamp {
    this.file.deviceSeq += 1
    return {
      id: TxnIdSchema.parse(uuidv7()),
      hlc: this.file.clock.next(),
      deviceSeq: this.file.deviceSeq,
    }
  }
}

/** Receipts are written by {@link Kernel.write} alone, so what they hold is what it answered. */
const parsed = <T>(json: string | undefined): T | undefined =>
  json === undefined ? undefined : JSON.parse(json)
