import './grid.css'
import type { GridApi, GridReadyEvent, IRowNode } from 'ag-grid-community'
import { Button } from 'antd'
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { ColumnMenu, type ColumnMenuTarget } from './ColumnMenu.tsx'
import { columnDefsOf } from './columnDefs.ts'
import { rowNumberColumnId } from './geometry.ts'
import type { EditListener } from './gestures.ts'
import { headerElement, listenToHeaders } from './headers.ts'
import { knowsAny, parseLayout, rememberLayout, restoreLayout } from './layout.ts'
import type { MarkKeys } from './markKeys.ts'
import type { QuickFilter } from './quickFilter.ts'
import { Sheet } from './sheet.ts'
import { sortInPlace, sortsOf } from './sorting.ts'
import type { GridColumn, GridWords, LayoutStore, SelectionSummary, SheetView } from './types.ts'
import { useAgGrid } from './useAgGrid.ts'
import { useQuickFilter } from './useQuickFilter.ts'

export interface DataGridHandle<Row> {
  /** Redraws cells whose values or looks changed; of all rows or columns where no ids are given. */
  refreshCells(rowIds?: readonly string[], columnIds?: readonly string[]): void
  /** Redraws cells of columns where the value is another one than shown; cheaper where few of many change. */
  refreshValues(columnIds: readonly string[]): void
  /** Selects a cell (down to another row's), scrolls to it and takes the focus; false when it isn't displayed. */
  focusCell(rowId: string, columnId: string, lastRowId?: string): boolean
  /** The rows the selection touches, in displayed order. */
  selectedRows(): Row[]
  getFilteredSortedRowIds(): string[]
  /** What is displayed: columns in their order, rows as filtered and sorted. */
  shown(): SheetView<Row>
  /** Types over the selected cell, where that can be edited; `enter`: and on to the next. */
  typeInCell(text: string, enter: boolean): void
  /** Enters an open edit, as leaving the cell would; call before acting on the data. */
  settle(): void
  readonly api: GridApi<Row>
}

export interface DataGridProps<Row extends object> {
  readonly rows: readonly Row[]
  /** Keep stable (useMemo). */
  readonly columns: readonly GridColumn<Row>[]
  readonly rowId: (row: Row) => string
  /** The number in the first column, where a row has one of its own (its line in a file); its place otherwise. */
  readonly rowNumber?: (row: Row) => number
  /** False where a column of its own numbers the rows. */
  readonly rowNumbers?: boolean
  /** One call a gesture, also when cells were refused or skipped. The owner applies, persists, then refreshCells. */
  readonly onEdits?: EditListener<Row>
  readonly onSelection?: (summary: SelectionSummary | null) => void
  /** Widths, order, pins, hidden, sort and filters are remembered under this key. */
  readonly layoutKey?: string
  readonly layoutStore?: LayoutStore
  readonly quickFilter?: string
  /** Takes back the owner's own filters, where these and the grid's together leave no row. */
  readonly clearFilters?: () => void
  readonly locale: 'zh' | 'en'
  readonly words: GridWords
  readonly markKeys?: MarkKeys
  /**
   * What is selected: `cells` by their place, as in Excel (so when absent); `records`, which the selection goes with, and
   * without which nothing is selected; `commands`, records on which letters act, so that only F2, a double-click or a
   * digit begins an edit.
   */
  readonly about?: 'cells' | 'records' | 'commands'
  /** Shown instead of rows when there are none. */
  readonly emptyState?: ReactNode
  readonly headerHeight?: number
  /** The grid is there, its layout restored. */
  readonly onReady?: (handle: DataGridHandle<Row>) => void
  readonly ref?: Ref<DataGridHandle<Row> | null>
}

const columnEvents = ['displayedColumnsChanged', 'columnResized', 'columnMoved'] as const

const dataOf = <Row,>({ data }: IRowNode<Row>): Row | undefined => data

