import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { account } from '../../accounts/tables.ts'
import { member } from '../../department/tables.ts'
import { recoveryCase } from '../tables.ts'

const deleted = () => integer().notNull().default(0)

/** A lost account 流失客户: why, what it would be worth, and whether we try to win it back 赢回. */
export const winBack = sqliteTable(
  'win_back',
  {
    id: text().primaryKey(),
    /** as people say it, W-0003 */
    code: text().notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    /** the case that led to it */
    caseId: text('case_id').references(() => recoveryCase.id),
    /** YYYY-MM-DD */
    lostOn: text('lost_on').notNull(),
    ownerId: text('owner_id').references(() => member.id),
    /** JSON {defection, lossCause, force, why, personId, on, answers}: what they said when they were asked; null before */
    interview: text(),
    /** JSON {yearly, share, years, chance, cost}: see rules/secondLife.ts; null before it was weighed */
    worth: text(),
    /** JSON {decision, reason, memberId, on}; null before */
    decision: text(),
    /** JSON: by months after the decision, {outcome, note, on, by} — see rules/course.ts */
    outcomes: text().notNull().default('{}'),
    deleted: deleted(),
  },
  (table) => [index('win_back_account').on(table.accountId), index('win_back_case').on(table.caseId)],
)

/** A dated step of winning an account back. */
export const winBackStep = sqliteTable(
  'win_back_step',
  {
    id: text().primaryKey(),
    winBackId: text('win_back_id')
      .notNull()
      .references(() => winBack.id),
    what: text().notNull(),
    ownerId: text('owner_id').references(() => member.id),
    /** YYYY-MM-DD */
    dueOn: text('due_on').notNull(),
    /** JSON {on, by, note} once it was done; null before */
    done: text(),
    deleted: deleted(),
  },
  (table) => [
    index('win_back_step_win_back').on(table.winBackId),
    index('win_back_step_open').on(table.dueOn, table.ownerId).where(sql`done IS NULL AND deleted = 0`),
  ],
)
