import type { AccountRow, Figure } from '../../../../db/accounts/contract.ts'
import type { CellEdit, CellValue } from '../../../grid/types.ts'
import { figureColumnId } from './accountColumns.ts'

/** Fields of an account that are cells of the list. */
export const FIELDS = [
  'code',
  'name',
  'ownerId',
  'kind',
  'cycle',
  'industry',
  'region',
  'phone',
  'note',
] as const
type Field = (typeof FIELDS)[number]

/** Changed cells as the engine takes them. */
export interface AccountEdits {
  readonly fields: {
    accountId: AccountRow['id']
    field: Field
    before: string | null
    after: string | null
  }[]
  readonly figures: {
    accountId: AccountRow['id']
    figureId: Figure['id']
    before: number | null
    after: number | null
  }[]
}

/** The cells of one gesture, told apart into fields and figures. */
export function editsOf(cells: readonly CellEdit<AccountRow>[], figures: readonly Figure[]): AccountEdits {
  const edits: AccountEdits = { fields: [], figures: [] }
  const figureAt = new Map(figures.map((figure) => [figureColumnId(figure.id), figure.id]))
  for (const { row, columnId, before, after } of cells) {
    const figureId = figureAt.get(columnId)
    if (figureId !== undefined)
      edits.figures.push({ accountId: row.id, figureId, before: asNumber(before), after: asNumber(after) })
    const field = FIELDS.find((one) => one === columnId)
    if (field !== undefined)
      // compared with what is stored, which for a departed owner is not what is shown
      edits.fields.push({ accountId: row.id, field, before: row[field], after: asText(field, after) })
  }
  return edits
}

/** The rows after the edits, as the engine will hold them: untouched rows keep their identity. */
export function applyEdits(
  rows: readonly AccountRow[],
  figures: readonly Figure[],
  edits: AccountEdits,
): AccountRow[] {
  const changed = new Map<
    AccountRow['id'],
    { fields: Partial<Record<Field, string | null>>; figures: Map<number, number | null> }
  >()
  const of = (id: AccountRow['id']) => {
    const found = changed.get(id) ?? { fields: {}, figures: new Map<number, number | null>() }
    changed.set(id, found)
    return found
  }
  for (const { accountId, field, after } of edits.fields) of(accountId).fields[field] = after
  const indexOf = new Map(figures.map(({ id }, at) => [id, at]))
  for (const { accountId, figureId, after } of edits.figures) {
    const at = indexOf.get(figureId)
    if (at !== undefined) of(accountId).figures.set(at, after)
  }
  return rows.map((row) => {
    const change = changed.get(row.id)
    if (!change) return row
    const values = row.figures.map((value, at) =>
      change.figures.has(at) ? (change.figures.get(at) ?? null) : value,
    )
    // the grid's parsers only let through what each field takes, and the engine checks it again
    return { ...row, ...(change.fields as Partial<AccountRow>), figures: values }
  })
}

const asNumber = (value: CellValue): number | null => (typeof value === 'number' ? value : null)

const CHOICES: ReadonlySet<Field> = new Set<Field>(['ownerId', 'kind', 'cycle'])

/** A cell's value as its field is stored: choices that are empty as null, texts as ''. */
export const asText = (field: Field, value: CellValue): string | null =>
  value === null || value === '' ? (CHOICES.has(field) ? null : '') : String(value)