const handleOf = <Row extends object>(
  api: GridApi<Row>,
  sheet: Sheet<Row>,
  filter: QuickFilter<Row>,
): DataGridHandle<Row> => ({
  api,
  refreshCells: (rowIds, columnIds) => {
    const rowNodes = rowIds?.flatMap((id) => api.getRowNode(id) ?? [])
    if (rowNodes !== undefined) filter.forget(rowNodes.flatMap(({ data }) => data ?? []))
    api.refreshCells({
      force: true,
      ...(rowNodes === undefined ? {} : { rowNodes }),
      ...(columnIds === undefined ? {} : { columns: [...columnIds] }),
    })
    sheet.selection.recount()
  },
  refreshValues: (columnIds) => {
    api.refreshCells({ columns: [...columnIds] })
    sheet.selection.recount()
  },
  focusCell: (rowId, columnId, lastRowId = rowId) => {
    const row = api.getRowNode(rowId)?.rowIndex ?? null
    const column = sheet.selection.view.columns.findIndex(({ id }) => id === columnId)
    if (row === null || column === -1) return false
    // AG Grid tells of new rows only after it has shown them
    if (sheet.selection.size.rows !== api.getDisplayedRowCount()) sheet.layOut(false)
    const last = api.getRowNode(lastRowId)?.rowIndex ?? row
    sheet.selection.select({ row, column }, { row: last, column })
    sheet.focus()
    return true
  },
  selectedRows: () => sheet.selection.rows,
  getFilteredSortedRowIds: () => {
    const ids: string[] = []
    api.forEachNodeAfterFilterAndSort(({ id }) => {
      if (id !== undefined) ids.push(id)
    })
    return ids
  },
  shown: () => sheet.selection.view,
  typeInCell: (text, enter) => sheet.typeInCell(text, enter),
  settle: () => sheet.settle(),
})

