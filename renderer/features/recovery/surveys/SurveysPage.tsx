import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
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
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { useBareKey } from '../../../ui/useBareKey.ts'
import { RecoveryTabs } from '../RecoveryTabs.tsx'
import { SurveyDialog } from './SurveyDialog.tsx'
import { surveyColumns } from './surveyColumns.ts'

const NONE: readonly SurveyRow[] = []

/** All surveys of satisfaction, the newest first: `/recovery/surveys`. */
export function SurveysPage() {
  const { t } = useTranslation()
  const [filter, setFilter] = useState('')
  const [adding, setAdding] = useState(false)
  const grid = useRef<DataGridHandle<SurveyRow>>(null)
  const { data, error } = useQuery(api.surveys.list.queryOptions({ placeholderData: keepPreviousData }))
  const remove = useCommand(engine.surveys.remove)
  const layout = useLayouts()
  const gridWords = useGridWords()
  useBareKey('n', () => setAdding(true))
  const rows = data?.rows ?? NONE
  const columns = useMemo(() => surveyColumns(data?.today ?? '', t), [data?.today, t])
  const addButton = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('surveys.new')}
      <ButtonKey>N</ButtonKey>
    </Button>
  )
  return (
    <Page
      title={t('surveys.title')}
      crumbs={[{ label: t('cases.title'), to: '/recovery' }, { label: t('surveys.title') }]}
      remarks={<RecoveryTabs />}
      actions={
        <>
          <Input.Search
            className={styles.filter ?? ''}
            placeholder={t('surveys.filter')}
            allowClear
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
          />
          <Button
            disabled={rows.length === 0}
            onClick={() => {
              const surveyIds = (grid.current?.selectedRows() ?? []).map(({ id }) => id)
              if (surveyIds.length > 0) void remove.run({ surveyIds })
            }}
          >
            {t('ledger.remove')}
          </Button>
          <ExportShown grid={grid} title={t('surveys.title')} disabled={rows.length === 0} />
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
            <DataGrid<SurveyRow>
              ref={grid}
              rows={rows}
              columns={columns}
              rowId={({ id }) => id}
              about="records"
              quickFilter={filter}
              clearFilters={() => setFilter('')}
              layoutKey="recovery.surveys"
              layoutStore={layout.store}
              emptyState={<EmptyState line={t('surveys.empty')} action={addButton} />}
              {...gridWords}
            />
            <SurveyDialog open={adding} close={() => setAdding(false)} today={data.today} />
          </div>
        )
      )}
    </Page>
  )
}
