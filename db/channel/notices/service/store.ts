import type Database from 'better-sqlite3'
import { perFile } from '../../../kernel/perFile.ts'
import type { ClockName } from '../../requests/rules/clocks.ts'
import type { NoticeKind } from '../contract.ts'
import type { NoticeLevel } from '../rules/levels.ts'

/** What a notice keeps: which record, never its words, so that what is renamed or erased is so here too. */
export interface NoticeContent {
  readonly kind: NoticeKind
  readonly id: string
  readonly level: NoticeLevel
  readonly clock: ClockName | null
}

/** A notice as its row keeps it. */
export interface StoredNotice extends NoticeContent {
  readonly key: string
  /** ISO-8601 UTC */
  readonly raisedAt: string
  readonly seenAt: string | null
}

interface Row {
  readonly key: string
  readonly content: string
  readonly raisedAt: string
  readonly seenAt: string | null
}

const ROW = 'key, content, raised_at AS raisedAt, seen_at AS seenAt'
/** Levels that went by untold have rows as well, without a content to be shown. */
const TOLD = `content <> '{}'`

const statementsOf = perFile((db) => ({
  given: db.prepare<[string], 1>('SELECT 1 FROM notice WHERE key = ?').pluck(),
  newest: db.prepare<[number], Row>(
    `SELECT ${ROW} FROM notice WHERE shown_at IS NOT NULL AND ${TOLD} ORDER BY raised_at DESC, key LIMIT ?`,
  ),
  held: db.prepare<[], Row>(`SELECT ${ROW} FROM notice WHERE shown_at IS NULL ORDER BY raised_at, key`),
}))

const toStored = ({ content, ...row }: Row): StoredNotice => {
  const parsed: NoticeContent = JSON.parse(content)
  return { ...row, ...parsed }
}

/** Whether a notice was given, or went by. */
export const wasGiven = (db: Database.Database, key: string): boolean =>
  statementsOf(db).given.get(key) !== undefined

/** The newest that were shown. */
export const newestNotices = (db: Database.Database, limit: number): StoredNotice[] =>
  statementsOf(db).newest.all(limit).map(toStored)

/** Those that wait for the end of the quiet hours, in the order in which they were raised. */
export const heldNotices = (db: Database.Database): StoredNotice[] =>
  statementsOf(db).held.all().map(toStored)

/** Keeps a notice; `shown` null holds it back, a content null says that it went by untold. Inside `kernel.writeLocal`. */
export function keepNotice(
  db: Database.Database,
  key: string,
  content: NoticeContent | null,
  { now, shown }: { readonly now: string; readonly shown: string | null },
): void {
  const past = content === null ? now : null
  db.prepare(
    `INSERT INTO notice (key, content, raised_at, shown_at, seen_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (key) DO NOTHING`,
  ).run(key, JSON.stringify(content ?? {}), now, past ?? shown, past)
}

/** Shows what was held back. Inside `kernel.writeLocal`. */
export const showHeld = (db: Database.Database, now: string): void => {
  db.prepare('UPDATE notice SET shown_at = ? WHERE shown_at IS NULL').run(now)
}

/** Notes that notices were seen; all where no keys are given. Answers how many. Inside `kernel.writeLocal`. */
export const seeNotices = (db: Database.Database, keys: readonly string[] | null, now: string): number =>
  db
    .prepare<object>(
      `UPDATE notice SET seen_at = @now WHERE seen_at IS NULL AND shown_at IS NOT NULL
         AND (@keys IS NULL OR key IN (SELECT value FROM json_each(@keys)))`,
    )
    .run({ now, keys: keys === null ? null : JSON.stringify(keys) }).changes

/** Forgets notices that are so old that what they told of is stale. Inside `kernel.writeLocal`. */
export const forgetNotices = (db: Database.Database, before: string): void => {
  db.prepare('DELETE FROM notice WHERE raised_at < ? AND shown_at IS NOT NULL').run(before)
}
