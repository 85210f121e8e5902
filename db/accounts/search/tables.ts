import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { NAME_KINDS, TAIL_KINDS } from './rules/kinds.ts'

/**
 * Everything that is found by its name, folded (NFKC, lower case) and spelled. Derived: not logged, kept up to date in
 * the transaction that changes a row, see service/upkeep.ts. Lists sort by `pinyin`, then `initials`.
 */
export const searchName = sqliteTable(
  'search_name',
  {
    /** the kind's number × 2^40 + a counter: newer names have larger ids within their kind */
    id: integer().primaryKey(),
    kind: text({ enum: NAME_KINDS }).notNull(),
    /** the row that has the name */
    rowId: text('row_id').notNull(),
    folded: text().notNull(),
    /** full spelling without tones or blanks, ü as v; empty for codes */
    pinyin: text().notNull(),
    initials: text().notNull(),
  },
  (table) => [
    index('search_name_row').on(table.rowId),
    index('search_name_folded').on(table.kind, table.folded),
    index('search_name_pinyin').on(table.kind, table.pinyin),
    index('search_name_initials').on(table.kind, table.initials),
  ],
)

/** Telephone numbers from their end, so that their last digits are a prefix. Private numbers are not in it. Derived. */
export const searchTail = sqliteTable(
  'search_tail',
  {
    id: integer().primaryKey(),
    kind: text({ enum: TAIL_KINDS }).notNull(),
    rowId: text('row_id').notNull(),
    /** the number's digits, last one first */
    reversed: text().notNull(),
  },
  (table) => [index('search_tail_row').on(table.rowId), index('search_tail_reversed').on(table.reversed)],
)

/** Which row a text of the full-text index `search_text_gram` belongs to; the text itself stays in its row. Derived. */
export const searchText = sqliteTable(
  'search_text',
  {
    /** the class's number × 2^40 + a counter: newer texts have larger ids within their class */
    id: integer().primaryKey(),
    /** the table that has the text, or `next_step` for those of log entries */
    part: text().notNull(),
    rowId: text('row_id').notNull(),
  },
  (table) => [index('search_text_row').on(table.rowId)],
)

/** How far the index is: one row, none where it was never built. Derived. */
export const searchState = sqliteTable('search_state', {
  id: integer().primaryKey(),
  /** of the program that built it */
  version: integer().notNull(),
  /** the table being read while it is built; null once it is whole */
  tbl: text(),
  /** the last row of that table that is in */
  after: text().notNull(),
  /** clock reading of the newest transaction that it knows: another one in the log makes it stale */
  seen: text().notNull(),
})
