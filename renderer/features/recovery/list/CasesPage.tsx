import { Button, Input, Segmented } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type CaseRow, caseRows } from '../../../../db/recovery/rules/caseTable.ts'
import { engine } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { askCase } from '../../../shared/ask/newCaseStore.ts'
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
import { AmongLine } from './AmongLine.tsx'
import { caseColumns } from './caseColumns.ts'
import { useAmong } from './useAmong.ts'
import { type CaseShow, useCaseList } from './useCaseList.ts'

const SHOWS = ['open', 'ended', 'all'] as const satisfies readonly CaseShow[]
const NO_ROWS: readonly CaseRow[] = []

/** All cases as a list like a spreadsheet, the gravest first: `/recovery`. What is shown stands in the address. */
export function CasesPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const [filter, setFilter] = useState('')
  const grid = useRef<DataGridHandle<CaseRow>>(null)
  const show = SHOWS.find((one) => one === search.get('show')) ?? 'open'
  const among = useAmong()
  const { data, error, settled } = useCaseList(show, among)
  const remove = useCommand(engine.cases.remove)
  const layout = useLayouts()
  const gridWords = useGridWords()
  const unit = useStore(moneyUnitStore)
  useBareKey('n', () => askCase({ account: null }))
  const rows = useMemo(() => (data ? caseRows(data) : NO_ROWS), [data])
  const columns = useMemo(() => caseColumns(data?.now ?? 0, unit, t), [data?.now, unit, t])
  return (
    <Page
      title={t('cases.title')}
      crumbs={[{ label: t('cases.title') }]}
      remarks={<RecoveryTabs />}
      below={
        <div className={styles.strip}>
          <Segmented<CaseShow>
            value={show}
            options={SHOWS.map((value) => ({ value, label: t(`cases.show.${value}`) }))}
            onChange={(next) =>
              setSearch(
                (before) => {
                  const after = new URLSearchParams(before)
                  after.set('show', next)
                  return after
                },
                { replace: true },
              )
            }
          />
          <Input.Search
            className={styles.filter ?? ''}
            placeholder={t('cases.filter')}
            allowClear
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
          />
        </div>
      }
      actions={
        <>
          <Button
            disabled={rows.length === 0}
            onClick={() => {
              const caseIds = (grid.current?.selectedRows() ?? []).map(({ id }) => id)
              if (caseIds.length > 0) void remove.run({ caseIds })
            }}
          >
            {t('ledger.remove')}
          </Button>
          <ExportShown grid={grid} title={t('cases.title')} disabled={rows.length === 0 || !settled} />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => askCase({ account: null })}>
            {t('cases.new')}
            <ButtonKey>N</ButtonKey>
          </Button>
        </>
      }
      {...(among && { below: <AmongLine among={among} first={rows[0]} /> })}
      busy={!settled || remove.pending}
      fixed
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        data &&
        layout.ready && (
          <div className={styles.grid}>
            <DataGrid<CaseRow>
              ref={grid}
              rows={rows}
              columns={columns}
              rowId={({ id }) => id}
              about="records"
              quickFilter={filter}
              clearFilters={() => setFilter('')}
              layoutKey="recovery.cases"
              layoutStore={layout.store}
              emptyState={
                <EmptyState
                  line={t('cases.empty')}
                  action={
                    <Button type="primary" onClick={() => askCase({ account: null })}>
                      {t('cases.new')}
                    </Button>
                  }
                />
              }
              {...gridWords}
            />
          </div>
        )
      )}
    </Page>
  )
}
