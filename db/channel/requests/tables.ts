import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { person } from '../../accounts/people/tables.ts'
import { account } from '../../accounts/tables.ts'
import { calendarVersion } from '../../department/calendar/tables.ts'
import { member } from '../../department/tables.ts'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { PRIORITIES, REQUEST_KINDS, REQUEST_WAYS } from './rules/words.ts'

/**
 * When the first of a request's running clocks ends, epoch ms; {@link NO_END} while none runs. Word for word as its index
 * has it.
 */
export const NEAREST_END = `min(coalesce(progress ->> '$.clocks.first.due', 9e15), coalesce(progress ->> '$.clocks.update.due', 9e15), coalesce(progress ->> '$.clocks.solution.due', 9e15))`

/** Later than any instant. */
export const NO_END = 9e15

/** A request 请求 that an account brought through the green channel 绿色通道 (B4.4). */
export const request = sqliteTable(
  'request',
  {
    id: text().primaryKey(),
    /** as people say it, R-0418; two laptops may give the same one */
    code: text().notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    /** who asked */
    personId: text('person_id').references(() => person.id),
    way: text({ enum: REQUEST_WAYS }).notNull(),
    kind: text({ enum: REQUEST_KINDS }).notNull(),
    priority: text({ enum: PRIORITIES }).notNull(),
    title: text().notNull(),
    detail: text().notNull().default(''),
    /** when it was asked, from which its clocks run; ISO-8601 UTC; never moves */
    askedAt: text('asked_at').notNull(),
    ownerId: text('owner_id').references(() => member.id),
    /** who answers for it while the owner is away */
    backupId: text('backup_id').references(() => member.id),
    /** who is told when it is late */
    sponsorId: text('sponsor_id').references(() => member.id),
    /** the calendar by which its clocks run; null for the built-in one */
    calendarId: text('calendar_id').references(() => calendarVersion.id),
    /** JSON: what was promised when it was asked — tier, policy, minutes of the three clocks — see rules/clocks.ts */
    promised: text().notNull(),
    /** JSON: where it stands and its clocks do after the newest event — see rules/progress.ts */
    progress: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [
    index('request_account').on(table.accountId),
    index('request_owner').on(table.ownerId),
    index('request_person').on(table.personId),
    index('request_code').on(table.code),
    // figures are of those that were asked in a period
    index('request_asked').on(table.askedAt),
    // open ones are few among all, and asked for all the time: by their nearest end, with whose they are
    index('request_open')
      .on(sql.raw(NEAREST_END), table.ownerId, table.backupId, table.accountId, sql`progress ->> '$.state'`)
      .where(sql`progress ->> '$.open' = 1 AND deleted = 0`),
    index('request_solved')
      .on(sql`progress ->> '$.solvedAt'`, table.ownerId, table.backupId, table.accountId)
      .where(sql`progress ->> '$.solvedAt' IS NOT NULL AND deleted = 0`),
  ],
)

/** What happened to a request, immutable. */
export const requestEvent = sqliteTable(
  'request_event',
  {
    id: text().primaryKey(),
    requestId: text('request_id')
      .notNull()
      .references(() => request.id),
    /** an event of rules/states.ts */
    kind: text().notNull(),
    /** when it happened; ISO-8601 UTC */
    at: text().notNull(),
    /** clock reading when it was written down, which orders events of one moment */
    recordedAt: text('recorded_at').notNull(),
    by: text().notNull(),
    note: text().notNull().default(''),
    /** JSON: what else the event says, such as whom it waits for; null where nothing */
    detail: text(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('request_event_request').on(table.requestId)],
)

/** A part of a package solution 一揽子方案 (B4.7): what one function delivers of it, by when. */
export const requestPart = sqliteTable(
  'request_part',
  {
    id: text().primaryKey(),
    requestId: text('request_id')
      .notNull()
      .references(() => request.id),
    what: text().notNull(),
    ownerId: text('owner_id').references(() => member.id),
    /** YYYY-MM-DD; null where no day was named */
    dueOn: text('due_on'),
    /** JSON {on, by, note} once it is delivered */
    done: text(),
    /** fractional order key */
    orderKey: text('order_key').notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [
    index('request_part_request').on(table.requestId),
    index('request_part_owner').on(table.ownerId),
    index('request_part_open').on(table.dueOn).where(sql`done IS NULL AND deleted = 0`),
  ],
)

/** Whom the department names to be told of late requests of a tier, beside owner, backup and sponsor. Id derived from the tier. */
export const escalation = sqliteTable('escalation', {
  id: text().primaryKey(),
  tier: text({ enum: TIERS }).notNull(),
  /** JSON: members told when a clock has ended, and when it is late by half its time: they only make sense together */
  told: text().notNull(),
  deleted: integer().notNull().default(0),
})
