import type Database from 'better-sqlite3'
import { Refusal } from '../../../kernel/errors.ts'
import { type CommandId, CustomFieldId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { orderKeyBetween } from '../../../kernel/orderKey.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { ACCOUNT_HEADERS } from '../../../terms/headers.ts'
import type { CustomKind, CustomSubject } from '../../rules/fields.ts'
import { listFigures } from '../../service/figures.ts'
import type { CustomField } from '../contract.ts'
import { nameKey, plainChoices } from '../rules/values.ts'

interface WithCommand {
  readonly commandId: CommandId
}

/** The custom fields of a subject, in their order. */
export const listCustomFields = (db: Database.Database, subject: CustomSubject): CustomField[] =>
  db
    .prepare<[CustomSubject], Omit<CustomField, 'choices'> & { choices: string }>(
      `SELECT id, subject, name, kind, choices, order_key AS "order" FROM custom_field
       WHERE subject = ? AND deleted = 0 ORDER BY order_key, id`,
    )
    .all(subject)
    .map((field) => ({ ...field, choices: JSON.parse(field.choices) }))

/** The custom fields of accounts and of people. */
export const listAllCustomFields = ({ db }: Kernel): { account: CustomField[]; person: CustomField[] } => ({
  account: listCustomFields(db, 'account'),
  person: listCustomFields(db, 'person'),
})

/** Adds a field after the last one of its subject. @throws Refusal FIELD_NAME_TAKEN, CHOICES_MISSING */
export function addCustomField(
  kernel: Kernel,
  input: WithCommand & {
    readonly subject: CustomSubject
    readonly name: string
    readonly kind: CustomKind
    readonly choices?: readonly string[] | undefined
  },
): Outcome<{ fieldId: CustomFieldId }> {
  const { commandId, ...field } = input
  const label = { command: 'addCustomField', params: { name: field.name } }
  return kernel.write({ commandId, label }, (tx) => ({ fieldId: insertCustomField(tx, field) }))
}

/** The same inside a command; importing uses it too. @throws Refusal FIELD_NAME_TAKEN, CHOICES_MISSING */
export function insertCustomField(
  tx: Tx,
  field: {
    readonly subject: CustomSubject
    readonly name: string
    readonly kind: CustomKind
    readonly choices?: readonly string[] | undefined
  },
): CustomFieldId {
  const { subject, name, kind } = field
  refuseTakenName(tx.db, subject, name, null)
  const choices = choicesFor(kind, field.choices ?? [])
  const last = listCustomFields(tx.db, subject).at(-1)?.order ?? null
  const id = CustomFieldId.parse(tx.newId())
  tx.db
    .prepare(
      'INSERT INTO custom_field (id, subject, name, kind, choices, order_key) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(id, subject, name, kind, JSON.stringify(choices), orderKeyBetween(last, null))
  return id
}

/** Renames a field or changes its choices. @throws Refusal CUSTOM_FIELD_NOT_FOUND, FIELD_NAME_TAKEN, CHOICES_MISSING */
export function changeCustomField(
  kernel: Kernel,
  input: WithCommand & {
    readonly fieldId: CustomFieldId
    readonly name?: string | undefined
    readonly choices?: readonly string[] | undefined
  },
): Outcome<object> {
  const { commandId, fieldId } = input
  const label = {
    command: 'changeCustomField',
    params: { name: input.name ?? fieldName(kernel.db, fieldId) },
  }
  return kernel.write({ commandId, label }, (tx) => {
    const field = fieldOf(tx.db, fieldId)
    if (input.name !== undefined && input.name !== field.name) {
      refuseTakenName(tx.db, field.subject, input.name, fieldId)
      tx.db.prepare('UPDATE custom_field SET name = ? WHERE id = ?').run(input.name, fieldId)
    }
    if (input.choices !== undefined) {
      const choices = choicesFor(field.kind, input.choices)
      tx.db.prepare('UPDATE custom_field SET choices = ? WHERE id = ?').run(JSON.stringify(choices), fieldId)
    }
    return {}
  })
}

/** Moves a field to before another one of its subject; to the end where null. @throws Refusal CUSTOM_FIELD_NOT_FOUND */
export function moveCustomField(
  kernel: Kernel,
  {
    commandId,
    fieldId,
    before,
  }: WithCommand & { readonly fieldId: CustomFieldId; readonly before: CustomFieldId | null },
): Outcome<object> {
  const label = { command: 'moveCustomField', params: { name: fieldName(kernel.db, fieldId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const field = fieldOf(tx.db, fieldId)
    if (before === fieldId) return {}
    const others = listCustomFields(tx.db, field.subject).filter(({ id }) => id !== fieldId)
    const at = before === null ? others.length : others.findIndex(({ id }) => id === before)
    if (at === -1) throw new Refusal('CUSTOM_FIELD_NOT_FOUND')
    const left = others[at - 1]?.order ?? null
    // two laptops may have given the same key
    const right = others.slice(at).find(({ order }) => left === null || order > left)?.order ?? null
    const key = orderKeyBetween(left, right)
    tx.db.prepare('UPDATE custom_field SET order_key = ? WHERE id = ?').run(key, fieldId)
    return {}
  })
}

/** Deletes a field; its values stay behind it, unseen. @throws Refusal CUSTOM_FIELD_NOT_FOUND */
export function removeCustomField(
  kernel: Kernel,
  { commandId, fieldId }: WithCommand & { readonly fieldId: CustomFieldId },
): Outcome<object> {
  const label = { command: 'removeCustomField', params: { name: fieldName(kernel.db, fieldId) } }
  return kernel.write({ commandId, label }, (tx) => {
    fieldOf(tx.db, fieldId)
    tx.db.prepare('UPDATE custom_field SET deleted = 1 WHERE id = ?').run(fieldId)
    return {}
  })
}

/** The name of a field, of a deleted one too; its id where it never was. */
export const fieldName = (db: Database.Database, fieldId: CustomFieldId): string =>
  db.prepare<[string], string>('SELECT name FROM custom_field WHERE id = ?').pluck().get(fieldId) ?? fieldId

function fieldOf(db: Database.Database, fieldId: CustomFieldId): CustomField {
  const fields = [...listCustomFields(db, 'account'), ...listCustomFields(db, 'person')]
  const field = fields.find(({ id }) => id === fieldId)
  if (!field) throw new Refusal('CUSTOM_FIELD_NOT_FOUND')
  return field
}

function choicesFor(kind: CustomKind, choices: readonly string[]): string[] {
  const words = kind === 'choice' ? plainChoices(choices) : []
  if (kind === 'choice' && words.length === 0) throw new Refusal('CHOICES_MISSING')
  return words
}

/** A column of a list or file is known by its header: no two fields of a subject may have the same. */
function refuseTakenName(
  db: Database.Database,
  subject: CustomSubject,
  name: string,
  but: CustomFieldId | null,
): void {
  const others = listCustomFields(db, subject).filter(({ id }) => id !== but)
  const names = [
    ...others.map((field) => field.name),
    ...(subject === 'account'
      ? [
          ...Object.values(ACCOUNT_HEADERS.zh),
          ...Object.values(ACCOUNT_HEADERS.en),
          ...listFigures(db).map((figure) => figure.name),
        ]
      : []),
  ]
  const taken = names.find((other) => nameKey(other) === nameKey(name))
  if (taken !== undefined) throw new Refusal('FIELD_NAME_TAKEN', { name: taken })
}
