import type { AccountTable } from '../../db/accounts/contract.ts'
import { type OpenTable, openTable } from './accountTable.ts'
import { api, engine } from './engine.ts'

/** How many rows are asked for before all others: more than any screen shows. */
const FIRST_ROWS = 1_000

/** Accounts asked for at once: others are answered in between. */
const PAGE = 20_000

const readPage = (from: number, limit: number, signal: AbortSignal): Promise<AccountTable> =>
  engine.accounts.table({ from, limit }, { signal })

async function readAll(signal: AbortSignal): Promise<OpenTable> {
  const first = await readPage(0, PAGE, signal)
  const more: AccountTable[] = []
  for (let from = PAGE; from < first.all; from += PAGE) more.push(await readPage(from, PAGE, signal))
  return openTable(first, ...more)
}

/** The query of the list: its first rows, or all of it. */
export const accountTableQuery = (part: 'first' | 'all') => ({
  queryKey: [...api.accounts.table.key(), part],
  queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<OpenTable> =>
    part === 'all' ? readAll(signal) : openTable(await readPage(0, FIRST_ROWS, signal)),
  // rows are compared by the grid
  structuralSharing: false as const,
})
