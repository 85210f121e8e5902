import { Button, Input } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLayouts } from '../../client/layouts.ts'
import { toProblem } from '../../client/problem.ts'
import { DataGrid, type DataGridHandle } from '../../grid/DataGrid.tsx'
import type { EditListener } from '../../grid/gestures.ts'
import type { GridColumn } from '../../grid/types.ts'
import { useGridWords } from '../../i18n/useGridWords.ts'
import { ExportShown } from '../../shared/ExportShown.tsx'
import styles from '../../shared/ledger/ledger.module.css'
import { ButtonKey } from '../../ui/bits.tsx'
import { PlusOutlined } from '../../ui/icons.tsx'
import { Page } from '../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../ui/states.tsx'
import { useBareKey } from '../../ui/useBareKey.ts'
import { RecoveryTabs } from './RecoveryTabs.tsx'

/** What a list of the room is made of. */
interface RecoveryListProps<Row extends { readonly id: string }> {
  readonly title: string
  /** whether it is a part of the room rather than its first page */
  readonly part?: boolean
  /** undefined while they are being read */
  readonly rows: readonly Row[] | undefined
  readonly columns: readonly GridColumn<Row>[]
  /** under which the grid's layout is remembered */
  readonly layoutKey: string
  readonly error: Error | null
  /** more rows are on their way, or something is being written */
  readonly busy: boolean
  readonly onEdits?: EditListener<Row>
  /** which rows are looked at: stands before the filter */
  readonly show?: ReactNode
  /** instead of the strip with the filter: which rows another page led to */
  readonly above?: ReactNode
  readonly filterHint: string
  readonly emptyLine: string
  readonly add: { readonly label: string; readonly press: () => void }
  readonly remove: (ids: Row['id'][]) => void
  /** the dialog for a new row */
  readonly children?: ReactNode
}

/** A list of the room like a spreadsheet: filter, delete, export, and `N` for a new row. */
export function RecoveryList<Row extends { readonly id: string }>({
  title,
  part = false,
  rows,
  columns,
  layoutKey,
  error,
  busy,
  onEdits,
  show,
  above,
  filterHint,
  emptyLine,
  add,
  remove,
  children,
}: RecoveryListProps<Row>) {
  const { t } = useTranslation()
  const grid = useRef<DataGridHandle<Row>>(null)
  const [filter, setFilter] = useState('')
  const layout = useLayouts()
  const gridWords = useGridWords()
  useBareKey('n', add.press)
  const room = t('cases.title')
  const none = !rows?.length
  const addButton = (
    <Button type="primary" icon={<PlusOutlined />} onClick={add.press}>
      {add.label}
      <ButtonKey>N</ButtonKey>
    </Button>
  )
  return (
    <Page
      title={title}
      crumbs={part ? [{ label: room, to: '/recovery' }, { label: title }] : [{ label: room }]}
      remarks={<RecoveryTabs />}
      below={
        above ?? (
          <div className={styles.strip}>
            {show}
            <Input.Search
              className={styles.filter ?? ''}
              placeholder={filterHint}
              allowClear
              value={filter}
              onChange={({ target }) => setFilter(target.value)}
            />
          </div>
        )
      }
      actions={
        <>
          <Button
            disabled={none}
            onClick={() => {
              grid.current?.settle()
              const ids = (grid.current?.selectedRows() ?? []).map(({ id }) => id)
              if (ids.length > 0) remove(ids)
            }}
          >
            {t('ledger.remove')}
          </Button>
          <ExportShown grid={grid} title={title} disabled={none || busy} />
          {addButton}
        </>
      }
      busy={rows === undefined || busy}
      fixed
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        rows !== undefined &&
        layout.ready && (
          <div className={styles.grid}>
            <DataGrid<Row>
              ref={grid}
              rows={rows}
              columns={columns}
              rowId={({ id }) => id}
              about="records"
              {...(onEdits === undefined ? {} : { onEdits })}
              quickFilter={filter}
              clearFilters={() => setFilter('')}
              layoutKey={layoutKey}
              layoutStore={layout.store}
              emptyState={<EmptyState line={emptyLine} action={addButton} />}
              {...gridWords}
            />
          </div>
        )
      )}
      {children}
    </Page>
  )
}
