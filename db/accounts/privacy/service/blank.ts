import { getTableConfig } from 'drizzle-orm/sqlite-core'
import type { Tx } from '../../../kernel/kernel.ts'
import type { RowName } from '../../../kernel/redact.ts'
import { sharedTables } from '../../../tables.ts'
import { person } from '../../people/tables.ts'
import { ERASED } from '../rules/redacting.ts'
import type { Scope } from './scope.ts'

/** Empties every row that is about the person, inside a command; answers which rows hold nothing of them any more. */
export function blankPerson(tx: Tx, scope: Scope, blankEntries: boolean): RowName[] {
  const blanked: RowName[] = []
  const blank = (table: string, key: string, ids: readonly string[], assignments: string): void => {
    for (const id of ids)
      for (const row of tx.db
        .prepare<[string], string>(`SELECT id FROM ${table} WHERE ${key} = ?`)
        .pluck()
        .all(id)) {
        tx.db.prepare(`UPDATE ${table} SET ${assignments} WHERE id = ?`).run(row)
        blanked.push({ table, id: row })
        tx.breathe()
      }
  }
  const { personIds } = scope
  blank('person', 'id', personIds, `${BLANK_PERSON}, erased_at = '${tx.now}', deleted = 1`)
  blank('warning_sign', 'person_id', personIds, `sign = '', why = '', deleted = 1`)
  blank(
    'employment',
    'person_id',
    personIds,
    `title = '', department = '', since = NULL, until = NULL, deleted = 1`,
  )
  blank('coverage', 'person_id', personIds, 'depth = 0, wanted = NULL, deleted = 1')
  blank('relation', 'from_id', personIds, `note = '', deleted = 1`)
  blank('relation', 'to_id', personIds, `note = '', deleted = 1`)
  // a birthday's task tells the day, and so does when it was made
  blank(
    'care_task',
    BIRTHDAY_OF,
    personIds,
    `why = '{"code":"erased"}', title = '', note = '', due_on = '', made_on = '', deleted = 1`,
  )
  blank('visit_person', 'person_id', personIds, 'attitude_before = NULL, attitude_after = NULL, came = NULL')
  blank('map_place', 'node_id', personIds, 'deleted = 1')
  if (blankEntries) {
    blank('log_entry', 'id', scope.ownEntryIds, `text = '${ERASED}', next_step = ''`)
    blank('log_former', 'entry_id', scope.ownEntryIds, `text = '${ERASED}', why = ''`)
  }
  return blanked
}

const BIRTHDAY_OF = `why ->> '$.code' = 'birthday' AND person_id`

/** Columns of a person that stay: what ties the row to others, and the proof of its erasure. */
const STAYS: ReadonlySet<string> = new Set(['id', 'merged_into', 'erased_at', 'deleted'])

const BLANK_PERSON = getTableConfig(person)
  .columns.filter(({ name }) => !STAYS.has(name))
  .map(({ name, notNull, default: value }) =>
    notNull ? `${name} = '${typeof value === 'string' ? value : ''}'` : `${name} = NULL`,
  )
  .join(', ')

/** Columns with names of others, in which a name inside a name must stay. */
export const NAMES: Readonly<Record<string, readonly string[]>> = {
  person: ['name'],
  account: ['name', 'short_name', 'code'],
}

/** Applies `redact` to the texts of some rows, but for the columns in `untouched`, inside a command. */
export function redactRows(
  tx: Tx,
  rows: readonly RowName[],
  redact: (text: string) => string,
  untouched: Readonly<Record<string, readonly string[]>>,
): void {
  const shapes = new Map(sharedTables.map((table) => [getTableConfig(table).name, getTableConfig(table)]))
  for (const { table, id } of rows) {
    const columns = (shapes.get(table)?.columns ?? [])
      .filter(({ name, dataType }) => dataType === 'string' && !/^id$|_id$/.test(name))
      .map(({ name }) => name)
      .filter((name) => !untouched[table]?.includes(name))
    const row = tx.db
      .prepare<[string], Record<string, string | null>>(
        `SELECT ${columns.join(', ')} FROM "${table}" WHERE id = ?`,
      )
      .get(id)
    for (const [column, text] of Object.entries(row ?? {})) {
      if (text === null || redact(text) === text) continue
      tx.db.prepare(`UPDATE "${table}" SET ${column} = ? WHERE id = ?`).run(redact(text), id)
    }
    tx.breathe()
  }
}
