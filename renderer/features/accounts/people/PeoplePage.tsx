import { useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef, Select } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CustomField } from '../../../../db/accounts/custom/contract.ts'
import type { PersonRow } from '../../../../db/accounts/people/contract.ts'
import { ATTITUDES, DECISION_ROLES, MOST_FOUND } from '../../../../db/accounts/people/rules/fields.ts'
import type { PersonId } from '../../../../db/kernel/ids.ts'
import { api } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { toProblem } from '../../../client/problem.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { SelectionSummary } from '../../../grid/types.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { ExportShown } from '../../../shared/ExportShown.tsx'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import { DeleteOutlined, ImportOutlined, SearchOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { SelectionStatus } from '../../../ui/SelectionStatus.tsx'
import { KeyHints, StatusItem, StatusItems } from '../../../ui/slots.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { writeAndTell } from '../../../ui/unwritten.ts'
import styles from '../accounts.module.css'
import { CustomFieldsButton } from '../custom/CustomFieldsButton.tsx'
import { RoomTabs } from '../RoomTabs.tsx'
import own from './people.module.css'
import { peopleColumns } from './peopleColumns.ts'
import { type PeopleFilter, usePeople } from './usePeople.ts'
import { VcardDialog } from './VcardDialog.tsx'

const LAYOUT = 'people.list'
const NO_FIELDS: readonly CustomField[] = []

/** All people of our customers as a grid: every open fact is a cell. */
export function PeoplePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [filter, setFilter] = useState<PeopleFilter>({})
  const [text, setText] = useState('')
  const [cards, setCards] = useState<readonly PersonId[]>([])
  const { data: added } = useQuery(api.custom.list.queryOptions())
  const custom = added?.person ?? NO_FIELDS
  const people = usePeople(filter, text, custom)
  const grid = useRef<DataGridHandle<PersonRow>>(null)
  const crumbs = [{ label: t('accounts.title'), to: '/accounts' }, { label: t('people.title') }]
  if (people.error)
    return (
      <Page title={t('people.title')} crumbs={crumbs}>
        <ErrorNote problem={toProblem(people.error)} />
      </Page>
    )
  const none = !people.isPending && !people.searching && people.count === 0
  const filtered = Object.keys(filter).length > 0
  const removeSelected = (): void => {
    grid.current?.settle()
    const personIds = grid.current?.selectedRows().map(({ id }) => id) ?? []
    if (personIds.length > 0) void people.remove({ personIds })
  }
  const saveCards = (): void => {
    const view = grid.current?.shown()
    const rows = Array.from({ length: view?.rowCount ?? 0 }, (_, index) => view?.rowAt(index)?.row)
    setCards(rows.flatMap((row) => (row ? [row.id] : [])))
  }
  return (
    <Page
      title={t('accounts.title')}
      crumbs={crumbs}
      busy={people.isPending || people.busy || people.isFetchingNextPage}
      fixed
      remarks={<RoomTabs />}
      actions={
        <>
          <Filters filter={filter} change={setFilter} text={text} type={setText} />
          <span className={`${styles.tools} ${styles.seldom}`}>
            <CustomFieldsButton subject="person" fields={custom} />
          </span>
          <Button icon={<ImportOutlined />} onClick={() => void navigate('/accounts/import')}>
            {t('accounts.import')}
          </Button>
          <ExportShown
            grid={grid}
            title={t('people.title')}
            disabled={none}
            more={[{ key: 'vcard', label: t('accounts.exportShown.vcard'), onClick: saveCards }]}
          />
          <Button icon={<DeleteOutlined />} disabled={none} onClick={removeSelected}>
            {t('people.remove')}
          </Button>
        </>
      }
    >
      {none ? (
        <EmptyState
          line={t(filtered ? 'people.noneFit' : 'people.empty')}
          action={
            filtered ? (
              <Button onClick={() => setFilter({})}>{t('people.clearFilter')}</Button>
            ) : (
              <Button type="primary" onClick={() => void navigate('/accounts')}>
                {t('people.toAccounts')}
              </Button>
            )
          }
        />
      ) : (
        added && <PeopleGrid people={people} custom={custom} text={text} gridRef={grid} />
      )}
      {cards.length > 0 && <VcardDialog personIds={cards} close={() => setCards([])} />}
      <KeyHints
        hints={[
          { keys: 'Ctrl F', text: t('accounts.hint.filter') },
          { keys: 'Ctrl Enter', text: t('accounts.hint.open') },
        ]}
      />
    </Page>
  )
}

