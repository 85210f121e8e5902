import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { account } from '../../accounts/tables.ts'

/**
 * What an account ordered in a month, as finance has it: by it trust is proven to be back. Several rows of a month add up,
 * as those of two accounts do that turned out to be one.
 */
export const orderMonth = sqliteTable(
  'order_month',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    /** YYYY-MM */
    month: text().notNull(),
    /** fen */
    amount: integer().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('order_month_account').on(table.accountId, table.month)],
)
