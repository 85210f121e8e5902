import type Database from 'better-sqlite3'
import { isExecutive } from '../../../channel/tasks/rules/contacts.ts'

/** States of visits that took place, for SQL; the same as `tookPlace` of rules/states.ts. */
export const TOOK_PLACE = `('held', 'minutesDue', 'following', 'closed')`

/** Members who count as executives: who was made one, and whose role says so, as the policies' contacts count. */
export function executiveIds(db: Database.Database): string[] {
  const made = new Set(
    db.prepare<[], string>('SELECT member_id FROM executive WHERE deleted = 0').pluck().all(),
  )
  return db
    .prepare<[], { id: string; role: string }>('SELECT id, role FROM member')
    .all()
    .filter(({ id, role }) => made.has(id) || isExecutive(role))
    .map(({ id }) => id)
}

/** The last day up to `today` on which an executive of ours met each account: by a visit, or by the work log. */
export function lastMetByAccount(db: Database.Database, today: string): Map<string, string> {
  const rows = db
    .prepare<object, { accountId: string; day: string }>(
      `SELECT account_id AS accountId, max(day) AS day FROM (
         SELECT w.account_id, v.day FROM visit v JOIN visit_account w ON w.visit_id = v.id AND w.deleted = 0
         WHERE v.day <= @today AND v.deleted = 0 AND v.progress ->> '$.state' IN ${TOOK_PLACE}
         UNION ALL
         SELECT account_id, happened_on FROM log_entry
         WHERE member_id IN (SELECT value FROM json_each(@ids)) AND channel IN ('visit', 'received')
           AND happened_on <= @today AND account_id IS NOT NULL AND deleted = 0
       ) GROUP BY account_id`,
    )
    .all({ today, ids: JSON.stringify(executiveIds(db)) })
  return new Map(rows.map(({ accountId, day }) => [accountId, day]))
}
