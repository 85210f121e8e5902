import type Database from 'better-sqlite3'
import { addDays, dayOf, daysBetween } from '../../../accounts/rules/days.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { termsReader } from '../../../channel/policies/service/termsOf.ts'
import { workdaysOf } from '../../../channel/tasks/service/workdays.ts'
import { almanacOf } from '../../../department/calendar/almanac.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type AccountId, type MemberId, TripId, type VisitId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { visitInserter } from '../../service/add.ts'
import { listExecutives } from '../../service/executives.ts'
import type { Proposal, Unplaced, visitPlan } from '../contract.ts'
import type { DueAccount } from '../rules/facts.ts'
import { propose } from '../rules/propose.ts'
import { leadersOf } from './coverage.ts'
import { lastMetByAccount, TOOK_PLACE } from './met.ts'
import { type Stays, staysBetween } from './stays.ts'

/** Hours of the day in which a busy time speaks against a visit: minutes since midnight. */
const WORKING_HOURS = { from: 8 * 60, to: 18 * 60 }
/** Days beside the span that are looked at: a month is full by what lies before the span too. */
const MARGIN = 31
/** The longest span: a year and a month. */
const LONGEST_SPAN = 400

/** Proposes visits for what falls due in a span. @throws Refusal DAYS_OUT_OF_ORDER */
export function proposeVisits(
  kernel: Kernel,
  { from, until }: InputOf<typeof visitPlan.propose>,
): { proposals: Proposal[]; unplaced: Unplaced[] } {
  if (until < from || daysBetween(from, until) > LONGEST_SPAN)
    throw new Refusal('DAYS_OUT_OF_ORDER', { first: from, second: until })
  const { db } = kernel
  const today = dayOf(kernel.now())
  const executives = listExecutives(kernel)
  const accounts = dueAccounts(kernel, today)
  const stays = staysBetween(db, { from: addDays(from, -MARGIN), until: addDays(until, MARGIN) })
  const { isWorkday } = workdaysOf(db)
  const found = propose({
    from,
    until,
    today,
    accounts,
    executives,
    isWorkday: (day) => isWorkday(day) && festivalOn(day) === null,
    isFree: (memberId, day) => isFree(stays, memberId, day),
    loadOf: loadsReader(db, addDays(from, -MARGIN), addDays(until, MARGIN)),
  })
  const byId = new Map(accounts.map((account) => [account.accountId, account]))
  const names = new Map(executives.map(({ memberId, name }) => [memberId, name]))
  return {
    proposals: found.proposals.map((proposed): Proposal => {
      const account = byId.get(proposed.accountId)
      return {
        ...proposed,
        reasons: [...proposed.reasons],
        account: account?.name ?? '',
        tier: account?.tier ?? null,
        lead: names.get(proposed.leadId) ?? '',
        person: account?.leaders.find(({ personId }) => personId === proposed.personId)?.name ?? null,
      }
    }),
    unplaced: found.unplaced.map((line) => ({ ...line, account: byId.get(line.accountId)?.name ?? '' })),
  }
}

const festivalOn = (day: string): string | null =>
  almanacOf(Number(day.slice(0, 4)))[daysBetween(`${day.slice(0, 4)}-01-01`, day)]?.festival ?? null

function isFree({ visits, busy }: Stays, memberId: string, day: string): boolean {
  if (visits(memberId, day).length > 0) return false
  const { from, to } = WORKING_HOURS
  return busy(memberId, day).every(
    (stay) => stay.from !== null && stay.to !== null && (stay.to <= from || stay.from >= to),
  )
}

/** Visits of members by month that are planned or took place. */
function loadsReader(
  db: Database.Database,
  from: string,
  until: string,
): (memberId: string, month: string) => number {
  const rows = db
    .prepare<[string, string], { key: string; count: number }>(
      `SELECT q.member_id || ' ' || substr(v.day, 1, 7) AS key, count(*) AS count
       FROM visit v JOIN visit_member q ON q.visit_id = v.id AND q.deleted = 0
       WHERE v.day BETWEEN ? AND ? AND v.deleted = 0 AND v.progress ->> '$.state' NOT IN ('cancelled', 'notHeld')
       GROUP BY key`,
    )
    .all(`${from.slice(0, 7)}-01`, `${until.slice(0, 7)}-31`)
  const counts = new Map(rows.map(({ key, count }) => [key, count]))
  return (memberId, month) => counts.get(`${memberId} ${month}`) ?? 0
}

