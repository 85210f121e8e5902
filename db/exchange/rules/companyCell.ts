import type { Row } from './cells.ts'
import type { FoundCompany, NamedCompany } from './companies.ts'
import { problem } from './problem.ts'
import type { RowChecker } from './rowChecker.ts'

/**
 * The account that a cell names; null where it is a new one (`create`), or where what is wrong was noted as a trouble.
 * One that is much like an account is proposed first; whoever corrects it to itself means a new one.
 */
export function companyOf(
  rows: RowChecker,
  row: Row,
  column: number,
  text: string,
  find: (text: string) => FoundCompany,
  create: boolean,
): NamedCompany | null {
  const found = find(text)
  if (found.kind === 'found') return found.company
  if (found.kind === 'several')
    rows.trouble(row, column, problem('companyAmbiguous', { text, count: found.count }))
  else if (found.close !== null && !(create && rows.insists(row, column, text)))
    rows.trouble(row, column, problem('companyClose', { text, company: found.close }), found.close)
  else if (!create) rows.trouble(row, column, problem('companyUnknown', { text }))
  return null
}
