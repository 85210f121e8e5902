import type Database from 'better-sqlite3'
import { instantOf } from '../../../kernel/clock.ts'
import type { MemberId, RoundId } from '../../../kernel/ids.ts'
import { readBallots } from '../../ballots/service/seats.ts'
import type { Pace } from '../../consensus/rules/pace.ts'
import { readMarks } from '../../service/roundData.ts'

interface MarkChange {
  readonly member_id: MemberId
  readonly unit: string
  readonly hlc: string
  readonly before: string | null
  readonly after: string
}

/**
 * When the evaluators of a round marked, from the change log: one batch a command, undoing left out. Ballots that came
 * in a workbook have none, since nobody saw when they were filled; nor have those of the sample.
 */
export function readPaces(db: Database.Database, roundId: RoundId): ReadonlyMap<MemberId, Pace> {
  const ballots = readBallots(db, roundId)
  const lock = lockedAt(db, roundId)
  const batches = readBatches(db, roundId)
  const paces = new Map<MemberId, Pace>()
  for (const [memberId, of] of batches) {
    const submission = ballots.get(memberId)?.submission ?? null
    if (submission?.source === 'workbook') continue
    const end = submission === null ? lock : Date.parse(instantOf(submission.at))
    paces.set(memberId, { batches: [...of.values()], end })
  }
  return paces
}

/** The last time that a round was locked, ms since 1970; null before. */
function lockedAt(db: Database.Database, roundId: RoundId): number | null {
  const at = db
    .prepare<[string], string | null>(
      `SELECT max(taken_at) FROM round_step WHERE round_id = ? AND to_state = 'locked' AND deleted = 0`,
    )
    .pluck()
    .get(roundId)
  return at ? Date.parse(instantOf(at)) : null
}

type Batch = { at: number; cells: number }

function readBatches(db: Database.Database, roundId: RoundId): Map<MemberId, Map<string, Batch>> {
  const all = new Map<MemberId, Map<string, Batch>>()
  const changes = db
    .prepare<[string], MarkChange>(
      `SELECT b.member_id, coalesce(t.batch_id, t.id) AS unit, t.hlc, c.before, c.after
       FROM ballot_marks b
       JOIN change c ON c.tbl = 'ballot_marks' AND c.row_id = b.id
       JOIN txn t ON t.id = c.txn_id AND t.undo_of IS NULL AND t.source IN ('local', 'sync')
       WHERE b.round_id = ?`,
    )
    .iterate(roundId)
  for (const change of changes) {
    const cells = cellsMarked(change)
    if (cells === 0) continue
    const own = all.get(change.member_id) ?? new Map<string, Batch>()
    all.set(change.member_id, own)
    const at = Date.parse(instantOf(change.hlc))
    const batch = own.get(change.unit)
    own.set(change.unit, { at: Math.max(at, batch?.at ?? 0), cells: cells + (batch?.cells ?? 0) })
  }
  return all
}

/** How many cells of an account a change marked for the first time or otherwise; emptied ones aren't marked. */
function cellsMarked({ before, after }: MarkChange): number {
  const [had, has] = [marksOf(before), marksOf(after)]
  return Object.entries(has).filter(([key, mark]) => had[key] !== mark).length
}

function marksOf(columns: string | null): Readonly<Record<string, number>> {
  const { marks }: { readonly marks?: string } = columns === null ? {} : JSON.parse(columns)
  return marks === undefined ? {} : readMarks(marks)
}
