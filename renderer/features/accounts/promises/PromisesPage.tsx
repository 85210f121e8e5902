import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { PromiseLine } from '../../../../db/accounts/promises/contract.ts'
import { PROMISE_SIDES } from '../../../../db/accounts/promises/rules/states.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useSettings } from '../../../client/settings.ts'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import { ExportShown } from '../../../shared/ExportShown.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { RoomTabs } from '../RoomTabs.tsx'
import { NewPromise } from './NewPromise.tsx'
import { writePromise } from './newPromiseStore.ts'
import { PromiseGrid } from './PromiseGrid.tsx'
import styles from './promises.module.css'
import { RateLine } from './RateLine.tsx'
import { SettleBar } from './SettleBar.tsx'
import { useSettling } from './useSettling.ts'

const SHOWS = ['open', 'late', 'settled', 'all'] as const
const WHOSE = ['all', 'mine'] as const
const PAGE = 500
const NO_ROWS: readonly PromiseLine[] = []

/** The promise ledger 承诺台账 of all accounts; what is shown stands in the address. */
export function PromisesPage() {
  const { t } = useTranslation()
  const { me } = useSettings()
  const [search, setSearch] = useSearchParams()
  const grid = useRef<DataGridHandle<PromiseLine>>(null)
  const settling = useSettling(grid)
  const [limit, setLimit] = useState(PAGE)
  const show = SHOWS.find((one) => one === search.get('show')) ?? 'open'
  const whose = me !== null && search.get('whose') === 'mine' ? 'mine' : 'all'
  const side = PROMISE_SIDES.find((one) => one === search.get('side'))
  const memberId = whose === 'mine' && me !== null ? me : undefined
  const { data, error, isPending } = useQuery(
    api.promises.list.queryOptions({
      input: { show, limit, ...(side ? { side } : {}), ...(memberId ? { memberId } : {}) },
      placeholderData: keepPreviousData,
    }),
  )
  useNewFromAddress()
  const choose = (name: string, value: string | null): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === null) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const crumbs = [{ label: t('accounts.title'), to: '/accounts' }, { label: t('promises.title') }]
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => writePromise({ account: null })}>
      {t('promises.new')}
    </Button>
  )
  return (
    <Page
      title={t('promises.title')}
      crumbs={crumbs}
      remarks={<RoomTabs />}
      actions={
        <>
          <ExportShown grid={grid} title={t('promises.title')} disabled={!data?.rows.length} />
          {add}
        </>
      }
      busy={isPending || settling.busy}
      fixed
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        <div className={styles.page}>
          <div className={styles.bar}>
            <Segmented
              aria-label={t('promises.showLabel')}
              value={show}
              onChange={(value) => choose('show', value)}
              options={SHOWS.map((value) => ({ value, label: t(`promises.show.${value}`) }))}
            />
            {me !== null && (
              <Segmented
                aria-label={t('promises.whoseLabel')}
                value={whose}
                onChange={(value) => choose('whose', value)}
                options={WHOSE.map((value) => ({ value, label: t(`promises.whose.${value}`) }))}
              />
            )}
            <Select<string>
              aria-label={t('promises.sideLabel')}
              value={side ?? ''}
              onChange={(value) => choose('side', value === '' ? null : value)}
              options={[
                { value: '', label: t('promises.bothSides') },
                ...PROMISE_SIDES.map((value) => ({ value, label: t(`promises.sideFull.${value}`) })),
              ]}
            />
            <RateLine memberId={memberId} side={side} />
            <div className={styles.actions}>
              <SettleBar settling={settling} />
            </div>
          </div>
          {data && (
            <PromiseGrid
              rows={data.rows ?? NO_ROWS}
              total={data.total}
              today={data.today}
              withAccount
              settling={settling}
              gridRef={grid}
              onMore={() => setLimit((before) => Math.min(before + PAGE, 20_000))}
              emptyState={
                search.size > 0 ? (
                  <p>{t('promises.noMatch')}</p>
                ) : (
                  <EmptyState line={t('promises.emptyLine')} />
                )
              }
            />
          )}
        </div>
      )}
      <NewPromise />
    </Page>
  )
}

/** `?new=promise`, as the palette says it. */
function useNewFromAddress(): void {
  const [search, setSearch] = useSearchParams()
  const wanted = search.get('new') === 'promise'
  useEffect(() => {
    if (!wanted) return
    writePromise({ account: null })
    setSearch({}, { replace: true })
  }, [wanted, setSearch])
}
