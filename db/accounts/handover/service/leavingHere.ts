import type Database from 'better-sqlite3'
import type { z } from 'zod'
import type { AccountId, MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { handover } from '../contract.ts'

type Here = z.output<NonNullable<(typeof handover.ifSomebodyLeaves)['~orpc']['outputSchema']>>
type Owner = NonNullable<Here['owner']>

/** So many people there are spoken of; the others are on the map. */
const MOST_PEOPLE = 3

/** What an account would lose with each of its most important people, and with its owner (B3.1). */
export const ifSomebodyLeaves = ({ db }: Kernel, accountId: AccountId): Here => ({
  people: db.prepare<[string, number], Here['people'][number]>(PEOPLE).all(accountId, MOST_PEOPLE),
  owner: ownerOf(db, accountId),
})

/** People there with the lines that lead to them; a line of the two deepest kinds is strong. */
const PEOPLE = `SELECT p.id, p.name, count(DISTINCT c.member_id) AS lines,
    count(DISTINCT CASE WHEN c.depth >= 3 THEN c.member_id END) AS strong
  FROM employment e JOIN person p ON p.id = e.person_id AND p.deleted = 0
  JOIN coverage c ON c.person_id = p.id AND c.depth > 0 AND c.deleted = 0
  JOIN member m ON m.id = c.member_id AND m.deleted = 0
  WHERE e.account_id = ? AND e.until IS NULL AND e.deleted = 0
  GROUP BY p.id ORDER BY coalesce(p.influence, 0) DESC, strong DESC, lines DESC, p.name LIMIT ?`

function ownerOf(db: Database.Database, accountId: AccountId): Owner | null {
  const owner = db
    .prepare<[string], { id: MemberId; name: string }>(
      `SELECT m.id, m.name FROM account a JOIN member m ON m.id = a.owner_id AND m.deleted = 0
       WHERE a.id = ? AND a.deleted = 0`,
    )
    .get(accountId)
  if (!owner) return null
  const who = { accountId, ownerId: owner.id }
  const counts = db.prepare<[typeof who], Pick<Owner, 'contacts' | 'lost'>>(OF_OWNER).get(who)
  const successor = db.prepare<[typeof who], string>(SUCCESSOR).pluck().get(who)
  return { ...owner, ...(counts ?? { contacts: 0, lost: 0 }), successor: successor ?? null }
}

const THERE = `SELECT DISTINCT e.person_id FROM employment e JOIN person p ON p.id = e.person_id AND p.deleted = 0
  WHERE e.account_id = @accountId AND e.until IS NULL AND e.deleted = 0`

/** Whom the owner knows there, and whom nobody but the owner. */
const OF_OWNER = `SELECT count(*) AS contacts, coalesce(sum(NOT EXISTS (
    SELECT 1 FROM coverage o JOIN member m ON m.id = o.member_id AND m.deleted = 0
    WHERE o.person_id = c.person_id AND o.member_id <> @ownerId AND o.depth > 0 AND o.deleted = 0)), 0) AS lost
  FROM coverage c WHERE c.member_id = @ownerId AND c.depth > 0 AND c.deleted = 0 AND c.person_id IN (${THERE})`

/** Who knows the most people there, else who sits in the working group. */
const SUCCESSOR = `SELECT m.name FROM (
    SELECT member_id, count(*) AS known, sum(depth) AS depth FROM coverage
    WHERE depth > 0 AND deleted = 0 AND person_id IN (${THERE}) GROUP BY member_id
    UNION ALL SELECT member_id, 0, 0 FROM group_seat WHERE account_id = @accountId AND deleted = 0) found
  JOIN member m ON m.id = found.member_id AND m.deleted = 0
  WHERE m.id <> @ownerId GROUP BY m.id ORDER BY sum(known) DESC, sum(depth) DESC, m.name LIMIT 1`
