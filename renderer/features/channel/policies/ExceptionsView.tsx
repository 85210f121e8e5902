import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExceptionLine } from '../../../../db/channel/policies/contract.ts'
import { api } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { toProblem } from '../../../client/problem.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { ExportShown } from '../../../shared/ExportShown.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { ChannelTabs } from '../ChannelTabs.tsx'
import { ExceptionForm } from './ExceptionForm.tsx'
import { ExceptionPanel } from './ExceptionPanel.tsx'
import { exceptionColumns } from './exceptionColumns.ts'
import { PoliciesView } from './PoliciesView.tsx'
import styles from './policies.module.css'

const NO_ROWS: readonly ExceptionLine[] = []

/** What the panel beside the list shows: an exception to be written, one to be changed, or the one that is selected. */
type Beside = { readonly kind: 'new' } | { readonly kind: 'change' | 'look'; readonly id: string }

/** Exceptions of single accounts: a list, and beside it the one that is looked at or written. */
export function ExceptionsView() {
  const { t } = useTranslation()
  const grid = useRef<DataGridHandle<ExceptionLine>>(null)
  const [beside, setBeside] = useState<Beside | null>(null)
  const layout = useLayouts()
  const gridWords = useGridWords()
  const { data, error, isPending } = useQuery(api.policies.exceptions.queryOptions({ input: {} }))
  const rows = data?.rows ?? NO_ROWS
  const columns = useMemo(() => exceptionColumns(t, spokenLanguage()), [t])
  const row = beside?.kind === 'new' ? undefined : rows.find(({ id }) => id === beside?.id)
  const add = (): void => setBeside({ kind: 'new' })
  const emptyState = (
    <EmptyState
      line={t('policies.exception.empty')}
      action={
        <Button type="primary" onClick={add}>
          {t('policies.exception.add')}
        </Button>
      }
    />
  )
  return (
    <Page
      title={t('channel.title')}
      crumbs={[
        { label: t('channel.title'), to: '/channel' },
        { label: t('policies.title'), to: '/channel/policies' },
        { label: t('policies.exception.title') },
      ]}
      remarks={<ChannelTabs />}
      busy={isPending}
      fixed
      panel={
        <SidePanel width={340} title={t('policies.exception.panel')}>
          {data &&
            (beside?.kind === 'new' || (beside?.kind === 'change' && row) ? (
              <ExceptionForm
                key={row?.id ?? 'new'}
                today={data.today}
                {...(row ? { exception: row } : {})}
                close={() => setBeside(row ? { kind: 'look', id: row.id } : null)}
              />
            ) : (
              <ExceptionPanel exception={row ?? null} change={(id) => setBeside({ kind: 'change', id })} />
            ))}
        </SidePanel>
      }
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        data && (
          <div className={styles.page}>
            <div className={styles.bar}>
              <PoliciesView view="exceptions" />
              <div className={styles.barEnd}>
                <ExportShown
                  grid={grid}
                  title={t('policies.exception.exportName')}
                  disabled={rows.length === 0}
                />
                <Button type="primary" icon={<PlusOutlined />} onClick={add}>
                  {t('policies.exception.add')}
                </Button>
              </div>
            </div>
            {layout.ready && (
              <div className={styles.grid}>
                <DataGrid<ExceptionLine>
                  ref={grid}
                  rows={rows}
                  columns={columns}
                  rowId={({ id }) => id}
                  rowNumbers={false}
                  onSelection={(summary) => {
                    const id = summary?.active?.rowId
                    if (id !== undefined)
                      setBeside((before) =>
                        before && before.kind !== 'look' ? before : { kind: 'look', id },
                      )
                  }}
                  layoutKey="policies.exceptions"
                  layoutStore={layout.store}
                  emptyState={emptyState}
                  {...gridWords}
                />
              </div>
            )}
          </div>
        )
      )}
    </Page>
  )
}
