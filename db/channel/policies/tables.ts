import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { account } from '../../accounts/tables.ts'
import { TIERS } from '../../evaluation/rules/tiers.ts'

/** What a tier gets from a day on 分级管理办法 (A9): immutable, a later version takes its place from its own day on. */
export const policy = sqliteTable(
  'policy',
  {
    id: text().primaryKey(),
    tier: text({ enum: TIERS }).notNull(),
    /** the first day on which it holds, YYYY-MM-DD */
    fromOn: text('from_on').notNull(),
    /** JSON: entitlements, cadences, clocks, gifts, share of effort — see rules/terms.ts */
    terms: text().notNull(),
    /** days for which an account that loses by it, or by its tier, keeps what it had */
    graceDays: integer('grace_days').notNull().default(0),
    note: text().notNull().default(''),
    /** clock reading; of two that begin on one day the latest holds */
    publishedAt: text('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('policy_tier').on(table.tier)],
)

/** What one account gets otherwise than its tier, from a day to a day, with the reason and who approved it. */
export const policyException = sqliteTable(
  'policy_exception',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    /** first and last day on which it holds, YYYY-MM-DD */
    fromOn: text('from_on').notNull(),
    untilOn: text('until_on').notNull(),
    /** JSON: the terms that differ by their keys — see rules/terms.ts */
    terms: text().notNull(),
    reason: text().notNull(),
    approvedBy: text('approved_by').notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('policy_exception_account').on(table.accountId)],
)
