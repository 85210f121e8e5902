import type { AccountRow, Figure } from '../../../../db/accounts/contract.ts'
import { parseText } from '../../../grid/cells.ts'
import type { CellValue, EditReport, GridColumn } from '../../../grid/types.ts'
import { figureColumnId } from './accountColumns.ts'
import { asText, FIELDS } from './accountEdits.ts'

type Field = (typeof FIELDS)[number]

/** An account as `accounts.add` takes it. */
export type NewAccount = { name: string } & Partial<Omit<Pick<AccountRow, Field>, 'name'>> & {
    figures: { figureId: Figure['id']; value: number }[]
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
  columns: readonly GridColumn<AccountRow>[],
  figures: readonly Figure[],
  last: AccountRow,
): PastedAccounts {
  const target = columnIds.map((id) => columns.find((column) => column.id === id))
  const figureAt = new Map(figures.map(({ id }) => [figureColumnId(id), id]))
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
    accounts.push(accountOf(name, read.values, figureAt))
  }
  return { accounts, nameless, unfit, firstUnfit }
}

type Read = { values: ReadonlyMap<string, CellValue> } | { column: string; problem: string }

function readRow(
  texts: readonly string[],
  columns: readonly (GridColumn<AccountRow> | undefined)[],
  last: AccountRow,
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
  figureAt: ReadonlyMap<string, Figure['id']>,
): NewAccount {
  const fields: Partial<Record<Field, string | null>> = {}
  for (const field of FIELDS) if (values.has(field)) fields[field] = asText(field, values.get(field) ?? null)
  const figures = [...figureAt].flatMap(([columnId, figureId]) => {
    const value = values.get(columnId)
    return typeof value === 'number' ? [{ figureId, value }] : []
  })
  // the columns' parsers only let through what each field takes, and the engine checks it again
  return { ...(fields as Partial<AccountRow>), name, figures }
}
