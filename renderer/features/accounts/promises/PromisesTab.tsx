import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import type { PromiseLine } from '../../../../db/accounts/promises/contract.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import type { AccountData } from '../page/AccountPage.tsx'
import { writePromise } from './newPromiseStore.ts'
import { PromiseGrid } from './PromiseGrid.tsx'
import styles from './promises.module.css'
import { RateLine } from './RateLine.tsx'
import { SettleBar } from './SettleBar.tsx'
import { useSettling } from './useSettling.ts'

const PAGE = 500

/** All promises of one account: open ones first by their day, settled ones after them. */
export function PromisesTab() {
  const { t } = useTranslation()
  const { account } = useOutletContext<AccountData>()
  const grid = useRef<DataGridHandle<PromiseLine>>(null)
  const settling = useSettling(grid)
  const [limit, setLimit] = useState(PAGE)
  const { data, error } = useQuery(
    api.promises.list.queryOptions({
      input: { accountId: account.id, limit },
      placeholderData: keepPreviousData,
    }),
  )
  if (error) return <ErrorNote problem={toProblem(error)} />
  const add = () => writePromise({ account })
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <RateLine accountId={account.id} />
        <div className={styles.actions}>
          <SettleBar settling={settling} />
        </div>
      </div>
      {data && (
        <PromiseGrid
          rows={data.rows}
          total={data.total}
          today={data.today}
          withAccount={false}
          settling={settling}
          gridRef={grid}
          onMore={() => setLimit((before) => Math.min(before + PAGE, 20_000))}
          emptyState={
            <EmptyState
              line={t('promises.emptyAccount')}
              action={
                <Button type="primary" onClick={add}>
                  {t('promises.new')}
                </Button>
              }
            />
          }
        />
      )}
    </div>
  )
}
