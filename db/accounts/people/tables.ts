import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from '../../department/tables.ts'
import { account } from '../tables.ts'
import { ATTITUDES, DECISION_ROLES, GENDERS, RELATIONS, SENSITIVE_FIELDS } from './rules/fields.ts'

/** Somebody at our customers (A2). Where they work is in `employment`. */
export const person = sqliteTable(
  'person',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    gender: text({ enum: GENDERS }),
    phone: text().notNull().default(''),
    /** sensitive, as are family, health and idNumber */
    privatePhone: text('private_phone').notNull().default(''),
    email: text().notNull().default(''),
    wechat: text().notNull().default(''),
    /** solar or lunar, with or without a year, in one text: see rules/birthday.ts */
    birthday: text(),
    nativePlace: text('native_place').notNull().default(''),
    career: text().notNull().default(''),
    /** the year in which they entered the trade */
    tradeSince: integer('trade_since'),
    interests: text().notNull().default(''),
    /** daily rhythm: when to call */
    rhythm: text().notNull().default(''),
    family: text().notNull().default(''),
    health: text().notNull().default(''),
    idNumber: text('id_number').notNull().default(''),
    attitude: text({ enum: ATTITUDES }),
    decisionRole: text('decision_role', { enum: DECISION_ROLES }),
    /** 1–5 */
    influence: integer(),
    /** what they think of other brands */
    brandsView: text('brands_view').notNull().default(''),
    /** what must be done before cooperation */
    preconditions: text().notNull().default(''),
    /** how to greet and treat them */
    greeting: text().notNull().default(''),
    note: text().notNull().default(''),
    /** JSON: list of words */
    tags: text().notNull().default('[]'),
    /** JSON: values by the custom fields' ids, without those that are empty */
    custom: text().notNull().default('{}'),
    /** JSON: where each field's value comes from, see ../rules/sources.ts */
    sources: text().notNull().default('{}'),
    /** why we may keep personal facts, in words; empty where nobody said */
    basis: text().notNull().default(''),
    /** YYYY-MM-DD: until when we may keep them */
    retainUntil: text('retain_until'),
    /** the person that a merge put in this one's place; this one is deleted */
    mergedInto: text('merged_into').references((): AnySQLiteColumn => person.id),
    /** instant at which everything known of them was erased */
    erasedAt: text('erased_at'),
    deleted: integer().notNull().default(0),
  },
  // month and day, of either calendar: whose birthdays are near is asked for every day
  () => [
    index('person_birthday').on(sql`substr(birthday, -5)`).where(sql`birthday IS NOT NULL AND deleted = 0`),
  ],
)

/** A time at a company: a role with its dates. A person may have several at once; former ones stay. */
export const employment = sqliteTable(
  'employment',
  {
    id: text().primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    title: text().notNull().default(''),
    department: text().notNull().default(''),
    /** YYYY, YYYY-MM or YYYY-MM-DD */
    since: text(),
    /** the same; null while they are there */
    until: text(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('employment_person').on(table.personId), index('employment_account').on(table.accountId)],
)

/** Which of ours knows whom, how well now and how well we want. Id derived from both. */
export const coverage = sqliteTable(
  'coverage',
  {
    id: text().primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    /** 0–4, see rules/fields.ts */
    depth: integer().notNull().default(0),
    /** 0–4; null where nobody said */
    wanted: integer(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('coverage_person').on(table.personId), index('coverage_member').on(table.memberId)],
)

/** A line between two people of an account. `reports` goes from the one who reports to their superior. */
export const relation = sqliteTable(
  'relation',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    fromId: text('from_id')
      .notNull()
      .references(() => person.id),
    toId: text('to_id')
      .notNull()
      .references(() => person.id),
    kind: text({ enum: RELATIONS }).notNull(),
    note: text().notNull().default(''),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('relation_account').on(table.accountId)],
)

/** Where somebody stands on an account's relationship map. Id derived from both. */
export const mapPlace = sqliteTable(
  'map_place',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    /** a person or a member */
    nodeId: text('node_id').notNull(),
    /** `x,y` in steps of the map's grid */
    place: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('map_place_account').on(table.accountId)],
)

/** A warning sign (A2: gambling, say), with who recorded it and why. Sensitive. */
export const warningSign = sqliteTable(
  'warning_sign',
  {
    id: text().primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    sign: text().notNull(),
    why: text().notNull(),
    notedBy: text('noted_by').references(() => member.id),
    /** YYYY-MM-DD */
    notedOn: text('noted_on').notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('warning_sign_person').on(table.personId)],
)

/** Somebody looked at a masked fact. */
export const reveal = sqliteTable(
  'reveal',
  {
    id: text().primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    field: text({ enum: SENSITIVE_FIELDS }).notNull(),
    /** name of who looked; empty where the laptop's user is unknown */
    by: text().notNull(),
    /** instant */
    at: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('reveal_person').on(table.personId)],
)

/** A person was erased on request: what is left to prove it. */
export const erasure = sqliteTable('erasure', {
  id: text().primaryKey(),
  personId: text('person_id')
    .notNull()
    .references(() => person.id),
  by: text().notNull(),
  /** instant */
  at: text().notNull(),
  /** on whose request, in words */
  basis: text().notNull(),
  deleted: integer().notNull().default(0),
})
