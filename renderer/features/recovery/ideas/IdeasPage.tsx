import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { type ReactNode, type RefObject, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { IdeaRow } from '../../../../db/recovery/ideas/contract.ts'
import { isIdeaOpen } from '../../../../db/recovery/ideas/rules/ideas.ts'
import { api, engine } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { ExportShown } from '../../../shared/ExportShown.tsx'
import { editListener, rowEdits } from '../../../shared/ledger/edits.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { ButtonKey } from '../../../ui/bits.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { useBareKey } from '../../../ui/useBareKey.ts'
import { RecoveryTabs } from '../RecoveryTabs.tsx'
import { ideaColumns, TYPED } from './ideaColumns.ts'
import { NewIdea } from './NewIdea.tsx'

const SHOWS = ['open', 'late', 'told', 'refused', 'all'] as const
type Show = (typeof SHOWS)[number]
const NONE: readonly IdeaRow[] = []

/** All ideas as a list like a spreadsheet, what goes first before the rest: `/recovery/ideas`. What is shown stands in the address. */
export function IdeasPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const [filter, setFilter] = useState('')
  const [adding, setAdding] = useState(false)
  const grid = useRef<DataGridHandle<IdeaRow>>(null)
  const show = SHOWS.find((one) => one === search.get('show')) ?? 'open'
  const { data, error } = useQuery(
    api.ideas.list.queryOptions({ input: {}, placeholderData: keepPreviousData }),
  )
  const remove = useCommand(engine.ideas.remove)
  useBareKey('n', () => setAdding(true))
  const all = data?.rows ?? NONE
  const rows = useMemo(() => all.filter((row) => isShown(row, show)), [all, show])
  const addButton = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('ideas.new')}
      <ButtonKey>N</ButtonKey>
    </Button>
  )
  return (
    <Page
      title={t('ideas.title')}
      crumbs={[{ label: t('cases.title'), to: '/recovery' }, { label: t('ideas.title') }]}
      remarks={
        <>
          <RecoveryTabs />
          <Segmented<Show>
            aria-label={t('ideas.showLabel')}
            value={show}
            options={SHOWS.map((value) => ({ value, label: t(`ideas.show.${value}`) }))}
            onChange={(next) => setSearch(next === 'open' ? {} : { show: next }, { replace: true })}
          />
        </>
      }
      actions={
        <>
          <Input.Search
            className={styles.filter ?? ''}
            placeholder={t('ideas.filter')}
            allowClear
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
          />
          <Button
            disabled={rows.length === 0}
            onClick={() => {
              const ideaIds = (grid.current?.selectedRows() ?? []).map(({ id }) => id)
              if (ideaIds.length > 0) void remove.run({ ideaIds })
            }}
          >
            {t('ledger.remove')}
          </Button>
          <ExportShown grid={grid} title={t('ideas.title')} disabled={rows.length === 0} />
          {addButton}
        </>
      }
      busy={data === undefined || remove.pending}
      fixed
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        data && (
          <>
            <IdeaGrid
              grid={grid}
              rows={rows}
              today={data.today}
              products={data.products}
              filter={filter}
              clearFilters={() => setFilter('')}
              empty={
                <EmptyState
                  line={all.length > 0 ? t('ideas.noneShown') : t('ideas.empty')}
                  action={addButton}
                />
              }
            />
            <NewIdea
              open={adding}
              close={() => setAdding(false)}
              today={data.today}
              products={data.products}
            />
          </>
        )
      )}
    </Page>
  )
}

const isShown = ({ state, late }: IdeaRow, show: Show): boolean =>
  show === 'all' || (show === 'open' ? isIdeaOpen(state) : show === 'late' ? late > 0 : state === show)

function IdeaGrid({
  grid,
  rows,
  today,
  products,
  filter,
  clearFilters,
  empty,
}: {
  readonly grid: RefObject<DataGridHandle<IdeaRow> | null>
  readonly rows: readonly IdeaRow[]
  readonly today: string
  readonly products: readonly { readonly id: string; readonly name: string }[]
  readonly filter: string
  readonly clearFilters: () => void
  readonly empty: ReactNode
}) {
  const { t } = useTranslation()
  const layout = useLayouts()
  const gridWords = useGridWords()
  const { data: members } = useQuery(api.department.members.queryOptions())
  const change = useCommand(engine.ideas.change, { toast: false })
  const columns = useMemo(
    () => ideaColumns({ today, products, members: members ?? [], t }),
    [today, products, members, t],
  )
  if (!layout.ready || members === undefined) return null
  return (
    <div className={styles.grid}>
      <DataGrid<IdeaRow>
        ref={grid}
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        about="records"
        onEdits={editListener(
          rows,
          ({ title }) => title,
          async (cells, toast) => {
            const edits = rowEdits(cells, TYPED)
            return edits.length === 0 || (await change.run({ edits }, { toast })).ok
          },
        )}
        quickFilter={filter}
        clearFilters={clearFilters}
        layoutKey="recovery.ideas"
        layoutStore={layout.store}
        emptyState={empty}
        {...gridWords}
      />
    </div>
  )
}
