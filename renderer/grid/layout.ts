import type { ColumnState, FilterModel, GridApi } from 'ag-grid-community'
import { rowNumberColumnId } from './geometry.ts'
import type { LayoutStore } from './types.ts'

const version = 1
const saveAfter = 400

interface SavedColumn {
  readonly colId: string
  readonly width?: number
  /** null where a person set the width of a column that grows by itself */
  readonly flex?: number | null
  readonly hide?: boolean
  readonly pinned?: 'left' | 'right' | null
  readonly sort?: 'asc' | 'desc' | null
  readonly sortIndex?: number | null
}

export interface SavedLayout {
  readonly columns: readonly SavedColumn[]
  readonly filters: FilterModel
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const oneOf = <T>(value: unknown, allowed: readonly T[]): T | undefined =>
  allowed.find((item) => item === value)

const savedColumn = (value: unknown): SavedColumn[] => {
  if (!isObject(value) || typeof value.colId !== 'string') return []
  const { width, flex, hide, sortIndex } = value
  const pinned = oneOf(value.pinned, ['left', 'right', null] as const)
  const sort = oneOf(value.sort, ['asc', 'desc', null] as const)
  return [
    {
      colId: value.colId,
      ...(typeof width === 'number' && width > 0 ? { width } : {}),
      ...(typeof flex === 'number' || flex === null ? { flex } : {}),
      ...(typeof hide === 'boolean' ? { hide } : {}),
      ...(pinned === undefined ? {} : { pinned }),
      ...(sort === undefined ? {} : { sort }),
      ...(typeof sortIndex === 'number' || sortIndex === null ? { sortIndex } : {}),
    },
  ]
}

/** Reads a saved layout; null when there is none, or none that this version wrote. Unknown parts are dropped. */
export const parseLayout = (json: string | null): SavedLayout | null => {
  if (json === null) return null
  try {
    const value: unknown = JSON.parse(json)
    if (!isObject(value) || value.version !== version || !Array.isArray(value.columns)) return null
    return {
      columns: value.columns.flatMap(savedColumn),
      filters: isObject(value.filters) ? value.filters : {},
    }
  } catch {
    return null
  }
}

/** Widths, order, pins, hidden columns, sorting and filters as JSON. */
export const layoutJson = (columns: readonly ColumnState[], filters: FilterModel): string =>
  JSON.stringify({
    version,
    columns: columns
      .filter(({ colId }) => colId !== rowNumberColumnId)
      .map(({ colId, width, flex, hide, pinned, sort, sortIndex }) => ({
        colId,
        width,
        flex,
        hide,
        pinned,
        sort,
        sortIndex,
      })),
    filters,
  })

/** Puts a saved layout on the grid: columns it doesn't know keep their place at the end, lost ones are ignored. */
export const restoreLayout = <Row>(api: GridApi<Row>, layout: SavedLayout): void => {
  api.applyColumnState({ state: [{ colId: rowNumberColumnId }, ...layout.columns], applyOrder: true })
  const known = Object.entries(layout.filters).filter(([id]) => api.getColumn(id) !== null)
  api.setFilterModel(Object.fromEntries(known))
}

/** Whether the layout says anything about columns that came later than it was restored. */
export const knowsAny = (layout: SavedLayout, columnIds: readonly string[]): boolean =>
  layout.columns.some(({ colId }) => columnIds.includes(colId))

const watched = [
  'columnMoved',
  'columnPinned',
  'columnResized',
  'columnVisible',
  'sortChanged',
  'filterChanged',
] as const

/** Saves the layout some moments after the last change, and at once when stopped by the function returned. */
export const rememberLayout = <Row>(api: GridApi<Row>, key: string, store: LayoutStore): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let saved = layoutJson(api.getColumnState(), api.getFilterModel())
  const save = (): void => {
    clearTimeout(timer)
    timer = undefined
    // a grid that is gone has no columns any more; it was saved as it went
    if (api.isDestroyed()) return
    const json = layoutJson(api.getColumnState(), api.getFilterModel())
    if (json === saved) return
    saved = json
    store.save(key, json)
  }
  const changed = (): void => {
    clearTimeout(timer)
    timer = setTimeout(save, saveAfter)
  }
  const goes = (): void => {
    if (timer !== undefined) save()
  }
  for (const event of watched) api.addEventListener(event, changed)
  api.addEventListener('gridPreDestroyed', goes)
  return () => {
    goes()
    if (api.isDestroyed()) return
    api.removeEventListener('gridPreDestroyed', goes)
    for (const event of watched) api.removeEventListener(event, changed)
  }
}
