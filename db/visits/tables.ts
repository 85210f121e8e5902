import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { competitor } from '../accounts/analysis/tables.ts'
import { logEntry } from '../accounts/log/tables.ts'
import { ATTITUDES } from '../accounts/people/rules/fields.ts'
import { person } from '../accounts/people/tables.ts'
import { account } from '../accounts/tables.ts'
import { member } from '../department/tables.ts'
import { AUDIENCES } from './briefing/rules/words.ts'
import { DIRECTIONS, MEMBER_PARTS, NOTE_KINDS, VISIT_KINDS } from './rules/words.ts'

const ofVisit = () =>
  text('visit_id')
    .notNull()
    .references(() => visit.id)
const deleted = () => integer().notNull().default(0)

/** One of ours who visits customers' leaders 高层 (A9). Id derived from the member. */
export const executive = sqliteTable('executive', {
  id: text().primaryKey(),
  memberId: text('member_id')
    .notNull()
    .references(() => member.id),
  /** 1 (the top) to 5: compared with the rank of whom they meet */
  rank: integer().notNull(),
  /** where they set out from */
  city: text().notNull().default(''),
  /** visits in a month beyond which planning warns */
  monthly: integer().notNull(),
  deleted: deleted(),
})

/** A journey 行程 of several visits. */
export const trip = sqliteTable('trip', {
  id: text().primaryKey(),
  name: text().notNull(),
  note: text().notNull().default(''),
  deleted: deleted(),
})

/** A visit 拜访 between leaders, planned, prepared and followed to its end (A9, B4.3). */
export const visit = sqliteTable(
  'visit',
  {
    id: text().primaryKey(),
    /** as people say it, V-0042; two laptops may give the same one */
    code: text().notNull(),
    /** empty where account and kind say enough */
    title: text().notNull().default(''),
    direction: text({ enum: DIRECTIONS }).notNull(),
    kind: text({ enum: VISIT_KINDS }).notNull(),
    tripId: text('trip_id').references(() => trip.id),
    /** YYYY-MM-DD on which it begins */
    day: text().notNull(),
    /** HH:MM; empty as long as only the day is known */
    time: text().notNull().default(''),
    /** how long it takes */
    minutes: integer().notNull(),
    city: text().notNull().default(''),
    place: text().notNull().default(''),
    /** how to get there and back, car and driver, contacts on the way */
    travel: text().notNull().default(''),
    /** who interprets, where somebody has to; empty where nobody has */
    interpreter: text().notNull().default(''),
    /** who prepares it */
    ownerId: text('owner_id').references(() => member.id),
    /** in one sentence */
    objective: text().notNull().default(''),
    wished: text().notNull().default(''),
    /** JSON: at most three {key, text}: what we ask for */
    asks: text().notNull().default('[]'),
    /** JSON: the same: what we give */
    gives: text().notNull().default('[]'),
    /** JSON: the same: the things to say */
    sayings: text().notNull().default('[]'),
    /** the one thing not to say */
    unsaid: text().notNull().default(''),
    /** what to be careful about */
    sensitivities: text().notNull().default(''),
    /** fen; null where none was set */
    budget: integer(),
    /** JSON {at, by, issues, figures}: what of the account was looked at for it — see rules/reviewed.ts */
    reviewed: text(),
    /** JSON: sections of the brief in their order, and who may read private facts — see briefing/rules */
    brief: text(),
    /** JSON {every}: months after which it comes again; null where it doesn't */
    repeats: text(),
    /** JSON: how asks were answered, how far the objective was reached, the next date — see rules/outcome.ts */
    outcome: text(),
    /** JSON {state, since, …}: where it stands after the newest event — see rules/progress.ts */
    progress: text().notNull(),
    deleted: deleted(),
  },
  (table) => [
    index('visit_day').on(table.day),
    index('visit_trip').on(table.tripId),
    index('visit_owner').on(table.ownerId),
    index('visit_code').on(table.code),
    // open ones are few among all, and asked for all the time
    index('visit_open')
      .on(table.day, table.ownerId, sql`progress ->> '$.state'`)
      .where(sql`progress ->> '$.open' = 1 AND deleted = 0`),
  ],
)

