import type Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { type Clock, clockAfter, instantOf } from './clock.ts'
import { CommitFeed } from './commitFeed.ts'
import type { CommandLabel } from './contract.ts'
import { asWriteFailure } from './errors.ts'
import type { CommandId, TxnId } from './ids.ts'
import { TxnId as TxnIdSchema } from './ids.ts'
import { UndoStacks } from './undoStacks.ts'

/** A named write: what history, undo and toasts will call it. */
export interface Command {
  readonly commandId: CommandId
  readonly label: CommandLabel
  /** can't be undone; undo stops before it (publishing, say) */
  readonly final?: boolean
  readonly source?: 'local' | 'import' | 'sample'
  /** the unit that this one undoes; only history sets it */
  readonly undoOf?: TxnId
}

/** What a command works with inside its transaction. */
export interface Tx {
  readonly db: Database.Database
  /** instant of the transaction, ISO-8601 UTC */
  readonly now: string
  /** clock reading of the transaction's start */
  readonly hlc: string
  /** a new row's id (UUIDv7) */
  newId(): string
  /** Called once a row in bulk loops: starts the next transaction of the unit when the log of this one is full. */
  breathe(): void
}

/** What a command leaves behind, with the unit that holds it; null when it changed nothing. */
export type Outcome<T> = T & { txnId: TxnId | null }

/** What the kernel needs to know of where it runs. */
export interface KernelSettings {
  readonly db: Database.Database
  readonly device: string
  readonly appVersion: string
  readonly schemaVersion: number
  readonly now: () => number
  /** the name that history shows for this laptop's user */
  readonly actor: () => string
}

/** A transaction of the log holds about this much, so that laptops can exchange it whole. */
const MAX_CHANGES = 10_000
const MAX_BYTES = 2_000_000
/** How often a bulk loop looks at the size of the log: often enough to stay near the bounds. */
const BREATH = 250

/** The only writer: every write is a transaction with a name, logged by triggers, answered once for each command. */
export class Kernel {
  readonly db: Database.Database
  readonly device: string
  readonly appVersion: string
  readonly schemaVersion: number
  readonly now: () => number
  readonly feed = new CommitFeed()
  readonly undoStacks: UndoStacks
  /** the name that history shows for this laptop's user */
  readonly actorName: () => string
  private readonly clock: Clock
  private deviceSeq: number

  constructor(settings: KernelSettings) {
    this.db = settings.db
    this.device = settings.device
    this.appVersion = settings.appVersion
    this.schemaVersion = settings.schemaVersion
    this.now = settings.now
    this.actorName = settings.actor
    const newest = this.db.prepare<[], string | null>('SELECT max(hlc) FROM txn').pluck().get() ?? null
    this.clock = clockAfter(newest, this.device, this.now)
    this.deviceSeq =
      this.db
        .prepare<[string], number | null>('SELECT max(device_seq) FROM txn WHERE device = ?')
        .pluck()
        .get(this.device) ?? 0
    this.undoStacks = UndoStacks.of(this.db)
  }

