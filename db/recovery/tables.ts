import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { product } from '../accounts/analysis/tables.ts'
import { person } from '../accounts/people/tables.ts'
import { promise } from '../accounts/promises/tables.ts'
import { account } from '../accounts/tables.ts'
import { qualityIncident } from '../channel/quality/tables.ts'
import { REQUEST_WAYS } from '../channel/requests/rules/words.ts'
import { request } from '../channel/requests/tables.ts'
import { calendarVersion } from '../department/calendar/tables.ts'
import { member } from '../department/tables.ts'
import { visit } from '../visits/tables.ts'
import { CASE_CLOCKS } from './rules/deadlines.ts'
import { CASE_CATEGORIES, CASE_KINDS, FORCES, LOSS_CAUSES } from './rules/words.ts'

const deleted = () => integer().notNull().default(0)
const ofCase = () =>
  text('case_id')
    .notNull()
    .references(() => recoveryCase.id)

/** A cause 根因 that the department's cases have in common: the same one within a year is a repeat. */
export const rootCause = sqliteTable('root_cause', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** which of the seven causes, and which force it belongs to (B3) */
  lossCause: text('loss_cause', { enum: LOSS_CAUSES }).notNull(),
  force: text({ enum: FORCES }).notNull(),
  deleted: deleted(),
})

/** Later than any instant; no clock runs until then. */
export const CASE_NEVER = 9e15

/**
 * When the first of a case's running clocks ends, epoch ms; {@link CASE_NEVER} while none runs. As its index has it.
 * @param table what the query calls the cases, with a dot; '' in the index
 */
export const caseDueSql = (table: '' | `${string}.`): string =>
  `min(${CASE_CLOCKS.map((clock) => `coalesce(${table}progress ->> '$.clocks.${clock}.due', 9e15)`).join(
    ', ',
  )})`

/** A case 个案 of service recovery (B5): what went wrong for an account, followed until trust is back. */
export const recoveryCase = sqliteTable(
  'recovery_case',
  {
    id: text().primaryKey(),
    /** as people say it, C-0037; two laptops may give the same one */
    code: text().notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    kind: text({ enum: CASE_KINDS }).notNull(),
    category: text({ enum: CASE_CATEGORIES }).notNull(),
    title: text().notNull(),
    /** who of theirs complained; null where nobody did, or nobody whom we know */
    personId: text('person_id').references(() => person.id),
    way: text({ enum: REQUEST_WAYS }).notNull(),
    /** when it came, from which its clocks run; ISO-8601 UTC; never moves */
    cameAt: text('came_at').notNull(),
    /** YYYY-MM-DD on which it happened; null while nobody knows */
    happenedOn: text('happened_on'),
    /** in the customer's own words */
    words: text().notNull().default(''),
    /** what they ask for to make it right */
    remedyAsked: text('remedy_asked').notNull().default(''),
    /** what is at stake, and what it cost them; fen, null while nobody knows */
    atRisk: integer('at_risk'),
    loss: integer(),
    productId: text('product_id').references(() => product.id),
    /** where it happened: a plant, a shop, a site */
    place: text().notNull().default(''),
    /** in whose work of ours it came up */
    responsibleId: text('responsible_id').references(() => member.id),
    /** who answers for the case, and who finds out what was true */
    ownerId: text('owner_id').references(() => member.id),
    investigatorId: text('investigator_id').references(() => member.id),
    /** what it came from */
    requestId: text('request_id').references(() => request.id),
    incidentId: text('incident_id').references(() => qualityIncident.id),
    promiseId: text('promise_id').references(() => promise.id),
    /** the earlier case that it repeats */
    repeatOf: text('repeat_of'),
    /** the case with which it turned out to be one: what belongs to this one is read as the other's */
    mergedInto: text('merged_into'),
    /** JSON {impact, urgency, key, repeat, severity}: as it seemed when it came, then as it was graded — see rules/severity.ts */
    grading: text().notNull(),
    /** JSON {true, what}: what the check for truth found (C8); null before */
    finding: text(),
    rootCauseId: text('root_cause_id').references(() => rootCause.id),
    /** why we didn't notice before it left us (8D) */
    escapeCause: text('escape_cause').notNull().default(''),
    /** JSON {memberId, personId, on, how, words}: who apologised to whom; null before */
    apology: text(),
    /** what we told them about how it came */
    explanation: text().notNull().default(''),
    /** JSON {amount, by, on, note}: compensation that was approved; null before, or where none is paid */
    approval: text(),
    /** JSON {answer, words, personId, unasked}: what the customer says to what was done; null before */
    answer: text(),
    /** how content they were before, when it happened, and after; 1–5, null while nobody knows */
    contentBefore: integer('content_before'),
    contentThen: integer('content_then'),
    contentAfter: integer('content_after'),
    /** JSON {outcome, process, manners}: how just it felt to them, 1–5 each; null before they were asked */
    justice: text(),
    /** the calendar by which its clocks run; null for the built-in one */
    calendarId: text('calendar_id').references(() => calendarVersion.id),
    /** JSON: where it stands and its clocks do after the newest event — see rules/progress.ts */
    progress: text().notNull(),
    deleted: deleted(),
  },
  (table) => [
    index('recovery_case_account').on(table.accountId, table.cameAt),
    index('recovery_case_came').on(table.cameAt),
    index('recovery_case_code').on(table.code),
    index('recovery_case_person').on(table.personId),
    index('recovery_case_merged').on(table.mergedInto).where(sql`merged_into IS NOT NULL`),
    index('recovery_case_root').on(table.rootCauseId, table.accountId, table.cameAt),
    // what was paid for closed ones, the newest of a category: each case is compared with them
    index('recovery_case_paid')
      .on(table.category, sql`progress ->> '$.endedAt'`)
      .where(
        sql`loss > 0 AND approval IS NOT NULL AND deleted = 0 AND merged_into IS NULL AND progress ->> '$.state' = 'closed'`,
      ),
    // what is due first, with whose it is: Today asks for it after each change
    index('recovery_case_due')
      .on(sql.raw(caseDueSql('')), table.ownerId, table.accountId, sql`progress ->> '$.state'`)
      .where(sql`progress ->> '$.open' = 1 AND deleted = 0 AND merged_into IS NULL`),
    // open ones are few among all, and asked for all the time
    index('recovery_case_open')
      .on(table.ownerId, table.accountId, sql`progress ->> '$.state'`)
      .where(sql`progress ->> '$.open' = 1 AND deleted = 0`),
  ],
)

