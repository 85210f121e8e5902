import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from '../../department/tables.ts'
import { ACTION_KINDS, CHECK_DAYS } from '../rules/words.ts'
import { recoveryCase } from '../tables.ts'

const deleted = () => integer().notNull().default(0)
const ofCase = () =>
  text('case_id')
    .notNull()
    .references(() => recoveryCase.id)

/** A question of the five whys 五问 with its answer; further questions hang on it. */
export const caseWhy = sqliteTable(
  'case_why',
  {
    id: text().primaryKey(),
    caseId: ofCase(),
    /** the answer that this one asks about; null for the first */
    parentId: text('parent_id'),
    question: text().notNull(),
    answer: text().notNull().default(''),
    /** whether the answer is a fault of our own: that is asked first (B3) */
    ours: integer().notNull().default(0),
    /** what shows it: a sample, a report, a form */
    evidence: text().notNull().default(''),
    /** fractional order key among those that hang on the same */
    orderKey: text('order_key').notNull(),
    deleted: deleted(),
  },
  (table) => [index('case_why_case').on(table.caseId)],
)

/** An action `t` that was carried out and whose last look is still to come. Word for word as its index has it. */
export const UNCHECKED = `json_valid(t.done) AND t.deleted = 0 AND t.checks ->> '$."180"' IS NULL`

/** The day of the first look at an action `t` that wasn't taken. */
export const CHECK_DUE = `date(t.done ->> '$.on', CASE ${CHECK_DAYS.map(
  (days) => `WHEN t.checks ->> '$."${days}"' IS NULL THEN '+${days} days'`,
).join(' ')} END)`

/** What is done about the cause 纠正与预防措施, with the looks at whether it works. */
export const caseAction = sqliteTable(
  'case_action',
  {
    id: text().primaryKey(),
    caseId: ofCase(),
    kind: text({ enum: ACTION_KINDS }).notNull(),
    what: text().notNull(),
    ownerId: text('owner_id').references(() => member.id),
    /** YYYY-MM-DD; null where no day was named */
    dueOn: text('due_on'),
    /** JSON {on, by, note} once it was carried out; null before */
    done: text(),
    /** JSON: by days after that, {on, by, works, note} — see rules/checks.ts */
    checks: text().notNull().default('{}'),
    deleted: deleted(),
  },
  (table) => [
    index('case_action_case').on(table.caseId),
    index('case_action_open').on(table.dueOn, table.ownerId).where(sql`done IS NULL AND deleted = 0`),
    // an index over what isn't JSON would stop a migration
    index('case_action_check')
      .on(sql`done ->> '$.on'`)
      .where(sql`json_valid(done) AND deleted = 0 AND checks ->> '$."180"' IS NULL`),
  ],
)
