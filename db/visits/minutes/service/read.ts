import type Database from 'better-sqlite3'
import { daysLate } from '../../../accounts/promises/rules/keptRate.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import type { VisitId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { openCommitments } from '../../service/commitments.ts'
import { visitReader } from '../../service/stored.ts'
import type { Commitment, VisitEffect, VisitNote } from '../contract.ts'
import { effectOf, type MadeThere, type Stood } from '../rules/effect.ts'

/** Notes, promises and effect of a visit. @throws Refusal VISIT_NOT_FOUND */
export function getMinutes(
  kernel: Kernel,
  { visitId }: { readonly visitId: VisitId },
): { notes: VisitNote[]; commitments: Commitment[]; effect: VisitEffect } {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const { outcome } = visitReader(db)(visitId)
  return {
    notes: notesOf(db, visitId),
    commitments: commitmentsOf(db, visitId, today),
    effect: effectOf({ ...outcome, promises: madeThere(db, visitId), stood: stoodAt(db, visitId) }, today),
  }
}

type StoredNote = Omit<VisitNote, 'ours' | 'at'> & { readonly ours: number; readonly at: string }

/** Notes of a visit in the order in which they were made. */
export const notesOf = (db: Database.Database, visitId: VisitId): VisitNote[] =>
  db
    .prepare<[VisitId], StoredNote>(
      `SELECT n.id, t.id AS topicId, n.kind, n.text, n.ours, c.id AS competitorId, c.name AS competitor,
         p.id AS personId, p.name AS person, e.id AS entryId, m.name AS by, n.noted_at AS at
       FROM visit_note n LEFT JOIN visit_topic t ON t.id = n.topic_id AND t.deleted = 0
       LEFT JOIN competitor c ON c.id = n.competitor_id AND c.deleted = 0
       LEFT JOIN person p ON p.id = n.person_id AND p.deleted = 0
       LEFT JOIN log_entry e ON e.id = n.entry_id AND e.deleted = 0
       LEFT JOIN member m ON m.id = n.noted_by
       WHERE n.visit_id = ? AND n.deleted = 0 ORDER BY n.noted_at, n.id`,
    )
    .all(visitId)
    .map((note) => ({ ...note, ours: note.ours === 1, at: Date.parse(note.at) }))

type StoredCommitment = Omit<Commitment, 'late' | 'blocks'>

/** Promises made at a visit, ours first, by their day. @param today YYYY-MM-DD */
export function commitmentsOf(db: Database.Database, visitId: VisitId, today: string): Commitment[] {
  const blocking = new Set(openCommitments(db, visitId).map(({ id }) => id))
  return db
    .prepare<[VisitId], StoredCommitment>(
      `SELECT p.id, p.side, p.what, p.account_id AS accountId, m.id AS memberId, m.name AS member, q.id AS personId,
         q.name AS person, p.due_on AS dueOn, coalesce(p.settlement ->> '$.state', 'open') AS state
       FROM promise p LEFT JOIN member m ON m.id = p.member_id AND m.deleted = 0
       LEFT JOIN person q ON q.id = p.person_id AND q.deleted = 0
       WHERE p.source = 'visit' AND p.source_id = ? AND p.deleted = 0
       ORDER BY p.side = 'theirs', p.due_on IS NULL, p.due_on, p.id`,
    )
    .all(visitId)
    .map((row) => ({ ...row, late: daysLate(row, today) > 0, blocks: blocking.has(row.id) }))
}

/** Our promises that were made at a visit, as its effect counts them. */
export const madeThere = (db: Database.Database, visitId: VisitId): MadeThere[] =>
  db
    .prepare<[VisitId], MadeThere>(
      `SELECT coalesce(settlement ->> '$.state', 'open') AS state, due_on AS dueOn, settlement ->> '$.on' AS settledOn
       FROM promise WHERE source = 'visit' AND source_id = ? AND side = 'ours' AND deleted = 0`,
    )
    .all(visitId)

/** How theirs stood before and after a visit. */
export const stoodAt = (db: Database.Database, visitId: VisitId): Stood[] =>
  db
    .prepare<[VisitId], Stood>(
      `SELECT attitude_before AS before, attitude_after AS after FROM visit_person WHERE visit_id = ? AND deleted = 0`,
    )
    .all(visitId)
