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
        if (redraw === 'all' || stale.current || redraw.rows.length === 0) return
        stale.current = true
        setStale(true)
      }),
    [session],
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

/** What {@link useRowOrder} gives; `isStale`: marks changed since rows were put in order. */
export type RowOrder = ReturnType<typeof useRowOrder>
