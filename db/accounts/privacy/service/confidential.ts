import type Database from 'better-sqlite3'
import { perFile } from '../../../kernel/perFile.ts'
import { MASKED_FIELDS } from '../../people/rules/fields.ts'
import { PERSON_COLUMNS } from '../../people/service/columns.ts'

/**
 * Which of some entries of the work log a masked fact was lifted from: they say in plain words what is masked, so they
 * are neither found by their text nor handed on. Everybody who works at the entry's account or took part counts.
 */
export function confidentialEntries(db: Database.Database, entryIds: readonly string[]): ReadonlySet<string> {
  return new Set(statementOf(db).all(JSON.stringify(entryIds)))
}

const FROM_ENTRY = MASKED_FIELDS.map(
  (field) => `(p.${PERSON_COLUMNS[field]} <> '' AND p.sources ->> '$.${field}.entry' = e.id)`,
).join(' OR ')

const statementOf = perFile((db) =>
  db
    .prepare<[string], string>(
      `SELECT e.id FROM json_each(?) ids JOIN log_entry e ON e.id = ids.value
       WHERE EXISTS (SELECT 1 FROM person p WHERE p.deleted = 0 AND (${FROM_ENTRY}) AND (
         p.id IN (SELECT person_id FROM log_person WHERE entry_id = e.id AND deleted = 0)
         OR p.id IN (SELECT person_id FROM employment WHERE account_id = e.account_id AND deleted = 0)))`,
    )
    .pluck(),
)