/** A list that behaves like a spreadsheet. It owns neither data nor undo: see `onEdits`. */
export const DataGrid = <Row extends object>(props: DataGridProps<Row>) => {
  const { rows, columns, words, locale, rowNumbers = true } = props
  const latest = useRef(props)
  latest.current = props
  const root = useRef<HTMLDivElement>(null)
  const status = useRef<HTMLDivElement>(null)
  const sheetRef = useRef<Sheet<Row> | null>(null)
  const stop = useRef<() => void>(() => undefined)
  const [handle, setHandle] = useState<DataGridHandle<Row> | null>(null)
  const [menu, setMenu] = useState<ColumnMenuTarget | null>(null)
  const [noMatches, setNoMatches] = useState(false)
  useImperativeHandle<DataGridHandle<Row> | null, DataGridHandle<Row> | null>(props.ref, () => handle, [
    handle,
  ])
  useEffect(() => () => stop.current(), [])

  const openMenu = useCallback((columnId: string, at: { x: number; y: number }) => {
    setMenu({ columnId, x: at.x, y: at.y })
  }, [])
  const { filter, follow } = useQuickFilter(props.quickFilter, rows, columns)
  const rowData = useMemo(() => [...rows], [rows])
  // a new width only when the highest number gets a digit more, not with every row
  const mostRows = 10 ** String(rows.length).length - 1
  const columnDefs = useMemo(
    () =>
      columnDefsOf(columns, words, openMenu, mostRows, (row) => latest.current.rowNumber?.(row), rowNumbers),
    [columns, words, openMenu, mostRows, rowNumbers],
  )

  const start = ({ api }: GridReadyEvent<Row>): void => {
    if (root.current === null || status.current === null) return
    const element = root.current
    const sheet = new Sheet<Row>(api, element, status.current, () => ({
      columns: latest.current.columns,
      markKeys: latest.current.markKeys ?? 'quick',
      about: latest.current.about ?? 'cells',
      rowNumber: (row, index) => latest.current.rowNumber?.(row) ?? index + 1,
      words: latest.current.words,
      onEdits: (edits, kind, report) => latest.current.onEdits?.(edits, kind, report),
      onSelection: (summary) => latest.current.onSelection?.(summary),
      onColumnMenu: (id) => {
        const box = (headerElement(element, id) ?? element).getBoundingClientRect()
        openMenu(id, { x: box.left, y: box.bottom })
      },
    }))
    const { layoutKey, layoutStore } = latest.current
    const saved = layoutKey === undefined ? null : parseLayout(layoutStore?.load(layoutKey) ?? null)
    if (saved !== null) restoreLayout(api, saved)
    const forget =
      layoutKey === undefined || layoutStore === undefined
        ? () => undefined
        : rememberLayout(api, layoutKey, layoutStore)
    const stopHeaders = listenToHeaders(element, { openMenu, leave: () => sheet.focus() })
    // AG Grid tells these later, when the grid may be gone
    const layOut = (): void => {
      if (!api.isDestroyed()) sheet.layOut()
    }
    follow(api)
    api.addEventListener('displayedColumnsChanged', () => {
      if (!api.isDestroyed()) follow(api)
    })
    for (const event of columnEvents) api.addEventListener(event, layOut)
    let sorted = false
    api.addEventListener('sortChanged', () => {
      sorted = true
    })
    const modelUpdated = (): void => {
      if (api.isDestroyed()) return
      sheet.layOut(sorted)
      sorted = false
      api.refreshCells({ columns: [rowNumberColumnId] })
      setNoMatches(api.getDisplayedRowCount() === 0 && latest.current.rows.length > 0)
    }
    api.addEventListener('modelUpdated', modelUpdated)
    sheetRef.current = sheet
    stop.current = () => {
      sheetRef.current = null
      forget()
      stopHeaders()
      sheet.destroy()
      stop.current = () => undefined
    }
    const ready = handleOf(api, sheet, filter)
    setHandle(ready)
    latest.current.onReady?.(ready)
  }

  const twoLines = columns.some((column) => column.subtitle !== undefined)
  const box = useAgGrid<Row>(
    locale,
    {
      rowData,
      columnDefs,
      headerHeight: props.headerHeight ?? (twoLines ? 44 : 34),
    },
    {
      getRowId: ({ data }) => latest.current.rowId(data),
      onGridReady: start,
      onGridPreDestroyed: () => stop.current(),
      postSortRows: ({ api, nodes }) => {
        const sorts = sortsOf(api, latest.current.columns)
        if (sorts.length > 0) sortInPlace(nodes, dataOf, sorts)
      },
      isExternalFilterPresent: () => filter.isActive,
      doesExternalFilterPass: ({ data }) => data === undefined || filter.passes(data),
    },
  )
  // formats and parsers may have changed with the columns; a column that comes late finds its remembered place
  const knownIds = useRef<readonly string[]>([])
  useEffect(() => {
    const ids = columns.map(({ id }) => id)
    const late = ids.filter((id) => !knownIds.current.includes(id))
    knownIds.current = ids
    if (handle === null || handle.api.isDestroyed()) return
    const { layoutKey, layoutStore } = latest.current
    const saved = layoutKey === undefined ? null : parseLayout(layoutStore?.load(layoutKey) ?? null)
    if (saved !== null && knowsAny(saved, late)) restoreLayout(handle.api, saved)
    follow(handle.api)
    sheetRef.current?.layOut()
    handle.refreshCells()
  }, [columns, handle, follow])

  const api = handle?.api
  return (
    <div className="sheet" ref={root}>
      <div ref={box} />
      <div ref={status} className="sheet-status" role="status" />
      {rows.length === 0 && props.emptyState !== undefined ? (
        <div className="sheet-empty">{props.emptyState}</div>
      ) : null}
      {noMatches && api !== undefined ? (
        <div className="sheet-empty">
          <p>{words.noMatches}</p>
          {api.isColumnFilterPresent() || props.clearFilters !== undefined ? (
            <Button
              onClick={() => {
                api.setFilterModel(null)
                props.clearFilters?.()
              }}
            >
              {words.clearFilters}
            </Button>
          ) : null}
        </div>
      ) : null}
      {menu !== null && api !== undefined ? (
        <ColumnMenu
          key={`${menu.columnId} ${menu.x} ${menu.y}`}
          api={api}
          target={menu}
          words={words}
          onClose={() => setMenu(null)}
        />
      ) : null}
    </div>
  )
}
