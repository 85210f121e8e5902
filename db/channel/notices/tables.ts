import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A notice 提醒 that this laptop gave: each is given once, whatever the clock does. */
export const notice = sqliteTable(
  'notice',
  {
    /** what is told of which record's which clock at which level — see rules/notices.ts */
    key: text().primaryKey(),
    /** JSON: record, level and words' parameters */
    content: text().notNull(),
    /** ISO-8601 UTC */
    raisedAt: text('raised_at').notNull(),
    /** ISO-8601 UTC; null while it waits for the end of the quiet hours */
    shownAt: text('shown_at'),
    /** ISO-8601 UTC; null while nobody opened or dismissed it */
    seenAt: text('seen_at'),
  },
  (table) => [index('notice_raised').on(table.raisedAt)],
)