/** One of ours who works on a case, across functions. Id derived from both. */
export const caseMember = sqliteTable(
  'case_member',
  {
    id: text().primaryKey(),
    caseId: ofCase(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    /** what they are there for, in words */
    part: text().notNull().default(''),
    deleted: deleted(),
  },
  (table) => [index('case_member_case').on(table.caseId), index('case_member_member').on(table.memberId)],
)

/** What happened to a case 经过, immutable. */
export const caseEvent = sqliteTable(
  'case_event',
  {
    id: text().primaryKey(),
    caseId: ofCase(),
    /** an event of rules/states.ts, `note`, or `word` for what the customer said */
    kind: text().notNull(),
    /** when it happened; ISO-8601 UTC */
    at: text().notNull(),
    /** clock reading when it was written down, which orders events of one moment */
    recordedAt: text('recorded_at').notNull(),
    by: text().notNull(),
    note: text().notNull().default(''),
    /** who of theirs said it */
    personId: text('person_id').references(() => person.id),
    /** JSON: what else the event says; null where nothing */
    detail: text(),
    deleted: deleted(),
  },
  (table) => [index('case_event_case').on(table.caseId), index('case_event_person').on(table.personId)],
)

/** A visit that is paid for a case. Id derived from both. */
export const caseVisit = sqliteTable(
  'case_visit',
  {
    id: text().primaryKey(),
    caseId: ofCase(),
    visitId: text('visit_id')
      .notNull()
      .references(() => visit.id),
    deleted: deleted(),
  },
  (table) => [index('case_visit_case').on(table.caseId), index('case_visit_visit').on(table.visitId)],
)

/** A photo or paper of a case; its content lies in the data folder under its SHA-256. */
export const caseFile = sqliteTable(
  'case_file',
  {
    id: text().primaryKey(),
    caseId: ofCase(),
    name: text().notNull(),
    sha256: text().notNull(),
    bytes: integer().notNull(),
    mediaType: text('media_type').notNull(),
    addedBy: text('added_by').references(() => member.id),
    /** instant */
    addedAt: text('added_at').notNull(),
    deleted: deleted(),
  },
  (table) => [index('case_file_case').on(table.caseId), index('case_file_content').on(table.sha256)],
)
