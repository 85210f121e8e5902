import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { account } from '../../accounts/tables.ts'
import { INCENTIVE_KINDS, INCENTIVE_UNITS } from './rules/words.ts'

/** A rule by which an account earns or loses 有奖有罚 (B4.6). */
export const incentiveRule = sqliteTable('incentive_rule', {
  id: text().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: INCENTIVE_KINDS }).notNull(),
  unit: text({ enum: INCENTIVE_UNITS }).notNull(),
  /** what it says, in words */
  text: text().notNull().default(''),
  /** JSON: how an amount is reckoned, see rules/reckoning.ts; null where it is entered */
  reckoning: text(),
  /** first and last day, YYYY-MM-DD; null without end */
  fromOn: text('from_on').notNull(),
  untilOn: text('until_on'),
  deleted: integer().notNull().default(0),
})

/** A line of the incentive ledger 奖惩台账; balances are sums of these. */
export const incentiveEntry = sqliteTable(
  'incentive_entry',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    ruleId: text('rule_id').references(() => incentiveRule.id),
    unit: text({ enum: INCENTIVE_UNITS }).notNull(),
    /** fen or points; positive is the account's gain, negative its penalty or what it was paid out */
    amount: integer().notNull(),
    /** YYYY-MM-DD */
    day: text().notNull(),
    why: text().notNull(),
    by: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [
    index('incentive_entry_account').on(table.accountId),
    index('incentive_entry_rule').on(table.ruleId),
  ],
)
