import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from '../department/tables.ts'
import { CYCLES, KINDS } from './rules/fields.ts'
import { FIGURE_UNITS } from './rules/figures.ts'

/** A customer (A2). */
export const account = sqliteTable('account', {
  id: text().primaryKey(),
  /** the firm's own customer number; may be empty, and two laptops may give the same one */
  code: text().notNull().default(''),
  name: text().notNull(),
  ownerId: text('owner_id').references(() => member.id),
  kind: text({ enum: KINDS }),
  cycle: text({ enum: CYCLES }),
  industry: text().notNull().default(''),
  region: text().notNull().default(''),
  phone: text().notNull().default(''),
  note: text().notNull().default(''),
  /** JSON: values by the figures' ids, fen for money, thousandths otherwise; without those that were cleared */
  figures: text().notNull().default('{}'),
  deleted: integer().notNull().default(0),
})

/** A figure kept of accounts, such as the yearly volume. */
export const figure = sqliteTable('figure', {
  id: text().primaryKey(),
  name: text().notNull(),
  unit: text({ enum: FIGURE_UNITS }).notNull(),
  /** fractional order key */
  orderKey: text('order_key').notNull(),
  deleted: integer().notNull().default(0),
})
