import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from '../../department/tables.ts'

/** Accounts that go from one manager to another (B4.2). Owners and open items move when both have signed. */
export const handover = sqliteTable('handover', {
  id: text().primaryKey(),
  fromId: text('from_id')
    .notNull()
    .references(() => member.id),
  toId: text('to_id')
    .notNull()
    .references(() => member.id),
  /** JSON: ids of the accounts */
  accountIds: text('account_ids').notNull(),
  /** YYYY-MM-DD */
  madeOn: text('made_on').notNull(),
  /** YYYY-MM-DD */
  dueOn: text('due_on'),
  note: text().notNull().default(''),
  /** instant at which the giver signed, and the taker */
  giverSignedAt: text('giver_signed_at'),
  takerSignedAt: text('taker_signed_at'),
  /** instant at which the accounts moved */
  movedAt: text('moved_at'),
  deleted: integer().notNull().default(0),
})

/** One line of a hand-over's checklist, ticked. Id derived from hand-over and item. */
export const handoverTick = sqliteTable(
  'handover_tick',
  {
    id: text().primaryKey(),
    handoverId: text('handover_id')
      .notNull()
      .references(() => handover.id),
    /** which line: see rules/checklist.ts */
    item: text().notNull(),
    /** instants */
    giverAt: text('giver_at'),
    takerAt: text('taker_at'),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('handover_tick_handover').on(table.handoverId)],
)
