import { useQuery } from '@tanstack/react-query'
import type { OpenTable } from '../../../client/accountTable.ts'
import { accountTableQuery } from '../../../client/accountTableQuery.ts'

/** The list of accounts as far as it has been read. */
export interface AccountTableState {
  readonly table: OpenTable | undefined
  readonly error: Error | null
  /** whether all accounts are there, as they are now */
  readonly settled: boolean
}

/** The list of accounts: its first rows as soon as they are there, then all. */
export function useAccountTable(): AccountTableState {
  const first = useQuery(accountTableQuery('first'))
  const enough = first.data !== undefined && first.data.rows.length === first.data.all
  const whole = useQuery({ ...accountTableQuery('all'), enabled: first.data !== undefined && !enough })
  return {
    table: enough ? first.data : (whole.data ?? first.data),
    error: first.error ?? whole.error,
    settled: enough ? !first.isFetching : whole.data !== undefined && !whole.isFetching,
  }
}
