import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from '../../department/tables.ts'
import { REMEDY_KINDS } from '../rules/words.ts'
import { recoveryCase } from '../tables.ts'

const deleted = () => integer().notNull().default(0)
const ofCase = () =>
  text('case_id')
    .notNull()
    .references(() => recoveryCase.id)

/** What is done for the customer 补救: a remedy, a payment, or something more than satisfying (B5). */
export const caseRemedy = sqliteTable(
  'case_remedy',
  {
    id: text().primaryKey(),
    caseId: ofCase(),
    kind: text({ enum: REMEDY_KINDS }).notNull(),
    what: text().notNull(),
    ownerId: text('owner_id').references(() => member.id),
    /** YYYY-MM-DD; null where no day was named */
    dueOn: text('due_on'),
    /** what it costs us; fen */
    amount: integer().notNull().default(0),
    /** JSON {on, by, note} once it was delivered, or {on, by, note, dropped} once it was given up; null before */
    done: text(),
    /** fractional order key */
    orderKey: text('order_key').notNull(),
    deleted: deleted(),
  },
  (table) => [
    index('case_remedy_case').on(table.caseId),
    index('case_remedy_open').on(table.dueOn, table.ownerId).where(sql`done IS NULL AND deleted = 0`),
    // an index over what isn't JSON would stop a migration
    index('case_remedy_done').on(sql`done ->> '$.on'`).where(sql`json_valid(done) AND deleted = 0`),
  ],
)

/** Something more than satisfying that the department offers, with what it usually costs. */
export const remedyOffer = sqliteTable('remedy_offer', {
  id: text().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: REMEDY_KINDS }).notNull(),
  /** fen */
  cost: integer().notNull().default(0),
  note: text().notNull().default(''),
  deleted: deleted(),
})

/** Up to how much a role may approve for one case. Id derived from the role. */
export const approvalLimit = sqliteTable('approval_limit', {
  id: text().primaryKey(),
  /** as members' roles are written */
  role: text().notNull(),
  /** fen */
  amount: integer().notNull(),
  deleted: deleted(),
})
