import type Database from 'better-sqlite3'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { Refusal } from '../../../kernel/errors.ts'
import { type RowName, rowsHolding } from '../../../kernel/redact.ts'
import { sharedTables } from '../../../tables.ts'

/** Everything that an erasure has to look at. */
export interface Scope {
  readonly personId: string
  readonly name: string
  /** the person, and those that were merged into them */
  readonly personIds: readonly string[]
  /** accounts that they are or were at */
  readonly accountIds: readonly string[]
  /** entries that they were part of */
  readonly entryIds: readonly string[]
  /** of these, the ones without anybody else of theirs */
  readonly ownEntryIds: readonly string[]
}

/** What belongs to a person who is there. @throws Refusal PERSON_NOT_FOUND */
export function scopeOf(db: Database.Database, personId: string): Scope {
  const name = db
    .prepare<[string], string>('SELECT name FROM person WHERE id = ? AND deleted = 0 AND erased_at IS NULL')
    .pluck()
    .get(personId)
  if (name === undefined) throw new Refusal('PERSON_NOT_FOUND')
  const ids = (sql: string): string[] =>
    db.prepare<[string], string>(`${PEOPLE} ${sql}`).pluck().all(personId)
  return {
    personId,
    name,
    personIds: ids('SELECT id FROM people'),
    accountIds: ids('SELECT DISTINCT account_id FROM employment WHERE person_id IN people'),
    entryIds: ids('SELECT DISTINCT entry_id FROM log_person WHERE person_id IN people AND deleted = 0'),
    ownEntryIds: ids(
      `SELECT DISTINCT entry_id FROM log_person WHERE person_id IN people AND deleted = 0 AND entry_id NOT IN
         (SELECT entry_id FROM log_person WHERE person_id NOT IN people AND deleted = 0)`,
    ),
  }
}

const PEOPLE = `WITH RECURSIVE people(id) AS (
  SELECT ? UNION SELECT p.id FROM people JOIN person p ON p.merged_into = people.id)`

/** Columns that point to accounts, or to people, of tables with texts: found from the schema, so that later rooms' are too. */
const pointingTo = (subject: 'account' | 'person'): readonly { table: string; column: string }[] =>
  sharedTables.flatMap((table) => {
    const { name, foreignKeys } = getTableConfig(table)
    return foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference()
      const column = columns[0]?.name
      return column !== undefined && getTableConfig(foreignTable).name === subject && !WITHOUT_TEXT.has(name)
        ? [{ table: name, column }]
        : []
    })
  })

/** Published results are history of the accounts and name nobody; lines between rows hold no text. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set([
  ...['result', 'marks', 'employment', 'map_place', 'wallet', 'log_person', 'coverage'],
  ...['visit_account', 'visit_person', 'order_month'],
])

/** Rows that are told as part of another, with texts of their own. */
const CHILDREN: Readonly<Record<string, readonly (readonly [table: string, column: string])[]>> = {
  log_entry: [
    ['log_former', 'entry_id'],
    ['attachment', 'entry_id'],
  ],
  request: [
    ['request_event', 'request_id'],
    ['request_part', 'request_id'],
  ],
  visit: [
    ['visit_topic', 'visit_id'],
    ['visit_gift', 'visit_id'],
    ['visit_cost', 'visit_id'],
    ['visit_note', 'visit_id'],
    ['visit_event', 'visit_id'],
    ['visit_export', 'visit_id'],
    ['visit_brief', 'visit_id'],
  ],
  recovery_case: [
    ['case_event', 'case_id'],
    ['case_why', 'case_id'],
    ['case_action', 'case_id'],
    ['case_remedy', 'case_id'],
    ['case_member', 'case_id'],
    ['case_file', 'case_id'],
    ['idea', 'case_id'],
  ],
  win_back: [['win_back_step', 'win_back_id']],
  idea: [['idea_event', 'idea_id']],
}

/** Names shorter than this are words of their own too: 高原 is somebody, and a plateau. */
const SHORTEST_NAME = 3

/**
 * Rows in whose texts, now or in the past, the person may be named. Those of their accounts count only where the name
 * is theirs alone there: a colleague of the same name must not be erased with them. A name that nobody else has is
 * looked for wherever it stands.
 */
export function rowsNaming(db: Database.Database, scope: Scope): RowName[] {
  const rows = new Map<string, RowName>()
  const add = (table: string, sql: string, ...ids: readonly string[]): void => {
    for (const id of ids)
      for (const row of db.prepare<[string], string>(sql).pluck().all(id))
        rows.set(`${table} ${row}`, { table, id: row })
  }
  const { personIds, entryIds } = scope
  add('log_entry', 'SELECT id FROM log_entry WHERE id = ?', ...entryIds)
  // the words of the command say whose fact was looked at, so reveals are among them
  for (const { table, column } of pointingTo('person'))
    add(table, `SELECT id FROM "${table}" WHERE "${column}" = ?`, ...personIds)
  add('visit', 'SELECT visit_id FROM visit_person WHERE person_id = ?', ...personIds)
  if (isOnlyOneOfName(db, scope)) {
    for (const { table, column } of pointingTo('account'))
      add(table, `SELECT id FROM "${table}" WHERE "${column}" = ?`, ...scope.accountIds)
    add('visit', 'SELECT visit_id FROM visit_account WHERE account_id = ?', ...scope.accountIds)
    add('account', 'SELECT id FROM account WHERE id = ?', ...scope.accountIds)
    add('person', COLLEAGUES, ...scope.accountIds)
  }
  if (isOnlyOneAnywhere(db, scope))
    for (const row of rowsHolding(db, scope.name))
      if (!WITHOUT_TEXT.has(row.table)) rows.set(`${row.table} ${row.id}`, row)
  for (const { table, id } of [...rows.values()])
    for (const [child, column] of CHILDREN[table] ?? [])
      add(child, `SELECT id FROM ${child} WHERE ${column} = ?`, id)
  return [...rows.values()].filter(({ table, id }) => table !== 'person' || !personIds.includes(id))
}

const isOnlyOneAnywhere = (db: Database.Database, { personIds, name }: Scope): boolean =>
  [...name].length >= SHORTEST_NAME &&
  db
    .prepare<[string], string>('SELECT id FROM person WHERE name = ? AND deleted = 0')
    .pluck()
    .all(name)
    .every((id) => personIds.includes(id))

const COLLEAGUES = `SELECT DISTINCT person_id FROM employment WHERE account_id = ?`

const isOnlyOneOfName = (db: Database.Database, { accountIds, personIds, name }: Scope): boolean =>
  accountIds.every((accountId) =>
    db
      .prepare<[string, string], string>(
        `SELECT p.id FROM employment e JOIN person p ON p.id = e.person_id
         WHERE e.account_id = ? AND p.name = ? AND p.deleted = 0`,
      )
      .pluck()
      .all(accountId, name)
      .every((id) => personIds.includes(id)),
  )
