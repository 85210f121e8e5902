import type { FieldValue } from '../../../db/accounts/rules/accountFields.ts'
import { type ListedAccount, openTable } from '../../../renderer/client/accountTable.ts'

/** An account of which nothing is known but its name; `at` (0–9) tells it from others and from when it is. */
export const blankAccount = (at: number, name: string): ListedAccount => listed({ id: idOf(at), name })

/** Ids that grow with `at`, as those of accounts do with time. */
export const idOf = (at: number): string => `01900000-0000-7000-8000-0000000000a${at}`

/** An account of the list with some values, as the engine sends it. */
export function listed(values: Readonly<Record<string, string>>): ListedAccount {
  const table = { figures: [], custom: [], all: 1, count: 1, strips: { ...values } }
  const [row] = openTable(table).rows
  if (!row) throw new Error('a table of one row has one')
  return row
}

/** What an account holds in some columns. */
export const valuesOf = (row: ListedAccount, names: readonly string[]): FieldValue[] =>
  names.map((name) => row.value(name))
