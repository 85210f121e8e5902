import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { ListedAccount } from '../../../client/accountTable.ts'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import { type HeldTyping, holdTyping } from './holdTyping.ts'

interface Wanted {
  readonly id: string
  /** whether filters that hid the row were taken back already */
  readonly revealed: boolean
}

/**
 * Leads to the name of an account that is being added, as soon as the grid shows it, and takes along what was typed
 * in the meantime.
 * @param reveal takes back whatever keeps accounts from being shown
 */
export function useNewRow(
  grid: RefObject<DataGridHandle<ListedAccount> | null>,
  rows: readonly ListedAccount[],
  reveal: () => void,
): (add: () => Promise<string | undefined>) => Promise<void> {
  const wanted = useRef<Wanted | null>(null)
  const release = useRef<() => HeldTyping | null>(() => null)
  useEffect(() => () => void release.current(), [])
  // after every render: the grid has got its rows by then, and none of them tells when it is the new one's turn
  useEffect(() => {
    const row = wanted.current
    const handle = grid.current
    if (row === null || handle === null || !rows.some(({ id }) => id === row.id)) return
    if (!handle.focusCell(row.id, 'name')) {
      wanted.current = row.revealed ? null : { ...row, revealed: true }
      if (row.revealed) release.current()
      else reveal()
      return
    }
    wanted.current = null
    const typed = release.current()
    if (typed !== null && typed.text !== '') handle.typeInCell(typed.text, typed.entered)
  })
  return useCallback(
    async (add) => {
      grid.current?.settle()
      release.current()
      wanted.current = null
      release.current = holdTyping()
      const id = await add()
      if (id === undefined) release.current()
      else wanted.current = { id, revealed: false }
    },
    [grid],
  )
}
