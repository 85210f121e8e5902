import type Database from 'better-sqlite3'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, MemberId, PersonId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { newestStandings } from '../../service/standings.ts'
import type { Leaving } from '../contract.ts'
import { memberName } from './handovers.ts'

type Contact = Leaving['contacts'][number]

/** What would be lost if a colleague left (B3.1). @throws Refusal MEMBER_NOT_FOUND */
export function ifMemberLeaves({ db }: Kernel, memberId: MemberId): Leaving {
  const name = memberName(db, memberId)
  const contacts = contactsOf(db, CONTACTS_OF_MEMBER, OTHERS_WHO_KNOW, [memberId], memberId)
  return {
    name,
    accounts: withTiers(
      db,
      db
        .prepare<[string], { id: AccountId; name: string }>(
          'SELECT id, name FROM account WHERE owner_id = ? AND deleted = 0 ORDER BY name',
        )
        .all(memberId),
    ),
    ...summed(contacts),
    ...openItems(db, PROMISES_OF_MEMBER, NEXT_STEPS_OF_MEMBER, memberId),
  }
}

/** What would be lost if a person left an account. @throws Refusal PERSON_NOT_FOUND */
export function ifPersonLeaves(
  { db }: Kernel,
  { personId, accountId }: { readonly personId: PersonId; readonly accountId: AccountId },
): Leaving {
  const name = db
    .prepare<[string], string>('SELECT name FROM person WHERE id = ? AND deleted = 0')
    .pluck()
    .get(personId)
  if (name === undefined) throw new Refusal('PERSON_NOT_FOUND')
  const contacts = contactsOf(db, CONTACTS_OF_PERSON, OTHERS_THERE, [personId], personId, accountId)
  return {
    name,
    accounts: withTiers(
      db,
      db
        .prepare<[string], { id: AccountId; name: string }>(
          `SELECT DISTINCT a.id, a.name FROM employment e JOIN account a ON a.id = e.account_id AND a.deleted = 0
           WHERE e.person_id = ? AND e.until IS NULL AND e.deleted = 0 ORDER BY a.name`,
        )
        .all(personId),
    ),
    ...summed(contacts),
    ...openItems(db, PROMISES_OF_PERSON, NEXT_STEPS_WITH_PERSON, personId),
  }
}

function withTiers(
  db: Database.Database,
  accounts: readonly { id: AccountId; name: string }[],
): Leaving['accounts'] {
  const standings = newestStandings(db)
  return accounts.map((account) => ({ ...account, tier: standings.get(account.id)?.tier ?? null }))
}

/** More open items than this are only counted. */
const MOST_OPEN = 50

/** What is open with somebody: how much, and the first by day. */
function openItems(
  db: Database.Database,
  promisesSql: string,
  nextStepsSql: string,
  id: string,
): Pick<Leaving, 'openPromises' | 'openNextSteps' | 'promises' | 'nextSteps'> {
  const count = (sql: string): number =>
    db.prepare<[string], number>(`SELECT count(*) FROM (${sql})`).pluck().get(id) ?? 0
  const first = (sql: string): Leaving['promises'] =>
    db
      .prepare<[string], Leaving['promises'][number]>(
        `${sql} ORDER BY "on" IS NULL, "on", what LIMIT ${MOST_OPEN}`,
      )
      .all(id)
  return {
    openPromises: count(promisesSql),
    openNextSteps: count(nextStepsSql),
    promises: first(promisesSql),
    nextSteps: first(nextStepsSql),
  }
}

const OPEN_PROMISES = `SELECT p.id, p.what, p.account_id AS accountId, a.name AS account, p.due_on AS "on"
  FROM promise p JOIN account a ON a.id = p.account_id WHERE p.settlement IS NULL AND p.deleted = 0`
const PROMISES_OF_MEMBER = `${OPEN_PROMISES} AND p.side = 'ours' AND p.member_id = ?`
const PROMISES_OF_PERSON = `${OPEN_PROMISES} AND p.person_id = ?`

