import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { product } from '../../accounts/analysis/tables.ts'
import { person } from '../../accounts/people/tables.ts'
import { account } from '../../accounts/tables.ts'
import { member } from '../../department/tables.ts'
import { recoveryCase } from '../tables.ts'

const deleted = () => integer().notNull().default(0)

/** An idea 改进 that came from a complaint or a suggestion (C9), with its owner and delivery. */
export const idea = sqliteTable(
  'idea',
  {
    id: text().primaryKey(),
    /** as people say it, I-0012 */
    code: text().notNull(),
    title: text().notNull(),
    detail: text().notNull().default(''),
    /** the case that it came from; null for a suggestion without a complaint */
    caseId: text('case_id').references(() => recoveryCase.id),
    productId: text('product_id').references(() => product.id),
    ownerId: text('owner_id').references(() => member.id),
    /** YYYY-MM-DD; null where no day was named */
    dueOn: text('due_on'),
    /** JSON {value, effort, note}: 1–5 each; null before it was weighed */
    weight: text(),
    /** JSON {state, since, open}: see rules/ideas.ts */
    progress: text().notNull(),
    deleted: deleted(),
  },
  (table) => [index('idea_case').on(table.caseId)],
)

/** A customer who asked for an idea, and what they were told. Id derived from idea and account. */
export const ideaAsker = sqliteTable(
  'idea_asker',
  {
    id: text().primaryKey(),
    ideaId: text('idea_id')
      .notNull()
      .references(() => idea.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    personId: text('person_id').references(() => person.id),
    /** YYYY-MM-DD */
    askedOn: text('asked_on').notNull(),
    /** JSON {on, by, way}: that they were told it is there; null before */
    told: text(),
    deleted: deleted(),
  },
  (table) => [
    index('idea_asker_idea').on(table.ideaId),
    index('idea_asker_account').on(table.accountId),
    index('idea_asker_person').on(table.personId),
  ],
)

/** What happened to an idea, immutable. */
export const ideaEvent = sqliteTable(
  'idea_event',
  {
    id: text().primaryKey(),
    ideaId: text('idea_id')
      .notNull()
      .references(() => idea.id),
    /** an event of rules/ideas.ts, or `note` */
    kind: text().notNull(),
    /** ISO-8601 UTC */
    at: text().notNull(),
    /** clock reading, which orders them */
    recordedAt: text('recorded_at').notNull(),
    by: text().notNull(),
    note: text().notNull().default(''),
    deleted: deleted(),
  },
  (table) => [index('idea_event_idea').on(table.ideaId)],
)
