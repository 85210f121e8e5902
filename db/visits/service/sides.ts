import type Database from 'better-sqlite3'
import { peopleCompleteness } from '../../accounts/portrait/service/person.ts'
import type { AccountId, PersonId, VisitId } from '../../kernel/ids.ts'
import type { VisitSheet } from '../contract.ts'
import { rankOfTitle } from '../rules/ranks.ts'

/** A profile of this many percent with nothing stale that matters is enough to meet somebody (A2). */
const ENOUGH = 60

/** The accounts of a visit that are there, in their order. */
export const accountsOf = (db: Database.Database, visitId: VisitId): { id: AccountId; name: string }[] =>
  db
    .prepare<[VisitId], { id: AccountId; name: string }>(
      `SELECT a.id, a.name FROM visit_account w JOIN account a ON a.id = w.account_id AND a.deleted = 0
       WHERE w.visit_id = ? AND w.deleted = 0 ORDER BY w.order_key, w.id`,
    )
    .all(visitId)

/** Ours at a visit, who leads first, then by rank. */
export const ourSide = (db: Database.Database, visitId: VisitId): VisitSheet['ours'] =>
  db
    .prepare<[VisitId], VisitSheet['ours'][number]>(
      `SELECT m.id AS memberId, m.name, m.role, v.part, x.rank FROM visit_member v
       JOIN member m ON m.id = v.member_id AND m.deleted = 0
       LEFT JOIN executive x ON x.member_id = m.id AND x.deleted = 0
       WHERE v.visit_id = ? AND v.deleted = 0 ORDER BY v.part = 'leads' DESC, v.id`,
    )
    .all(visitId)
    .map((line) => ({ ...line, rank: line.rank ?? rankOfTitle(line.role) }))

type Their = VisitSheet['theirs'][number]
type StoredTheir = Omit<Their, 'rank' | 'profile' | 'fresh' | 'came' | 'gone'> & {
  readonly came: number | null
  readonly gone: number
}

/** Theirs at a visit, by rank. Who was erased or deleted since stays as a place without a name. @param today YYYY-MM-DD */
export function theirSide(db: Database.Database, visitId: VisitId, today: string): Their[] {
  const rows = db
    .prepare<object, StoredTheir>(
      `SELECT p.id AS personId, p.name, coalesce(e.title, '') AS title, e.account_id AS accountId, p.attitude,
         v.attitude_before AS attitudeBefore, v.attitude_after AS attitudeAfter, v.came,
         (p.deleted = 1 OR p.erased_at IS NOT NULL) AS gone
       FROM visit_person v JOIN person p ON p.id = v.person_id
       LEFT JOIN employment e ON e.id = (SELECT j.id FROM employment j WHERE j.person_id = p.id AND j.deleted = 0
         AND j.until IS NULL ORDER BY j.account_id IN (SELECT account_id FROM visit_account
           WHERE visit_id = @visitId AND deleted = 0) DESC, j.id LIMIT 1)
       WHERE v.visit_id = @visitId AND v.deleted = 0`,
    )
    .all({ visitId })
  const known = peopleCompleteness(
    db,
    rows.map(({ personId }): PersonId => personId),
    today,
  )
  return rows
    .map((row) => {
      const profile = known.get(row.personId)?.percent ?? 0
      return {
        ...row,
        rank: rankOfTitle(row.title),
        came: row.came === null ? null : row.came === 1,
        gone: row.gone === 1,
        profile,
        fresh: profile >= ENOUGH,
      }
    })
    .toSorted((one, other) => (one.rank ?? 9) - (other.rank ?? 9) || one.name.localeCompare(other.name, 'zh'))
}
