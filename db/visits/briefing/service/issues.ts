import type Database from 'better-sqlite3'
import { RECENT_DAYS } from '../../../accounts/promises/rules/keptRate.ts'
import { addDays } from '../../../accounts/rules/days.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import type { OpenIssue } from '../../contract.ts'
import type { BriefContent } from '../contract.ts'

type Row = BriefContent['sections']['issues'][number]
interface Names {
  readonly id: string
  readonly by: string | null
  readonly person: string | null
}

/** What is open between us and accounts, with who sees to it; what they owe us; and how we kept our word of late. */
export function issueRows(
  db: Database.Database,
  issues: readonly OpenIssue[],
  ids: readonly AccountId[],
  today: string,
): Row[] {
  const names = new Map(
    db
      .prepare<[string], Names>(NAMES)
      .all(JSON.stringify(issues.map(({ id }) => id)))
      .map((row) => [row.id, row]),
  )
  const accounts = JSON.stringify(ids)
  const owed = db.prepare<[string], Omit<Owed, 'key'>>(OWED).all(accounts)
  const kept = db
    .prepare<object, { accountId: AccountId; kept: number; broken: number }>(KEPT)
    .all({ ids: accounts, since: addDays(today, -RECENT_DAYS) })
  return [
    ...issues.map(
      ({ key, kind, id, accountId, what, dueOn }): Row => ({
        ...{ key, private: false, kind: 'issue', issue: kind, accountId, what, dueOn },
        by: names.get(id)?.by ?? '',
        person: names.get(id)?.person ?? '',
      }),
    ),
    ...owed.map(
      ({ id, accountId, what, dueOn, by, person }): Row => ({
        ...{ key: `owed:${id}`, private: false, kind: 'issue', issue: 'owed', accountId, what, dueOn },
        by: by ?? '',
        person: person ?? '',
      }),
    ),
    ...kept.map((row): Row => ({ key: `kept:${row.accountId}`, private: false, kind: 'kept', ...row })),
  ]
}

interface Owed extends Names {
  readonly key: string
  readonly accountId: AccountId
  readonly what: string
  readonly dueOn: string | null
}

const NAMES = `WITH ids AS MATERIALIZED (SELECT value AS id FROM json_each(?))
  SELECT p.id, m.name AS by, r.name AS person FROM ids JOIN promise p ON p.id = ids.id
    LEFT JOIN member m ON m.id = p.member_id AND m.deleted = 0
    LEFT JOIN person r ON r.id = p.person_id AND r.deleted = 0
  UNION ALL SELECT q.id, m.name, r.name FROM ids JOIN request q ON q.id = ids.id
    LEFT JOIN member m ON m.id = q.owner_id AND m.deleted = 0
    LEFT JOIN person r ON r.id = q.person_id AND r.deleted = 0
  UNION ALL SELECT i.id, m.name, NULL FROM ids JOIN quality_incident i ON i.id = ids.id
    LEFT JOIN member m ON m.id = i.owner_id AND m.deleted = 0`

const OWED = `SELECT p.id, p.account_id AS accountId, p.what, p.due_on AS dueOn, m.name AS by, r.name AS person
  FROM json_each(?) one JOIN promise p ON p.account_id = one.value
  LEFT JOIN member m ON m.id = p.member_id AND m.deleted = 0
  LEFT JOIN person r ON r.id = p.person_id AND r.deleted = 0
  WHERE p.side = 'theirs' AND p.settlement IS NULL AND p.deleted = 0
  ORDER BY one.key, p.due_on IS NULL, p.due_on, p.id`

const KEPT = `SELECT p.account_id AS accountId, sum(p.settlement ->> '$.state' = 'kept') AS kept,
    sum(p.settlement ->> '$.state' = 'broken') AS broken
  FROM json_each(@ids) one JOIN promise p ON p.account_id = one.value
  WHERE p.side = 'ours' AND p.settlement ->> '$.on' > @since AND p.deleted = 0
  GROUP BY p.account_id ORDER BY one.key`
