import type { z } from 'zod'
import { actorName, readSettings } from '../../../department/settings.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type CommandId, type PersonId, RowId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { dayOf } from '../../rules/days.ts'
import type { people, WarningSign } from '../contract.ts'
import type { MaskedField, SensitiveField } from '../rules/fields.ts'
import { personReader } from './read.ts'

type WarningInput = z.output<NonNullable<(typeof people.addWarning)['~orpc']['inputSchema']>>

/** A masked fact, told. */
type Revealed =
  | { readonly field: MaskedField; readonly text: string }
  | { readonly field: 'warningSigns'; readonly signs: WarningSign[] }

/**
 * Tells a masked fact and records who looked, and when. The fact is read outside the write: what a command answers is
 * kept for its retries, and masked facts belong into no second place.
 * @throws Refusal PERSON_NOT_FOUND
 */
export function revealFact(
  kernel: Kernel,
  { commandId, personId, field }: { commandId: CommandId; personId: PersonId; field: SensitiveField },
): Outcome<{ value: Revealed }> {
  const person = personReader(kernel.db)(personId)
  if (!person) throw new Refusal('PERSON_NOT_FOUND')
  const label = { command: 'revealFact', params: { name: person.name, field } }
  const by = actorName(kernel.db)
  const written = kernel.write({ commandId, label, final: [] }, (tx) => {
    tx.db
      .prepare('INSERT INTO reveal (id, person_id, field, "by", at) VALUES (?, ?, ?, ?, ?)')
      .run(tx.newId(), personId, field, by, tx.now)
    return {}
  })
  const value =
    field === 'warningSigns' ? { field, signs: warningsOf(kernel, personId) } : { field, text: person[field] }
  return { ...written, value }
}

/** Records that a masked fact of people was told to whoever sits at the laptop, in a file say. */
export function recordLooks(
  kernel: Kernel,
  commandId: CommandId,
  people: readonly { readonly id: PersonId; readonly name: string }[],
  field: MaskedField,
): void {
  const by = kernel.actorName()
  const label = {
    command: 'exportMasked',
    params: { name: people[0]?.name ?? '', count: people.length, field },
  }
  kernel.write({ commandId, label, final: [] }, (tx) => {
    const insert = tx.db.prepare('INSERT INTO reveal (id, person_id, field, "by", at) VALUES (?, ?, ?, ?, ?)')
    for (const { id } of people) {
      insert.run(tx.newId(), id, field, by, tx.now)
      tx.breathe()
    }
    return {}
  })
}

const warningsOf = (kernel: Kernel, personId: PersonId): WarningSign[] =>
  kernel.db
    .prepare<[PersonId], WarningSign>(
      `SELECT w.id, w.sign, w.why, coalesce(m.name, '') AS notedBy, w.noted_on AS notedOn
       FROM warning_sign w LEFT JOIN member m ON m.id = w.noted_by
       WHERE w.person_id = ? AND w.deleted = 0 ORDER BY w.noted_on DESC, w.id DESC`,
    )
    .all(personId)

/** Notes a warning sign, by the laptop's user. @throws Refusal PERSON_NOT_FOUND */
export function addWarning(
  kernel: Kernel,
  { commandId, personId, sign, why, notedOn }: WarningInput,
): Outcome<{ warningId: RowId }> {
  const person = personReader(kernel.db)(personId)
  const by = readSettings(kernel.db).me
  const on = notedOn ?? dayOf(kernel.now())
  const label = { command: 'addWarning', params: { name: person?.name ?? '' } }
  return kernel.write({ commandId, label }, (tx) => {
    if (!person) throw new Refusal('PERSON_NOT_FOUND')
    const warningId = RowId.parse(tx.newId())
    tx.db
      .prepare(
        'INSERT INTO warning_sign (id, person_id, sign, why, noted_by, noted_on) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(warningId, personId, sign, why, by, on)
    return { warningId }
  })
}

/** Takes a warning sign away. @throws Refusal WARNING_NOT_FOUND */
export function removeWarning(
  kernel: Kernel,
  { commandId, warningId }: { commandId: CommandId; warningId: RowId },
): Outcome<object> {
  const name = kernel.db
    .prepare<[RowId], string>(
      'SELECT p.name FROM warning_sign w JOIN person p ON p.id = w.person_id WHERE w.id = ?',
    )
    .pluck()
    .get(warningId)
  const label = { command: 'removeWarning', params: { name: name ?? '' } }
  return kernel.write({ commandId, label }, (tx) => {
    const { changes } = tx.db
      .prepare('UPDATE warning_sign SET deleted = 1 WHERE id = ? AND deleted = 0')
      .run(warningId)
    if (changes === 0) throw new Refusal('WARNING_NOT_FOUND')
    return {}
  })
}
