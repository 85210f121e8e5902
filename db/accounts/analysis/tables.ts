import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from '../../department/tables.ts'
import { logEntry } from '../log/tables.ts'
import { person } from '../people/tables.ts'
import { account } from '../tables.ts'
import { DECISIONS, QUADRANTS, STICKINESS_LAYERS, VALUE_ITEMS } from './rules/kinds.ts'

const ofAccount = () =>
  text('account_id')
    .notNull()
    .references(() => account.id)
const notedBy = () => text('noted_by').references(() => member.id)
/** YYYY-MM-DD on which a value was last written */
const lastNotedOn = () => text('noted_on')
const deleted = () => integer().notNull().default(0)

/** A group of our products, for white space (D4) and share of wallet. */
export const product = sqliteTable('product', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** fractional order key */
  orderKey: text('order_key').notNull(),
  deleted: deleted(),
})

/** A firm that sells what we sell. */
export const competitor = sqliteTable('competitor', {
  id: text().primaryKey(),
  name: text().notNull(),
  note: text().notNull().default(''),
  deleted: deleted(),
})

/** One point of an account's SWOT (E3). */
export const swotItem = sqliteTable(
  'swot_item',
  {
    id: text().primaryKey(),
    accountId: ofAccount(),
    quadrant: text({ enum: QUADRANTS }).notNull(),
    text: text().notNull(),
    /** YYYY-MM-DD */
    notedOn: text('noted_on').notNull(),
    notedBy: notedBy(),
    /** fractional order key */
    orderKey: text('order_key').notNull(),
    deleted: deleted(),
  },
  (table) => [index('swot_item_account').on(table.accountId)],
)

/** What an account buys of a product group in a year from us or from a competitor (D4). */
export const wallet = sqliteTable(
  'wallet',
  {
    id: text().primaryKey(),
    accountId: ofAccount(),
    productId: text('product_id')
      .notNull()
      .references(() => product.id),
    /** null: from us */
    competitorId: text('competitor_id').references(() => competitor.id),
    year: integer().notNull(),
    /** fen */
    amount: integer().notNull(),
    notedOn: lastNotedOn(),
    notedBy: notedBy(),
    deleted: deleted(),
  },
  (table) => [index('wallet_account').on(table.accountId)],
)

/** A competitor at an account: what it is good and bad at there. */
export const rival = sqliteTable(
  'rival',
  {
    id: text().primaryKey(),
    accountId: ofAccount(),
    competitorId: text('competitor_id')
      .notNull()
      .references(() => competitor.id),
    strengths: text().notNull().default(''),
    weaknesses: text().notNull().default(''),
    notedOn: lastNotedOn(),
    notedBy: notedBy(),
    deleted: deleted(),
  },
  (table) => [index('rival_account').on(table.accountId)],
)

/** What a competitor did at an account, with its day. */
export const rivalMove = sqliteTable(
  'rival_move',
  {
    id: text().primaryKey(),
    accountId: ofAccount(),
    competitorId: text('competitor_id')
      .notNull()
      .references(() => competitor.id),
    /** YYYY-MM-DD */
    happenedOn: text('happened_on').notNull(),
    text: text().notNull(),
    /** the entry of the work log that it was learned from */
    entryId: text('entry_id').references(() => logEntry.id),
    notedBy: notedBy(),
    deleted: deleted(),
  },
  (table) => [index('rival_move_account').on(table.accountId)],
)

/** How firmly an account sticks to us in one layer (D3), as somebody judged it on a day; the newest counts. */
export const stickiness = sqliteTable(
  'stickiness',
  {
    id: text().primaryKey(),
    accountId: ofAccount(),
    layer: text({ enum: STICKINESS_LAYERS }).notNull(),
    /** 1–5 */
    grade: integer().notNull(),
    evidence: text().notNull().default(''),
    /** YYYY-MM-DD */
    notedOn: text('noted_on').notNull(),
    notedBy: notedBy(),
    deleted: deleted(),
  },
  (table) => [index('stickiness_account').on(table.accountId)],
)

/** A thing that an account would lose by leaving us (D3); the switching cost is their sum. */
export const switchingCost = sqliteTable(
  'switching_cost',
  {
    id: text().primaryKey(),
    accountId: ofAccount(),
    what: text().notNull(),
    /** fen */
    amount: integer().notNull(),
    notedOn: lastNotedOn(),
    notedBy: notedBy(),
    deleted: deleted(),
  },
  (table) => [index('switching_cost_account').on(table.accountId)],
)

/** A value that an account gets or a cost that it bears (C5), 1–10, as somebody judged it on a day; the newest counts. */
export const deliveredValue = sqliteTable(
  'delivered_value',
  {
    id: text().primaryKey(),
    accountId: ofAccount(),
    item: text({ enum: VALUE_ITEMS }).notNull(),
    /** 1–10 */
    grade: integer().notNull(),
    note: text().notNull().default(''),
    /** YYYY-MM-DD */
    notedOn: text('noted_on').notNull(),
    notedBy: notedBy(),
    deleted: deleted(),
  },
  (table) => [index('delivered_value_account').on(table.accountId)],
)

/** Something to do that raises a value or cuts a cost (C5). */
export const valueAction = sqliteTable(
  'value_action',
  {
    id: text().primaryKey(),
    accountId: ofAccount(),
    item: text({ enum: VALUE_ITEMS }).notNull(),
    what: text().notNull(),
    /** YYYY-MM-DD */
    dueOn: text('due_on'),
    ownerId: text('owner_id').references(() => member.id),
    /** YYYY-MM-DD; null while it is open */
    doneOn: text('done_on'),
    deleted: deleted(),
  },
  (table) => [index('value_action_account').on(table.accountId)],
)

/** Who brought whom, and what it brought (C4). */
export const referral = sqliteTable(
  'referral',
  {
    id: text().primaryKey(),
    /** the account that brought the other */
    fromId: text('from_id')
      .notNull()
      .references(() => account.id),
    /** who there did it */
    fromPersonId: text('from_person_id').references(() => person.id),
    toId: text('to_id')
      .notNull()
      .references(() => account.id),
    /** YYYY, YYYY-MM or YYYY-MM-DD */
    happenedOn: text('happened_on'),
    /** what the other has bought since, fen */
    brought: integer(),
    note: text().notNull().default(''),
    notedOn: lastNotedOn(),
    notedBy: notedBy(),
    deleted: deleted(),
  },
  (table) => [index('referral_from').on(table.fromId), index('referral_to').on(table.toId)],
)

/** Invest, hold, reduce or leave: decided on a day by somebody for a reason (E3); the newest stands. */
export const accountDecision = sqliteTable(
  'account_decision',
  {
    id: text().primaryKey(),
    accountId: ofAccount(),
    decision: text({ enum: DECISIONS }).notNull(),
    reason: text().notNull(),
    decidedBy: text('decided_by').references(() => member.id),
    /** YYYY-MM-DD */
    decidedOn: text('decided_on').notNull(),
    deleted: deleted(),
  },
  (table) => [index('account_decision_account').on(table.accountId)],
)