/** An account that a visit is with; the first one by order is whom it is named after. Id derived from both. */
export const visitAccount = sqliteTable(
  'visit_account',
  {
    id: text().primaryKey(),
    visitId: ofVisit(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    /** fractional order key */
    orderKey: text('order_key').notNull(),
    deleted: deleted(),
  },
  (table) => [
    index('visit_account_visit').on(table.visitId),
    index('visit_account_account').on(table.accountId),
  ],
)

/** One of ours at a visit. Id derived from both. */
export const visitMember = sqliteTable(
  'visit_member',
  {
    id: text().primaryKey(),
    visitId: ofVisit(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    part: text({ enum: MEMBER_PARTS }).notNull(),
    deleted: deleted(),
  },
  (table) => [index('visit_member_visit').on(table.visitId), index('visit_member_member').on(table.memberId)],
)

/** One of theirs at a visit. Id derived from both. */
export const visitPerson = sqliteTable(
  'visit_person',
  {
    id: text().primaryKey(),
    visitId: ofVisit(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    /** how they stood towards us before it, and after; null where nobody said */
    attitudeBefore: text('attitude_before', { enum: ATTITUDES }),
    attitudeAfter: text('attitude_after', { enum: ATTITUDES }),
    /** 1 where they were there, 0 where not; null before anybody said */
    came: integer(),
    deleted: deleted(),
  },
  (table) => [index('visit_person_visit').on(table.visitId), index('visit_person_person').on(table.personId)],
)

/** A topic 议题 of a visit's agenda. */
export const visitTopic = sqliteTable(
  'visit_topic',
  {
    id: text().primaryKey(),
    visitId: ofVisit(),
    topic: text().notNull(),
    /** who speaks, of ours or of theirs; null where everybody does */
    memberId: text('member_id').references(() => member.id),
    personId: text('person_id').references(() => person.id),
    minutes: integer().notNull(),
    /** what we don't go below, and what we can give: ours alone */
    bottomLine: text('bottom_line').notNull().default(''),
    concession: text().notNull().default(''),
    /** fractional order key */
    orderKey: text('order_key').notNull(),
    deleted: deleted(),
  },
  (table) => [index('visit_topic_visit').on(table.visitId)],
)

/** A gift that is taken along, within the limits of the account's policy. */
export const visitGift = sqliteTable(
  'visit_gift',
  {
    id: text().primaryKey(),
    visitId: ofVisit(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    personId: text('person_id').references(() => person.id),
    what: text().notNull(),
    /** fen */
    amount: integer().notNull(),
    /** JSON {by, on} once it was approved; null before, or where it needs none */
    approval: text(),
    deleted: deleted(),
  },
  (table) => [
    index('visit_gift_visit').on(table.visitId),
    index('visit_gift_account').on(table.accountId),
    index('visit_gift_person').on(table.personId),
  ],
)

/** What a visit cost. */
export const visitCost = sqliteTable(
  'visit_cost',
  {
    id: text().primaryKey(),
    visitId: ofVisit(),
    what: text().notNull(),
    /** fen */
    amount: integer().notNull(),
    deleted: deleted(),
  },
  (table) => [index('visit_cost_visit').on(table.visitId)],
)

/** A note of the day, by topic; market information lands in the archive with it as its source. */
export const visitNote = sqliteTable(
  'visit_note',
  {
    id: text().primaryKey(),
    visitId: ofVisit(),
    topicId: text('topic_id').references(() => visitTopic.id),
    kind: text({ enum: NOTE_KINDS }).notNull(),
    text: text().notNull(),
    /** 1: never in the minutes for the customer */
    ours: integer().notNull().default(0),
    accountId: text('account_id').references(() => account.id),
    competitorId: text('competitor_id').references(() => competitor.id),
    personId: text('person_id').references(() => person.id),
    /** the entry of the work log in which it landed */
    entryId: text('entry_id').references(() => logEntry.id),
    notedBy: text('noted_by').references(() => member.id),
    /** instant */
    notedAt: text('noted_at').notNull(),
    deleted: deleted(),
  },
  (table) => [index('visit_note_visit').on(table.visitId), index('visit_note_person').on(table.personId)],
)

/** What happened to a visit, immutable. */
export const visitEvent = sqliteTable(
  'visit_event',
  {
    id: text().primaryKey(),
    visitId: ofVisit(),
    /** an event of rules/states.ts, or `note` */
    kind: text().notNull(),
    /** when it happened; ISO-8601 UTC */
    at: text().notNull(),
    /** clock reading when it was written down, which orders events of one moment */
    recordedAt: text('recorded_at').notNull(),
    by: text().notNull(),
    note: text().notNull().default(''),
    /** JSON: what else the event says, such as from which day it was moved; null where nothing */
    detail: text(),
    deleted: deleted(),
  },
  (table) => [index('visit_event_visit').on(table.visitId)],
)

/** A frozen brief, immutable: what was known when it was frozen. Its version is its place among the visit's. */
export const visitBrief = sqliteTable(
  'visit_brief',
  {
    id: text().primaryKey(),
    visitId: ofVisit(),
    /** JSON: the whole brief as facts — see briefing/rules/content.ts */
    content: text().notNull(),
    /** SHA-256 of the content as it was frozen, hex */
    sha256: text().notNull(),
    /** readiness 0–100 at that moment */
    readiness: integer().notNull(),
    /** why it was frozen below the line; empty where it wasn't */
    reason: text().notNull().default(''),
    by: text().notNull(),
    /** instant */
    frozenAt: text('frozen_at').notNull(),
    /** clock reading, which orders them */
    recordedAt: text('recorded_at').notNull(),
    deleted: deleted(),
  },
  (table) => [index('visit_brief_visit').on(table.visitId)],
)

/** A brief or minutes that left the workstation: which version, for whom, in what form. */
export const visitExport = sqliteTable(
  'visit_export',
  {
    id: text().primaryKey(),
    visitId: ofVisit(),
    /** null where nothing frozen was exported */
    briefId: text('brief_id').references(() => visitBrief.id),
    audience: text({ enum: AUDIENCES }).notNull(),
    /** whose name its watermark bears */
    reader: text().notNull(),
    format: text().notNull(),
    by: text().notNull(),
    /** instant */
    at: text().notNull(),
    deleted: deleted(),
  },
  (table) => [index('visit_export_visit').on(table.visitId)],
)

/** When one of ours is not free, as their calendar said. Id derived from the member, the event and its start. */
export const busyTime = sqliteTable(
  'busy_time',
  {
    id: text().primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    /** of the event in the calendar that it came from */
    uid: text().notNull(),
    /** what it says; empty where the calendar keeps it to itself */
    title: text().notNull().default(''),
    /** where they are; empty where nobody said */
    city: text().notNull().default(''),
    /** local time as YYYY-MM-DD HH:MM; a whole day begins at 00:00 */
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    deleted: deleted(),
  },
  (table) => [index('busy_time_member').on(table.memberId, table.startsAt)],
)
