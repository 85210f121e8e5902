import type { PersonEdit, PersonRow } from '../../../../db/accounts/people/contract.ts'
import { readTags } from '../../../../db/accounts/rules/tags.ts'
import type { CellEdit } from '../../../grid/types.ts'

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

/** The cells of one gesture as the engine takes them. */
export const personEdits = (cells: readonly CellEdit<PersonRow>[]): PersonEdit[] =>
  cells.flatMap(({ row, columnId, after }) => {
    const field = FIELDS.find((one) => one === columnId)
    if (field === undefined) return []
    const empty = after === null || after === ''
    const value = empty ? (EMPTY_IS_NULL.includes(field) ? null : '') : after
    return [
      {
        personId: row.id,
        field,
        before: row[field],
        after: field === 'tags' ? readTags(String(value ?? '')) : value,
      },
    ]
  })

/** The rows after the edits, as the engine will hold them; untouched rows keep their identity. */
export function applyPersonEdits(rows: readonly PersonRow[], edits: readonly PersonEdit[]): PersonRow[] {
  const byPerson = Map.groupBy(edits, ({ personId }) => personId)
  return rows.map((row) => {
    const changes = byPerson.get(row.id)
    if (!changes) return row
    // the grid's parsers let through only what each field takes, and the engine checks it again
    return {
      ...row,
      ...(Object.fromEntries(changes.map(({ field, after }) => [field, after])) as Partial<PersonRow>),
    }
  })
}
