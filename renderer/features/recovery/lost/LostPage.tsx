import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WinBackLine } from '../../../../db/recovery/winBack/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { ExportShown } from '../../../shared/ExportShown.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { ButtonKey } from '../../../ui/bits.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import { moneyUnitStore } from '../../../ui/moneyUnit.ts'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { useStore } from '../../../ui/store.ts'
import { useBareKey } from '../../../ui/useBareKey.ts'
import { RecoveryTabs } from '../RecoveryTabs.tsx'
import { lostColumns } from './lostColumns.ts'
import { NewLost } from './NewLost.tsx'

const NONE: readonly WinBackLine[] = []

/** Lost accounts, open ones by what is due next: `/recovery/lost`. */
export function LostPage() {
  const { t } = useTranslation()
  const grid = useRef<DataGridHandle<WinBackLine>>(null)
  const { data, error } = useQuery(
    api.winBacks.list.queryOptions({ input: {}, placeholderData: keepPreviousData }),
  )
  const remove = useCommand(engine.winBacks.remove)
  const [filter, setFilter] = useState('')
  const [adding, setAdding] = useState(false)
  const layout = useLayouts()
  const gridWords = useGridWords()
  const unit = useStore(moneyUnitStore)
  useBareKey('n', () => setAdding(true))
  const rows = data?.rows ?? NONE
  const today = data?.today ?? ''
  const columns = useMemo(() => lostColumns(today, unit, t), [today, unit, t])
  const addButton = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('winBack.new')}
      <ButtonKey>N</ButtonKey>
    </Button>
  )
  return (
    <Page
      title={t('winBack.title')}
      crumbs={[{ label: t('cases.title'), to: '/recovery' }, { label: t('winBack.title') }]}
      remarks={<RecoveryTabs />}
      actions={
        <>
          <Input.Search
            className={styles.filter ?? ''}
            placeholder={t('winBack.filter')}
            allowClear
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
          />
          <Button
            disabled={rows.length === 0}
            onClick={() => {
              const winBackIds = (grid.current?.selectedRows() ?? []).map(({ id }) => id)
              if (winBackIds.length > 0) void remove.run({ winBackIds })
            }}
          >
            {t('ledger.remove')}
          </Button>
          <ExportShown grid={grid} title={t('winBack.title')} disabled={rows.length === 0} />
          {addButton}
        </>
      }
      busy={data === undefined || remove.pending}
      fixed
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        data &&
        layout.ready && (
          <div className={styles.grid}>
            <DataGrid<WinBackLine>
              ref={grid}
              rows={rows}
              columns={columns}
              rowId={({ id }) => id}
              about="records"
              quickFilter={filter}
              clearFilters={() => setFilter('')}
              layoutKey="recovery.lost"
              layoutStore={layout.store}
              emptyState={<EmptyState line={t('winBack.empty')} action={addButton} />}
              {...gridWords}
            />
          </div>
        )
      )}
      <NewLost open={adding} close={() => setAdding(false)} today={today} account={null} caseId={null} />
    </Page>
  )
}
