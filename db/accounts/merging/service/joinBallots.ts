import { derivedId } from '../../../kernel/derivedId.ts'
import type { Tx } from '../../../kernel/kernel.ts'

/** What rounds by ballots hold of an account, with the parts of each row's id in the order of `derivedId`. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  ballot_marks: ['round_id', 'member_id', 'account_id'],
  ballot_note: ['round_id', 'member_id', 'account_id', 'indicator_id'],
  recusal: ['round_id', 'member_id', 'account_id'],
  agreement: ['round_id', 'account_id', 'indicator_id'],
  tier_decision: ['round_id', 'account_id'],
}

/** The tables of {@link PARTS}. */
export const OF_BALLOTS: readonly string[] = Object.keys(PARTS)

type Row = Readonly<Record<string, string | number | null>>

/**
 * Joins what two accounts have in rounds by ballots that are not published: what was said of the kept one stands, gaps
 * are filled from the other's. Published rounds stay as they were.
 */
export function joinBallots(tx: Tx, goneId: string, keepId: string): void {
  for (const [table, parts] of Object.entries(PARTS)) {
    for (const row of openRows(tx, table, goneId)) {
      takeOver(tx, table, parts, row, keepId)
      tx.db.prepare(`UPDATE "${table}" SET deleted = 1 WHERE id = ?`).run(row.id)
      tx.breathe()
    }
  }
}

const openRows = (tx: Tx, table: string, accountId: string): Row[] =>
  tx.db
    .prepare<[string], Row>(
      `SELECT t.* FROM "${table}" t JOIN round r ON r.id = t.round_id AND r.deleted = 0
       WHERE t.account_id = ? AND t.deleted = 0 AND r.state NOT IN ('published', 'archived')`,
    )
    .all(accountId)

function takeOver(tx: Tx, table: string, parts: readonly string[], row: Row, keepId: string): void {
  const moved: Row = { ...row, account_id: keepId }
  const [first = '', ...others] = parts.map((part) => String(moved[part]))
  const id = derivedId(first, ...others)
  const kept = tx.db.prepare<[string], Row>(`SELECT * FROM "${table}" WHERE id = ?`).get(id)
  if (kept?.deleted === 0) {
    if (table === 'ballot_marks')
      tx.db.prepare('UPDATE ballot_marks SET marks = ? WHERE id = ?').run(joined(row.marks, kept.marks), id)
    return
  }
  const columns = Object.keys(moved)
  const changes = columns.map((column) => `"${column}" = excluded."${column}"`).join(', ')
  tx.db
    .prepare(
      `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
       VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT (id) DO UPDATE SET ${changes}`,
    )
    .run(...Object.values({ ...moved, id }))
}

/** The second one's marks, gaps filled from the first's. */
const joined = (gone: Row[string] = null, kept: Row[string] = null): string =>
  JSON.stringify({ ...JSON.parse(String(gone ?? '{}')), ...JSON.parse(String(kept ?? '{}')) })
