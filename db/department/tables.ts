import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A colleague. */
export const member = sqliteTable('member', {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text().notNull().default(''),
  deleted: integer().notNull().default(0),
})

/** Settings and window state of this laptop by key, as JSON; not shared, not in the history. */
export const localState = sqliteTable('local_state', {
  key: text().primaryKey(),
  json: text().notNull(),
})
