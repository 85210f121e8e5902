import type { GridApi } from 'ag-grid-community'
import { Dropdown, type MenuProps } from 'antd'
import { useEffect, useState } from 'react'
import type { GridWords } from './types.ts'

export interface ColumnMenuTarget {
  readonly columnId: string
  /** Client px of the corner the menu opens at. */
  readonly x: number
  readonly y: number
}

const menuItems = <Row,>(api: GridApi<Row>, columnId: string, words: GridWords): MenuProps['items'] => {
  const column = api.getColumn(columnId)
  const pinned = column?.getPinned() ?? null
  const sort = column?.getSort() ?? null
  return [
    { key: 'asc', label: words.sortAscending, disabled: sort === 'asc' },
    { key: 'desc', label: words.sortDescending, disabled: sort === 'desc' },
    { key: 'unsorted', label: words.sortNone, disabled: sort === null },
    { type: 'divider' },
    { key: 'filter', label: words.filter },
    { key: 'unfiltered', label: words.clearFilter, disabled: column?.isFilterActive() !== true },
    { type: 'divider' },
    { key: 'left', label: words.pinLeft, disabled: pinned === 'left' },
    { key: 'right', label: words.pinRight, disabled: pinned === 'right' },
    { key: 'free', label: words.unpin, disabled: pinned === null },
    { type: 'divider' },
    { key: 'fit', label: words.fitColumn },
    { key: 'hide', label: words.hideColumn },
  ]
}

const act = <Row,>(api: GridApi<Row>, colId: string, key: string): void => {
  switch (key) {
    case 'asc':
    case 'desc':
      api.applyColumnState({ state: [{ colId, sort: key }], defaultState: { sort: null } })
      return
    case 'unsorted':
      api.applyColumnState({ state: [{ colId, sort: null }] })
      return
    case 'filter':
      api.ensureColumnVisible(colId)
      api.showColumnFilter(colId)
      return
    case 'unfiltered':
      void api.setColumnFilterModel(colId, null).then(() => api.onFilterChanged())
      return
    case 'left':
    case 'right':
      api.setColumnsPinned([colId], key)
      return
    case 'free':
      api.setColumnsPinned([colId], null)
      return
    case 'fit':
      api.autoSizeColumns([colId])
      return
    case 'hide':
      api.setColumnsVisible([colId], false)
  }
}

interface ColumnMenuProps<Row> {
  readonly api: GridApi<Row>
  readonly target: ColumnMenuTarget
  readonly words: GridWords
  readonly onClose: () => void
}

/** The menu of one column: sort, filter, pin, fit, hide. */
export const ColumnMenu = <Row,>({ api, target, words, onClose }: ColumnMenuProps<Row>) => {
  // opened one frame later, so that the click that asks for it doesn't close it
  const [open, setOpen] = useState(false)
  useEffect(() => setOpen(true), [])
  return (
    <Dropdown
      open={open}
      autoFocus
      trigger={['click']}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      menu={{
        items: menuItems(api, target.columnId, words) ?? [],
        onClick: ({ key, domEvent }) => {
          domEvent.stopPropagation()
          onClose()
          act(api, target.columnId, key)
        },
      }}
    >
      <span className="sheet-menu-anchor" style={{ left: target.x, top: target.y }} />
    </Dropdown>
  )
}
