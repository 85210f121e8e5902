import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { ListedAccount } from '../../../client/accountTable.ts'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import { type HeldTyping, holdTyping } from './holdTyping.ts'

/**
 * Leads to the name of an account that is being added, as soon as the grid shows it, and takes along what was typed
 * in the meantime.
 * @param filter whether the page's own filters keep accounts from being shown, and what takes these back
 */
export function useNewRow(
  grid: RefObject<DataGridHandle<ListedAccount> | null>,
  rows: readonly ListedAccount[],
  filter: { readonly active: boolean; clear(): void },
): (add: () => Promise<string | undefined>) => Promise<void> {
  const wanted = useRef<string | null>(null)
  const release = useRef<() => HeldTyping | null>(() => null)
  useEffect(() => () => void release.current(), [])
  // after every render: the grid has got its rows by then, and none of them tells when it is the new one's turn
  useEffect(() => {
    const id = wanted.current
    const handle = grid.current
    if (id === null || handle === null || !rows.some((row) => row.id === id)) return
    const lead = (): boolean => {
      if (wanted.current !== id || !handle.focusCell(id, 'name')) return false
      wanted.current = null
      const typed = release.current()
      if (typed !== null && typed.text !== '') handle.typeInCell(typed.text, typed.entered)
      return true
    }
    if (lead()) return
    if (handle.api.isColumnFilterPresent()) handle.api.setFilterModel(null)
    // its turn comes with the render that has no filter any more: several may come before that one
    if (filter.active) {
      filter.clear()
      return
    }
    if (lead()) return
    // the grid may show what the filter kept away only after this render
    handle.api.addEventListener('modelUpdated', lead)
    return () => handle.api.removeEventListener('modelUpdated', lead)
  })
  return useCallback(
    async (add) => {
      grid.current?.settle()
      release.current()
      wanted.current = null
      release.current = holdTyping()
      const id = await add()
      if (id === undefined) release.current()
      else wanted.current = id
    },
    [grid],
  )
}
