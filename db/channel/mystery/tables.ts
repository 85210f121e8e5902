import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { account } from '../../accounts/tables.ts'
import { member } from '../../department/tables.ts'
import { MYSTERY_WAYS } from './rules/words.ts'

/** A sheet by which a mystery visit 神秘顾客 is scored (C6). */
export const mysterySheet = sqliteTable('mystery_sheet', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** JSON: items with key, text and points, which add up to 100 */
  items: text().notNull(),
  deleted: integer().notNull().default(0),
})

/** An unannounced, scored inspection of how we serve (C6). */
export const mysteryVisit = sqliteTable(
  'mystery_visit',
  {
    id: text().primaryKey(),
    sheetId: text('sheet_id')
      .notNull()
      .references(() => mysterySheet.id),
    /** the outlet, hotline or team that was inspected */
    place: text().notNull(),
    /** the account whose service it was; null where it was no one's */
    accountId: text('account_id').references(() => account.id),
    /** YYYY-MM-DD */
    day: text().notNull(),
    way: text({ enum: MYSTERY_WAYS }).notNull(),
    visitorId: text('visitor_id').references(() => member.id),
    /** JSON: the items as they were with the points given */
    marks: text().notNull(),
    finding: text().notNull().default(''),
    deleted: integer().notNull().default(0),
  },
  (table) => [
    index('mystery_visit_sheet').on(table.sheetId),
    index('mystery_visit_account').on(table.accountId),
  ],
)
