import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from '../department/tables.ts'
import {
  CUSTOM_KINDS,
  CUSTOM_SUBJECTS,
  CYCLES,
  KINDS,
  LIFECYCLES,
  SELLING_MODES,
  TECHNICAL_CONTENTS,
} from './rules/fields.ts'
import { FIGURE_UNITS } from './rules/figures.ts'

/** A customer (A2). */
export const account = sqliteTable(
  'account',
  {
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
    shortName: text('short_name').notNull().default(''),
    lifecycle: text({ enum: LIFECYCLES }),
    address: text().notNull().default(''),
    site: text().notNull().default(''),
    /** year */
    founded: integer(),
    staff: integer(),
    /** their yearly revenue, fen */
    revenue: integer(),
    /** its position in its local market (E3) */
    marketPosition: text('market_position').notNull().default(''),
    /** how its business runs (E3) */
    business: text().notNull().default(''),
    /** YYYY, YYYY-MM or YYYY-MM-DD */
    cooperationSince: text('cooperation_since'),
    /** the company that this one belongs to; never itself or one of its own */
    parentId: text('parent_id').references((): AnySQLiteColumn => account.id),
    sellingMode: text('selling_mode', { enum: SELLING_MODES }),
    sellingModeWhy: text('selling_mode_why').notNull().default(''),
    /** fen */
    creditLimit: integer('credit_limit'),
    creditDays: integer('credit_days'),
    paymentBehaviour: text('payment_behaviour').notNull().default(''),
    technicalContent: text('technical_content', { enum: TECHNICAL_CONTENTS }),
    /** JSON: list of words */
    tags: text().notNull().default('[]'),
    /** JSON: values by the custom fields' ids, without those that are empty */
    custom: text().notNull().default('{}'),
    /** JSON: where each field's value comes from, see rules/sources.ts */
    sources: text().notNull().default('{}'),
    /** the account that a merge put in this one's place; this one is deleted */
    mergedInto: text('merged_into').references((): AnySQLiteColumn => account.id),
    deleted: integer().notNull().default(0),
  },
  (table) => [
    index('account_parent').on(table.parentId),
    index('account_owner').on(table.ownerId),
    // the few that are gone, for lists of what belongs to those that are there
    index('account_gone').on(table.id).where(sql`deleted = 1`),
  ],
)

/** A field that the department added to its accounts or people. */
export const customField = sqliteTable('custom_field', {
  id: text().primaryKey(),
  subject: text({ enum: CUSTOM_SUBJECTS }).notNull(),
  name: text().notNull(),
  kind: text({ enum: CUSTOM_KINDS }).notNull(),
  /** JSON: the words that a choice offers */
  choices: text().notNull().default('[]'),
  /** fractional order key */
  orderKey: text('order_key').notNull(),
  deleted: integer().notNull().default(0),
})

/** One colleague's seat in the working group 工作组 of an account. Id derived from both. */
export const groupSeat = sqliteTable(
  'group_seat',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    /** what they do there: logistics, quality … */
    function: text().notNull().default(''),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('group_seat_account').on(table.accountId), index('group_seat_member').on(table.memberId)],
)

/** Two accounts or people that look alike and that somebody said are not the same. Id derived from both. */
export const notDuplicate = sqliteTable('not_duplicate', {
  id: text().primaryKey(),
  subject: text({ enum: CUSTOM_SUBJECTS }).notNull(),
  firstId: text('first_id').notNull(),
  secondId: text('second_id').notNull(),
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
