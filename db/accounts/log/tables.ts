import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from '../../department/tables.ts'
import { person } from '../people/tables.ts'
import { account } from '../tables.ts'
import { CHANNELS } from './rules/channels.ts'

/** An entry of the work log 工作日志: one contact. Its text is only changed together with a row of `log_former`. */
export const logEntry = sqliteTable(
  'log_entry',
  {
    id: text().primaryKey(),
    accountId: text('account_id').references(() => account.id),
    /** who of ours had the contact */
    memberId: text('member_id').references(() => member.id),
    /** YYYY-MM-DD */
    happenedOn: text('happened_on').notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    text: text().notNull(),
    nextStep: text('next_step').notNull().default(''),
    /** YYYY-MM-DD */
    nextOn: text('next_on'),
    nextBy: text('next_by').references(() => member.id),
    /** YYYY-MM-DD on which the next step was done; null while it is open */
    nextDoneOn: text('next_done_on'),
    /** instant of writing */
    recordedAt: text('recorded_at').notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [
    index('log_entry_account').on(table.accountId, table.happenedOn),
    index('log_entry_day').on(table.happenedOn),
    index('log_entry_member').on(table.memberId, table.happenedOn),
    index('log_entry_next').on(table.nextDoneOn, table.nextOn),
  ],
)

/** Who of theirs was part of a contact. Id derived from both. */
export const logPerson = sqliteTable(
  'log_person',
  {
    id: text().primaryKey(),
    entryId: text('entry_id')
      .notNull()
      .references(() => logEntry.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('log_person_entry').on(table.entryId), index('log_person_person').on(table.personId)],
)

/** What an entry said before a correction: its text, and the day and channel that went with it. */
export const logFormer = sqliteTable(
  'log_former',
  {
    id: text().primaryKey(),
    entryId: text('entry_id')
      .notNull()
      .references(() => logEntry.id),
    text: text().notNull(),
    /** YYYY-MM-DD */
    happenedOn: text('happened_on').notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    /** instant */
    replacedAt: text('replaced_at').notNull(),
    replacedBy: text('replaced_by').references(() => member.id),
    why: text().notNull().default(''),
    deleted: integer().notNull().default(0),
  },
  (table) => [index('log_former_entry').on(table.entryId)],
)

/** A file kept with an entry or an account; its content lies in the data folder under its SHA-256. */
export const attachment = sqliteTable(
  'attachment',
  {
    id: text().primaryKey(),
    entryId: text('entry_id').references(() => logEntry.id),
    accountId: text('account_id').references(() => account.id),
    name: text().notNull(),
    sha256: text().notNull(),
    bytes: integer().notNull(),
    mediaType: text('media_type').notNull(),
    addedBy: text('added_by').references(() => member.id),
    /** instant */
    addedAt: text('added_at').notNull(),
    deleted: integer().notNull().default(0),
  },
  (table) => [
    index('attachment_entry').on(table.entryId),
    index('attachment_account').on(table.accountId),
    index('attachment_content').on(table.sha256),
  ],
)
