import { useQuery } from '@tanstack/react-query'
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestEdit, RequestLine } from '../../../../db/channel/requests/contract.ts'
import type { WorkCalendar } from '../../../../db/department/calendar/rules/calendar.ts'
import { api, engine } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { commandKey } from '../../../grid/commandKey.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { CellEdit, SelectionSummary } from '../../../grid/types.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { KeyHints } from '../../../ui/slots.tsx'
import { writeAndTell } from '../../../ui/unwritten.ts'
import { CLOCK_COLUMNS, requestColumns } from './requestColumns.ts'
import styles from './requests.module.css'

/** Requests as a grid: typed into like a spreadsheet, clocks going; keys let things happen to what is selected. */
export function RequestGrid({
  rows,
  calendars,
  now,
  withAccount,
  gridRef,
  onActive,
  onKey,
  emptyState,
}: {
  readonly rows: readonly RequestLine[]
  readonly calendars: Readonly<Record<string, WorkCalendar>>
  /** the engine's clock as this window shows it, epoch ms */
  readonly now: number
  readonly withAccount: boolean
  readonly gridRef: RefObject<DataGridHandle<RequestLine> | null>
  /** another row took the focus */
  readonly onActive: (requestId: string) => void
  /** a letter was pressed; true where it did something */
  readonly onKey: (key: string) => boolean
  readonly emptyState: ReactNode
}) {
  const { t } = useTranslation()
  const { data: members } = useQuery(api.department.members.queryOptions())
  const change = useCommand(engine.requests.change, { toast: false })
  const layout = useLayouts()
  const gridWords = useGridWords()
  const active = useRef<SelectionSummary['active']>(null)
  const clock = useRef(now)
  clock.current = now
  // cells are redrawn as time goes; their columns stay, or the header would be made anew each time
  // biome-ignore lint/correctness/useExhaustiveDependencies: time going on is the reason to draw again
  useEffect(() => gridRef.current?.refreshCells(undefined, CLOCK_COLUMNS), [now, gridRef])
  const { locale } = gridWords
  const columns = useMemo(
    () =>
      requestColumns({
        calendars,
        members: members ?? [],
        now: () => clock.current,
        withAccount,
        language: locale,
        t,
      }),
    [calendars, members, withAccount, locale, t],
  )
  if (!layout.ready || !members) return null
  return (
    <div
      className={styles.grid}
      onKeyDownCapture={(event) => {
        const key = commandKey(event)
        if (key === null || active.current === null || !onKey(key)) return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <DataGrid<RequestLine>
        ref={gridRef}
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        rowNumbers={false}
        about="commands"
        onEdits={(cells, kind, report) => {
          const edits = cells.flatMap(editOf)
          void writeAndTell(
            kind,
            report,
            (rowId) => rows.find(({ id }) => id === rowId)?.title ?? '',
            async (toast) =>
              edits.length === 0 || (await change.run({ edits }, { toast: toast && edits.length > 1 })).ok,
          )
        }}
        onSelection={(summary) => {
          const next = summary?.active ?? null
          if (next !== null && next.rowId !== active.current?.rowId) onActive(next.rowId)
          active.current = next
        }}
        layoutKey={withAccount ? 'requests.list' : 'requests.account'}
        layoutStore={layout.store}
        emptyState={emptyState}
        {...gridWords}
      />
      <KeyHints
        hints={[
          { keys: 'R', text: t('requests.event.respond') },
          { keys: 'W', text: t('requests.keys.pause') },
          { keys: 'S', text: t('requests.event.solve') },
          { keys: 'A', text: t('requests.keys.assign') },
        ]}
      />
    </div>
  )
}

/** A cell of the grid as the engine's edit. */
function editOf({ row, columnId, before, after }: CellEdit<RequestLine>): RequestEdit[] {
  const field = FIELDS.find((name) => name === columnId)
  const text = (value: typeof before): string | null => (value === null ? null : String(value))
  return field ? [{ requestId: row.id, field, before: text(before), after: text(after) }] : []
}

const FIELDS = ['title', 'kind', 'priority', 'ownerId'] as const
