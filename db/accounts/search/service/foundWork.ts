import type Database from 'better-sqlite3'
import { perFile } from '../../../kernel/perFile.ts'
import type { Channel } from '../../log/rules/channels.ts'
import { confidentialEntries } from '../../privacy/service/confidential.ts'
import { standingReader } from '../../service/standings.ts'
import type { Found } from '../contract.ts'
import { type How, rankOf } from '../rules/match.ts'
import type { Query } from '../rules/query.ts'
import { findNames, type NameHit } from './names.ts'
import { shownName, snippet } from './show.ts'
import { findTexts, type TextHit } from './texts.ts'

type FoundPromise = Extract<Found, { group: 'promises' }>
type FoundEntry = Extract<Found, { group: 'entries' }>
type FoundFile = Extract<Found, { group: 'files' }>

/** Words to look for in texts, and how they were arrived at: as typed, or as the names that the typed letters spell. */
export interface TextWords {
  readonly words: readonly string[]
  readonly how: How
}

/** Texts that are weighed against each other: the newest. */
const WEIGHED = 40

interface PromiseLine {
  readonly id: string
  readonly entryId: string | null
  readonly accountId: string | null
  readonly company: string | null
  readonly dueOn: string | null
  readonly done: number
}

const PROMISE_LINE = `SELECT p.id, NULL AS entryId, a.id AS accountId, a.name AS company, p.due_on AS dueOn,
  p.settlement IS NOT NULL AS done
  FROM promise p JOIN account a ON a.id = p.account_id AND a.deleted = 0 WHERE p.id = ?`
const NEXT_STEP_LINE = `SELECT e.id, e.id AS entryId, a.id AS accountId, a.name AS company, e.next_on AS dueOn,
  e.next_done_on IS NOT NULL AS done
  FROM log_entry e LEFT JOIN account a ON a.id = e.account_id
  WHERE e.id = ? AND coalesce(a.deleted, 0) = 0`

const REQUEST_LINE = `SELECT r.id, NULL AS entryId, a.id AS accountId, a.name AS company,
  substr(r.asked_at, 1, 10) AS dueOn, r.progress ->> '$.open' = 0 AS done
  FROM request r JOIN account a ON a.id = r.account_id AND a.deleted = 0 WHERE r.id = ?`
const TASK_LINE = `SELECT t.id, NULL AS entryId, a.id AS accountId, a.name AS company, t.due_on AS dueOn,
  t.settlement IS NOT NULL AS done
  FROM care_task t LEFT JOIN account a ON a.id = t.account_id WHERE t.id = ? AND coalesce(a.deleted, 0) = 0`

const VISIT_LINE = `SELECT v.id, NULL AS entryId, a.id AS accountId, a.name AS company, v.day AS dueOn,
  v.progress ->> '$.open' = 0 AS done
  FROM visit v LEFT JOIN account a ON a.deleted = 0 AND a.id = (SELECT w.account_id FROM visit_account w
    WHERE w.visit_id = v.id AND w.deleted = 0 ORDER BY w.order_key, w.id LIMIT 1) WHERE v.id = ?`

const CASE_LINE = `SELECT c.id, NULL AS entryId, a.id AS accountId, a.name AS company, substr(c.came_at, 1, 10) AS dueOn,
  c.progress ->> '$.open' = 0 AS done
  FROM recovery_case c JOIN account a ON a.id = c.account_id AND a.deleted = 0
  WHERE c.id = ? AND c.merged_into IS NULL`

/** What a part of the index is found as. */
const KINDS: Readonly<Record<string, FoundPromise['kind']>> = {
  promise: 'promise',
  next_step: 'nextStep',
  request: 'request',
  care_task: 'task',
  visit: 'visit',
  recovery_case: 'case',
}