function Filters({
  filter,
  change,
  text,
  type,
}: {
  readonly filter: PeopleFilter
  readonly change: (filter: PeopleFilter) => void
  readonly text: string
  readonly type: (text: string) => void
}) {
  const { t } = useTranslation()
  const search = useRef<InputRef>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return
      event.preventDefault()
      search.current?.focus()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  const { attitude, decisionRole, accountId } = filter
  return (
    <>
      <Input
        ref={search}
        className={own.search ?? ''}
        allowClear
        prefix={<SearchOutlined />}
        placeholder={t('people.filter')}
        aria-label={t('people.filter')}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <Select
        className={own.choice ?? ''}
        value={attitude ?? null}
        allowClear
        placeholder={t('people.field.attitude')}
        aria-label={t('people.field.attitude')}
        options={ATTITUDES.map((value) => ({ value, label: t(`people.attitude.${value}`) }))}
        onChange={(next) => change(without(filter, 'attitude', next ?? undefined))}
      />
      <Select
        className={own.choice ?? ''}
        value={decisionRole ?? null}
        allowClear
        placeholder={t('people.field.decisionRole')}
        aria-label={t('people.field.decisionRole')}
        options={DECISION_ROLES.map((value) => ({ value, label: t(`people.decisionRole.${value}`) }))}
        onChange={(next) => change(without(filter, 'decisionRole', next ?? undefined))}
      />
      <div className={own.account}>
        <AccountPicker
          value={accountId ?? null}
          label={t('people.field.account')}
          placeholder={t('people.field.account')}
          onChange={(next) => change(without(filter, 'accountId', next ?? undefined))}
        />
      </div>
    </>
  )
}

/** The filter with one of its parts set, or left out where undefined. */
function without<Key extends keyof PeopleFilter>(
  filter: PeopleFilter,
  key: Key,
  value: PeopleFilter[Key],
): PeopleFilter {
  const { [key]: _, ...rest } = filter
  return value === undefined ? rest : { ...rest, [key]: value }
}

function PeopleGrid({
  people,
  custom,
  text,
  gridRef,
}: {
  readonly people: ReturnType<typeof usePeople>
  readonly custom: readonly CustomField[]
  readonly text: string
  readonly gridRef: React.RefObject<DataGridHandle<PersonRow> | null>
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const layout = useLayouts()
  const gridWords = useGridWords()
  const [summary, setSummary] = useState<SelectionSummary | null>(null)
  const money = useMoneyUnit()
  const { data: members } = useQuery(api.department.members.queryOptions())
  const columns = useMemo(
    () => peopleColumns({ custom, members: members ?? [], money, t }),
    [custom, members, money, t],
  )
  const nameOf = (id: string): string => people.rows.find((row) => row.id === id)?.name ?? ''
  if (people.isPending || !layout.ready || !members) return null
  return (
    // Ctrl+Enter opens the person of the selected cell; the grid itself has no meaning for it
    <div
      className={styles.grid}
      onKeyDownCapture={(event) => {
        if (!(event.ctrlKey && event.key === 'Enter') || !summary?.active) return
        event.preventDefault()
        event.stopPropagation()
        void navigate(`/people/${summary.active.rowId}`)
      }}
    >
      {people.searching && people.count >= MOST_FOUND && (
        <div className={own.more}>
          <span>{t('people.mostFound', { count: MOST_FOUND })}</span>
        </div>
      )}
      {people.hasNextPage && (
        <div className={own.more}>
          <span>{t('people.shownOf', { shown: people.rows.length, count: people.count })}</span>
          <Button
            size="small"
            loading={people.isFetchingNextPage}
            onClick={() => void people.fetchNextPage()}
          >
            {t('people.loadMore')}
          </Button>
        </div>
      )}
      <DataGrid<PersonRow>
        ref={gridRef}
        rows={people.rows}
        columns={columns}
        rowId={({ id }) => id}
        onEdits={(edits, kind, report) =>
          void writeAndTell(kind, report, nameOf, (toast) => people.editCells(edits, toast))
        }
        onSelection={setSummary}
        layoutKey={LAYOUT}
        layoutStore={layout.store}
        quickFilter={people.searching ? '' : text}
        emptyState={<EmptyState line={t('people.noneFit')} />}
        {...gridWords}
      />
      {summary && summary.rows * summary.columns > 1 ? (
        <SelectionStatus summary={summary} />
      ) : (
        <StatusItems>
          <StatusItem label="" value={t('people.count', { count: people.count })} />
        </StatusItems>
      )}
    </div>
  )
}
