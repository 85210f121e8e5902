import type { AccountField, FieldValue } from '../../../../db/accounts/rules/accountFields.ts'
import type { ListedAccount } from '../../../client/accountTable.ts'
import { parseText } from '../../../grid/cells.ts'
import type { CellValue, EditReport, GridColumn } from '../../../grid/types.ts'
import { type ColumnMeaning, fieldValue, type ListFields, meaningOf } from './accountEdits.ts'

/** An account as `accounts.add` takes it: the engine checks its cells as it checks edited ones. */
export interface NewAccount {
  readonly name: string
  readonly cells: { field: AccountField; value: FieldValue }[]
  readonly figures: { figureId: string; value: number }[]
  readonly custom: { fieldId: string; value: CellValue }[]
}

/** Pasted rows read as new accounts, and those that can't be. */
export interface PastedAccounts {
  readonly accounts: readonly NewAccount[]
  /** rows without a name */
  readonly nameless: number
  /** rows with a value that doesn't fit its column; the first one's name and what is wrong with it */
  readonly unfit: number
  readonly firstUnfit: { readonly name: string; readonly column: string; readonly problem: string } | null
}

/**
 * Reads the rows of a paste that lay beyond the last account as new ones. Rows without any text don't count.
 * @param last the account that they lie beyond
 */
export function readPasted(
  { columnIds, texts }: EditReport['beyond'],
  columns: readonly GridColumn<ListedAccount>[],
  list: ListFields,
  last: ListedAccount,
): PastedAccounts {
  const target = columnIds.map((id) => columns.find((column) => column.id === id))
  const meaning = meaningOf(list)
  const accounts: NewAccount[] = []
  let nameless = 0
  let unfit = 0
  let firstUnfit: PastedAccounts['firstUnfit'] = null
  for (const row of texts) {
    if (row.every((text) => text.trim() === '')) continue
    const name = row[columnIds.indexOf('name')]?.trim() ?? ''
    if (name === '') {
      nameless += 1
      continue
    }
    const read = readRow(row, target, last)
    if ('problem' in read) {
      unfit += 1
      firstUnfit ??= { name, ...read }
      continue
    }
    accounts.push(accountOf(name, read.values, meaning))
  }
  return { accounts, nameless, unfit, firstUnfit }
}

type Read = { values: ReadonlyMap<string, CellValue> } | { column: string; problem: string }

function readRow(
  texts: readonly string[],
  columns: readonly (GridColumn<ListedAccount> | undefined)[],
  last: ListedAccount,
): Read {
  const values = new Map<string, CellValue>()
  for (const [at, column] of columns.entries()) {
    // tier and score come from rounds and can't be pasted
    const parsed = column ? parseText(column, texts[at] ?? '', last) : null
    if (!column || parsed === null) continue
    if (!parsed.ok) return { column: column.title, problem: parsed.problem }
    values.set(column.id, parsed.value)
  }
  return { values }
}

function accountOf(
  name: string,
  values: ReadonlyMap<string, CellValue>,
  meaning: (columnId: string) => ColumnMeaning,
): NewAccount {
  const account: NewAccount = { name, cells: [], figures: [], custom: [] }
  for (const [columnId, value] of values) {
    const column = meaning(columnId)
    if (column?.kind === 'field' && column.field !== 'name')
      account.cells.push({ field: column.field, value: fieldValue(column.field, value) })
    if (column?.kind === 'figure' && typeof value === 'number')
      account.figures.push({ figureId: column.figureId, value })
    if (column?.kind === 'custom') account.custom.push({ fieldId: column.fieldId, value })
  }
  return account
}
