import { useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef, Select } from 'antd'
import type { TFunction } from 'i18next'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { LIFECYCLES } from '../../../../db/accounts/rules/fields.ts'
import type { ListedAccount, OpenTable } from '../../../client/accountTable.ts'
import { api } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { toProblem } from '../../../client/problem.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { ColumnChooser } from '../../../grid/ColumnChooser.tsx'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { SelectionSummary } from '../../../grid/types.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { ExportShown } from '../../../shared/ExportShown.tsx'
import { ButtonKey } from '../../../ui/bits.tsx'
import {
  ArrowRightOutlined,
  DeleteOutlined,
  ImportOutlined,
  PlusOutlined,
  SearchOutlined,
  SwapOutlined,
} from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { SelectionStatus } from '../../../ui/SelectionStatus.tsx'
import { KeyHints, StatusItem, StatusItems } from '../../../ui/slots.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import styles from '../accounts.module.css'
import { comparePlace } from '../analysis/comparePlace.ts'
import { CustomFieldsButton } from '../custom/CustomFieldsButton.tsx'
import { handOverSelected } from '../handover/newHandoverStore.ts'
import { useCompletenessColumn, withColumnAfter } from '../portrait/useCompletenessColumn.ts'
import { RoomTabs } from '../RoomTabs.tsx'
import { accountColumns } from './accountColumns.ts'
import { companiesOf } from './companies.ts'
import { FiguresButton } from './FiguresButton.tsx'
import { allWritten, PasteNotice, type Unwritten } from './PasteNotice.tsx'
import { SampleStrip } from './SampleStrip.tsx'
import { useAccountCommands } from './useAccountCommands.ts'
import { useAccountTable } from './useAccountTable.ts'
import { ALL, useLifecycle } from './useLifecycle.ts'
import { useShownOrder } from './useShownOrder.ts'

const LAYOUT = 'accounts.list'
const EMPTY: OpenTable = { figures: [], custom: [], all: 0, rows: [] }

/** The customers 客户 as a grid: every field and figure is a cell. */
export function AccountsPage() {
  const { t } = useTranslation()
  const { table = EMPTY, error, settled } = useAccountTable()
  const isPending = table === EMPTY
  const rows = useShownOrder(table.rows, settled)
  const grid = useRef<DataGridHandle<ListedAccount>>(null)
  const [gridApi, setGridApi] = useState<DataGridHandle<ListedAccount>['api'] | null>(null)
  const { words } = useGridWords()
  const search = useRef<InputRef>(null)
  const [filter, setFilter] = useState('')
  const lifecycle = useLifecycle()
  const shown = useMemo(() => lifecycle.of(rows), [lifecycle, rows])
  const clear = (): void => {
    setFilter('')
    lifecycle.choose(ALL)
  }
  const narrowed = filter !== '' || lifecycle.chosen !== null
  const commands = useAccountCommands(grid, table, { active: narrowed, clear })
  const navigate = useNavigate()
  useNewAccount(commands.add)
  useAccountKeys({ add: commands.add, find: () => search.current?.focus() })
  const crumbs = [{ label: t('accounts.title') }]
  if (error)
    return (
      <Page title={t('accounts.title')} crumbs={crumbs}>
        <ErrorNote problem={toProblem(error)} />
      </Page>
    )
  const none = !isPending && table.all === 0
  return (
    <Page
      title={t('accounts.title')}
      crumbs={crumbs}
      busy={isPending || commands.busy}
      fixed
      remarks={<RoomTabs />}
      actions={
        <>
          <Input
            ref={search}
            className={styles.filter ?? ''}
            allowClear
            prefix={<SearchOutlined />}
            placeholder={t('accounts.filter')}
            aria-label={t('accounts.filter')}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
          <Select
            className={styles.lifecycle ?? ''}
            aria-label={t('accounts.field.lifecycle')}
            value={lifecycle.chosen ?? ALL}
            options={[
              { value: ALL, label: t('accounts.allLifecycles') },
              ...LIFECYCLES.map((value) => ({ value, label: t(`accounts.lifecycle.${value}`) })),
            ]}
            onChange={lifecycle.choose}
          />
          <span className={`${styles.tools} ${styles.seldom}`}>
            <ColumnChooser api={gridApi} words={words} />
            <FiguresButton figures={table.figures} />
            <CustomFieldsButton subject="account" fields={table.custom} />
          </span>
          <span className={styles.tools}>
            <Button
              icon={<ImportOutlined />}
              title={t('accounts.import')}
              onClick={() => void navigate('/accounts/import')}
            >
              {t('accounts.import')}
            </Button>
            <ExportShown
              grid={grid}
              title={t('accounts.title')}
              disabled={none}
              more={[
                {
                  key: 'all',
                  label: t('accounts.exportShown.all'),
                  onClick: () => void commands.exportAll(),
                },
              ]}
            />
            <Button
              icon={<SwapOutlined />}
              title={t('analysis.compare.start')}
              disabled={none}
              onClick={() => void navigate(comparePlace(grid.current?.selectedRows() ?? []))}
            >
              {t('analysis.compare.start')}
            </Button>
            <Button
              icon={<ArrowRightOutlined />}
              title={t('handover.leaving.handOver')}
              disabled={none}
              onClick={() => {
                handOverSelected(grid.current?.selectedRows() ?? [])
                void navigate('/handover')
              }}
            >
              {t('handover.leaving.handOver')}
            </Button>
            <Button
              icon={<DeleteOutlined />}
              title={t('accounts.remove')}
              disabled={none}
              onClick={() => void commands.removeSelected()}
            >
              {t('accounts.remove')}
            </Button>
          </span>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => void commands.add()}>
            {t('accounts.add')}
            <ButtonKey>Alt N</ButtonKey>
          </Button>
        </>
      }
    >
      <SampleStrip />
      {none ? (
        <EmptyState
          line={t('accounts.emptyLine')}
          action={
            <Button type="primary" onClick={() => void navigate('/accounts/import')}>
              {t('accounts.emptyButton')}
            </Button>
          }
          also={
            <Button type="link" onClick={() => void commands.add()}>
              {t('accounts.emptyOr')}
            </Button>
          }
        />
      ) : (
        <AccountsGrid
          rows={shown}
          count={countText(t, shown.length, rows.length, table.all)}
          table={table}
          filter={filter}
          clear={clear}
          gridRef={grid}
          onGrid={setGridApi}
          commands={commands}
          ready={!isPending}
        />
      )}
      <KeyHints
        hints={[
          { keys: 'Alt N', text: t('accounts.hint.newAccount') },
          { keys: 'Ctrl F', text: t('accounts.hint.filter') },
          { keys: 'Ctrl Enter', text: t('accounts.hint.open') },
        ]}
      />
    </Page>
  )
}

