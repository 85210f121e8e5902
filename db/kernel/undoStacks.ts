import type Database from 'better-sqlite3'
import type { CommandLabel, UndoState } from './contract.ts'
import { TxnId } from './ids.ts'
import type { Final } from './unit.ts'

/** A unit of the history as undo sees it. */
export interface UndoableUnit {
  readonly unit: TxnId
  /** the unit that it undoes; null for a command of its own */
  readonly undoOf: TxnId | null
  readonly final: Final | null
  /** the tables it changed */
  readonly tables: readonly string[]
  /** what the user did; for an undo or redo the label of the command behind it */
  readonly label: CommandLabel
}

interface Step {
  /** what to undo: the command's own unit, or the newest redo or undo of it */
  readonly unit: TxnId
  readonly label: CommandLabel
  readonly tables: readonly string[]
}

/** How far back undo reaches. People don't step back through thousands of commands; opening stays fast. */
const DEPTH = 1_000

/** What can be undone and redone, rebuilt from the history at open, so that undo survives a restart. */
export class UndoStacks {
  private undos: Step[] = []
  private redos: Step[] = []

  /** Replays the newest units of the history. */
  static of(db: Database.Database): UndoStacks {
    const rows = db
      .prepare<[number], { id: string; undo_of: string | null; command: string; label: string }>(
        `SELECT id, undo_of, command, label FROM txn WHERE batch_id IS NULL OR batch_id = id ORDER BY hlc DESC LIMIT ?`,
      )
      .all(DEPTH)
    const stacks = new UndoStacks()
    for (const row of rows.reverse()) {
      const { params, final = null, tables = [] } = readLabel(row.label)
      stacks.add({
        unit: TxnId.parse(row.id),
        undoOf: row.undo_of === null ? null : TxnId.parse(row.undo_of),
        final,
        tables,
        label: { command: row.command, params },
      })
    }
    return stacks
  }

  /** Takes in a unit that committed. */
  add({ unit, undoOf, final, label, tables }: UndoableUnit): void {
    // a command that leaves all others as they were, such as the note that somebody looked at a masked fact
    if (undoOf === null && final !== null && final !== true && final.length === 0) return
    if (undoOf === null) {
      this.redos = []
      this.undos =
        final === null ? [...this.undos.slice(-DEPTH), { unit, label, tables }] : leftBy(final, this.undos)
    } else if (this.undos.at(-1)?.unit === undoOf) {
      this.redos.push({ unit, label: this.undos.pop()?.label ?? label, tables })
    } else if (this.redos.at(-1)?.unit === undoOf) {
      this.undos.push({ unit, label: this.redos.pop()?.label ?? label, tables })
    }
  }

  /** What Ctrl+Z would undo. */
  get nextUndo(): Step | undefined {
    return this.undos.at(-1)
  }

  /** What Ctrl+Y would bring back. */
  get nextRedo(): Step | undefined {
    return this.redos.at(-1)
  }

  /** Which units are undone now. */
  state(): UndoState {
    return { undo: this.nextUndo?.label ?? null, redo: this.nextRedo?.label ?? null }
  }
}

/** What a final command leaves to undo. */
const leftBy = (final: Final, steps: readonly Step[]): Step[] =>
  final === true ? [] : steps.filter(({ tables }) => !tables.some((table) => final.includes(table)))

/** The JSON of `txn.label`. */
export function readLabel(json: string): {
  params: CommandLabel['params']
  final?: Final
  tables?: readonly string[]
} {
  return JSON.parse(json)
}
