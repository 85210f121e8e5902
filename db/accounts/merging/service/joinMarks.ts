import { derivedId } from '../../../kernel/derivedId.ts'
import type { Tx } from '../../../kernel/kernel.ts'

/**
 * Joins what two accounts have in rounds that are still being marked: the kept one's marks, notes and exception stand,
 * gaps are filled from the other's. Published rounds stay as they were.
 */
export function joinMarks(tx: Tx, goneId: string, keepId: string): void {
  for (const roundId of openRounds(tx, goneId)) {
    joinRoundMarks(tx, roundId, goneId, keepId)
    joinNotes(tx, roundId, goneId, keepId)
    joinException(tx, roundId, goneId, keepId)
    tx.breathe()
  }
}

const openRounds = (tx: Tx, accountId: string): string[] =>
  tx.db
    .prepare<{ accountId: string }, string>(
      `SELECT id FROM round WHERE state = 'marking' AND deleted = 0 AND (
         id IN (SELECT round_id FROM marks WHERE account_id = @accountId AND deleted = 0)
         OR id IN (SELECT round_id FROM mark_note WHERE account_id = @accountId AND deleted = 0)
         OR id IN (SELECT round_id FROM exception WHERE account_id = @accountId AND deleted = 0))`,
    )
    .pluck()
    .all({ accountId })

function joinRoundMarks(tx: Tx, roundId: string, goneId: string, keepId: string): void {
  const read = tx.db.prepare<[string, string], { id: string; marks: string }>(
    'SELECT id, marks FROM marks WHERE round_id = ? AND account_id = ? AND deleted = 0',
  )
  const gone = read.get(roundId, goneId)
  if (!gone) return
  const kept = read.get(roundId, keepId)
  tx.db
    .prepare(
      `INSERT INTO marks (id, round_id, account_id, marks) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET marks = excluded.marks, deleted = 0`,
    )
    .run(derivedId(roundId, keepId), roundId, keepId, JSON.stringify(joined(gone.marks, kept?.marks)))
  tx.db.prepare('UPDATE marks SET deleted = 1 WHERE id = ?').run(gone.id)
}

/** The second one's marks, gaps filled from the first's. */
const joined = (gone: string, kept: string | undefined): object => ({
  ...JSON.parse(gone),
  ...JSON.parse(kept ?? '{}'),
})

function joinNotes(tx: Tx, roundId: string, goneId: string, keepId: string): void {
  const notes = tx.db.prepare<[string, string], { id: string; indicatorId: string; text: string }>(
    `SELECT id, indicator_id AS indicatorId, text FROM mark_note
     WHERE round_id = ? AND account_id = ? AND deleted = 0`,
  )
  const kept = new Map(notes.all(roundId, keepId).map(({ indicatorId, text }) => [indicatorId, text]))
  const write = tx.db.prepare(
    `INSERT INTO mark_note (id, round_id, account_id, indicator_id, text) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET text = excluded.text, deleted = 0`,
  )
  for (const { id, indicatorId, text } of notes.all(roundId, goneId)) {
    const own = kept.get(indicatorId)
    const both = own === undefined || own === text ? text : `${own}\n${text}`
    write.run(derivedId(roundId, keepId, indicatorId), roundId, keepId, indicatorId, both)
    tx.db.prepare('UPDATE mark_note SET deleted = 1 WHERE id = ?').run(id)
  }
}

function joinException(tx: Tx, roundId: string, goneId: string, keepId: string): void {
  const read = tx.db.prepare<
    [string, string],
    { id: string; tier: string; reason: string; approver: string; expires: string | null }
  >(
    `SELECT id, tier, reason, approver, expires FROM exception WHERE round_id = ? AND account_id = ? AND deleted = 0`,
  )
  const gone = read.get(roundId, goneId)
  if (!gone) return
  if (!read.get(roundId, keepId))
    tx.db
      .prepare(
        `INSERT INTO exception (id, round_id, account_id, tier, reason, approver, expires)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET tier = excluded.tier, reason = excluded.reason,
           approver = excluded.approver, expires = excluded.expires, deleted = 0`,
      )
      .run(derivedId(roundId, keepId), roundId, keepId, gone.tier, gone.reason, gone.approver, gone.expires)
  tx.db.prepare('UPDATE exception SET deleted = 1 WHERE id = ?').run(gone.id)
}
