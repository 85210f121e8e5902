import type Database from 'better-sqlite3'
import { standingReader } from '../../../accounts/service/standings.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import { perFile } from '../../../kernel/perFile.ts'
import type { Notice, NoticeKind } from '../contract.ts'
import type { StoredNotice } from './store.ts'

/** What a record says now. */
interface Words {
  readonly of: string | null
  readonly what: string
  readonly why: string | null
  readonly person: string | null
  readonly accountId: AccountId | null
  readonly account: string | null
  readonly ownerId: string | null
  readonly owner: string | null
}

const OWNER = 'm.id AS ownerId, m.name AS owner'
const NAMED = `a.id AS accountId, a.name AS account, ${OWNER}`
const member = (column: string): string => `LEFT JOIN member m ON m.id = ${column} AND m.deleted = 0`

/** Records that are still open, on accounts that are there: of others nothing needs to be told any more. */
const SQL = {
  request: `SELECT NULL AS of, r.code || ' ' || r.title AS what, NULL AS why, NULL AS person, ${NAMED}
    FROM request r JOIN account a ON a.id = r.account_id AND a.deleted = 0 ${member('r.owner_id')}
    WHERE r.id = ? AND r.deleted = 0 AND r.progress ->> '$.open' = 1
      AND r.progress ->> '$.state' NOT IN ('solved', 'confirmed')`,
  task: `SELECT NULL AS of, t.title AS what, t.why, q.name AS person, ${NAMED}
    FROM care_task t LEFT JOIN account a ON a.id = t.account_id ${member('t.owner_id')}
    LEFT JOIN person q ON q.id = t.person_id AND q.deleted = 0
    WHERE t.id = ? AND t.deleted = 0 AND t.settlement IS NULL AND coalesce(a.deleted, 0) = 0`,
  promise: `SELECT NULL AS of, p.what, NULL AS why, NULL AS person, ${NAMED}
    FROM promise p JOIN account a ON a.id = p.account_id AND a.deleted = 0 ${member('p.member_id')}
    WHERE p.id = ? AND p.deleted = 0 AND p.settlement IS NULL`,
  part: `SELECT r.id AS of, t.what, NULL AS why, NULL AS person, ${NAMED}
    FROM request_part t JOIN request r ON r.id = t.request_id AND r.deleted = 0
    JOIN account a ON a.id = r.account_id AND a.deleted = 0 ${member('t.owner_id')}
    WHERE t.id = ? AND t.deleted = 0 AND t.done IS NULL`,
} as const satisfies Record<NoticeKind, string>

const statementsOf = perFile((db) => ({
  request: db.prepare<[string], Words>(SQL.request),
  task: db.prepare<[string], Words>(SQL.task),
  promise: db.prepare<[string], Words>(SQL.promise),
  part: db.prepare<[string], Words>(SQL.part),
}))

/** Notices as they are shown, with the words that their records have now; without those that are over. */
export function inWords(
  db: Database.Database,
  notices: readonly StoredNotice[],
  me: string | null,
): Notice[] {
  const statements = statementsOf(db)
  const standing = standingReader(db)
  return notices.flatMap(({ raisedAt, seenAt, ...notice }): Notice[] => {
    const words = statements[notice.kind].get(notice.id)
    if (!words) return []
    const { ownerId, owner, ...shown } = words
    const tier = words.accountId === null ? undefined : standing(words.accountId)?.tier
    return [
      {
        ...notice,
        ...shown,
        tier: tier === undefined || tier === 'insufficient' ? null : tier,
        owner: ownerId === me ? null : owner,
        raisedAt: Date.parse(raisedAt),
        seen: seenAt !== null,
      },
    ]
  })
}
