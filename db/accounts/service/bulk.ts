import type { AccountId, CustomFieldId } from '../../kernel/ids.ts'
import { FigureId } from '../../kernel/ids.ts'
import { orderKeyBetween } from '../../kernel/orderKey.ts'
import type { Tx } from '../../kernel/unit.ts'
import { type CustomValue, withCustom } from '../custom/rules/values.ts'
import { type AccountField, FIELD_NAMES, type FieldValue } from '../rules/accountFields.ts'
import type { FigureUnit } from '../rules/figures.ts'
import { type Source, withSources } from '../rules/sources.ts'
import { readTags } from '../rules/tags.ts'
import { COLUMN_OF } from './columns.ts'

/** New values of some of an account's fields: an empty choice or number is null, an empty text is ''. */
export type FieldChanges = { readonly [Field in AccountField]?: FieldValue | undefined }

/** A field's value as its column keeps it. */
export const storedValue = (field: AccountField, value: FieldValue): FieldValue =>
  field === 'tags' ? JSON.stringify(readTags(String(value ?? ''))) : value

/**
 * Changes fields and custom values of many accounts inside a command, and keeps where they come from: one update an
 * account, so one entry in the log.
 */
export function accountUpdater(
  tx: Tx,
  source: Source,
): (id: AccountId, changes: FieldChanges, custom?: ReadonlyMap<CustomFieldId, CustomValue>) => void {
  const statements = new Map<string, ReturnType<typeof tx.db.prepare>>()
  const select = tx.db.prepare<[AccountId], { sources: string; custom: string }>(
    'SELECT sources, custom FROM account WHERE id = ?',
  )
  return (id, changes, custom = new Map()) => {
    const fields = FIELD_NAMES.filter((field) => changes[field] !== undefined)
    if (fields.length + custom.size === 0) return
    const before = select.get(id) ?? { sources: '{}', custom: '{}' }
    const columns = [...fields.map((field) => COLUMN_OF[field]), ...(custom.size > 0 ? ['custom'] : [])]
    const assignments = [...columns, 'sources'].map((column) => `${column} = ?`).join(', ')
    const update =
      statements.get(assignments) ?? tx.db.prepare(`UPDATE account SET ${assignments} WHERE id = ?`)
    statements.set(assignments, update)
    update.run(
      ...fields.map((field) => storedValue(field, changes[field] ?? null)),
      ...(custom.size > 0 ? [withCustom(before.custom, custom)] : []),
      withSources(before.sources, [...fields, ...custom.keys()], source),
      id,
    )
  }
}

/** Adds a figure after the last one inside a command. */
export function insertFigure(tx: Tx, name: string, unit: FigureUnit): FigureId {
  const last = tx.db
    .prepare<[], string | null>('SELECT max(order_key) FROM figure WHERE deleted = 0')
    .pluck()
    .get()
  const id = FigureId.parse(tx.newId())
  tx.db
    .prepare('INSERT INTO figure (id, name, unit, order_key) VALUES (?, ?, ?, ?)')
    .run(id, name, unit, orderKeyBetween(last ?? null, null))
  return id
}
