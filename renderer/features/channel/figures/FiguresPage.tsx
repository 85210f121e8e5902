import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { CLOCKS } from '../../../../db/channel/requests/rules/clocks.ts'
import { api } from '../../../client/engine.ts'
import { exportShown } from '../../../client/exportShown.ts'
import { toProblem } from '../../../client/problem.ts'
import { useSettings } from '../../../client/settings.ts'
import { PeriodBar } from '../../../shared/period/PeriodBar.tsx'
import { usePeriod } from '../../../shared/period/usePeriod.ts'
import { Section } from '../../../ui/bits.tsx'
import { ExportOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { ChannelTabs } from '../ChannelTabs.tsx'
import { ChartSection } from '../chart/ChartSection.tsx'
import { FigureTable } from './FigureTable.tsx'
import styles from './figures.module.css'
import { GROUPS, groupRows, groupTable } from './groups.ts'
import { HeadFigures } from './HeadFigures.tsx'
import { HowCounted } from './HowCounted.tsx'
import { TrendTable } from './TrendTable.tsx'
import { trendChart } from './trendChart.ts'

const WHOSE = ['mine', 'all'] as const

/** The figures 指标 of the channel (B4.4, E4): what is shown stands in the address. Whoever owns accounts sees their own first. */
export function FiguresPage() {
  const { t } = useTranslation()
  const { me } = useSettings()
  const [search, setSearch] = useSearchParams()
  const chosen = usePeriod('year')
  const { data: members } = useQuery(api.department.members.queryOptions())
  const owns = (members?.find(({ id }) => id === me)?.accounts ?? 0) > 0
  const asked = WHOSE.find((one) => one === search.get('whose')) ?? (owns ? 'mine' : 'all')
  const whose = me === null ? 'all' : asked
  const by = GROUPS.find((one) => one === search.get('by')) ?? 'tiers'
  const clock = CLOCKS.find((one) => one === search.get('clock')) ?? 'first'
  const { data, error, isPending } = useQuery(
    api.figures.report.queryOptions({
      input: { ...chosen.span, memberId: whose === 'mine' ? me : null },
      enabled: members !== undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const choose = (name: 'whose' | 'by' | 'clock', value: string): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        next.set(name, value)
        return next
      },
      { replace: true },
    )
  return (
    <Page
      title={t('figures.title')}
      crumbs={[{ label: t('channel.title'), to: '/channel' }, { label: t('figures.title') }]}
      remarks={<ChannelTabs />}
      actions={
        <Button
          icon={<ExportOutlined />}
          disabled={!data}
          onClick={() => data && void exportShown(groupTable(data, by, chosen.span, t), 'csv', t)}
        >
          {t('figures.csv')}
        </Button>
      }
      below={
        <div className={styles.strip}>
          <PeriodBar chosen={chosen} />
          {me !== null && (
            <Segmented
              aria-label={t('figures.whose.label')}
              value={whose}
              onChange={(value) => choose('whose', value)}
              options={WHOSE.map((value) => ({ value, label: t(`figures.whose.${value}`) }))}
            />
          )}
        </div>
      }
      busy={isPending}
    >
      {error && <ErrorNote problem={toProblem(error)} />}
      {data && (
        <>
          <HeadFigures figures={data.all} />
          <div className={styles.choose}>
            <Segmented
              aria-label={t('figures.clock')}
              value={clock}
              onChange={(value) => choose('clock', value)}
              options={CLOCKS.map((value) => ({ value, label: t(`requests.clock.${value}`) }))}
            />
          </div>
          <ChartSection chart={trendChart(data, clock, chosen.span, t)}>
            <TrendTable report={data} clock={clock} />
          </ChartSection>
          <Section
            title={t('figures.table')}
            action={
              <Segmented
                size="small"
                aria-label={t('figures.by.label')}
                value={by}
                onChange={(value) => choose('by', value)}
                options={GROUPS.map((value) => ({ value, label: t(`figures.by.${value}`) }))}
              />
            }
          >
            <FigureTable rows={groupRows(data, by, t)} all={data.all} of={t(`figures.by.${by}`)} />
          </Section>
          <HowCounted />
        </>
      )}
    </Page>
  )
}
