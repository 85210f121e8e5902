import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { account } from '../../accounts/tables.ts'
import { round } from '../tables.ts'

/** What was decided on an account's tier in a round, by name and date. Id derived from round and account. */
export const tierDecision = sqliteTable(
  'tier_decision',
  {
    id: text().primaryKey(),
    roundId: text('round_id')
      .notNull()
      .references(() => round.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    /** JSON {kind, tier, reason, expires, by, at}: they only make sense together */
    decision: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('tier_decision_round').on(table.roundId)],
)
