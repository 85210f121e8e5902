import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { product } from '../../accounts/analysis/tables.ts'
import { account } from '../../accounts/tables.ts'
import { member } from '../../department/tables.ts'
import { QUALITY_KINDS, SEVERITIES } from './rules/words.ts'

/** A quality incident 质量事故 of product or service that an account suffered, with its correction and proof (C1). */
export const qualityIncident = sqliteTable(
  'quality_incident',
  {
    id: text().primaryKey(),
    /** as people say it, Q-0012; two laptops may give the same one */
    code: text().notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    kind: text({ enum: QUALITY_KINDS }).notNull(),
    severity: text({ enum: SEVERITIES }).notNull(),
    productId: text('product_id').references(() => product.id),
    title: text().notNull(),
    detail: text().notNull().default(''),
    /** YYYY-MM-DD */
    happenedOn: text('happened_on').notNull(),
    cause: text().notNull().default(''),
    ownerId: text('owner_id').references(() => member.id),
    /** JSON {what, dueOn, doneOn, by}; null before one is decided */
    correction: text(),
    /** JSON {what, on, by, files}: why we believe that it won't happen again; null before */
    proof: text(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('quality_incident_account').on(table.accountId)],
)
