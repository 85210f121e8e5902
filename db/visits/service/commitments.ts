import type Database from 'better-sqlite3'
import type { VisitId } from '../../kernel/ids.ts'

/** A promise of either side that was made at a visit and holds its closing up. */
export interface OpenCommitment {
  readonly id: string
  readonly what: string
}

/**
 * Promises made at a visit that are neither kept, released by the customer, nor under way: an open one is under way with
 * a day, and with an owner where it is ours. A broken one has to be opened again with a new day, or released.
 */
export const openCommitments = (db: Database.Database, visitId: VisitId): OpenCommitment[] =>
  db
    .prepare<[VisitId], OpenCommitment>(
      `SELECT p.id, p.what FROM promise p LEFT JOIN member m ON m.id = p.member_id AND m.deleted = 0
       WHERE p.source = 'visit' AND p.source_id = ? AND p.deleted = 0
         AND CASE WHEN p.settlement IS NULL THEN p.due_on IS NULL OR (p.side = 'ours' AND m.id IS NULL)
           ELSE p.settlement ->> '$.state' = 'broken' END
       ORDER BY p.due_on, p.id`,
    )
    .all(visitId)
