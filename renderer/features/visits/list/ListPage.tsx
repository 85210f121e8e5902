import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitLine } from '../../../../db/visits/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { visitListQuery } from '../../../client/visitQueries.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { askVisit } from '../../../shared/ask/newVisitStore.ts'
import { ExportShown } from '../../../shared/ExportShown.tsx'
import { editListener, rowEdits } from '../../../shared/ledger/edits.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { ButtonKey } from '../../../ui/bits.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { useBareKey } from '../../../ui/useBareKey.ts'
import { VisitTabs } from '../VisitTabs.tsx'
import { visitTitle } from '../visitText.ts'
import { EDITABLE, visitColumns } from './visitColumns.ts'

/** The list of visits: its first rows as soon as they are there, then all; `settled` once these are all. */
function useVisitList() {
  const first = useQuery(visitListQuery('first'))
  const whole = useQuery({ ...visitListQuery('all'), enabled: first.data?.more === true })
  const enough = first.data?.more === false
  const error = first.error ?? whole.error
  return {
    data: enough ? first.data : (whole.data ?? first.data),
    error,
    settled: error !== null || enough || whole.data !== undefined,
  }
}

/** All visits as a list like a spreadsheet: `/visits/list`. */
export function ListPage() {
  const { t } = useTranslation()
  const handle = useRef<DataGridHandle<VisitLine>>(null)
  const { data, error, settled } = useVisitList()
  const { data: members } = useQuery(api.department.members.queryOptions())
  const change = useCommand(engine.visits.change, { toast: false })
  const remove = useCommand(engine.visits.remove)
  useBareKey('n', () => askVisit({ account: null, day: null }))
  const layout = useLayouts()
  const gridWords = useGridWords()
  const columns = useMemo(() => visitColumns(members ?? [], t), [members, t])
  const rows = data?.rows
  return (
    <Page
      title={t('visits.title')}
      crumbs={[{ label: t('visits.title'), to: '/visits' }, { label: t('visits.tab.list') }]}
      remarks={<VisitTabs />}
      actions={
        <>
          <Button
            disabled={!rows?.length}
            onClick={() => {
              handle.current?.settle()
              const visitIds = (handle.current?.selectedRows() ?? []).map(({ id }) => id)
              if (visitIds.length > 0) void remove.run({ visitIds })
            }}
          >
            {t('ledger.remove')}
          </Button>
          <ExportShown grid={handle} title={t('visits.title')} disabled={!rows?.length || !settled} />
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => askVisit({ account: null, day: null })}
          >
            {t('visits.new')}
            <ButtonKey>N</ButtonKey>
          </Button>
        </>
      }
      busy={change.pending || !settled}
      fixed
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        rows &&
        members &&
        layout.ready && (
          <div className={styles.grid}>
            <DataGrid<VisitLine>
              ref={handle}
              rows={rows}
              columns={columns}
              rowId={({ id }) => id}
              about="records"
              onEdits={editListener(
                rows,
                (visit) => visitTitle(visit, t),
                async (cells, toast) => {
                  const edits = rowEdits(cells, EDITABLE)
                  return edits.length === 0 || (await change.run({ edits }, { toast })).ok
                },
              )}
              clearFilters={() => undefined}
              layoutKey="visits.list"
              layoutStore={layout.store}
              emptyState={<EmptyState line={t('visits.empty')} />}
              {...gridWords}
            />
          </div>
        )
      )}
    </Page>
  )
}
