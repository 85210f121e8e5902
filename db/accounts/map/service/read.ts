import type Database from 'better-sqlite3'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { dayOf } from '../../rules/days.ts'
import { accountReader } from '../../service/read.ts'
import { newestStandings } from '../../service/standings.ts'
import type { MapCoverage, MapMember, MapPerson, MapRelation, RelationshipMap } from '../contract.ts'
import { contactInterval } from '../rules/intervals.ts'
import { parsePlace } from '../rules/places.ts'

/** The newest employment of each person who works at an account now, by the day given. */
const PEOPLE = `SELECT p.id, p.name, max(e.since) AS since, e.title, p.attitude, p.decision_role AS decisionRole,
    p.influence,
    (SELECT max(l.happened_on) FROM log_person lp JOIN log_entry l ON l.id = lp.entry_id
     WHERE lp.person_id = p.id AND lp.deleted = 0 AND l.deleted = 0 AND l.happened_on <= @today) AS lastMet
  FROM employment e JOIN person p ON p.id = e.person_id AND p.deleted = 0
  WHERE e.account_id = @accountId AND e.deleted = 0 AND (e.until IS NULL OR e.until > substr(@today, 1, length(e.until)))
  GROUP BY p.id ORDER BY p.influence DESC, p.id`

/** Everything the map of an account shows. @throws Refusal ACCOUNT_NOT_FOUND */
export function readMap(kernel: Kernel, accountId: AccountId): RelationshipMap {
  const { db } = kernel
  const account = accountReader(db)(accountId)
  if (!account) throw new Refusal('ACCOUNT_NOT_FOUND')
  const standing = newestStandings(db).get(accountId)?.tier ?? null
  const tier = standing === 'insufficient' ? null : standing
  const people = peopleOf(db, accountId, dayOf(kernel.now()))
  const here = new Set<string>(people.map(({ id }) => id))
  const coverage = coverageOf(db, accountId).filter(({ personId }) => here.has(personId))
  return {
    accountName: account.name,
    today: dayOf(kernel.now()),
    tier,
    interval: contactInterval(tier),
    people,
    members: membersOf(db, accountId, account.ownerId, coverage),
    relations: relationsOf(db, accountId).filter(({ fromId, toId }) => here.has(fromId) && here.has(toId)),
    coverage,
    places: placesOf(db, accountId),
  }
}

/** Who works at an account on a day, with when they were last in contact with us. */
export const peopleOf = (db: Database.Database, accountId: AccountId, today: string): MapPerson[] =>
  db
    .prepare<[{ accountId: AccountId; today: string }], MapPerson & { since: string | null }>(PEOPLE)
    .all({ accountId, today })
    .map(({ since: _since, ...person }) => person)

/** The lines drawn between people of an account, as they are kept. */
export const relationsOf = (db: Database.Database, accountId: AccountId): MapRelation[] =>
  db
    .prepare<[AccountId], MapRelation>(
      `SELECT id, from_id AS fromId, to_id AS toId, kind, note FROM relation
       WHERE account_id = ? AND deleted = 0 ORDER BY id`,
    )
    .all(accountId)

/** Who of ours, not having left, knows or is meant to know people who work or worked at an account. */
const coverageOf = (db: Database.Database, accountId: AccountId): MapCoverage[] =>
  db
    .prepare<[AccountId], MapCoverage>(
      `SELECT c.person_id AS personId, c.member_id AS memberId, c.depth, c.wanted
       FROM coverage c JOIN member m ON m.id = c.member_id AND m.deleted = 0
       WHERE c.deleted = 0 AND (c.depth > 0 OR c.wanted > 0)
         AND c.person_id IN (SELECT person_id FROM employment WHERE account_id = ? AND deleted = 0)
       ORDER BY c.id`,
    )
    .all(accountId)

function membersOf(
  db: Database.Database,
  accountId: AccountId,
  ownerId: string | null,
  coverage: readonly MapCoverage[],
): MapMember[] {
  const seats = db
    .prepare<[AccountId], string>('SELECT member_id FROM group_seat WHERE account_id = ? AND deleted = 0')
    .pluck()
    .all(accountId)
  const ids = new Set<string>([...seats, ...coverage.map(({ memberId }) => memberId)])
  if (ownerId !== null) ids.add(ownerId)
  const read = db.prepare<[string], Omit<MapMember, 'owner'>>(
    'SELECT id, name, role FROM member WHERE id = ? AND deleted = 0',
  )
  return [...ids].sort().flatMap((id) => {
    const member = read.get(id)
    return member ? [{ ...member, owner: id === ownerId }] : []
  })
}

const placesOf = (db: Database.Database, accountId: AccountId): RelationshipMap['places'] =>
  db
    .prepare<[AccountId], { nodeId: string; place: string }>(
      'SELECT node_id AS nodeId, place FROM map_place WHERE account_id = ? AND deleted = 0 ORDER BY id',
    )
    .all(accountId)
    .map(({ nodeId, place }) => ({ nodeId, ...parsePlace(place) }))
