import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from '../../department/tables.ts'
import { person } from '../people/tables.ts'
import { account } from '../tables.ts'
import { PROMISE_SIDES, PROMISE_SOURCES } from './rules/states.ts'

/**
 * The day on which a promise was settled, YYYY-MM-DD; null while it is open. Word for word as its index has it, and read
 * without the rest of the JSON.
 */
export const SETTLED_ON = `substr(settlement, instr(settlement, '"on":"') + 6, 10)`

/** A line of the promise ledger 承诺台账 (C2): who promised what to whom, by when. */
export const promise = sqliteTable(
  'promise',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    side: text({ enum: PROMISE_SIDES }).notNull(),
    /** our part of it: who promised, or to whom they promised */
    memberId: text('member_id').references(() => member.id),
    /** their part of it */
    personId: text('person_id').references(() => person.id),
    what: text().notNull(),
    /** YYYY-MM-DD */
    madeOn: text('made_on').notNull(),
    /** YYYY-MM-DD; null where no day was named */
    dueOn: text('due_on'),
    /** JSON {state, on, note, by} since it is no longer open; null while it is: they only make sense together */
    settlement: text(),
    source: text({ enum: PROMISE_SOURCES }).notNull().default('direct'),
    /** the entry, visit, task or case that holds it */
    sourceId: text('source_id'),
    deleted: integer().notNull().default(0),
  },
  (table) => [
    index('promise_account').on(table.accountId),
    index('promise_person').on(table.personId),
    index('promise_member').on(table.memberId),
    index('promise_source').on(table.sourceId),
    // open ones are few among all, and asked for all the time
    index('promise_open')
      .on(table.dueOn, table.side, table.memberId, table.accountId)
      .where(sql`settlement IS NULL AND deleted = 0`),
    index('promise_settled')
      .on(sql.raw(SETTLED_ON), table.side)
      .where(sql`settlement IS NOT NULL AND deleted = 0`),
  ],
)
