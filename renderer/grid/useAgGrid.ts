import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from '@ag-grid-community/locale'
import { type ColDef, createGrid, type GridApi, type GridOptions } from 'ag-grid-community'
import { type RefObject, useEffect, useRef } from 'react'
import { rowHeight } from './geometry.ts'
import { registerGridModules } from './modules.ts'
import { gridTheme } from './theme.ts'

registerGridModules()

/** What of AG Grid's options follows the component's properties. */
export type ChangingOptions<Row> = Pick<GridOptions<Row>, 'rowData' | 'columnDefs' | 'headerHeight'>

/** What AG Grid asks of the component while it lives. */
export type AskedOptions<Row> = Pick<
  GridOptions<Row>,
  | 'getRowId'
  | 'onGridReady'
  | 'onGridPreDestroyed'
  | 'postSortRows'
  | 'isExternalFilterPresent'
  | 'doesExternalFilterPass'
>

const defaultColDef: ColDef = {
  minWidth: 48,
  sortable: true,
  resizable: true,
  suppressHeaderMenuButton: true,
  suppressHeaderFilterButton: true,
}

const fixedOptions = {
  theme: gridTheme,
  defaultColDef,
  rowHeight,
  groupHeaderHeight: 26,
  tabIndex: -1,
  animateRows: false,
  // drawn beyond the edges: enough for a flick of the wheel, and each row drawn is paid for with every key
  rowBuffer: 5,
  columnMenu: 'new',
  maintainColumnOrder: true,
  suppressCellFocus: true,
  suppressRowTransform: true,
  suppressColumnMoveAnimation: true,
  suppressDragLeaveHidesColumns: true,
  suppressNoRowsOverlay: true,
  suppressScrollOnNewData: true,
} satisfies GridOptions

/**
 * An AG Grid in the element that the answered ref is given to, for as long as the component lives; made anew in
 * another language. Without AG Grid's own React component, which lays a tree of components around every cell: that
 * costs more than all cells' contents when a large grid is scrolled or a mark is typed.
 */
export function useAgGrid<Row>(
  locale: 'zh' | 'en',
  changing: ChangingOptions<Row>,
  asked: AskedOptions<Row>,
): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  const given = useRef<{ api: GridApi<Row>; options: ChangingOptions<Row> } | null>(null)
  const latest = useRef({ changing, asked })
  latest.current = { changing, asked }
  useEffect(() => {
    if (element.current === null) return
    const { changing: options, asked: answers } = latest.current
    const api = createGrid<Row>(element.current, {
      ...fixedOptions,
      ...answers,
      ...options,
      localeText: locale === 'zh' ? AG_GRID_LOCALE_CN : AG_GRID_LOCALE_EN,
    })
    given.current = { api, options }
    return () => {
      given.current = null
      api.destroy()
    }
  }, [locale])
  useEffect(() => {
    if (given.current === null) return
    const { api, options } = given.current
    const changed = changedOptions(options, changing)
    given.current.options = changing
    if (changed !== null && !api.isDestroyed()) api.updateGridOptions(changed)
  })
  return element
}

/** The options that are not what they were; null when all are. */
function changedOptions<Row>(
  before: ChangingOptions<Row>,
  now: ChangingOptions<Row>,
): ChangingOptions<Row> | null {
  const changed: ChangingOptions<Row> = {
    ...(before.rowData === now.rowData ? {} : { rowData: now.rowData ?? null }),
    ...(before.columnDefs === now.columnDefs ? {} : { columnDefs: now.columnDefs ?? null }),
    ...(before.headerHeight === now.headerHeight ? {} : { headerHeight: now.headerHeight ?? 0 }),
  }
  return Object.keys(changed).length === 0 ? null : changed
}
