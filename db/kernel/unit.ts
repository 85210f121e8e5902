import type Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { instantOf } from './clock.ts'
import type { CommandLabel } from './contract.ts'
import type { Touched } from './derived.ts'
import type { CommandId, TxnId } from './ids.ts'
import type { KernelStatements, Stamp, UnitHeader } from './statements.ts'

/**
 * A command that can't be undone itself, nor can what came before it: all of it (true), or what touched these tables.
 * Publishing a round closes its marks, and leaves yesterday's deleted account to Ctrl+Z. One that names no table leaves
 * undo and redo as they are.
 */
export type Final = true | readonly string[]

/** A named write: what history, undo and toasts will call it. */
export interface Command {
  readonly commandId: CommandId
  readonly label: CommandLabel
  readonly final?: Final
  readonly source?: 'local' | 'import' | 'sample'
  /** who did it, where that is not the laptop's user: an evaluator who came to mark their ballot */
  readonly actor?: string
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

/** A transaction of the log holds about this much, so that laptops can exchange it whole. */
const MAX_CHANGES = 10_000
const MAX_BYTES = 2_000_000
/** How often a bulk loop looks at the size of the log: often enough to stay near the bounds. */
const BREATH = 250

/** One command's transactions: one, or several with the first one's id as batch when the log of one is full. */
export class Unit implements Tx {
  readonly db: Database.Database
  private readonly statements: KernelStatements
  private readonly command: Command
  private readonly header: UnitHeader
  private readonly nextStamp: () => Stamp
  private readonly stamps: Stamp[] = []
  private readonly changed = new Set<string>()
  private sinceLook = 0
  private seenSeq = 0
  private bytes = 0

  constructor(
    db: Database.Database,
    statements: KernelStatements,
    command: Command,
    header: UnitHeader,
    nextStamp: () => Stamp,
  ) {
    this.db = db
    this.statements = statements
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

  /** The tables that changed, known once the unit is closed. */
  get tables(): readonly string[] {
    return [...this.changed]
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
    this.look()
    // one more breath must still fit
    const room = this.seenSeq > 0 ? 1 + BREATH / this.seenSeq : 1
    if (this.seenSeq + BREATH > MAX_CHANGES || this.bytes * room > MAX_BYTES) this.startTxn()
  }

  /**
   * Ends the unit: writes the transactions' own rows, now that it is known whether they are a batch, and closes the
   * log. A last transaction without changes is dropped. Null ids when the whole unit changed nothing.
   */
  close(): { txnId: TxnId | null; deviceSeq: number | null; hlc: string | null } {
    this.look()
    const used = this.seenSeq === 0 ? this.stamps.slice(0, -1) : this.stamps
    const last = used.at(-1)
    const batchId = used.length > 1 ? this.first.id : null
    for (const stamp of used) this.record(stamp, batchId)
    this.statements.closeLog.run()
    return { txnId: last ? this.first.id : null, deviceSeq: last?.deviceSeq ?? null, hlc: last?.hlc ?? null }
  }

  /** The rows of some tables that the unit wrote, one transaction at a time. Call when it is closed. */
  *touched(tables: readonly string[]): Generator<Touched, void> {
    const wanted = JSON.stringify(tables.filter((table) => this.changed.has(table)))
    if (wanted === '[]') return
    for (const stamp of this.stamps) yield* this.statements.touched.all(stamp.id, wanted)
  }

  /** Measures what the log of the current transaction has gained since the last look. */
  private look(): void {
    this.sinceLook = 0
    const grown = this.statements.logGrowth.get(this.current.id, this.seenSeq)
    if (!grown || grown.seq === null) return
    this.seenSeq = grown.seq
    this.bytes += grown.bytes ?? 0
    for (const table of grown.tables?.split(',') ?? []) this.changed.add(table)
  }

  private startTxn(): void {
    const stamp = this.nextStamp()
    this.stamps.push(stamp)
    this.seenSeq = 0
    this.bytes = 0
    this.statements.openLog.run(stamp.id)
  }

  private record(stamp: Stamp, batchId: TxnId | null): void {
    const { label, final, undoOf } = this.command
    this.statements.insertTxn.run({
      ...this.header,
      ...stamp,
      command: label.command,
      label: JSON.stringify({ params: label.params, tables: this.tables, ...(final ? { final } : {}) }),
      undoOf: undoOf ?? null,
      batchId,
    })
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
