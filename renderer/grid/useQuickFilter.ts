import type { GridApi } from 'ag-grid-community'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { QuickFilter } from './quickFilter.ts'
import type { GridColumn } from './types.ts'

/** A grid's quick filter, and what keeps it at the columns that are shown. */
export interface GridsQuickFilter<Row extends object> {
  readonly filter: QuickFilter<Row>
  /** Call when a grid was made, or shows other columns. */
  follow(api: GridApi<Row>): void
}

/** The quick filter of a grid; `text` undefined where the owner has none. */
export function useQuickFilter<Row extends object>(
  text: string | undefined,
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
): GridsQuickFilter<Row> {
  const [filter] = useState(() => new QuickFilter<Row>())
  const grid = useRef<GridApi<Row> | null>(null)
  const latest = useRef(columns)
  latest.current = columns
  const follow = useCallback(
    (api: GridApi<Row>) => {
      // what was typed while the grid was being made, it may not have asked for
      const isNew = grid.current !== api
      grid.current = api
      const shown = new Set(
        api.getColumns()?.flatMap((column) => (column.isVisible() ? column.getColId() : [])),
      )
      const others = filter.show(latest.current.filter(({ id }) => shown.has(id)))
      if ((isNew || others) && filter.isActive) api.onFilterChanged()
    },
    [filter],
  )
  // before the grid is made or gets its rows, which happens in effects
  useLayoutEffect(() => {
    if (grid.current === null) filter.show(latest.current.filter(({ hidden }) => hidden !== true))
    filter.text = text ?? ''
  }, [filter, text])
  useEffect(() => {
    if (text !== undefined && grid.current?.isDestroyed() === false) grid.current.onFilterChanged()
  }, [text])
  const filtered = text !== undefined
  useEffect(() => (filtered ? filter.prepare(rows) : undefined), [filter, filtered, rows])
  return { filter, follow }
}
