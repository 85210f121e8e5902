import type Database from 'better-sqlite3'
import type { OpenIssue } from '../contract.ts'

type Found = Omit<OpenIssue, 'read'>

/**
 * What is open between us and accounts that leaders must know of before they meet: our promises, requests that run, and
 * quality incidents whose correction is not done. Late ones first.
 * @param today YYYY-MM-DD
 */
export function openIssues(db: Database.Database, accountIds: readonly string[], today: string): Found[] {
  const rows = db
    .prepare<object, Omit<Found, 'key' | 'late'>>(
      `SELECT 'promise' AS kind, id, account_id AS accountId, what, due_on AS dueOn FROM promise
         WHERE side = 'ours' AND settlement IS NULL AND deleted = 0 AND account_id IN (SELECT value FROM json_each(@ids))
       UNION ALL
       SELECT 'request', id, account_id, title, date(min(
           coalesce(progress ->> '$.clocks.first.due', 9e15), coalesce(progress ->> '$.clocks.solution.due', 9e15)
         ) / 1000, 'unixepoch', 'localtime') FROM request
         WHERE progress ->> '$.open' = 1 AND deleted = 0 AND account_id IN (SELECT value FROM json_each(@ids))
       UNION ALL
       SELECT 'incident', id, account_id, title, correction ->> '$.dueOn' FROM quality_incident
         WHERE correction ->> '$.doneOn' IS NULL AND deleted = 0 AND account_id IN (SELECT value FROM json_each(@ids))`,
    )
    .all({ ids: JSON.stringify(accountIds) })
  return rows
    .map((row) => ({ ...row, key: `${row.kind}:${row.id}`, late: row.dueOn !== null && row.dueOn < today }))
    .toSorted(
      (one, other) =>
        (one.dueOn ?? LAST).localeCompare(other.dueOn ?? LAST) || one.key.localeCompare(other.key),
    )
}

/** Later than any day. */
const LAST = '9999'