const OPEN_STEPS = `SELECT e.id, e.next_step AS what, e.account_id AS accountId, a.name AS account, e.next_on AS "on"
  FROM log_entry e LEFT JOIN account a ON a.id = e.account_id
  WHERE e.next_step <> '' AND e.next_done_on IS NULL AND e.next_on IS NOT NULL AND e.deleted = 0`
const NEXT_STEPS_OF_MEMBER = `${OPEN_STEPS} AND e.next_by = ?`
const NEXT_STEPS_WITH_PERSON = `${OPEN_STEPS}
  AND e.id IN (SELECT l.entry_id FROM log_person l WHERE l.person_id = ? AND l.deleted = 0)`

/** People there whom a colleague knows, strongest first. */
const CONTACTS_OF_MEMBER = `SELECT p.id, p.name, c.depth,
    coalesce((SELECT group_concat(trim(a.name || ' ' || e.title), '、') FROM employment e
      JOIN account a ON a.id = e.account_id AND a.deleted = 0
      WHERE e.person_id = p.id AND e.until IS NULL AND e.deleted = 0), '') AS remark
  FROM coverage c JOIN person p ON p.id = c.person_id AND p.deleted = 0
  WHERE c.member_id = ? AND c.depth > 0 AND c.deleted = 0 ORDER BY c.depth DESC, p.name`

/** Who else of ours knows a person. */
const OTHERS_WHO_KNOW = `SELECT m.id, m.name, c.depth FROM coverage c
  JOIN member m ON m.id = c.member_id AND m.deleted = 0
  WHERE c.person_id = ? AND c.member_id <> ? AND c.depth > 0 AND c.deleted = 0 ORDER BY c.depth DESC, m.name`

/** Colleagues who know a person, strongest first. */
const CONTACTS_OF_PERSON = `SELECT m.id, m.name, m.role AS remark, c.depth FROM coverage c
  JOIN member m ON m.id = c.member_id AND m.deleted = 0
  WHERE c.person_id = ? AND c.depth > 0 AND c.deleted = 0 ORDER BY c.depth DESC, m.name`

/** Whom else a colleague knows at the account. */
const OTHERS_THERE = `SELECT p.id, p.name, max(c.depth) AS depth FROM coverage c
  JOIN person p ON p.id = c.person_id AND p.deleted = 0
  JOIN employment e ON e.person_id = p.id AND e.until IS NULL AND e.deleted = 0
  WHERE c.member_id = ? AND c.person_id <> ? AND e.account_id = ? AND c.depth > 0 AND c.deleted = 0
  GROUP BY p.id ORDER BY depth DESC, p.name`

function contactsOf(
  db: Database.Database,
  contactsSql: string,
  othersSql: string,
  leaver: readonly string[],
  ...others: readonly string[]
): Contact[] {
  const read = db.prepare<string[], { id: string; name: string; depth: number }>(othersSql)
  return db
    .prepare<string[], Omit<Contact, 'others'>>(contactsSql)
    .all(...leaver)
    .map((contact) => ({ ...contact, others: read.all(contact.id, ...others) }))
}

/** Contacts with what they come to: those that nobody else has, and who shares the most of them. */
function summed(contacts: Contact[]): Pick<Leaving, 'contacts' | 'lost' | 'successor'> {
  const shared = new Map<string, { id: string; name: string; shared: number; depth: number }>()
  for (const { others } of contacts)
    for (const { id, name, depth } of others) {
      const known = shared.get(id) ?? { id, name, shared: 0, depth: 0 }
      shared.set(id, { ...known, shared: known.shared + 1, depth: known.depth + depth })
    }
  const [best] = [...shared.values()].sort((a, b) => b.shared - a.shared || b.depth - a.depth)
  return {
    contacts,
    lost: contacts.filter(({ others }) => others.length === 0).length,
    successor: best ? { id: best.id, name: best.name, shared: best.shared } : null,
  }
}