  /**
   * Runs a command in one SQLite transaction. Sent again with the same id, it is not run but answered as before.
   * @throws whatever `work` throws, after rolling back; Refusal NOT_SAVED when the disk can't take it
   */
  write<T extends object>(command: Command, work: (tx: Tx) => T): Outcome<T> {
    const before = this.receipt<T>(command.commandId)
    if (before) return before
    const unit = new Unit(this.db, command, this.header(command), () => this.nextStamp())
    const seqBefore = this.deviceSeq
    let reply: Outcome<T>
    try {
      this.db.exec('BEGIN IMMEDIATE')
      unit.open()
      const value = work(unit)
      const txnId = unit.close()
      reply = { ...value, txnId }
      this.keepReceipt(command.commandId, reply, unit.now)
      this.db.exec('COMMIT')
    } catch (error) {
      if (this.db.inTransaction) this.db.exec('ROLLBACK')
      this.deviceSeq = seqBefore
      throw asWriteFailure(error)
    }
    if (reply.txnId === null) this.deviceSeq = seqBefore
    else this.tell(command, reply.txnId, unit.tables)
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

  private tell(command: Command, txnId: TxnId, tables: readonly string[]): void {
    this.undoStacks.add({
      unit: txnId,
      undoOf: command.undoOf ?? null,
      final: command.final ?? false,
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
      actor: this.actorName(),
      schemaVersion: this.schemaVersion,
      appVersion: this.appVersion,
      source: command.source ?? 'local',
    }
  }

  private nextStamp(): Stamp {
    this.deviceSeq += 1
    return { id: TxnIdSchema.parse(uuidv7()), hlc: this.clock.next(), deviceSeq: this.deviceSeq }
  }

  private receipt<T>(commandId: CommandId): Outcome<T> | undefined {
    const json = this.db
      .prepare<[string], string>('SELECT reply FROM command_receipt WHERE command_id = ?')
      .pluck()
      .get(commandId)
    return json === undefined ? undefined : JSON.parse(json)
  }

  private keepReceipt(commandId: CommandId, reply: { txnId: TxnId | null }, now: string): void {
    this.db
      .prepare('INSERT INTO command_receipt (command_id, txn_id, reply, at) VALUES (?, ?, ?, ?)')
      .run(commandId, reply.txnId, JSON.stringify(reply), now)
  }
}

interface UnitHeader {
  readonly device: string
  readonly actor: string
  readonly schemaVersion: number
  readonly appVersion: string
  readonly source: 'local' | 'import' | 'sample'
}

interface Stamp {
  readonly id: TxnId
  readonly hlc: string
  readonly deviceSeq: number
}

/** One command's transactions: one, or several with the first one's id as batch when the log of one is full. */
class Unit implements Tx {
  readonly db: Database.Database
  private readonly command: Command
  private readonly header: UnitHeader
  private readonly nextStamp: () => Stamp
  private readonly stamps: Stamp[] = []
  private sinceLook = 0
  private seenSeq = 0
  private bytes = 0
  tables: string[] = []

  constructor(db: Database.Database, command: Command, header: UnitHeader, nextStamp: () => Stamp) {
    this.db = db
    this.command = command
    this.header = header
    this.nextStamp = nextStamp
  }

  get now(): string {
    return instantOf(this.first.hlc)
  }

  get hlc(): string {
    return this.first.hlc
  }

  newId(): string {
    return uuidv7()
  }

  open(): void {
    this.startTxn()
  }

  breathe(): void {
    this.sinceLook += 1
    if (this.sinceLook < BREATH) return
    this.sinceLook = 0
    const grown = this.db
      .prepare<[string, number], { seq: number | null; bytes: number | null }>(
        `SELECT max(seq) AS seq, sum(length(after) + coalesce(length(before), 0)) AS bytes
         FROM change WHERE txn_id = ? AND seq > ?`,
      )
      .get(this.current.id, this.seenSeq)
    this.seenSeq = grown?.seq ?? this.seenSeq
    this.bytes += grown?.bytes ?? 0
    // one more breath must still fit
    const room = this.seenSeq > 0 ? 1 + BREATH / this.seenSeq : 1
    if (this.seenSeq + BREATH > MAX_CHANGES || this.bytes * room > MAX_BYTES) this.startTxn()
  }

  /** Ends the unit: closes the log and drops transactions that hold nothing. Returns the unit's id, null when empty. */
  close(): TxnId | null {
    this.db.exec(`UPDATE log_state SET mode = 'closed', txn_id = NULL`)
    const last = this.current
    const used = this.db.prepare<[string], number>('SELECT 1 FROM change WHERE txn_id = ? LIMIT 1').pluck()
    if (!used.get(last.id) && this.stamps.length === 1) {
      this.db.prepare('DELETE FROM txn WHERE id = ?').run(last.id)
      return null
    }
    const unitId = this.first.id
    if (this.stamps.length > 1)
      this.db.prepare('UPDATE txn SET batch_id = ? WHERE id = ?').run(unitId, unitId)
    this.tables = this.db
      .prepare<[string, string], string>(
        `SELECT DISTINCT tbl FROM change WHERE txn_id IN (SELECT id FROM txn WHERE id = ? OR batch_id = ?)`,
      )
      .pluck()
      .all(unitId, unitId)
    return unitId
  }

  private startTxn(): void {
    const stamp = this.nextStamp()
    this.stamps.push(stamp)
    this.seenSeq = 0
    this.bytes = 0
    const { label, final, undoOf } = this.command
    this.db
      .prepare(
        `INSERT INTO txn (id, hlc, device, device_seq, actor, command, label, undo_of, base, schema_version,
           app_version, source, batch_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)`,
      )
      .run(
        stamp.id,
        stamp.hlc,
        this.header.device,
        stamp.deviceSeq,
        this.header.actor,
        label.command,
        JSON.stringify({ params: label.params, ...(final ? { final } : {}) }),
        undoOf ?? null,
        this.header.schemaVersion,
        this.header.appVersion,
        this.header.source,
        this.stamps.length > 1 ? this.first.id : null,
      )
    this.db.prepare(`UPDATE log_state SET mode = 'local', txn_id = ?`).run(stamp.id)
  }

  private get first(): Stamp {
    const [first] = this.stamps
    if (!first) throw new Error('the unit is not open')
    return first
  }

  private get current(): Stamp {
    return this.stamps.at(-1) ?? this.first
  }
}
