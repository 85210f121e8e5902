import { useEffect, useMemo, useRef, useState } from 'react'
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
  const fresh = (): void => {
    stale.current = false
    setStale(false)
  }
  const readBlanks = (): ReadonlySet<string> => {
    const { model } = session.snapshot()
    return new Set(rows.filter(({ at }) => model?.hasBlank(at)).map(({ id }) => id))
  }
  return {
    rows: useMemo(
      () => (blankIds === null ? rows : rows.filter(({ id }) => blankIds.has(id))),
      [rows, blankIds],
    ),
    onlyBlanks: blankIds !== null,
    toggleBlanks: () => {
      setBlankIds(blankIds === null ? readBlanks() : null)
      fresh()
    },
    /** whether marks changed since rows were put in order */
    isStale,
    sortAgain: () => {
      grid.current?.api.refreshClientSideRowModel('sort')
      if (blankIds !== null) setBlankIds(readBlanks())
      fresh()
    },
  }
}
