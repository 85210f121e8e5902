import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Indicator } from '../../../../db/evaluation/contract.ts'
import type { IndicatorId } from '../../../../db/kernel/ids.ts'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  InsertRowAboveOutlined,
  InsertRowBelowOutlined,
} from '../../../ui/icons.tsx'
import { insertion, isEmpty, movement, removal, type SheetChange } from './sheetChange.ts'
import type { SheetRow } from './sheetRows.ts'
import styles from './sheets.module.css'
import { temporaryId } from './useSheetEditing.ts'

type Tool = 'above' | 'below' | 'remove' | 'up' | 'down'

const TOOLS = [
  { tool: 'above', Icon: InsertRowAboveOutlined },
  { tool: 'below', Icon: InsertRowBelowOutlined },
  { tool: 'remove', Icon: DeleteOutlined },
  { tool: 'up', Icon: ArrowUpOutlined },
  { tool: 'down', Icon: ArrowDownOutlined },
] as const satisfies readonly { tool: Tool; Icon: unknown }[]

/** Inserts, deletes and moves whole indicators, by buttons and by the keys that spreadsheets and editors use. */
export function IndicatorTools({
  indicators,
  grid,
  change,
  children,
}: {
  readonly indicators: readonly Indicator[]
  readonly grid: RefObject<DataGridHandle<SheetRow> | null>
  readonly change: (change: SheetChange, toast?: boolean) => void
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  // what was moved a moment ago, until the grid shows it in its new place and the selection is on it again
  const moved = useRef<readonly IndicatorId[] | null>(null)
  const shown = useRef(indicators)
  useEffect(() => {
    if (shown.current === indicators) return
    shown.current = indicators
    const [first, last] = [moved.current?.[0], moved.current?.at(-1)]
    moved.current = null
    if (first !== undefined) grid.current?.focusCell(first, 'name', last)
  }, [indicators, grid])
  const run = useCallback(
    (tool: Tool): void => {
      grid.current?.settle()
      const ids = moved.current ?? selectedIds(grid.current)
      const places = ids.map((id) => indicators.findIndex((indicator) => indicator.id === id))
      switch (tool) {
        case 'above':
        case 'below': {
          const place =
            places.length === 0
              ? indicators.length
              : tool === 'above'
                ? Math.min(...places)
                : Math.max(...places) + 1
          change(insertion(indicators, place, Math.max(1, ids.length), temporaryId))
          return
        }
        case 'remove':
          change(removal(ids), true)
          return
        default: {
          const move = movement(indicators, ids, tool === 'up' ? -1 : 1)
          if (isEmpty(move)) return
          change(move)
          moved.current = ids
        }
      }
    },
    [indicators, grid, change],
  )
  const listen = (event: KeyboardEvent): void => {
    const tool = toolOf(event)
    if (tool === null) return
    // the grid would open a list or hand the key to the app
    event.preventDefault()
    event.stopPropagation()
    run(tool)
  }
  return (
    <>
      <div className={styles.tools} role="toolbar" aria-label={t('sheets.tool.bar')}>
        {TOOLS.map(({ tool, Icon }) => (
          <Button key={tool} type="text" icon={<Icon />} onClick={() => run(tool)}>
            {t(`sheets.tool.${tool}`)}
          </Button>
        ))}
      </div>
      <div className={styles.grid} onKeyDownCapture={listen}>
        {children}
      </div>
    </>
  )
}

const selectedIds = (grid: DataGridHandle<SheetRow> | null): IndicatorId[] =>
  grid?.selectedRows().flatMap(({ indicator }) => indicator?.id ?? []) ?? []

function toolOf({ key, code, altKey, ctrlKey, metaKey, shiftKey, nativeEvent }: KeyboardEvent): Tool | null {
  if (nativeEvent.isComposing) return null
  const ctrl = ctrlKey || metaKey
  if (altKey && !ctrl && !shiftKey) return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : null
  if (!ctrl || altKey) return null
  if (shiftKey && (key === '+' || code === 'Equal')) return 'above'
  return !shiftKey && key === '-' ? 'remove' : null
}
