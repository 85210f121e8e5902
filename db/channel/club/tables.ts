import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { person } from '../../accounts/people/tables.ts'
import { account } from '../../accounts/tables.ts'
import { member } from '../../department/tables.ts'
import { EVENT_KINDS } from './rules/words.ts'

/** A level of the key-account club 大客户俱乐部 (B4.4, C4) with its benefits. */
export const clubLevel = sqliteTable('club_level', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** JSON: list of benefits in words */
  benefits: text().notNull().default('[]'),
  /** fractional order key, the highest first */
  orderKey: text('order_key').notNull(),
  deleted: integer().notNull().default(0),
})

/** An account's membership of the club from a day to a day. */
export const clubMembership = sqliteTable(
  'club_membership',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    levelId: text('level_id')
      .notNull()
      .references(() => clubLevel.id),
    /** YYYY-MM-DD */
    sinceOn: text('since_on').notNull(),
    /** the last day, YYYY-MM-DD; null without end */
    untilOn: text('until_on'),
    note: text().notNull().default(''),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('club_membership_account').on(table.accountId)],
)

/** An event 活动 to which accounts are invited: a sales meeting, annual awards, a round table. */
export const clubEvent = sqliteTable('club_event', {
  id: text().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: EVENT_KINDS }).notNull(),
  /** YYYY-MM-DD */
  day: text().notNull(),
  /** HH:MM; empty where none is fixed */
  time: text().notNull().default(''),
  place: text().notNull().default(''),
  /** people that it has room for; null without bound */
  seats: integer(),
  ownerId: text('owner_id').references(() => member.id),
  note: text().notNull().default(''),
  /** JSON {on, by, reason} once it is called off */
  cancelled: text(),
  deleted: integer().notNull().default(0),
})

/** An account's invitation to an event. */
export const invitation = sqliteTable(
  'invitation',
  {
    id: text().primaryKey(),
    eventId: text('event_id')
      .notNull()
      .references(() => clubEvent.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    personId: text('person_id').references(() => person.id),
    /** YYYY-MM-DD; null while it has not gone out */
    invitedOn: text('invited_on'),
    /** JSON {answer: yes | no | open, on, seats, note}; null before an answer */
    reply: text(),
    /** how many came; null while nobody counted */
    came: integer(),
    note: text().notNull().default(''),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('invitation_event').on(table.eventId), index('invitation_account').on(table.accountId)],
)