/** Accounts with a cadence, each with what proposals go by. */
function dueAccounts(kernel: Kernel, today: string): DueAccount[] {
  const { db } = kernel
  const terms = termsReader(db, today)
  const met = lastMetByAccount(db, today)
  const planned = plannedByAccount(db, today)
  const leads = lastLeads(db, today)
  const rows = db
    .prepare<[], { accountId: AccountId; name: string; region: string }>(
      'SELECT id AS accountId, name, region FROM account WHERE deleted = 0 ORDER BY id',
    )
    .all()
    .flatMap((account) => {
      const { tier, terms: own } = terms(account.accountId)
      const every = own.cadence.executiveVisit
      return every === null ? [] : [{ ...account, tier, every }]
    })
  const leaders = Map.groupBy(
    leadersOf(db, listExecutives(kernel), new Set(rows.map(({ accountId }) => accountId))),
    ({ accountId }) => accountId,
  )
  return rows.map((row) => ({
    ...row,
    lastMet: met.get(row.accountId) ?? null,
    plannedOn: planned.get(row.accountId) ?? null,
    lastLead: leads.get(row.accountId) ?? null,
    leaders: leaders.get(row.accountId) ?? [],
  }))
}

/** The last day on which each account has a visit that is still to be. */
const plannedByAccount = (db: Database.Database, today: string): ReadonlyMap<string, string> =>
  new Map(
    db
      .prepare<[string], { accountId: string; day: string }>(
        `SELECT w.account_id AS accountId, max(v.day) AS day FROM visit v
         JOIN visit_account w ON w.visit_id = v.id AND w.deleted = 0
         WHERE v.day >= ? AND v.deleted = 0 AND v.progress ->> '$.open' = 1
           AND v.progress ->> '$.state' NOT IN ${TOOK_PLACE} GROUP BY w.account_id`,
      )
      .all(today)
      .map(({ accountId, day }) => [accountId, day]),
  )

/** Who led the last visit that took place, by account. */
const lastLeads = (db: Database.Database, today: string): ReadonlyMap<string, MemberId> =>
  new Map(
    db
      .prepare<[string], { accountId: string; memberId: MemberId }>(
        `SELECT w.account_id AS accountId, q.member_id AS memberId, max(v.day || v.time) FROM visit v
         JOIN visit_account w ON w.visit_id = v.id AND w.deleted = 0
         JOIN visit_member q ON q.visit_id = v.id AND q.part = 'leads' AND q.deleted = 0
         WHERE v.day <= ? AND v.deleted = 0 AND v.progress ->> '$.state' IN ${TOOK_PLACE} GROUP BY w.account_id`,
      )
      .all(today)
      .map(({ accountId, memberId }) => [accountId, memberId]),
  )

/** Plans what was proposed, trips among it. @throws Refusal as the contract says */
export function acceptProposals(
  kernel: Kernel,
  { commandId, visits, trips }: InputOf<typeof visitPlan.accept>,
): Outcome<{ visitIds: VisitId[]; tripIds: TripId[] }> {
  const label = { command: 'acceptProposals', params: { count: visits.length } }
  return kernel.write({ commandId, label }, (tx) => {
    const insertTrip = tx.db.prepare('INSERT INTO trip (id, name) VALUES (?, ?)')
    const tripIds = trips.map((name) => {
      const id = TripId.parse(tx.newId())
      insertTrip.run(id, name)
      return id
    })
    const insert = visitInserter(tx, kernel.now())
    const visitIds = visits.map(({ accountId, personId, trip, ...visit }) =>
      insert({
        ...visit,
        title: '',
        accountIds: [accountId],
        memberIds: [],
        personIds: personId === null ? [] : [personId],
        tripId: trip === null ? null : (tripIds[trip] ?? null),
      }),
    )
    return { visitIds, tripIds }
  })
}
