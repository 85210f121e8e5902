import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { account } from '../../accounts/tables.ts'
import { indicator, round } from '../tables.ts'

/** What the meeting agreed on for one cell. Id derived from round, account and indicator. */
export const agreement = sqliteTable(
  'agreement',
  {
    id: text().primaryKey(),
    roundId: text('round_id')
      .notNull()
      .references(() => round.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicator.id),
    /** JSON {mark, reason, arguments: [{memberId, name, mark, text}], by, at}: they only make sense together */
    decision: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('agreement_round').on(table.roundId)],
)
