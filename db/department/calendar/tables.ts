import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from '../tables.ts'

/** A working calendar of a team; what it says stands in its versions. */
export const workCalendar = sqliteTable('work_calendar', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** fractional order key; the first is the department's own */
  orderKey: text('order_key').notNull(),
  deleted: integer().notNull().default(0),
})

/** What a working calendar says, immutable: every edit adds a version, so that a running clock keeps the one it began with. */
export const calendarVersion = sqliteTable(
  'calendar_version',
  {
    id: text().primaryKey(),
    calendarId: text('calendar_id')
      .notNull()
      .references(() => workCalendar.id),
    /** JSON: time zone, shifts of the week, days that differ — see rules/calendar.ts */
    content: text().notNull(),
    /** clock reading; the latest holds */
    madeAt: text('made_at').notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('calendar_version_calendar').on(table.calendarId)],
)

/** A member whose team goes by another calendar than the department's own. Id derived from the member. */
export const calendarMember = sqliteTable('calendar_member', {
  id: text().primaryKey(),
  memberId: text('member_id')
    .notNull()
    .references(() => member.id),
  calendarId: text('calendar_id')
    .notNull()
    .references(() => workCalendar.id),
  deleted: integer().notNull().default(0),
})
