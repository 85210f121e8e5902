import type { Figure } from '../../../../db/accounts/contract.ts'
import type { CustomField } from '../../../../db/accounts/custom/contract.ts'
import {
  type AccountField,
  emptyValue,
  type FieldValue,
  fieldOfName,
} from '../../../../db/accounts/rules/accountFields.ts'
import { customStrip, figureStrip } from '../../../../db/accounts/rules/strips.ts'
import { type ListedAccount, withValues } from '../../../client/accountTable.ts'
import type { CellEdit, CellValue } from '../../../grid/types.ts'

/** What the columns of the list stand for. */
export interface ListFields {
  readonly figures: readonly Figure[]
  readonly custom: readonly CustomField[]
}

/** Changed cells as the engine takes them. */
export interface AccountEdits {
  readonly fields: { accountId: string; field: AccountField; before: FieldValue; after: FieldValue }[]
  readonly figures: { accountId: string; figureId: string; before: number | null; after: number | null }[]
  readonly custom: { accountId: string; fieldId: string; before: FieldValue; after: FieldValue }[]
}

/** What a column of the grid stands for; null for tier and score, which come from rounds. */
export type ColumnMeaning =
  | { readonly kind: 'field'; readonly field: AccountField }
  | { readonly kind: 'figure'; readonly figureId: string }
  | { readonly kind: 'custom'; readonly fieldId: string }
  | null

/** What the columns of the grid stand for, by their ids. */
export function meaningOf({ figures, custom }: ListFields): (columnId: string) => ColumnMeaning {
  const known = new Map<string, ColumnMeaning>([
    ...figures.map(({ id }): [string, ColumnMeaning] => [figureStrip(id), { kind: 'figure', figureId: id }]),
    ...custom.map(({ id }): [string, ColumnMeaning] => [customStrip(id), { kind: 'custom', fieldId: id }]),
  ])
  return (columnId) => {
    const field = fieldOfName(columnId)
    return field ? { kind: 'field', field } : (known.get(columnId) ?? null)
  }
}

/** The cells of one gesture, told apart into fields, figures and custom fields. */
export function editsOf(cells: readonly CellEdit<ListedAccount>[], list: ListFields): AccountEdits {
  const edits: AccountEdits = { fields: [], figures: [], custom: [] }
  const meaning = meaningOf(list)
  for (const { row, columnId, before, after } of cells) {
    const column = meaning(columnId)
    if (column === null) continue
    const accountId = row.id
    if (column.kind === 'figure')
      edits.figures.push({ ...column, accountId, before: asNumber(before), after: asNumber(after) })
    else if (column.kind === 'custom')
      edits.custom.push({ ...column, accountId, before, after: after === '' ? null : after })
    else
      edits.fields.push({
        ...column,
        accountId,
        // what the edit began with, not what the row holds by now: another window may have written between
        before: fieldValue(column.field, before),
        after: fieldValue(column.field, after),
      })
  }
  return edits
}

/** The rows after the edits, as the engine will hold them: untouched rows keep their identity. */
export function applyEdits(rows: readonly ListedAccount[], edits: AccountEdits): ListedAccount[] {
  const changed = new Map<string, Map<string, FieldValue>>()
  const change = (id: string, column: string, value: FieldValue): void => {
    const values = changed.get(id) ?? new Map<string, FieldValue>()
    changed.set(id, values.set(column, value))
  }
  for (const { accountId, field, after } of edits.fields) change(accountId, field, after)
  for (const { accountId, figureId, after } of edits.figures) change(accountId, figureStrip(figureId), after)
  for (const { accountId, fieldId, after } of edits.custom) change(accountId, customStrip(fieldId), after)
  return rows.map((row) => {
    const values = changed.get(row.id)
    return values ? withValues(row, values) : row
  })
}

const asNumber = (value: CellValue): number | null => (typeof value === 'number' ? value : null)

/** A cell's value as its field is kept: texts that are empty as '', all else as null. */
export const fieldValue = (field: AccountField, value: CellValue): FieldValue =>
  value === null || value === '' ? emptyValue(field) : value
