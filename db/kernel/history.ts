import { instantOf } from './clock.ts'
import type { CommandLabel, HistoryEntry } from './contract.ts'
import { Refusal } from './errors.ts'
import { type CommandId, TxnId } from './ids.ts'
import type { Kernel, Tx } from './kernel.ts'
import { readLabel } from './undoStacks.ts'

/** What an undo or redo did. */
export interface Undone {
  readonly txnId: TxnId
  readonly label: CommandLabel
  readonly tables: string[]
}

/**
 * Undoes the newest command as a new transaction: before-images in reverse, only where rows still hold the
 * after-images.
 * @throws Refusal NOTHING_TO_UNDO, UNDO_CONFLICT, NOT_SAVED
 */
export const undo = (kernel: Kernel, commandId: CommandId): Undone =>
  revert(kernel, commandId, kernel.undoStacks.nextUndo, 'undo')

/** Undoes the newest undo; throws as {@link undo}. */
export const redo = (kernel: Kernel, commandId: CommandId): Undone =>
  revert(kernel, commandId, kernel.undoStacks.nextRedo, 'redo')

function revert(
  kernel: Kernel,
  commandId: CommandId,
  step: { unit: TxnId; label: CommandLabel } | undefined,
  kind: 'undo' | 'redo',
): Undone {
  const label = step?.label ?? { command: kind, params: {} }
  const { txnId, ...undone } = kernel.write(
    { commandId, label, ...(step ? { undoOf: step.unit } : {}) },
    (tx): { label: CommandLabel; tables: string[] } => {
      if (!step) throw new Refusal('NOTHING_TO_UNDO')
      return { label, tables: applyInReverse(tx, step.unit, label) }
    },
  )
  if (txnId === null) throw new Refusal('NOTHING_TO_UNDO')
  return { ...undone, txnId }
}

interface ChangeRow {
  readonly tbl: string
  readonly row_id: string
  readonly op: 'insert' | 'update'
  readonly before: string | null
  readonly after: string
}

type Columns = Readonly<Record<string, string | number | null>>

function applyInReverse(tx: Tx, unit: TxnId, label: CommandLabel): string[] {
  const changes = tx.db
    .prepare<[string, string], ChangeRow>(
      `SELECT c.tbl, c.row_id, c.op, c.before, c.after FROM txn t JOIN change c ON c.txn_id = t.id
       WHERE t.id = ? OR t.batch_id = ? ORDER BY t.hlc DESC, c.seq DESC`,
    )
    .all(unit, unit)
  const writers = new Map<string, (columns: Columns, rowId: string, expected: Columns) => boolean>()
  let conflicts = 0
  let firstTable = ''
  for (const { tbl, row_id, op, before, after } of changes) {
    const expected: Columns = JSON.parse(after)
    const target: Columns = op === 'insert' ? { deleted: 1 } : JSON.parse(before ?? '{}')
    const key = `${tbl}:${Object.keys(target).join()}:${Object.keys(expected).join()}`
    const write = writers.get(key) ?? columnWriter(tx, tbl, target, expected)
    writers.set(key, write)
    if (!write(target, row_id, expected)) {
      conflicts += 1
      firstTable ||= tbl
    }
    tx.breathe()
  }
  if (conflicts > 0) throw new Refusal('UNDO_CONFLICT', { label, conflicts, table: firstTable })
  return [...new Set(changes.map((change) => change.tbl))]
}

/** Sets columns of a row that still holds what it is expected to; false where it doesn't. */
function columnWriter(tx: Tx, table: string, target: Columns, expected: Columns) {
  const targetNames = Object.keys(target)
  const expectedNames = Object.keys(expected).filter((name) => name !== 'id')
  const statement = tx.db.prepare(
    `UPDATE "${table}" SET ${targetNames.map((name) => `"${name}" = ?`).join(', ')}
     WHERE id = ? ${expectedNames.map((name) => `AND "${name}" IS ?`).join(' ')}`,
  )
  return (columns: Columns, rowId: string, held: Columns): boolean =>
    statement.run(
      ...targetNames.map((name) => columns[name] ?? null),
      rowId,
      ...expectedNames.map((name) => held[name] ?? null),
    ).changes === 1
}

interface UnitRow {
  readonly id: string
  readonly hlc: string
  readonly actor: string
  readonly command: string
  readonly label: string
  /** 0 for a command, 1 for its undo, 2 for the redo, 3 for the undo of that … */
  readonly depth: number
  /** how many units undo this one and each other in turn: odd means that it is undone now */
  readonly undoings: number
  readonly changes: number
}

/** Whether a unit is undone now; one whose undo was undone is not. For readers of a row's own history. */
export function undoneReader(db: Kernel['db']): (unit: string) => boolean {
  const steps = db
    .prepare<[string], number>(
      `WITH RECURSIVE down(id, steps) AS (
         SELECT ?, 0
         UNION ALL SELECT t.id, down.steps + 1 FROM down
           JOIN txn t ON t.undo_of = down.id AND (t.batch_id IS NULL OR t.batch_id = t.id))
       SELECT max(steps) FROM down`,
    )
    .pluck()
  return (unit) => (steps.get(unit) ?? 0) % 2 === 1
}

/** Commands, newest first, with what undid them. */
export function listHistory(
  kernel: Kernel,
  { before, limit }: { readonly before?: TxnId | undefined; readonly limit: number },
): { entries: HistoryEntry[]; more: boolean } {
  const rows = kernel.db
    .prepare<{ before: string | null; limit: number }, UnitRow>(
      `WITH RECURSIVE page AS (
         SELECT * FROM txn t WHERE (t.batch_id IS NULL OR t.batch_id = t.id)
           AND (@before IS NULL OR t.hlc < (SELECT hlc FROM txn WHERE id = @before))
         ORDER BY t.hlc DESC LIMIT @limit),
       up(start, id, depth) AS (
         SELECT id, undo_of, 0 FROM page
         UNION ALL SELECT up.start, t.undo_of, up.depth + 1 FROM up JOIN txn t ON t.id = up.id),
       down(start, id, steps) AS (
         SELECT id, id, 0 FROM page
         UNION ALL SELECT down.start, t.id, down.steps + 1 FROM down
           JOIN txn t ON t.undo_of = down.id AND (t.batch_id IS NULL OR t.batch_id = t.id))
       SELECT page.id, page.hlc, page.actor, page.command, page.label,
         (SELECT max(depth) FROM up WHERE start = page.id) AS depth,
         (SELECT max(steps) FROM down WHERE start = page.id) AS undoings,
         (SELECT count(*) FROM txn p JOIN change c ON c.txn_id = p.id
           WHERE p.id = page.id OR p.batch_id = page.id) AS changes
       FROM page ORDER BY page.hlc DESC`,
    )
    .all({ before: before ?? null, limit: limit + 1 })
  return {
    entries: rows.slice(0, limit).map((row) => ({
      txnId: TxnId.parse(row.id),
      at: instantOf(row.hlc),
      actor: row.actor,
      label: { command: row.command, params: readLabel(row.label).params },
      changes: row.changes,
      kind: row.depth === 0 ? 'do' : row.depth % 2 === 1 ? 'undo' : 'redo',
      undone: row.undoings % 2 === 1,
    })),
    more: rows.length > limit,
  }
}
