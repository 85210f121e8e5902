import { useMemo } from 'react'
import { LIFECYCLES, type Lifecycle } from '../../../../db/accounts/rules/fields.ts'
import type { ListedAccount } from '../../../client/accountTable.ts'
import { useLayouts } from '../../../client/layouts.ts'

/** Stands for accounts of every lifecycle. */
export const ALL = 'all'

/** Which accounts the list is narrowed to. */
export interface LifecycleFilter {
  /** null for all */
  readonly chosen: Lifecycle | null
  choose(value: string): void
  /** those of the rows that are at the chosen stage */
  of(rows: readonly ListedAccount[]): readonly ListedAccount[]
}

const KEY = 'accounts.lifecycle'

/** Narrows the list of accounts to one lifecycle; this laptop remembers which. */
export function useLifecycle(): LifecycleFilter {
  const { store } = useLayouts()
  const remembered = store.load(KEY)
  return useMemo(() => {
    const chosen = LIFECYCLES.find((one) => one === remembered) ?? null
    return {
      chosen,
      choose: (value) => store.save(KEY, value),
      of: (rows) => (chosen === null ? rows : rows.filter((row) => row.value('lifecycle') === chosen)),
    }
  }, [store, remembered])
}
