import { useMemo, useRef } from 'react'
import type { AccountRow } from '../../../../db/accounts/contract.ts'

/**
 * The list in the order in which it was first shown: what is renamed or pasted stays under the user's hands, new
 * accounts come last, and what an undo brings back returns to its place. Leaving the page forgets the order.
 * @param settled false while the list is being read: what an earlier visit left in the cache gives no places
 */
export function useShownOrder(rows: readonly AccountRow[], settled: boolean): readonly AccountRow[] {
  const places = useRef(new Map<AccountRow['id'], number>())
  const begun = useRef(false)
  return useMemo(() => {
    if (!begun.current) places.current.clear()
    begun.current ||= settled && rows.length > 0
    return inShownOrder(rows, places.current)
  }, [rows, settled])
}

/** The same, the places kept by the caller: gives a place to every account that has none, older accounts first. */
export function inShownOrder(
  rows: readonly AccountRow[],
  places: Map<AccountRow['id'], number>,
): readonly AccountRow[] {
  const fresh = rows.filter(({ id }) => !places.has(id))
  // ids grow with time, so that pasted accounts come in the order of the paste
  if (places.size > 0) fresh.sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const { id } of fresh) places.set(id, places.size)
  return rows.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
}
