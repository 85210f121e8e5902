import { Button, Input } from 'antd'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useLayouts } from '../../../client/layouts.ts'
import { toProblem } from '../../../client/problem.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { EditListener } from '../../../grid/gestures.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { ExportShown } from '../../../shared/ExportShown.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { PlusOutlined, SearchOutlined } from '../../../ui/icons.tsx'
import { type Crumb, Page, SidePanel } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { ChannelTabs } from '../ChannelTabs.tsx'

/** What a ledger's grid needs to know of its rows. */
export interface LedgerGrid<Row extends { readonly id: string }> {
  /** undefined while it is being read */
  readonly rows: readonly Row[] | undefined
  readonly columns: readonly GridColumn<Row>[]
  /** under which its layout is remembered */
  readonly layoutKey: string
  readonly onEdits?: EditListener<Row>
  /** one sentence for a ledger without rows */
  readonly emptyLine: string
}

/**
 * A ledger of the channel: a strip with what is looked at and what it comes to, a list like a spreadsheet, and at the
 * right what is selected in it. The selected row stands in the address as `?id=`.
 */
export function LedgerPage<Row extends { readonly id: string }>({
  title,
  crumbs,
  grid,
  error = null,
  busy = false,
  strip,
  add,
  actions,
  above,
  panel,
}: {
  readonly title: string
  /** further steps of the breadcrumb, the room itself is there */
  readonly crumbs: readonly Crumb[]
  readonly grid: LedgerGrid<Row>
  readonly error?: Error | null
  readonly busy?: boolean
  /** filters and figures above the list */
  readonly strip?: ReactNode
  readonly add?: { readonly label: string; readonly press: () => void }
  /** buttons that act on what is selected in the list */
  readonly actions?: (selected: () => readonly Row[]) => ReactNode
  /** between strip and list: a chart */
  readonly above?: ReactNode
  /** what is told of the selected row; undefined while none is */
  readonly panel: (row: Row | undefined) => ReactNode
}) {
  const { t } = useTranslation()
  const handle = useRef<DataGridHandle<Row>>(null)
  const [filter, setFilter] = useState('')
  const selection = useSelectedId()
  const room = { label: t('channel.title'), to: '/channel' }
  const selected = grid.rows?.find(({ id }) => id === selection.id)
  const addButton = add && (
    <Button type="primary" icon={<PlusOutlined />} onClick={add.press}>
      {add.label}
    </Button>
  )
  return (
    <Page
      title={title}
      crumbs={[room, ...crumbs]}
      remarks={<ChannelTabs />}
      actions={
        <>
          {actions?.(() => {
            handle.current?.settle()
            return handle.current?.selectedRows() ?? []
          })}
          <ExportShown grid={handle} title={title} disabled={!grid.rows?.length} />
          {addButton}
        </>
      }
      busy={busy || grid.rows === undefined}
      panel={
        <SidePanel width={340} title={title}>
          {panel(selected)}
        </SidePanel>
      }
      fixed
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        <div className={styles.page}>
          <div className={styles.strip}>
            {strip}
            <Input
              className={styles.filter ?? ''}
              allowClear
              prefix={<SearchOutlined />}
              placeholder={t('ledger.filter')}
              aria-label={t('ledger.filter')}
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
          </div>
          {above}
          <LedgerRows
            grid={grid}
            handle={handle}
            filter={filter}
            selection={selection}
            empty={<EmptyState line={grid.emptyLine} action={addButton} />}
          />
        </div>
      )}
    </Page>
  )
}

function LedgerRows<Row extends { readonly id: string }>({
  grid,
  handle,
  filter,
  selection,
  empty,
}: {
  readonly grid: LedgerGrid<Row>
  readonly handle: RefObject<DataGridHandle<Row> | null>
  readonly filter: string
  readonly selection: ReturnType<typeof useSelectedId>
  readonly empty: ReactNode
}) {
  const layout = useLayouts()
  const gridWords = useGridWords()
  const { rows, columns, layoutKey, onEdits } = grid
  if (!layout.ready || rows === undefined) return null
  return (
    <div className={styles.grid}>
      <DataGrid<Row>
        ref={handle}
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        about="records"
        {...(onEdits === undefined ? {} : { onEdits })}
        onSelection={(summary) => selection.choose(summary?.active?.rowId ?? null)}
        onReady={(ready) => {
          const [first] = columns
          if (selection.id !== null && first) ready.focusCell(selection.id, first.id)
        }}
        quickFilter={filter}
        clearFilters={() => undefined}
        layoutKey={layoutKey}
        layoutStore={layout.store}
        emptyState={empty}
        {...gridWords}
      />
    </div>
  )
}

/** The row that is looked at; it stands in the address too, so that another page can lead to it. */
export function useSelectedId() {
  const [search, setSearch] = useSearchParams()
  const given = search.get('id')
  const [id, setId] = useState(given)
  useEffect(() => {
    if (given !== null) setId(given)
  }, [given])
  return {
    id,
    choose(next: string | null): void {
      // a list that is read anew selects nothing for a moment
      if (next === null || next === id) return
      setId(next)
      setSearch(
        (before) => {
          const after = new URLSearchParams(before)
          after.set('id', next)
          return after
        },
        { replace: true },
      )
    },
  }
}
