import type Database from 'better-sqlite3'
import { addDays, dayOf } from '../../../accounts/rules/days.ts'
import { TIERS, type Tier } from '../../../evaluation/rules/tiers.ts'
import { AccountId, MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { policiesOn, termsReader } from '../../policies/service/termsOf.ts'
import type { Span } from '../../rules/periods.ts'
import { type AccountFacts, reportOf, type Spent } from '../rules/report.ts'

/** Where the effort of a span of days went (A9), by the tiers and policies of its last day. */
export function effortReport(kernel: Kernel, span: Span) {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const day = span.until > today ? today : span.until
  const { factsOf, profitFigure, growthFigure } = factsReader(db, day)
  const policies = policiesOn(db, day)
  const targets = targetShares((tier) => policies[tier].terms.effortShare)
  const { accounts, members, ...report } = reportOf(spentIn(db, span), factsOf, targets, span)
  const names = nameReader(db)
  return {
    ...report,
    today,
    profitFigure,
    growthFigure,
    tiers: [...report.tiers],
    weeks: [...report.weeks],
    accounts: {
      ids: accounts.map(({ accountId }) => AccountId.parse(accountId)),
      names: accounts.map(({ accountId }) => names.account(accountId)),
      tiers: accounts.map(({ tier }) => tier),
      minutes: accounts.map(({ minutes }) => minutes),
      shares: accounts.map(({ share }) => share),
      bringNothing: accounts.map(({ bringsNothing }) => bringsNothing),
    },
    members: members.map(({ memberId, weeks, ...member }) => ({
      ...member,
      memberId: MemberId.parse(memberId),
      member: names.member(memberId),
      weeks: [...weeks],
    })),
  }
}

const targetShares = (of: (tier: Tier) => number): Record<Tier, number> => {
  const [key, main, ordinary, small] = TIERS.map(of)
  return { key: key ?? 0, main: main ?? 0, ordinary: ordinary ?? 0, small: small ?? 0 }
}

/** Minutes by member, account and week; 1970-01-05 was a Monday. Lines of accounts that are gone count for none. */
const spentIn = (db: Database.Database, { from, until }: Span): Spent[] =>
  db
    .prepare<[string, string], Omit<Spent, 'week'> & { week: number }>(
      `SELECT e.member_id AS memberId, a.id AS accountId,
         (CAST(julianday(e.day) - julianday('1970-01-05') AS INTEGER)) / 7 AS week, sum(e.minutes) AS minutes
       FROM effort e LEFT JOIN account a ON a.id = e.account_id AND a.deleted = 0
       WHERE e.day BETWEEN ? AND ? AND e.deleted = 0 GROUP BY 1, 2, 3`,
    )
    .all(from, until)
    .map(({ week, ...spent }) => ({ ...spent, week: addDays('1970-01-05', week * 7) }))

/** What accounts are and bring on a day (YYYY-MM-DD), by the department's own figures of profit and growth. */
function factsReader(db: Database.Database, day: string) {
  const figures = db
    .prepare<[], { id: string; name: string; unit: string }>(
      'SELECT id, name, unit FROM figure WHERE deleted = 0 ORDER BY order_key, id',
    )
    .all()
  const profit = figures.find(({ name, unit }) => unit === 'money' && /利润|profit/i.test(name))
  const growth = figures.find(({ name, unit }) => unit === 'percent' && /增长|growth/i.test(name))
  const stored = db.prepare<[string], string>('SELECT figures FROM account WHERE id = ?').pluck()
  const terms = termsReader(db, day)
  const factsOf = (accountId: string): AccountFacts => {
    const values: Readonly<Record<string, number>> = JSON.parse(stored.get(accountId) ?? '{}')
    return {
      tier: terms(AccountId.parse(accountId)).tier,
      profit: profit === undefined ? null : (values[profit.id] ?? null),
      growth: growth === undefined ? null : (values[growth.id] ?? null),
    }
  }
  return { factsOf, profitFigure: profit?.name ?? null, growthFigure: growth?.name ?? null }
}

function nameReader(db: Database.Database) {
  const account = db.prepare<[string], string>('SELECT name FROM account WHERE id = ?').pluck()
  const member = db.prepare<[string], string>('SELECT name FROM member WHERE id = ?').pluck()
  return {
    account: (id: string): string => account.get(id) ?? '',
    member: (id: string): string => member.get(id) ?? '',
  }
}
