import type Database from 'better-sqlite3'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, PersonId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { byPinyin } from '../../pinyin.ts'
import type { personCompleteness } from '../../portrait/rules/personFacts.ts'
import { peopleCompleteness } from '../../portrait/service/person.ts'
import { dayOf } from '../../rules/days.ts'
import type { Employment, JobMove, PersonCard } from '../contract.ts'
import { moveKind } from '../rules/employments.ts'
import { STORED_PERSON, type StoredPerson } from './columns.ts'
import { employmentsOf, missingFacts, toPersonRow } from './read.ts'

/** The most cards of those who are there, and of those who left. */
const MOST_CARDS = 200

interface Known {
  readonly personId: PersonId
  readonly depth: number | null
  readonly wanted: number | null
  readonly knownBy: number
  readonly warnings: number
}

/**
 * The people of an account, most influential first, those who left last; and who of those for us came or went.
 * @throws Refusal ACCOUNT_NOT_FOUND
 */
export function peopleOfAccount(
  kernel: Kernel,
  accountId: AccountId,
): { cards: PersonCard[]; moves: JobMove[]; counts: { current: number; former: number } } {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const there = db.prepare<[AccountId], number>('SELECT 1 FROM account WHERE id = ? AND deleted = 0').pluck()
  if (there.get(accountId) === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
  const { people, counts } = mostInfluential(db, accountId, today)
  const ids = people.map(({ id }) => id)
  const employments = employmentsOf(db, ids, today)
  const known = knownPeople(db, ids)
  const portraits = peopleCompleteness(db, ids, today)
  const cards = people.flatMap((person) => {
    const all = employments.get(person.id) ?? []
    const card = toCard(person, all, accountId, known.get(person.id), portraits.get(person.id), today)
    return card ? [card] : []
  })
  const moves = people.flatMap((person) => {
    const move = toMove(person, employments.get(person.id) ?? [], accountId, today)
    return move ? [move] : []
  })
  return { cards: cards.sort(byInfluence), moves, counts }
}

/** Whoever works or worked at an account, the most influential of each kind, and how many there are of all. */
function mostInfluential(db: Database.Database, accountId: AccountId, today: string) {
  const rows = db
    .prepare<{ accountId: AccountId; today: string }, { personId: PersonId; current: 0 | 1 }>(
      `SELECT p.id AS personId, max(${IS_CURRENT}) AS current
       FROM employment e JOIN person p ON p.id = e.person_id AND p.deleted = 0
       WHERE e.account_id = @accountId AND e.deleted = 0
       GROUP BY p.id ORDER BY p.influence DESC, p.id`,
    )
    .all({ accountId, today })
  const current = rows.filter((row) => row.current === 1)
  const former = rows.filter((row) => row.current === 0)
  const shown = [...current.slice(0, MOST_CARDS), ...former.slice(0, MOST_CARDS)]
  const people = db
    .prepare<[string], StoredPerson>(
      `SELECT ${STORED_PERSON} FROM json_each(?) ids CROSS JOIN person p ON p.id = ids.value`,
    )
    .all(JSON.stringify(shown.map(({ personId }) => personId)))
  return { people, counts: { current: current.length, former: former.length } }
}

/** `isCurrent` of rules/employments.ts for SQLite. */
const IS_CURRENT = 'e.until IS NULL OR e.until > substr(@today, 1, length(e.until))'

function toCard(
  person: StoredPerson,
  employments: readonly Employment[],
  accountId: AccountId,
  known: Known | undefined,
  portrait: ReturnType<typeof personCompleteness> | undefined,
  today: string,
): PersonCard | undefined {
  const here = employments.find((employment) => employment.accountId === accountId)
  if (!here) return undefined
  return {
    ...toPersonRow(person, employments, portrait?.percent ?? 0, today),
    employmentId: here.id,
    title: here.title,
    department: here.department,
    current: here.current,
    depth: known?.depth ?? 0,
    wanted: known?.wanted ?? null,
    knownBy: known?.knownBy ?? 0,
    missing: missingFacts(portrait),
    warnings: known?.warnings ?? 0,
  }
}

/** How well we know people, and how many warning signs there are of them. */
function knownPeople(db: Database.Database, ids: readonly PersonId[]): ReadonlyMap<PersonId, Known> {
  const rows = db
    .prepare<[string], Known>(
      `SELECT ids.value AS personId, max(c.depth) AS depth, max(c.wanted) AS wanted,
         count(CASE WHEN c.depth > 0 THEN 1 END) AS knownBy,
         (SELECT count(*) FROM warning_sign w WHERE w.person_id = ids.value AND w.deleted = 0) AS warnings
       FROM json_each(?) ids LEFT JOIN (coverage c JOIN member m ON m.id = c.member_id AND m.deleted = 0)
         ON c.person_id = ids.value AND c.deleted = 0
       GROUP BY ids.value`,
    )
    .all(JSON.stringify(ids))
  return new Map(rows.map((row) => [row.personId, row]))
}

/** What somebody's change of employer means here, with where they went to or came from. */
function toMove(
  person: StoredPerson,
  employments: readonly Employment[],
  accountId: AccountId,
  today: string,
): JobMove | undefined {
  const { id: personId, name, attitude } = person
  const here = employments.filter((employment) => employment.accountId === accountId)
  const elsewhere = employments.filter((employment) => employment.accountId !== accountId)
  const kind = moveKind(here, elsewhere, attitude, today)
  const other = elsewhere.find(({ current }) => current === (kind === 'risk'))
  if (!kind || !other || !attitude) return undefined
  const on = kind === 'risk' ? (here[0]?.until ?? other.since) : (here[0]?.since ?? other.until)
  return {
    personId,
    name,
    kind,
    attitude,
    accountId: other.accountId,
    accountName: other.accountName,
    title: other.title,
    on,
  }
}

const byInfluence = (a: PersonCard, b: PersonCard): number =>
  Number(b.current) - Number(a.current) || (b.influence ?? 0) - (a.influence ?? 0) || byPinyin(a, b)
