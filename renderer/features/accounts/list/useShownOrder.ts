import { useMemo, useRef } from 'react'

interface WithId {
  readonly id: string
}

/**
 * The list in the order in which it was first shown: what is renamed or pasted stays under the user's hands, new
 * accounts come last, and what an undo brings back returns to its place. Leaving the page forgets the order.
 * @param settled false while the list is being read: what an earlier visit left in the cache gives no places
 */
export function useShownOrder<Row extends WithId>(rows: readonly Row[], settled: boolean): readonly Row[] {
  const places = useRef(new Map<string, number>())
  const begun = useRef(false)
  return useMemo(() => {
    if (!begun.current) places.current.clear()
    begun.current ||= settled && rows.length > 0
    return inShownOrder(rows, places.current)
  }, [rows, settled])
}

/** The same, the places kept by the caller: gives a place to every account that has none, older accounts first. */
export function inShownOrder<Row extends WithId>(
  rows: readonly Row[],
  places: Map<string, number>,
): readonly Row[] {
  const fresh = rows.filter(({ id }) => !places.has(id))
  // ids grow with time, so that pasted accounts come in the order of the paste
  if (places.size > 0) fresh.sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const { id } of fresh) places.set(id, places.size)
  const placeOf = ({ id }: Row): number => places.get(id) ?? 0
  // sorting 100,000 rows that are in order already would take longer than showing them
  const inOrder = rows.every((row, at) => {
    const before = rows[at - 1]
    return before === undefined || placeOf(before) < placeOf(row)
  })
  return inOrder ? rows : rows.toSorted((a, b) => placeOf(a) - placeOf(b))
}
