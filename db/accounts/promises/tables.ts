import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from '../../department/tables.ts'
import { person } from '../people/tables.ts'
import { account } from '../tables.ts'
import { PROMISE_SIDES, PROMISE_SOURCES } from './rules/states.ts'

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
  ],
)
