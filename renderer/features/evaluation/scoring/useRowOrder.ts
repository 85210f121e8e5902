import type { GridApi, IRowNode } from 'ag-grid-community'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { RoundSession, ScoringRow } from './roundSession.ts'

/**
 * Which accounts the grid shows, and in which order. Neither changes under the hands of someone who marks: rows are
 * sorted and filtered again only when asked for.
 */
export function useRowOrder(
  session: RoundSession,
  rows: readonly ScoringRow[],
  grid: { readonly current: DataGridHandle<ScoringRow> | null },
) {
  const [blankIds, setBlankIds] = useState<ReadonlySet<string> | null>(null)
  const [isStale, setStale] = useState(false)
  const stale = useRef(false)
  useEffect(
    () =>
      session.onRedraw((redraw) => {
        // set once, not with every key
        if (stale.current || (redraw !== 'all' && redraw.rows.length === 0)) return
        const look = (): void => {
          const api = grid.current?.api
          if (stale.current || !api || api.isDestroyed() || (redraw === 'all' && isInOrder(api))) return
          stale.current = true
          setStale(true)
        }
        // a round that was read again reaches the grid with React's next drawing
        if (redraw === 'all') requestAnimationFrame(() => setTimeout(look))
        else look()
      }),
    [session, grid],
  )
  const fresh = useCallback((): void => {
    stale.current = false
    setStale(false)
  }, [])
  const readBlanks = useCallback((): ReadonlySet<string> => {
    const { model, rows: now } = session.snapshot()
    return new Set(now.filter(({ at }) => model?.hasBlank(at)).map(({ id }) => id))
  }, [session])
  const toggleBlanks = useCallback((): void => {
    setBlankIds((before) => (before === null ? readBlanks() : null))
    fresh()
  }, [fresh, readBlanks])
  const sortAgain = (): void => {
    grid.current?.api.refreshClientSideRowModel('sort')
    if (blankIds !== null) setBlankIds(readBlanks())
    fresh()
  }
  const shown = useMemo(
    () => (blankIds === null ? rows : rows.filter(({ id }) => blankIds.has(id))),
    [rows, blankIds],
  )
  return { rows: shown, onlyBlanks: blankIds !== null, toggleBlanks, isStale, sortAgain }
}

/** Whether the rows stand as the grid's first sorted column has them, by their present values. */
function isInOrder(api: GridApi<ScoringRow>): boolean {
  const sorted = api.getColumnState().find(({ sort, sortIndex }) => sort && (sortIndex ?? 0) === 0)
  const comparator = sorted && api.getColumn(sorted.colId)?.getColDef().comparator
  if (!sorted || typeof comparator !== 'function') return true
  const descending = sorted.sort === 'desc'
  let before: IRowNode<ScoringRow> | null = null
  let inOrder = true
  api.forEachNodeAfterFilterAndSort((node) => {
    if (before !== null && inOrder) {
      const a = api.getCellValue({ rowNode: before, colKey: sorted.colId })
      const b = api.getCellValue({ rowNode: node, colKey: sorted.colId })
      const order = comparator(a, b, before, node, descending)
      inOrder = descending ? order >= 0 : order <= 0
    }
    before = node
  })
  return inOrder
}

/** What {@link useRowOrder} gives; `isStale`: marks changed since rows were put in order. */
export type RowOrder = ReturnType<typeof useRowOrder>
