import type Database from 'better-sqlite3'
import type { AccountId, HandoverId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { plainText } from '../../log/rules/mentions.ts'
import { confidentialEntries } from '../../privacy/service/confidential.ts'
import { FIELD_NAMES } from '../../rules/accountFields.ts'
import { addDays, dayOf } from '../../rules/days.ts'
import { accountReader } from '../../service/read.ts'
import { newestStandings } from '../../service/standings.ts'
import type { PackAccount } from '../contract.ts'
import { accountsOf, storedHandover } from './handovers.ts'

type Rows<Part extends 'people' | 'promises' | 'nextSteps' | 'history'> = PackAccount[Part][number]

/** Days of history that a successor reads. */
const HISTORY_DAYS = 365
/** Longer histories are read in the account's log. */
const MOST_ENTRIES = 300

/** What the taker has to know, account by account. @throws Refusal HANDOVER_NOT_FOUND */
export function handoverPack(kernel: Kernel, handoverId: HandoverId): PackAccount[] {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const standings = newestStandings(db)
  return accountsOf(db, storedHandover(db, handoverId)).flatMap(({ id }) => {
    const account = accountReader(db)(id)
    if (!account) return []
    const standing = standings.get(id)
    return [
      {
        id,
        name: account.name,
        tier: standing?.tier ?? null,
        score: standing?.score ?? null,
        owner: nameOfOwner(db, account.ownerId),
        group: groupOf(db, id),
        facts: FIELD_NAMES.flatMap((field) => {
          const value = account[field]
          return NOT_FACTS.has(field) || value === null || value === '' ? [] : [{ field, value }]
        }),
        people: peopleOf(db, id),
        promises: db.prepare<[string], Rows<'promises'>>(PROMISES).all(id),
        nextSteps: db.prepare<[string], Rows<'nextSteps'>>(NEXT_STEPS).all(id),
        history: historyOf(db, id, addDays(today, -HISTORY_DAYS)),
        decision: db.prepare<[string], NonNullable<PackAccount['decision']>>(DECISION).get(id) ?? null,
      },
    ]
  })
}

function historyOf(db: Database.Database, accountId: AccountId, since: string): Rows<'history'>[] {
  const entries = db
    .prepare<[string, string, number], Rows<'history'>>(HISTORY)
    .all(accountId, since, MOST_ENTRIES)
  const confidential = confidentialEntries(
    db,
    entries.map(({ entryId }) => entryId),
  )
  return entries.map((entry) => ({
    ...entry,
    text: entry.text === null || confidential.has(entry.entryId) ? null : plainText(entry.text),
  }))
}

/** Fields that stand elsewhere in the pack. */
const NOT_FACTS: ReadonlySet<string> = new Set(['name', 'ownerId', 'parentId'])

const nameOfOwner = (db: Database.Database, id: string | null): string | null =>
  db.prepare<[string | null], string>('SELECT name FROM member WHERE id = ?').pluck().get(id) ?? null

const groupOf = (db: Database.Database, accountId: AccountId) =>
  db
    .prepare<[string], { name: string; function: string }>(
      `SELECT m.name, s.function FROM group_seat s JOIN member m ON m.id = s.member_id AND m.deleted = 0
       WHERE s.account_id = ? AND s.deleted = 0 ORDER BY s.function, m.name`,
    )
    .all(accountId)

function peopleOf(db: Database.Database, accountId: AccountId): Rows<'people'>[] {
  const knownBy = db.prepare<[string], { name: string; depth: number }>(
    `SELECT m.name, c.depth FROM coverage c JOIN member m ON m.id = c.member_id AND m.deleted = 0
     WHERE c.person_id = ? AND c.deleted = 0 AND c.depth > 0 ORDER BY c.depth DESC, m.name`,
  )
  const lastMet = db
    .prepare<[string], string | null>(
      `SELECT max(e.happened_on) FROM log_person p JOIN log_entry e ON e.id = p.entry_id AND e.deleted = 0
       WHERE p.person_id = ? AND p.deleted = 0`,
    )
    .pluck()
  return db
    .prepare<[string], Omit<Rows<'people'>, 'knownBy' | 'lastMet'>>(
      `SELECT p.id, p.name, max(e.title) AS title, p.phone, p.attitude, p.decision_role AS decisionRole, p.influence,
         p.rhythm, p.interests, p.greeting, p.preconditions, p.brands_view AS brandsView
       FROM employment e JOIN person p ON p.id = e.person_id AND p.deleted = 0
       WHERE e.account_id = ? AND e.deleted = 0 AND e.until IS NULL
       GROUP BY p.id ORDER BY p.influence DESC, p.name`,
    )
    .all(accountId)
    .map((person) => ({
      ...person,
      knownBy: knownBy.all(person.id),
      lastMet: lastMet.get(person.id) ?? null,
    }))
}

const PROMISES = `SELECT p.id, p.side, p.what, m.name AS member, r.name AS person, p.due_on AS dueOn FROM promise p
  LEFT JOIN member m ON m.id = p.member_id LEFT JOIN person r ON r.id = p.person_id AND r.deleted = 0
  WHERE p.account_id = ? AND p.settlement IS NULL AND p.deleted = 0 ORDER BY p.due_on IS NULL, p.due_on, p.id`

const NEXT_STEPS = `SELECT e.id AS entryId, e.next_step AS what, e.next_on AS "on", m.name AS by FROM log_entry e
  LEFT JOIN member m ON m.id = e.next_by
  WHERE e.account_id = ? AND e.next_step <> '' AND e.next_done_on IS NULL AND e.deleted = 0
  ORDER BY e.next_on IS NULL, e.next_on, e.id`

const HISTORY = `SELECT e.id AS entryId, e.happened_on AS "on", e.channel, m.name AS by, e.text,
    coalesce((SELECT group_concat(p.name, '、') FROM log_person l JOIN person p ON p.id = l.person_id AND p.deleted = 0
      WHERE l.entry_id = e.id AND l.deleted = 0), '') AS people
  FROM log_entry e LEFT JOIN member m ON m.id = e.member_id
  WHERE e.account_id = ? AND e.happened_on >= ? AND e.deleted = 0 ORDER BY e.happened_on DESC, e.id DESC LIMIT ?`

const DECISION = `SELECT decision, reason, decided_on AS "on" FROM account_decision
  WHERE account_id = ? AND deleted = 0 ORDER BY decided_on DESC, id DESC LIMIT 1`
