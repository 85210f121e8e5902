import type { Column, GridApi } from 'ag-grid-community'
import { Button, Checkbox, Popover, Segmented } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { ArrowDownOutlined, ArrowUpOutlined, TableOutlined } from '../ui/icons.tsx'
import { rowNumberColumnId } from './geometry.ts'
import { fillIn, type GridWords } from './types.ts'

interface ColumnChooserProps<Row> {
  /** Null while the grid isn't there yet. */
  readonly api: GridApi<Row> | null
  readonly words: GridWords
}

const layoutEvents = ['columnVisible', 'columnPinned', 'columnMoved', 'newColumnsLoaded'] as const

/** Redraws with the grid's columns as they change; `read` at once, where the grid would tell of a change later. */
const useColumns = <Row,>(api: GridApi<Row> | null): { columns: readonly Column[]; read: () => void } => {
  const [columns, setColumns] = useState<readonly Column[]>([])
  const read = useCallback(() => {
    const all = api?.isDestroyed() === false ? api.getAllGridColumns() : []
    setColumns(all.filter((column) => column.getColId() !== rowNumberColumnId))
  }, [api])
  useEffect(() => {
    read()
    if (api === null || api.isDestroyed()) return
    for (const event of layoutEvents) api.addEventListener(event, read)
    return () => {
      if (!api.isDestroyed()) for (const event of layoutEvents) api.removeEventListener(event, read)
    }
  }, [api, read])
  return { columns, read }
}

const titleOf = (column: Column): string => column.getColDef().headerName ?? column.getColId()

const pinOf = (column: Column): 'left' | 'none' | 'right' => {
  const pinned = column.getPinned()
  if (pinned === 'right') return 'right'
  return pinned === 'left' || pinned === true ? 'left' : 'none'
}

interface ColumnLineProps<Row> {
  readonly api: GridApi<Row>
  readonly words: GridWords
  readonly columns: readonly Column[]
  readonly index: number
  readonly changed: () => void
}

const ColumnLine = <Row,>({ api, words, columns, index, changed }: ColumnLineProps<Row>) => {
  const column = columns[index]
  if (column === undefined) return null
  const title = titleOf(column)
  const id = column.getColId()
  // the row numbers are the grid's first column
  const move = (to: number): void => api.moveColumns([id], to + 1)
  return (
    <li className="sheet-chooser-line">
      <Checkbox
        checked={column.isVisible()}
        onChange={(event) => {
          api.setColumnsVisible([id], event.target.checked)
          changed()
        }}
        aria-label={fillIn(words.showColumn, { column: title })}
      >
        {title}
      </Checkbox>
      <Segmented
        size="small"
        value={pinOf(column)}
        aria-label={fillIn(words.pinState, { column: title })}
        options={[
          { value: 'left', label: words.left },
          { value: 'none', label: words.notPinned },
          { value: 'right', label: words.right },
        ]}
        onChange={(value) => {
          api.setColumnsPinned([id], value === 'left' || value === 'right' ? value : null)
          changed()
        }}
      />
      <Button
        size="small"
        type="text"
        icon={<ArrowUpOutlined />}
        disabled={index === 0}
        aria-label={fillIn(words.moveUp, { column: title })}
        onClick={() => move(index - 1)}
      />
      <Button
        size="small"
        type="text"
        icon={<ArrowDownOutlined />}
        disabled={index === columns.length - 1}
        aria-label={fillIn(words.moveDown, { column: title })}
        onClick={() => move(index + 1)}
      />
    </li>
  )
}

/** A button that opens the list of columns: show or hide, pin, reorder, restore the default layout. */
export const ColumnChooser = <Row,>({ api, words }: ColumnChooserProps<Row>) => {
  const { columns, read } = useColumns(api)
  const lines =
    api === null ? null : (
      <div className="sheet-chooser">
        <ul>
          {columns.map((column, index) => (
            <ColumnLine
              key={column.getColId()}
              api={api}
              words={words}
              columns={columns}
              index={index}
              changed={read}
            />
          ))}
        </ul>
        <Button
          size="small"
          onClick={() => {
            api.resetColumnState()
            api.setFilterModel(null)
          }}
        >
          {words.resetLayout}
        </Button>
      </div>
    )
  return (
    <Popover content={lines} trigger="click" placement="bottomRight">
      <Button size="small" icon={<TableOutlined />} title={words.columns} disabled={api === null}>
        {words.columns}
      </Button>
    </Popover>
  )
}
