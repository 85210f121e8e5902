import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { PeriodBar } from '../../../shared/period/PeriodBar.tsx'
import { usePeriod } from '../../../shared/period/usePeriod.ts'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { ChannelTabs } from '../ChannelTabs.tsx'
import { ChartSection } from '../chart/ChartSection.tsx'
import { AccountsTable } from './AccountsTable.tsx'
import styles from './effort.module.css'
import { MembersTable } from './MembersTable.tsx'
import { ShareTable } from './ShareTable.tsx'
import { shareChart } from './shareChart.ts'

/** Where the effort of a period went: by tier against what was meant, by member and week, by account. */
export function EffortReport({ actions }: { readonly actions: ReactNode }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const chosen = usePeriod('quarter')
  const { data, error, isPending } = useQuery(
    api.effort.report.queryOptions({ input: chosen.span, placeholderData: keepPreviousData }),
  )
  return (
    <Page
      title={t('effort.title')}
      crumbs={[{ label: t('channel.title'), to: '/channel' }, { label: t('effort.title') }]}
      remarks={<ChannelTabs />}
      actions={actions}
      below={
        <div className={styles.strip}>
          <PeriodBar chosen={chosen} />
        </div>
      }
      busy={isPending}
    >
      {error && <ErrorNote problem={toProblem(error)} />}
      {data && data.minutes === 0 && (
        <EmptyState
          line={t('effort.emptyReport')}
          action={
            <Button type="primary" onClick={() => void navigate('/channel/effort?view=ledger')}>
              {t('effort.toLedger')}
            </Button>
          }
        />
      )}
      {data && data.minutes > 0 && (
        <>
          <ChartSection chart={shareChart(data, chosen.span, t)}>
            <ShareTable report={data} />
          </ChartSection>
          <MembersTable report={data} />
          <AccountsTable report={data} />
        </>
      )}
    </Page>
  )
}
