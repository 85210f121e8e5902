import type Database from 'better-sqlite3'
import type { AccountId, VisitId } from '../../../kernel/ids.ts'
import type { VisitSheet } from '../../contract.ts'
import type { VisitKind } from '../../rules/words.ts'
import { outcomeOf } from '../../service/stored.ts'
import type { BriefContent } from '../contract.ts'

type Row = BriefContent['sections']['lastVisit'][number]
type Promised = Extract<Row, { kind: 'promised' }>

interface Past {
  readonly accountId: AccountId
  readonly visitId: VisitId
  readonly day: string
  readonly visitKind: VisitKind
  readonly lead: string | null
  readonly objective: string
  readonly outcome: string | null
}

/** For each account the newest visit before this one that took place, and what became of what was promised there. */
export function lastVisitRows(
  db: Database.Database,
  { id, day }: Pick<VisitSheet, 'id' | 'day'>,
  ids: readonly AccountId[],
): Row[] {
  const accounts = JSON.stringify(ids)
  const past = db.prepare<object, Past>(PAST).all({ ids: accounts, id, day })
  const promised = Map.groupBy(
    db
      .prepare<
        object,
        Omit<Promised, 'key' | 'private' | 'kind' | 'by'> & {
          id: string
          visitId: VisitId
          by: string | null
        }
      >(PROMISED)
      .all({ ids: accounts, visits: JSON.stringify([...new Set(past.map(({ visitId }) => visitId))]) }),
    ({ accountId }) => accountId,
  )
  return past.flatMap(({ outcome, lead, ...row }): Row[] => {
    const { reach, note } = outcomeOf(outcome)
    return [
      {
        ...{ key: `past:${row.accountId}`, private: false, kind: 'past' },
        ...{ ...row, lead: lead ?? '', reach, note },
      },
      ...(promised.get(row.accountId) ?? []).flatMap(({ id: promiseId, visitId, by, ...line }): Row[] =>
        visitId === row.visitId
          ? [{ key: `promised:${promiseId}`, private: false, kind: 'promised', ...line, by: by ?? '' }]
          : [],
      ),
    ]
  })
}

const PAST = `SELECT accountId, visitId, day, visitKind, objective, outcome, lead FROM (
    SELECT one.value AS accountId, one.key AS place, v.id AS visitId, v.day, v.kind AS visitKind, v.objective, v.outcome,
      (SELECT m.name FROM visit_member l JOIN member m ON m.id = l.member_id AND m.deleted = 0
       WHERE l.visit_id = v.id AND l.part = 'leads' AND l.deleted = 0 ORDER BY l.id LIMIT 1) AS lead,
      row_number() OVER (PARTITION BY one.value ORDER BY v.day DESC, v.time DESC, v.id DESC) AS age
    FROM json_each(@ids) one JOIN visit_account w ON w.account_id = one.value AND w.deleted = 0
    JOIN visit v ON v.id = w.visit_id AND v.deleted = 0
    WHERE v.id <> @id AND v.day <= @day AND v.progress ->> '$.state' IN ('held', 'minutesDue', 'following', 'closed'))
  WHERE age = 1 ORDER BY place`

const PROMISED = `SELECT p.id, p.source_id AS visitId, p.account_id AS accountId, p.side, p.what, p.due_on AS dueOn,
    coalesce(p.settlement ->> '$.state', 'open') AS state, CASE p.side WHEN 'ours' THEN m.name ELSE r.name END AS by
  FROM json_each(@visits) one JOIN promise p ON p.source = 'visit' AND p.source_id = one.value
  LEFT JOIN member m ON m.id = p.member_id AND m.deleted = 0
  LEFT JOIN person r ON r.id = p.person_id AND r.deleted = 0
  WHERE p.account_id IN (SELECT value FROM json_each(@ids)) AND p.deleted = 0 ORDER BY p.due_on IS NULL, p.due_on, p.id`
