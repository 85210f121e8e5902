import type Database from 'better-sqlite3'
import { addDays, dayOf } from '../../../accounts/rules/days.ts'
import { termsReader } from '../../../channel/policies/service/termsOf.ts'
import type { Tier } from '../../../evaluation/rules/tiers.ts'
import type { AccountId, PersonId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { rankOfTitle } from '../../rules/ranks.ts'
import { type Executive, listExecutives } from '../../service/executives.ts'
import type { CoverageAccount, CoverageCell, CoverageLeader } from '../contract.ts'
import { LEADER_RANK } from '../rules/coverage.ts'
import { nextDue } from '../rules/due.ts'
import { lastMetByAccount, TOOK_PLACE } from './met.ts'

/** A leader of theirs with how our executives know them. */
export interface Leader extends Omit<CoverageLeader, 'account'> {
  readonly accountId: AccountId
  /** they decide or approve what their firm buys */
  readonly decides: boolean
}

/** Our executives × leaders of key and main accounts, each account with who visited whom. */
export function planCoverage(kernel: Kernel) {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const executives = listExecutives(kernel)
  const accounts = importantAccounts(db, today)
  const leaders = leadersOf(db, executives, new Set(accounts.map(({ accountId }) => accountId))).filter(
    isOfInterest,
  )
  const visited = visitedOf(db, today)
  const led = new Set(leaders.map(({ accountId }) => accountId))
  const shown = accounts.filter(({ accountId }) => led.has(accountId))
  const at = new Map(shown.map(({ accountId }, index) => [accountId, index]))
  return {
    today,
    executives: executives.map(({ memberId, name, role, rank }) => ({ memberId, name, role, rank })),
    accounts: shown.map(
      (account): CoverageAccount => ({
        ...account,
        ...(visited.get(account.accountId) ?? { went: 0, came: 0, faces: [] }),
      }),
    ),
    leaders: leaders.map(
      ({ accountId, decides: _decides, ...leader }): CoverageLeader => ({
        ...leader,
        account: at.get(accountId) ?? 0,
      }),
    ),
  }
}

/** Heads of departments whom no executive knows or wants to know are none of the map's business. */
const isOfInterest = ({ rank, decides, cells }: Leader): boolean =>
  decides ||
  (rank !== null && rank < LEADER_RANK) ||
  cells.some(({ depth, wanted }) => depth > 0 || (wanted ?? 0) > 0)

type Important = Omit<CoverageAccount, 'went' | 'came' | 'faces'>

/** Key and main accounts, key ones first. */
function importantAccounts(db: Database.Database, today: string): Important[] {
  const terms = termsReader(db, today)
  const met = lastMetByAccount(db, today)
  const rankOf = (tier: Tier | null): number => (tier === 'key' ? 0 : 1)
  return db
    .prepare<[], { accountId: AccountId; name: string; shortName: string }>(
      'SELECT id AS accountId, name, short_name AS shortName FROM account WHERE deleted = 0 ORDER BY id',
    )
    .all()
    .flatMap((account): Important[] => {
      const { tier, terms: own } = terms(account.accountId)
      if (tier !== 'key' && tier !== 'main') return []
      const due = nextDue(own.cadence.executiveVisit, met.get(account.accountId) ?? null, today)
      return [{ ...account, tier, nextDue: due }]
    })
    .toSorted((one, other) => rankOf(one.tier) - rankOf(other.tier))
}

interface PersonRow {
  readonly personId: PersonId
  readonly accountId: AccountId
  readonly name: string
  readonly title: string
  readonly role: string | null
}

/** Leaders of these accounts: by their title, or as they decide or approve; the highest of each account first. */
export function leadersOf(
  db: Database.Database,
  executives: readonly Executive[],
  accountIds: ReadonlySet<string>,
): Leader[] {
  const people = db
    .prepare<[string], PersonRow>(
      `SELECT p.id AS personId, e.account_id AS accountId, p.name, e.title, p.decision_role AS role
       FROM employment e JOIN person p ON p.id = e.person_id AND p.deleted = 0 AND p.erased_at IS NULL
       WHERE e.account_id IN (SELECT value FROM json_each(?)) AND e.until IS NULL AND e.deleted = 0
       ORDER BY e.account_id, e.id`,
    )
    .all(JSON.stringify([...accountIds]))
    .map((person) => ({ ...person, rank: rankOfTitle(person.title) }))
    .filter(
      ({ rank, role }) => (rank !== null && rank <= LEADER_RANK) || role === 'decides' || role === 'approves',
    )
  const cellOf = cellReader(
    db,
    executives.map(({ memberId }) => memberId),
    people.map(({ personId }) => personId),
  )
  return people
    .map(({ role, ...person }) => ({
      ...person,
      decides: role === 'decides' || role === 'approves',
      cells: executives.map(({ memberId }) => cellOf(memberId, person.personId)),
    }))
    .toSorted(
      (one, other) => one.accountId.localeCompare(other.accountId) || (one.rank ?? 9) - (other.rank ?? 9),
    )
}

const UNKNOWN: CoverageCell = { depth: 0, wanted: null, lastMet: null }

/** How members know people: the coverage lines, and the last day on which both met by the log or at a visit. */
function cellReader(db: Database.Database, memberIds: readonly string[], personIds: readonly string[]) {
  const given = { members: JSON.stringify(memberIds), people: JSON.stringify(personIds) }
  const pair = (memberId: string, personId: string): string => `${memberId} ${personId}`
  const lines = new Map(
    db
      .prepare<object, { memberId: string; personId: string; depth: number; wanted: number | null }>(
        `SELECT member_id AS memberId, person_id AS personId, depth, wanted FROM coverage
         WHERE member_id IN (SELECT value FROM json_each(@members)) AND deleted = 0
           AND person_id IN (SELECT value FROM json_each(@people))`,
      )
      .all(given)
      .map(({ memberId, personId, ...line }) => [pair(memberId, personId), line]),
  )
  const met = new Map(
    db
      .prepare<object, { memberId: string; personId: string; day: string }>(
        `SELECT memberId, personId, max(day) AS day FROM (
           SELECT e.member_id AS memberId, l.person_id AS personId, e.happened_on AS day
           FROM log_person l JOIN log_entry e ON e.id = l.entry_id AND e.deleted = 0
           WHERE l.person_id IN (SELECT value FROM json_each(@people)) AND l.deleted = 0
             AND e.member_id IN (SELECT value FROM json_each(@members))
           UNION ALL
           SELECT q.member_id, p.person_id, v.day
           FROM visit_person p JOIN visit v ON v.id = p.visit_id AND v.deleted = 0
             AND v.progress ->> '$.state' IN ${TOOK_PLACE}
           JOIN visit_member q ON q.visit_id = v.id AND q.deleted = 0
           WHERE p.person_id IN (SELECT value FROM json_each(@people)) AND p.deleted = 0
             AND coalesce(p.came, 1) = 1 AND q.member_id IN (SELECT value FROM json_each(@members))
         ) GROUP BY memberId, personId`,
      )
      .all(given)
      .map(({ memberId, personId, day }) => [pair(memberId, personId), day]),
  )
  return (memberId: string, personId: string): CoverageCell => {
    const key = pair(memberId, personId)
    const line = lines.get(key)
    const lastMet = met.get(key) ?? null
    return line === undefined && lastMet === null ? UNKNOWN : { depth: 0, wanted: null, ...line, lastMet }
  }
}

/** How many of the last faces are told. */
const FACES = 3
const YEAR = 365

/** Visits that took place by account: how many went and came in a year, and who led the last ones. */
function visitedOf(db: Database.Database, today: string) {
  const since = addDays(today, -YEAR)
  const rows = db
    .prepare<[string], { accountId: string; day: string; direction: string; lead: string | null }>(
      `SELECT w.account_id AS accountId, v.day, v.direction, m.name AS lead FROM visit v
       JOIN visit_account w ON w.visit_id = v.id AND w.deleted = 0
       LEFT JOIN visit_member q ON q.visit_id = v.id AND q.part = 'leads' AND q.deleted = 0
       LEFT JOIN member m ON m.id = q.member_id AND m.deleted = 0
       WHERE v.day <= ? AND v.deleted = 0 AND v.progress ->> '$.state' IN ${TOOK_PLACE} ORDER BY v.day DESC, v.id`,
    )
    .iterate(today)
  const visited = new Map<string, { went: number; came: number; faces: { name: string; day: string }[] }>()
  for (const { accountId, day, direction, lead } of rows) {
    const known = visited.get(accountId) ?? { went: 0, came: 0, faces: [] }
    visited.set(accountId, known)
    if (day >= since && direction === 'go') known.went += 1
    if (day >= since && direction === 'come') known.came += 1
    if (lead !== null && known.faces.length < FACES) known.faces.push({ name: lead, day })
  }
  return visited
}
