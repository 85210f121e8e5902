import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import type { Span } from '../../../../db/channel/rules/periods.ts'
import { DIMENSIONS, HEAT_DIMENSIONS, MEASURES } from '../../../../db/recovery/patterns/rules/dimensions.ts'
import { countedSpan, EARLIEST } from '../../../../db/recovery/patterns/rules/spans.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { PeriodBar } from '../../../shared/period/PeriodBar.tsx'
import { usePeriod } from '../../../shared/period/usePeriod.ts'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { RecoveryTabs } from '../RecoveryTabs.tsx'
import { ClustersPart } from './ClustersPart.tsx'
import { HeadFigures } from './HeadFigures.tsx'
import { HeatPart } from './HeatPart.tsx'
import { ParetoPart } from './ParetoPart.tsx'
import styles from './patterns.module.css'
import type { Report } from './report.ts'

/** Days that are looked at unless others are chosen: twelve months. */
const YEAR = 365

/** Patterns over all cases 规律: `/recovery/patterns`. What is shown stands in the address. */
export function PatternsPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const chosen = usePeriod('custom', YEAR)
  const span = countedSpan(chosen.span, dayOf(Date.now()))
  const { data, error, isPending } = useQuery(
    api.patterns.report.queryOptions({ input: span, placeholderData: keepPreviousData }),
  )
  const choose = (name: string, value: string): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        next.set(name, value)
        return next
      },
      { replace: true },
    )
  const parts = (report: Report) => (
    <>
      <ParetoPart
        report={report}
        by={DIMENSIONS.find((one) => one === search.get('by')) ?? 'category'}
        measure={MEASURES.find((one) => one === search.get('measure')) ?? 'count'}
        choose={choose}
      />
      <HeatPart
        report={report}
        by={HEAT_DIMENSIONS.find((one) => one === search.get('heat')) ?? 'category'}
        choose={choose}
      />
    </>
  )
  return (
    <Page
      title={t('patterns.title')}
      crumbs={[{ label: t('cases.title'), to: '/recovery' }, { label: t('patterns.title') }]}
      remarks={<RecoveryTabs />}
      below={
        <div className={styles.strip}>
          <PeriodBar chosen={{ ...chosen, span }} />
        </div>
      }
      busy={isPending}
    >
      {error && <ErrorNote problem={toProblem(error)} />}
      {data && (
        <>
          <HeadFigures head={data.head} before={data.before?.head ?? null} />
          <Compared report={data} asked={chosen.span} />
          <ClustersPart report={data} />
          {data.head.came === 0 ? (
            <EmptyState
              line={t('patterns.empty')}
              action={<Link to="/recovery">{t('patterns.toCases')}</Link>}
            />
          ) : (
            parts(data)
          )}
          <HowCounted />
        </>
      )}
    </Page>
  )
}

/** What days the figures are of, and what they are compared with; and that days were left out that can't be counted. */
function Compared({ report: { span, before }, asked }: { readonly report: Report; readonly asked: Span }) {
  const { t } = useTranslation()
  const cut = asked.from !== span.from || asked.until !== span.until
  return (
    <p className={styles.compared}>
      {cut && <span role="status">{t('patterns.cut', { ...asked, earliest: EARLIEST })}</span>}
      {before
        ? t('patterns.compared', { ...span, beforeFrom: before.from, beforeUntil: before.until })
        : t('patterns.notCompared', { ...span })}
    </p>
  )
}

/** How the head figures are counted, for whoever asks. */
function HowCounted() {
  const { t } = useTranslation()
  const figures = [
    [t('patterns.head.came'), t('patterns.how.came')],
    [t('patterns.head.rate'), t('patterns.how.rate')],
    [t('patterns.head.days'), t('patterns.how.days')],
    [t('patterns.head.kept'), t('patterns.how.kept')],
    [t('patterns.head.cost'), t('patterns.how.cost')],
    [t('patterns.head.risk'), t('patterns.how.risk')],
  ] as const
  return (
    <details className={styles.how}>
      <summary>{t('patterns.how.title')}</summary>
      <dl>
        {figures.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
