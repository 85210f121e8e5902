import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { person } from '../../accounts/people/tables.ts'
import { account } from '../../accounts/tables.ts'
import { member } from '../../department/tables.ts'
import { CONSULTATION_KINDS } from './rules/words.ts'

/** A decision that we plan and put to chosen accounts first 征询意见 (A9). */
export const consultation = sqliteTable('consultation', {
  id: text().primaryKey(),
  title: text().notNull(),
  kind: text({ enum: CONSULTATION_KINDS }).notNull(),
  /** what is planned and what we ask */
  question: text().notNull(),
  /** opinions are wanted by, and the decision is planned for: YYYY-MM-DD */
  closesOn: text('closes_on').notNull(),
  decidesOn: text('decides_on').notNull(),
  ownerId: text('owner_id').references(() => member.id),
  /** JSON {decision, text, on, by} once it is decided */
  outcome: text(),
  deleted: integer().notNull().default(0),
})

/** What an account said of a planned decision, and when it was told what came of it. */
export const opinion = sqliteTable(
  'opinion',
  {
    id: text().primaryKey(),
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultation.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    personId: text('person_id').references(() => person.id),
    /** how much it counts, 1–99 */
    weight: integer().notNull().default(1),
    /** JSON {stance, text, on, by}; null while it has not answered */
    given: text(),
    /** JSON {text, on, by} once it was told what came of its opinion */
    told: text(),
    deleted: integer().notNull().default(0),
  },
  (table) => [
    index('opinion_consultation').on(table.consultationId),
    index('opinion_account').on(table.accountId),
  ],
)
