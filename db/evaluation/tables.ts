import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { account, figure } from '../accounts/tables.ts'

/** A grading sheet 分级考评表 (A4). */
export const sheet = sqliteTable('sheet', {
  id: text().primaryKey(),
  name: text().notNull(),
  deleted: integer().notNull().default(0),
})

/** An indicator 评价科目 of a sheet with its weight and the standard of each mark (A3–A5). */
export const indicator = sqliteTable(
  'indicator',
  {
    id: text().primaryKey(),
    sheetId: text('sheet_id')
      .notNull()
      .references(() => sheet.id),
    /** short random name inside `marks` rows, where 36 characters a cell would be most of the file */
    markKey: text('mark_key').notNull(),
    code: text().notNull().default(''),
    name: text().notNull().default(''),
    /** hundredths of a percent */
    weight: integer().notNull().default(0),
    /** the figure that bands are read from */
    figureId: text('figure_id').references(() => figure.id),
    excellent: text().notNull().default(''),
    good: text().notNull().default(''),
    fair: text().notNull().default(''),
    poor: text().notNull().default(''),
    failing: text().notNull().default(''),
    orderKey: text('order_key').notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('indicator_sheet').on(table.sheetId)],
)

/** One evaluation of all accounts on a sheet: a shared sheet that the group fills together, or a ballot per evaluator. */
export const round = sqliteTable('round', {
  id: text().primaryKey(),
  name: text().notNull(),
  sheetId: text('sheet_id')
    .notNull()
    .references(() => sheet.id),
  /** a state of rules/roundStates.ts */
  state: text().notNull(),
  /** JSON {key, main, ordinary}, tenths of a point: they only make sense together */
  borders: text().notNull(),
  method: text({ enum: ['sheet', 'ballots'] })
    .notNull()
    .default('sheet'),
  /** JSON: the rules of a round with ballots, see ballots/contract.ts; empty where one sheet is shared */
  rules: text().notNull().default('{}'),
  deleted: integer().notNull().default(0),
})

/** One account's marks in a round. Id derived from both. */
export const marks = sqliteTable(
  'marks',
  {
    id: text().primaryKey(),
    roundId: text('round_id')
      .notNull()
      .references(() => round.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    /** JSON {markKey: 10|8|6|4|2}; a missing key is unmarked */
    marks: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('marks_round').on(table.roundId)],
)

/** A note or evidence on one mark. Id derived from round, account and indicator; empty text once removed. */
export const markNote = sqliteTable(
  'mark_note',
  {
    id: text().primaryKey(),
    roundId: text('round_id')
      .notNull()
      .references(() => round.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicator.id),
    text: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('mark_note_round').on(table.roundId)],
)

/** A7: an account classified before it is graded. */
export const exception = sqliteTable(
  'exception',
  {
    id: text().primaryKey(),
    roundId: text('round_id')
      .notNull()
      .references(() => round.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    tier: text({ enum: ['key', 'main'] }).notNull(),
    reason: text().notNull(),
    approver: text().notNull(),
    /** the last day on which it holds, YYYY-MM-DD; null without end */
    expires: text(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('exception_round').on(table.roundId)],
)

/** A round as it was published: immutable. A reopening is a row of its own. */
export const publication = sqliteTable(
  'publication',
  {
    id: text().primaryKey(),
    roundId: text('round_id')
      .notNull()
      .references(() => round.id),
    roundName: text('round_name').notNull(),
    revision: integer().notNull(),
    /** clock reading */
    publishedAt: text('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    note: text().notNull(),
    /** JSON: name, indicators, figures' names and units, borders — as used */
    sheet: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('publication_round').on(table.roundId)],
)

/** Why a published round was opened again. */
export const reopening = sqliteTable('reopening', {
  id: text().primaryKey(),
  publicationId: text('publication_id')
    .notNull()
    .references(() => publication.id),
  reopenedAt: text('reopened_at').notNull(),
  reopenedBy: text('reopened_by').notNull(),
  reason: text().notNull(),
  deleted: integer().notNull().default(0),
})

/** One account's result in a publication, immutable, with names, marks and figures as they were. */
export const result = sqliteTable(
  'result',
  {
    id: text().primaryKey(),
    publicationId: text('publication_id')
      .notNull()
      .references(() => publication.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    /** tenths of a point; null when insufficient */
    score: integer(),
    standing: text({ enum: ['key', 'main', 'ordinary', 'small', 'insufficient'] }).notNull(),
    rank: integer(),
    /** JSON: code, name, owner, marks, figures, notes, blanks, exception */
    detail: text().notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [
    index('result_publication').on(table.publicationId),
    index('result_account').on(table.accountId),
  ],
)
