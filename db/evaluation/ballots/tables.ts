import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { account } from '../../accounts/tables.ts'
import { member } from '../../department/tables.ts'
import { indicator, round } from '../tables.ts'

const roundId = () =>
  text('round_id')
    .notNull()
    .references(() => round.id)
const memberId = () =>
  text('member_id')
    .notNull()
    .references(() => member.id)
const accountId = () =>
  text('account_id')
    .notNull()
    .references(() => account.id)

/** An evaluator 评价人: a member's seat in the evaluation group of a round (A1). Id derived from round and member. */
export const evaluator = sqliteTable(
  'evaluator',
  {
    id: text().primaryKey(),
    roundId: roundId(),
    memberId: memberId(),
    seat: text({ enum: ['leader', 'deputy', 'member'] }).notNull(),
    /** voting weight, 1–99 */
    votes: integer().notNull(),
    /** JSON: ids of the indicators that this evaluator marks; null for all */
    competence: text(),
    /** clock reading of the last reminder; null before the first */
    remindedAt: text('reminded_at'),
    /** JSON {at, by} of the last time that somebody cleared this evaluator's PIN; null when never */
    pinCleared: text('pin_cleared'),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('evaluator_round').on(table.roundId)],
)

/** An evaluator excused 回避 from an account. Id derived from round, member and account. */
export const recusal = sqliteTable(
  'recusal',
  {
    id: text().primaryKey(),
    roundId: roundId(),
    memberId: memberId(),
    accountId: accountId(),
    reason: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('recusal_round').on(table.roundId)],
)

/** An evaluator's ballot 评分表 in a round. Id derived from round and member. */
export const ballot = sqliteTable(
  'ballot',
  {
    id: text().primaryKey(),
    roundId: roundId(),
    memberId: memberId(),
    /** JSON {at, source, paperId, digest}: how and when it was handed in; null while it is open */
    submission: text(),
    /** clock reading of the last time that the evaluator came or left; null before */
    seenAt: text('seen_at'),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('ballot_round').on(table.roundId)],
)

/** One evaluator's marks on one account in a round. Id derived from round, member and account. */
export const ballotMarks = sqliteTable(
  'ballot_marks',
  {
    id: text().primaryKey(),
    roundId: roundId(),
    memberId: memberId(),
    accountId: accountId(),
    /** JSON {markKey: 10|8|6|4|2}; a missing key is unmarked */
    marks: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('ballot_marks_ballot').on(table.roundId, table.memberId)],
)

/** An evaluator's remark on one of their marks. Id derived from round, member, account and indicator. */
export const ballotNote = sqliteTable(
  'ballot_note',
  {
    id: text().primaryKey(),
    roundId: roundId(),
    memberId: memberId(),
    accountId: accountId(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicator.id),
    text: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('ballot_note_ballot').on(table.roundId, table.memberId)],
)

/** A ballot workbook that was sent out, so that what comes back can be held against what left. */
export const ballotPaper = sqliteTable(
  'ballot_paper',
  {
    id: text().primaryKey(),
    roundId: roundId(),
    memberId: memberId(),
    /** clock reading */
    issuedAt: text('issued_at').notNull(),
    /** version of the grading sheet that it was made for */
    sheetVersion: text('sheet_version').notNull(),
    /** SHA-256 of everything in the workbook that the evaluator must not change */
    layout: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('ballot_paper_round').on(table.roundId)],
)

/** A step of a round from one state to the next, or back with a reason. Immutable. */
export const roundStep = sqliteTable(
  'round_step',
  {
    id: text().primaryKey(),
    roundId: roundId(),
    fromState: text('from_state').notNull(),
    toState: text('to_state').notNull(),
    /** clock reading */
    takenAt: text('taken_at').notNull(),
    /** name of who took it, empty where the laptop has no user */
    takenBy: text('taken_by').notNull(),
    reason: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('round_step_round').on(table.roundId)],
)

/** Personal numbers of this laptop, with which evaluators open their own ballots: secrets, never shared or logged. */
export const memberPin = sqliteTable('member_pin', {
  memberId: text('member_id').primaryKey(),
  /** salt and scrypt hash, hex, with a colon between */
  secret: text().notNull(),
  /** instant, ISO-8601 UTC */
  setAt: text('set_at').notNull(),
  /** wrong numbers in a row */
  failures: integer().notNull().default(0),
})
