import type Database from 'better-sqlite3'
import type { Channel } from '../../../accounts/log/rules/channels.ts'
import { keptRate } from '../../../accounts/promises/rules/keptRate.ts'
import { addDays } from '../../../accounts/rules/days.ts'
import type { Tier } from '../../../evaluation/rules/tiers.ts'
import { AccountId } from '../../../kernel/ids.ts'
import { termsReader } from '../../policies/service/termsOf.ts'
import type { Span } from '../../rules/periods.ts'
import { isExecutive, type LoggedSort, PROVEN_BY_LOG, sortsProven } from '../../tasks/rules/contacts.ts'
import type { Figures } from '../contract.ts'
import { daysIn, daysKept } from '../rules/cadenceKept.ts'

type Kept<Part extends 'promises' | 'cadence'> = NonNullable<Figures[Part]>

/** A promise of ours that was kept or broken. */
export interface SettledPromise {
  readonly memberId: string | null
  readonly accountId: string
  /** YYYY-MM-DD */
  readonly on: string
  readonly state: 'kept' | 'broken'
}

/** Our promises that were settled in a span of days, kept or broken (C2). */
export const settledPromises = (db: Database.Database, { from, until }: Span): SettledPromise[] =>
  db
    .prepare<[string, string], SettledPromise>(
      `SELECT p.member_id AS memberId, p.account_id AS accountId, p.settlement ->> '$.on' AS "on",
         p.settlement ->> '$.state' AS state
       FROM promise p JOIN account a ON a.id = p.account_id AND a.deleted = 0
       WHERE p.side = 'ours' AND p.deleted = 0 AND p.settlement ->> '$.on' BETWEEN ? AND ?
         AND p.settlement ->> '$.state' IN ('kept', 'broken')`,
    )
    .all(from, until)

/** How promises were kept: the ledger's own rate. */
export function promisesKept(settled: readonly SettledPromise[]): Kept<'promises'> {
  const kept = settled.filter(({ state }) => state === 'kept').length
  const counts = { kept, broken: settled.length - kept }
  return { ...counts, rate: keptRate(counts) }
}

/** An account with the contacts that a policy wants of it. */
export interface AccountCadence {
  readonly accountId: string
  readonly ownerId: string | null
  readonly tier: Tier | null
  /** each sort of contact that the log can prove: the days from one to the next, and those on which there was one */
  readonly wanted: readonly { readonly every: number; readonly on: readonly string[] }[]
}

/**
 * Accounts with their cadences by the policies of a day (YYYY-MM-DD), and their contacts in the log since the year before
 * a span's first day. Surveys and talks are proven by tasks alone and don't count here.
 */
export function accountCadences(db: Database.Database, day: string, { from, until }: Span): AccountCadence[] {
  const terms = termsReader(db, day)
  const contacts = contactsBetween(db, addDays(from, -LONGEST_CADENCE), until)
  return db
    .prepare<[], { accountId: string; ownerId: string | null }>(
      'SELECT id AS accountId, owner_id AS ownerId FROM account WHERE deleted = 0',
    )
    .all()
    .map((account) => {
      const { tier, terms: own } = terms(AccountId.parse(account.accountId))
      const wanted = PROVEN_BY_LOG.flatMap((sort) => {
        const every = own.cadence[sort]
        return every === null ? [] : [{ every, on: contacts.get(account.accountId)?.[sort] ?? [] }]
      })
      return { ...account, tier, wanted }
    })
}

/** A contact may be promised a year after the last one. */
const LONGEST_CADENCE = 366

type Days = Readonly<Record<LoggedSort, string[]>>

function contactsBetween(db: Database.Database, from: string, until: string): ReadonlyMap<string, Days> {
  const entries = db
    .prepare<[string, string], { accountId: string; on: string; channel: Channel; role: string | null }>(
      `SELECT e.account_id AS accountId, e.happened_on AS "on", e.channel, m.role FROM log_entry e
       LEFT JOIN member m ON m.id = e.member_id
       WHERE e.happened_on BETWEEN ? AND ? AND e.deleted = 0 ORDER BY e.happened_on`,
    )
    .iterate(from, until)
  const contacts = new Map<string, Days>()
  for (const { accountId, on, channel, role } of entries) {
    const days = contacts.get(accountId) ?? { visit: [], executiveVisit: [], call: [] }
    contacts.set(accountId, days)
    for (const sort of sortsProven(channel, isExecutive(role ?? ''))) days[sort].push(on)
  }
  return contacts
}

/** On how many days of a span cadences were kept: each account and sort of contact day by day. */
export function cadencesKept(accounts: readonly AccountCadence[], span: Span): Kept<'cadence'> {
  let [kept, sorts] = [0, 0]
  for (const { wanted } of accounts) {
    sorts += wanted.length
    for (const { on, every } of wanted) kept += daysKept(on, every, span)
  }
  const of = sorts * daysIn(span)
  return { kept, of, rate: of === 0 ? null : Math.round((kept * 1_000) / of) }
}
