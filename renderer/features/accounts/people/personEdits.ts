import type { CustomField } from '../../../../db/accounts/custom/contract.ts'
import type { PersonCustomEdit, PersonEdit, PersonRow } from '../../../../db/accounts/people/contract.ts'
import { customStrip } from '../../../../db/accounts/rules/strips.ts'
import { readTags } from '../../../../db/accounts/rules/tags.ts'
import type { CellEdit, CellValue } from '../../../grid/types.ts'

/** Fields that are cells of the grid of people. */
const FIELDS = [
  'name',
  'attitude',
  'decisionRole',
  'influence',
  'phone',
  'birthday',
  'nativePlace',
  'rhythm',
  'interests',
  'brandsView',
  'preconditions',
  'greeting',
  'career',
  'wechat',
  'email',
  'tags',
  'note',
] as const satisfies readonly (PersonEdit['field'] & keyof PersonRow)[]

const EMPTY_IS_NULL: readonly PersonEdit['field'][] = ['attitude', 'decisionRole', 'influence', 'birthday']

/** Changed cells as the engine takes them. */
export interface PersonEdits {
  readonly fields: PersonEdit[]
  readonly custom: PersonCustomEdit[]
}

/** The cells of one gesture, told apart into built-in and custom fields. */
export function personEdits(
  cells: readonly CellEdit<PersonRow>[],
  customFields: readonly CustomField[],
): PersonEdits {
  const edits: PersonEdits = { fields: [], custom: [] }
  for (const { row, columnId, before, after } of cells) {
    const personId = row.id
    const field = FIELDS.find((one) => one === columnId)
    const own = customFields.find(({ id }) => customStrip(id) === columnId)
    // what the edit began with, not what the row holds by now: another window may have written between
    if (field !== undefined)
      edits.fields.push({ personId, field, before: kept(field, before), after: kept(field, after) })
    else if (own !== undefined)
      edits.custom.push({ personId, fieldId: own.id, before, after: after === '' ? null : after })
  }
  return edits
}

/** A cell's value as its field is kept. */
function kept(field: (typeof FIELDS)[number], value: CellValue): PersonEdit['after'] {
  if (field === 'tags') return readTags(String(value ?? ''))
  return value === null || value === '' ? (EMPTY_IS_NULL.includes(field) ? null : '') : value
}

/** The rows after the edits, as the engine will hold them; untouched rows keep their identity. */
export function applyPersonEdits(rows: readonly PersonRow[], { fields, custom }: PersonEdits): PersonRow[] {
  const changedFields = Map.groupBy(fields, ({ personId }) => personId)
  const changedCustom = Map.groupBy(custom, ({ personId }) => personId)
  return rows.map((row) => {
    const own = changedFields.get(row.id) ?? []
    const added = changedCustom.get(row.id) ?? []
    if (own.length + added.length === 0) return row
    // the grid's parsers let through only what each field takes, and the engine checks it again
    return {
      ...row,
      ...(Object.fromEntries(own.map(({ field, after }) => [field, after])) as Partial<PersonRow>),
      custom: { ...row.custom, ...Object.fromEntries(added.map(({ fieldId, after }) => [fieldId, after])) },
    }
  })
}
