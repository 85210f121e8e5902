import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { person } from '../../accounts/people/tables.ts'
import { account } from '../../accounts/tables.ts'
import { member } from '../../department/tables.ts'
import { TASK_KINDS } from './rules/words.ts'

/** What somebody said they did, of the kinds that come round: an entry of the work log counts of itself. */
export const DONE_BY_WORD = `settlement ->> '$.state' = 'done' AND settlement ->> '$.contact' IS NULL AND deleted = 0
  AND kind IN ('visit', 'executiveVisit', 'call', 'survey', 'talk', 'service')`

/** A care task 关怀任务: something dated that we do for an account, with the reason for which it exists. */
export const careTask = sqliteTable(
  'care_task',
  {
    /** derived from its reason where a rule made it: the same reason never makes a second one */
    id: text().primaryKey(),
    accountId: text('account_id').references(() => account.id),
    personId: text('person_id').references(() => person.id),
    kind: text({ enum: TASK_KINDS }).notNull(),
    title: text().notNull(),
    note: text().notNull().default(''),
    /** JSON {code, …}: why it exists — see rules/reasons.ts */
    why: text().notNull(),
    ownerId: text('owner_id').references(() => member.id),
    /** YYYY-MM-DD */
    dueOn: text('due_on').notNull(),
    /** HH:MM; empty where any time of the day will do */
    dueTime: text('due_time').notNull().default(''),
    /** YYYY-MM-DD on which it was made */
    madeOn: text('made_on').notNull(),
    /** JSON {on: whom, since}: it can't go on before somebody else acts; null where it can */
    waiting: text(),
    /** JSON {until, reason, by}: put off; null where it isn't */
    snooze: text(),
    /** JSON {every, count}: done, it comes again; null where it doesn't */
    repeats: text(),
    /** JSON {playbookId, name, step, of}: its place in a template of several steps; null where in none */
    playbook: text(),
    /** JSON {state: done | dropped, at, by, note} since it is no longer open; null while it is */
    settlement: text(),
    deleted: integer().notNull().default(0),
  },
  (table) => [
    index('care_task_account').on(table.accountId),
    index('care_task_person').on(table.personId),
    index('care_task_owner').on(table.ownerId),
    // open ones are few among all, and asked for all the time: with all that says whose they are and where they stand
    index('care_task_open')
      .on(table.dueOn, table.dueTime, table.ownerId, table.accountId, table.snooze, table.waiting)
      .where(sql`settlement IS NULL AND deleted = 0`),
    index('care_task_settled')
      .on(sql`settlement ->> '$.at'`, sql`settlement ->> '$.state'`, table.ownerId, table.accountId)
      .where(sql`settlement IS NOT NULL AND deleted = 0`),
    // the newest of each kind for every account, among all that ever ended
    index('care_task_done')
      .on(table.accountId, table.kind, sql`settlement ->> '$.at'`)
      .where(sql.raw(DONE_BY_WORD)),
  ],
)

/** A template 模板 of several dated steps. */
export const playbook = sqliteTable('playbook', {
  id: text().primaryKey(),
  name: text().notNull(),
  note: text().notNull().default(''),
  /** JSON: title, kind, days after the start, whose it is — see rules/playbooks.ts */
  steps: text().notNull(),
  deleted: integer().notNull().default(0),
})

/** How the department makes care tasks of one reason. Id derived from the reason. */
export const careRule = sqliteTable('care_rule', {
  id: text().primaryKey(),
  /** a reason of rules/reasons.ts */
  reason: text().notNull(),
  /** JSON: on or off, for which tiers, how many days ahead — see rules/careRules.ts */
  content: text().notNull(),
  deleted: integer().notNull().default(0),
})

/** A contract 合同 of an account that runs out. */
export const accountContract = sqliteTable(
  'account_contract',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    name: text().notNull(),
    /** YYYY-MM-DD */
    startsOn: text('starts_on'),
    /** YYYY-MM-DD, the last day */
    endsOn: text('ends_on').notNull(),
    note: text().notNull().default(''),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('account_contract_account').on(table.accountId)],
)
