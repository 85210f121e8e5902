import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { account } from '../../accounts/tables.ts'
import { member } from '../../department/tables.ts'
import { EFFORT_SUBJECTS } from './rules/words.ts'

/** A line of the effort ledger 投入台账 (A9's 80/20): how long one of ours worked for an account on a day. */
export const effort = sqliteTable(
  'effort',
  {
    id: text().primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    /** null for work that is for no one account */
    accountId: text('account_id').references(() => account.id),
    /** YYYY-MM-DD */
    day: text().notNull(),
    minutes: integer().notNull(),
    subject: text({ enum: EFFORT_SUBJECTS }).notNull(),
    /** the task, request, visit or case that it went into */
    subjectId: text('subject_id'),
    note: text().notNull().default(''),
    deleted: integer().notNull().default(0),
  },
  (table) => [
    index('effort_account').on(table.accountId),
    index('effort_day').on(table.day),
    index('effort_subject').on(table.subjectId),
  ],
)
