import type { EntryId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { SENSITIVE_FIELDS } from '../../people/rules/fields.ts'
import { readSources } from '../../rules/sources.ts'
import type { LiftedFact } from '../contract.ts'

type Row = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly name: string
  readonly sources: string
  readonly custom: string
}

const MASKED: readonly string[] = SENSITIVE_FIELDS

/** The facts that portraits say they have from an entry: of its account, and of the people of both. */
export function factsOf({ db }: Kernel, entryId: EntryId, accountId: string | null): LiftedFact[] {
  const named = `%"${entryId}"%`
  const people = db
    .prepare<{ entryId: string; accountId: string | null; named: string }, Row>(
      `SELECT p.* FROM person p WHERE p.deleted = 0 AND p.sources LIKE @named AND p.id IN (
         SELECT person_id FROM log_person WHERE entry_id = @entryId AND deleted = 0
         UNION SELECT person_id FROM employment WHERE account_id = @accountId AND deleted = 0)`,
    )
    .all({ entryId, accountId, named })
  const accounts = db
    .prepare<[string | null, string], Row>(
      'SELECT * FROM account WHERE id = ? AND deleted = 0 AND sources LIKE ?',
    )
    .all(accountId, named)
  const label = db.prepare<[string], string>('SELECT name FROM custom_field WHERE id = ?').pluck()
  const facts = (subject: LiftedFact['subject']) => (row: Row) =>
    Object.entries(readSources(row.sources))
      .filter(([, { entry }]) => entry === entryId)
      .map(([field]) => ({
        subject,
        subjectId: row.id,
        name: row.name,
        field,
        label: label.get(field) ?? null,
        value: valueIn(row, field),
      }))
  return [
    ...people.flatMap(facts('person')),
    ...accounts.flatMap(facts('account')),
    ...movesOf(db, entryId, accountId),
  ]
}

/** What competitors did, as the account's analysis has it from an entry. */
const movesOf = (db: Kernel['db'], entryId: EntryId, accountId: string | null): LiftedFact[] =>
  db
    .prepare<[string | null, string], { id: string; name: string; label: string; value: string }>(
      `SELECT a.id, a.name, c.name AS label, r.text AS value
       FROM rival_move r JOIN account a ON a.id = r.account_id JOIN competitor c ON c.id = r.competitor_id
       WHERE r.account_id = ? AND r.entry_id = ? AND r.deleted = 0 ORDER BY r.id`,
    )
    .all(accountId, entryId)
    .map(({ id, ...move }) => ({ subject: 'account', subjectId: id, field: RIVAL_MOVE, ...move }))

/** Stands for a field where a fact is a row of its own: a competitor's move. */
const RIVAL_MOVE = 'rivalMove'

/** What a field holds now, as text; null for a sensitive or empty one. */
function valueIn(row: Row, field: string): string | null {
  if (MASKED.includes(field)) return null
  const custom: Readonly<Record<string, unknown>> = JSON.parse(row.custom)
  const value = row[columnOf(field)] ?? custom[field]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
