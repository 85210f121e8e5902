import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { AskedAmong } from '../../../../db/recovery/contract.ts'
import { CASE_CATEGORIES, LOSS_CAUSES } from '../../../../db/recovery/rules/words.ts'

const NAMES = ['rootCauseId', 'productId', 'place', 'responsibleId', 'accountId', 'from', 'until'] as const

/** Which cases of a pattern the address asks for: `?category=product&from=2026-03-01&until=2026-03-31`. Undefined for all. */
export function useAmong(): AskedAmong | undefined {
  const [search] = useSearchParams()
  return useMemo(() => {
    const category = CASE_CATEGORIES.find((one) => one === search.get('category'))
    const lossCause = LOSS_CAUSES.find((one) => one === search.get('lossCause'))
    const among = {
      ...Object.fromEntries(
        NAMES.flatMap((name) => {
          const value = search.get(name)
          return value === null ? [] : [[name, value]]
        }),
      ),
      ...(category === undefined ? {} : { category }),
      ...(lossCause === undefined ? {} : { lossCause }),
    }
    return Object.keys(among).length === 0 ? undefined : among
  }, [search])
}