function AccountsGrid({
  rows,
  count,
  table,
  filter,
  clear,
  gridRef,
  onGrid,
  commands,
  ready,
}: {
  /** the accounts of the chosen lifecycle */
  readonly rows: readonly ListedAccount[]
  /** how many these are, of how many */
  readonly count: string
  readonly table: OpenTable
  readonly filter: string
  /** takes back whatever keeps accounts from being shown */
  readonly clear: () => void
  readonly gridRef: React.RefObject<DataGridHandle<ListedAccount> | null>
  /** the grid is there */
  readonly onGrid: (api: DataGridHandle<ListedAccount>['api']) => void
  readonly commands: ReturnType<typeof useAccountCommands>
  readonly ready: boolean
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const money = useMoneyUnit()
  const { data: members } = useQuery(api.department.members.queryOptions())
  const layout = useLayouts()
  const gridWords = useGridWords()
  const [summary, setSummary] = useState<SelectionSummary | null>(null)
  const [unwritten, setUnwritten] = useState<Unwritten | null>(null)
  const { figures, custom } = table
  const all = useRef(table.rows)
  all.current = table.rows
  const companies = useMemo(() => companiesOf(() => all.current), [])
  const completeness = useCompletenessColumn(gridRef)
  const columns = useMemo(
    () =>
      withColumnAfter(
        accountColumns({ figures, custom, members: members ?? [], companies, money, t }),
        'score',
        completeness,
      ),
    [figures, custom, members, companies, money, t, completeness],
  )
  if (!ready || !layout.ready || !members) return null
  const last = rows.at(-1)
  return (
    // Ctrl+Enter opens the account of the selected cell; the grid itself has no meaning for it
    <div
      className={styles.grid}
      onKeyDownCapture={(event) => {
        if (!(event.ctrlKey && event.key === 'Enter') || !summary?.active) return
        event.preventDefault()
        event.stopPropagation()
        void navigate(`/accounts/${summary.active.rowId}`)
      }}
    >
      {unwritten && last && (
        <PasteNotice
          unwritten={unwritten}
          columns={columns}
          list={table}
          last={last}
          nameOf={(id) => rows.find((row) => row.id === id)?.name ?? ''}
          close={() => setUnwritten(null)}
        />
      )}
      <DataGrid<ListedAccount>
        ref={gridRef}
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        onEdits={(edits, kind, report) => {
          if (kind === 'paste') setUnwritten(allWritten(report) ? null : report)
          void commands.edit(edits)
        }}
        onSelection={setSummary}
        onReady={({ api }) => onGrid(api)}
        layoutKey={LAYOUT}
        layoutStore={layout.store}
        quickFilter={filter}
        clearFilters={clear}
        emptyState={
          <EmptyState
            line={t('accounts.noneOfLifecycle')}
            action={<Button onClick={clear}>{t('accounts.showAll')}</Button>}
          />
        }
        {...gridWords}
      />
      {summary && summary.rows * summary.columns > 1 && <SelectionStatus summary={summary} />}
      <StatusItems>
        <StatusItem label="" value={count} />
      </StatusItems>
    </div>
  )
}

/** How many accounts there are, and how many of them are shown. */
const countText = (t: TFunction, shown: number, read: number, all: number): string =>
  shown === read ? t('accounts.count', { count: all }) : t('accounts.countShown', { shown, count: all })

/** `?new=account`, as the palette says it. */
function useNewAccount(add: () => Promise<void>): void {
  const [search, setSearch] = useSearchParams()
  const wanted = search.get('new') === 'account'
  const done = useRef(false)
  useEffect(() => {
    if (!wanted) {
      done.current = false
      return
    }
    if (done.current) return
    done.current = true
    setSearch({}, { replace: true })
    void add()
  }, [wanted, setSearch, add])
}

function useAccountKeys(keys: { add: () => Promise<void>; find: () => void }): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || event.shiftKey || !(event.ctrlKey || event.metaKey || event.altKey)) return
      const key = event.key.toLowerCase()
      if (key !== 'n' && !(key === 'f' && !event.altKey)) return
      event.preventDefault()
      if (key === 'n') void latest.current.add()
      else latest.current.find()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