/** Promises, requests, tasks, visits, cases and next steps that hold the words: open ones first, then those of key accounts, then by their day. */
export function findPromises(db: Database.Database, asked: TextWords, limit: number): FoundPromise[] {
  const standing = standingReader(db)
  const statements = statementsOf(db)
  return findTexts(db, 'step', asked.words, WEIGHED)
    .flatMap((hit) => {
      const kind = KINDS[hit.part]
      const line = kind && statements[kind].get(hit.rowId)
      return line ? [{ kind, hit, line, key: isKey(standing, line.accountId) }] : []
    })
    .sort(
      (a, b) =>
        a.line.done - b.line.done ||
        Number(b.key) - Number(a.key) ||
        (a.line.dueOn ?? '9').localeCompare(b.line.dueOn ?? '9'),
    )
    .slice(0, limit)
    .map(({ kind, hit, line: { done, ...line } }) => ({
      group: 'promises',
      kind,
      ...shownText(hit, asked),
      ...line,
      done: done === 1,
    }))
}

interface EntryLine {
  readonly id: string
  readonly accountId: string | null
  readonly company: string | null
  readonly happenedOn: string
  readonly channel: Channel
}

/** Entries of the work log that hold the words: those of key accounts first, then the newest. */
export function findEntries(db: Database.Database, asked: TextWords, limit: number): FoundEntry[] {
  const standing = standingReader(db)
  const { entries: read } = statementsOf(db)
  const hits = findTexts(db, 'entry', asked.words, WEIGHED)
  // what is masked on a person's page must not be felt for in the entry that it came from
  const confidential = confidentialEntries(
    db,
    hits.map(({ rowId }) => rowId),
  )
  return hits
    .filter(({ rowId }) => !confidential.has(rowId))
    .flatMap((hit) => {
      const line = read.get(hit.rowId)
      return line ? [{ hit, line, key: isKey(standing, line.accountId) }] : []
    })
    .sort((a, b) => Number(b.key) - Number(a.key) || b.line.happenedOn.localeCompare(a.line.happenedOn))
    .slice(0, limit)
    .map(({ hit, line }) => ({ group: 'entries', ...shownText(hit, asked), ...line }))
}

const isKey = (standing: ReturnType<typeof standingReader>, accountId: string | null): boolean =>
  accountId !== null && standing(accountId)?.tier === 'key'

const shownText = (hit: TextHit, { how }: TextWords) => ({
  title: snippet(hit.text, hit.hits),
  how,
  reading: '',
})

interface FileLine {
  readonly id: string
  readonly name: string
  readonly entryId: string | null
  readonly accountId: string | null
  readonly company: string | null
  readonly addedAt: string
}

/** Files by their names, best first, then the newest. */
export function findFiles(db: Database.Database, query: Query, limit: number): FoundFile[] {
  const { files: read } = statementsOf(db)
  return findNames(db, ['file'], query, limit)
    .sort((a, b) => rankOf(a.how) - rankOf(b.how) || b.id - a.id)
    .slice(0, limit * 2)
    .flatMap((hit: NameHit) => {
      const line = read.get(hit.rowId)
      if (!line) return []
      const { name, ...rest } = line
      return [{ group: 'files' as const, how: hit.how, ...shownName(name, hit, query), ...rest }]
    })
    .slice(0, limit)
}

const statementsOf = perFile((db) => ({
  promise: db.prepare<[string], PromiseLine>(PROMISE_LINE),
  nextStep: db.prepare<[string], PromiseLine>(NEXT_STEP_LINE),
  request: db.prepare<[string], PromiseLine>(REQUEST_LINE),
  task: db.prepare<[string], PromiseLine>(TASK_LINE),
  visit: db.prepare<[string], PromiseLine>(VISIT_LINE),
  case: db.prepare<[string], PromiseLine>(CASE_LINE),
  entries: db.prepare<[string], EntryLine>(
    `SELECT e.id, a.id AS accountId, a.name AS company, e.happened_on AS happenedOn, e.channel
     FROM log_entry e LEFT JOIN account a ON a.id = e.account_id
     WHERE e.id = ? AND coalesce(a.deleted, 0) = 0`,
  ),
  files: db.prepare<[string], FileLine>(
    `SELECT f.id, f.name, e.id AS entryId, a.id AS accountId, a.name AS company, f.added_at AS addedAt
     FROM attachment f LEFT JOIN log_entry e ON e.id = f.entry_id
     LEFT JOIN account a ON a.id = coalesce(f.account_id, e.account_id)
     WHERE f.id = ? AND coalesce(e.deleted, 0) = 0 AND coalesce(a.deleted, 0) = 0`,
  ),
}))
