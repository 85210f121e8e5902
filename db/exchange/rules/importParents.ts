import type { FieldValue } from '../../accounts/rules/accountFields.ts'
import { parentFault } from '../../accounts/rules/parents.ts'
import { fold } from '../../evaluation/rules/sheet.ts'
import type { CellTrouble, ImportSituation, ParentRef, PlannedRow } from './importTerms.ts'
import { type CatalogueProblem, problem } from './problem.ts'

/** A company that can be named, under a key of its own. */
interface Company {
  readonly key: string
  readonly ref: ParentRef
}

const rowKey = (row: number): string => `row ${row}`
const keyOf = ({ number, match }: PlannedRow): string => match?.id ?? rowKey(number)

/**
 * Finds the parent companies that rows name by name or code, among the accounts that exist and the rows of the list,
 * and what keeps one from being a parent: nobody or several of that name, the account itself, or one of its own.
 */
export function importParents(
  rows: readonly PlannedRow[],
  { targets, existing }: ImportSituation,
): { parents: Map<number, ParentRef>; troubles: CellTrouble[] } {
  const parents = new Map<number, ParentRef>()
  const column = targets.findIndex((target) => target.kind === 'field' && target.field === 'parentId')
  if (column === -1) return { parents, troubles: [] }
  const companies = companiesOf(rows, existing)
  const parentOf = new Map<string, string>(
    existing.flatMap(({ id, parentId }) => (parentId === null ? [] : [[id, parentId] as const])),
  )
  const troubles: CellTrouble[] = []
  const refuse = (row: number, why: CatalogueProblem): number =>
    troubles.push({ row, column, problem: why, proposal: null })
  const named: { row: PlannedRow; text: string; parent: Company }[] = []
  for (const row of rows) {
    const text = String(row.fields.get('parentId') ?? '')
    if (text === '' || row.fate === 'skip') continue
    const found = companies.get(fold(text)) ?? new Map<string, Company>()
    const [parent] = found.values()
    if (!parent) refuse(row.number, problem('parentUnknown', { text }))
    else if (found.size > 1) refuse(row.number, problem('parentAmbiguous', { text, count: found.size }))
    else named.push({ row, text, parent })
  }
  for (const { row, parent } of named) parentOf.set(keyOf(row), parent.key)
  for (const { row, text, parent } of named) {
    // what the row itself says is left out: it closes the circle, it isn't the way round
    const fault = parentFault(keyOf(row), parent.key, (key) =>
      key === keyOf(row) ? null : (parentOf.get(key) ?? null),
    )
    if (fault === 'itself') refuse(row.number, problem('parentItself'))
    else if (fault === 'descendant') refuse(row.number, problem('parentCircle', { text }))
    else parents.set(row.number, parent.ref)
  }
  return { parents, troubles }
}

/** Companies by folded name and code; the same company once under each. */
function companiesOf(
  rows: readonly PlannedRow[],
  existing: ImportSituation['existing'],
): Map<string, Map<string, Company>> {
  const companies = new Map<string, Map<string, Company>>()
  const add = (text: FieldValue | undefined, company: Company): void => {
    const key = fold(String(text ?? ''))
    if (key === '') return
    const known = companies.get(key) ?? new Map<string, Company>()
    companies.set(key, known.set(company.key, company))
  }
  for (const { id, fields } of existing)
    for (const text of [fields.name, fields.code]) add(text, { key: id, ref: { kind: 'account', id } })
  for (const row of rows) {
    if (row.match || row.fate === 'skip') continue
    const company: Company = { key: keyOf(row), ref: { kind: 'row', row: row.number } }
    for (const field of ['name', 'code'] as const) add(row.fields.get(field), company)
  }
  return companies
}
