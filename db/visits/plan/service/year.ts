import type Database from 'better-sqlite3'
import { dayOf } from '../../../accounts/rules/days.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { termsReader } from '../../../channel/policies/service/termsOf.ts'
import type { AccountId, VisitId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { clashOf, stayOf } from '../../rules/clashes.ts'
import { isAhead, tookPlace, type VisitState } from '../../rules/states.ts'
import type { Direction, VisitKind } from '../../rules/words.ts'
import { listExecutives } from '../../service/executives.ts'
import type { PlanLoad, PlanMark, PlanRow, visitPlan } from '../contract.ts'
import { byNeed, nextDue, visitsAYear } from '../rules/due.ts'
import { lastMetByAccount } from './met.ts'
import { type Stays, staysBetween } from './stays.ts'

interface YearVisit {
  readonly visitId: VisitId
  readonly code: string
  readonly title: string
  readonly day: string
  readonly time: string
  readonly minutes: number
  readonly city: string
  readonly state: VisitState
  readonly direction: Direction
  readonly kind: VisitKind
}

/** The matrix of a year. */
export function planYear(kernel: Kernel, { year, limit }: InputOf<typeof visitPlan.year>) {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const span = { from: `${year}-01-01`, until: `${year}-12-31` }
  const visits = visitsBetween(db, span)
  const links = linksBetween(db, span)
  const held = new Map<string, number>()
  const named = new Set<string>()
  for (const { visitId, state } of visits)
    for (const accountId of links.accounts.get(visitId) ?? []) {
      named.add(accountId)
      if (tookPlace(state)) held.set(accountId, (held.get(accountId) ?? 0) + 1)
    }
  const rows = planRows(db, { today, held, named })
  const at = new Map<string, number>(rows.map(({ accountId }, index) => [accountId, index]))
  const names = memberNames(db)
  const stays = staysBetween(db, { from: today < span.from ? span.from : today, until: span.until })
  const marks = visits.map((visit): PlanMark => {
    const { minutes: _minutes, city: _city, ...mark } = visit
    const members = links.members.get(visit.visitId) ?? []
    const lead = members.find(({ leads }) => leads)
    return {
      ...mark,
      rows: (links.accounts.get(visit.visitId) ?? []).flatMap((id) => at.get(id) ?? []),
      missed: isMissed(visit, today),
      lead: lead === undefined ? null : (names.get(lead.memberId) ?? null),
      clash: visit.day >= today && isAhead(visit.state) && clashes(visit, members, stays),
    }
  })
  const shown = limit ?? rows.length
  return {
    today,
    rows: rows.slice(0, shown),
    more: rows.length > shown,
    marks: limit === undefined ? marks : marks.filter((mark) => mark.rows.some((row) => row < shown)),
    count: marks.length,
    loads: loadsOf(kernel, visits, links.members),
    missed: missedOf(marks, rows),
  }
}

const isMissed = ({ state, day }: Pick<YearVisit, 'state' | 'day'>, today: string): boolean =>
  state === 'notHeld' || (isAhead(state) && day < today)

/** Whether one of ours is elsewhere: their stays of the day hold this visit itself once. */
function clashes(visit: YearVisit, members: readonly Part[], stays: Stays): boolean {
  const own = stayOf(visit)
  return members.some(({ memberId }) => {
    const others = stays.visits(memberId, visit.day)
    return (
      stays.busy(memberId, visit.day).some((stay) => clashOf(own, stay) !== null) ||
      // a visit with a time clashes with itself, one without it doesn't: so count it out
      others.filter((stay) => clashOf(own, stay) !== null).length > (clashOf(own, own) === null ? 0 : 1)
    )
  })
}

const visitsBetween = (db: Database.Database, span: { from: string; until: string }): YearVisit[] =>
  db
    .prepare<object, YearVisit>(
      `SELECT id AS visitId, code, title, day, time, minutes, city, progress ->> '$.state' AS state, direction, kind
       FROM visit WHERE day BETWEEN @from AND @until AND deleted = 0 AND progress ->> '$.state' <> 'cancelled'
       ORDER BY day, time, id`,
    )
    .all(span)

interface Part {
  readonly memberId: string
  readonly leads: boolean
}

/** Who of both sides the visits of a span are with, accounts in their order. */
function linksBetween(db: Database.Database, span: { from: string; until: string }) {
  const ofSpan = 'v.day BETWEEN @from AND @until AND v.deleted = 0'
  const accounts = new Map<string, string[]>()
  for (const { visitId, accountId } of db
    .prepare<object, { visitId: string; accountId: string }>(
      `SELECT w.visit_id AS visitId, w.account_id AS accountId FROM visit v
       JOIN visit_account w ON w.visit_id = v.id AND w.deleted = 0
       JOIN account a ON a.id = w.account_id AND a.deleted = 0 WHERE ${ofSpan} ORDER BY w.order_key, w.id`,
    )
    .iterate(span))
    pushTo(accounts, visitId, accountId)
  const members = new Map<string, Part[]>()
  for (const { visitId, memberId, part } of db
    .prepare<object, { visitId: string; memberId: string; part: string }>(
      `SELECT q.visit_id AS visitId, q.member_id AS memberId, q.part FROM visit v
       JOIN visit_member q ON q.visit_id = v.id AND q.deleted = 0
       JOIN member m ON m.id = q.member_id WHERE ${ofSpan} ORDER BY q.id`,
    )
    .iterate(span))
    pushTo(members, visitId, { memberId, leads: part === 'leads' })
  return { accounts, members }
}

function pushTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Accounts with a cadence or a visit that year, in the plan's order. */
function planRows(
  db: Database.Database,
  facts: {
    readonly today: string
    readonly held: ReadonlyMap<string, number>
    readonly named: ReadonlySet<string>
  },
): PlanRow[] {
  const terms = termsReader(db, facts.today)
  const met = lastMetByAccount(db, facts.today)
  return db
    .prepare<[], { accountId: AccountId; name: string; owner: string | null }>(
      `SELECT a.id AS accountId, a.name, m.name AS owner FROM account a
       LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0 WHERE a.deleted = 0`,
    )
    .all()
    .flatMap((account): PlanRow[] => {
      const { tier, terms: own } = terms(account.accountId)
      const cadence = own.cadence.executiveVisit
      if (cadence === null && !facts.named.has(account.accountId)) return []
      const lastMet = met.get(account.accountId) ?? null
      const done = facts.held.get(account.accountId) ?? 0
      const due = visitsAYear(cadence)
      return [
        { ...account, tier, cadence, due, done, lastMet, nextDue: nextDue(cadence, lastMet, facts.today) },
      ]
    })
    .toSorted(byNeed)
}

const memberNames = (db: Database.Database): ReadonlyMap<string, string> =>
  new Map(
    db
      .prepare<[], { id: string; name: string }>('SELECT id, name FROM member WHERE deleted = 0')
      .all()
      .map(({ id, name }) => [id, name]),
  )

/** Visits of each month in which executives take part; what did not take place is no load. */
function loadsOf(
  kernel: Kernel,
  visits: readonly YearVisit[],
  members: ReadonlyMap<string, readonly Part[]>,
): PlanLoad[] {
  const months = new Map<string, number[]>()
  for (const { visitId, day, state } of visits) {
    if (state === 'notHeld') continue
    const month = Number(day.slice(5, 7)) - 1
    for (const { memberId } of members.get(visitId) ?? []) {
      const counts = months.get(memberId) ?? new Array<number>(12).fill(0)
      counts[month] = (counts[month] ?? 0) + 1
      months.set(memberId, counts)
    }
  }
  return listExecutives(kernel).map(({ memberId, name, role, monthly }) => ({
    memberId,
    name,
    role,
    monthly,
    months: months.get(memberId) ?? new Array<number>(12).fill(0),
  }))
}

/** What was missed, and when the same account is or was visited after all. */
function missedOf(marks: readonly PlanMark[], rows: readonly PlanRow[]) {
  return marks
    .filter(({ missed }) => missed)
    .flatMap(({ visitId, rows: [row], day }) => {
      const name = row === undefined ? undefined : rows[row]?.name
      if (row === undefined || name === undefined) return []
      const later = marks.find((other) => !other.missed && other.day > day && other.rows.includes(row))
      return [{ visitId, account: name, day, madeUpOn: later?.day ?? null }]
    })
}
