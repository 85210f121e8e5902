import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { toProblem } from '../../../client/problem.ts'
import { askVisit } from '../../../shared/ask/newVisitStore.ts'
import { ButtonKey, SectionHead } from '../../../ui/bits.tsx'
import { EllipsisOutlined, LeftOutlined, PlusOutlined, RightOutlined } from '../../../ui/icons.tsx'
import { Page, SidePanel, useNarrow } from '../../../ui/Page.tsx'
import { KeyHints, StatusItem, StatusItems } from '../../../ui/slots.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { useBareKey } from '../../../ui/useBareKey.ts'
import { VisitTabs } from '../VisitTabs.tsx'
import { CoveragePanel } from './CoveragePanel.tsx'
import { ExecutivesDialog } from './ExecutivesDialog.tsx'
import { ExportPlan } from './ExportPlan.tsx'
import { LoadTable } from './LoadTable.tsx'
import { ClashLine, MissedLine } from './MissedLine.tsx'
import { MoveReason } from './MoveReason.tsx'
import { PlanMatrix } from './PlanMatrix.tsx'
import { ProposalsDialog } from './ProposalsDialog.tsx'
import styles from './plan.module.css'
import { usePlanning } from './usePlanning.ts'
import { useYear } from './useYear.ts'
import { MarkLegend } from './VisitMark.tsx'

/** Windows up to this many px leave the coverage map less room. */
const NARROW = 1_400

const FIRST_YEAR = 2_000
const LAST_YEAR = 2_100

/** The year's plan: accounts × months, the load of our executives, and who knows whom. The year stands in the address. */
export function YearPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const [dialog, setDialog] = useState<'executives' | 'proposals' | null>(null)
  const thisYear = Number(dayOf(Date.now()).slice(0, 4))
  const asked = Number(search.get('year'))
  const year = Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= LAST_YEAR ? asked : thisYear
  const { data, error, settled } = useYear(year)
  const today = data?.today ?? dayOf(Date.now())
  const planning = usePlanning(today)
  const isNarrow = useNarrow(NARROW)
  useBareKey('n', () => askVisit({ account: null, day: null }))
  const goTo = (to: number): void => setSearch(to === thisYear ? {} : { year: String(to) }, { replace: true })
  const now = today.startsWith(`${year}-`) ? Number(today.slice(5, 7)) - 1 : undefined
  const { asked: move } = planning
  return (
    <Page
      title={t('visitPlan.title', { year })}
      crumbs={[{ label: t('visits.title'), to: '/visits' }, { label: t('visitPlan.crumb', { year }) }]}
      remarks={
        <>
          <YearSteps year={year} goTo={goTo} />
          <VisitTabs />
        </>
      }
      actions={
        <>
          <MarkLegend lead={data?.loads[1]?.name ?? data?.loads[0]?.name ?? null} />
          <Button onClick={() => setDialog('proposals')} disabled={!data}>
            {t('visitPlan.propose.open')}
          </Button>
          <ExportPlan year={year} data={settled ? data : undefined} />
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                {
                  key: 'executives',
                  label: t('visitPlan.executives.open'),
                  onClick: () => setDialog('executives'),
                },
              ],
            }}
          >
            <Button
              icon={<EllipsisOutlined />}
              aria-label={t('visitPlan.menu')}
              title={t('visitPlan.menu')}
            />
          </Dropdown>
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
      busy={!settled || planning.pending}
      fixed
      panel={
        <SidePanel width={isNarrow ? 372 : 424} title={t('visitPlan.coverage.title')}>
          <CoveragePanel wanted={settled} />
        </SidePanel>
      }
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        data && (
          <>
            {move && (
              <MoveReason
                key={`${move.mark.visitId} ${move.day}`}
                name={data.rows[move.mark.rows[0] ?? -1]?.name ?? move.mark.code}
                day={move.day}
                answer={(note) => void planning.answer(note)}
                cancel={planning.cancel}
              />
            )}
            {data.rows.length === 0 ? (
              <EmptyState
                line={t('visitPlan.empty')}
                action={
                  <Button type="primary" onClick={() => askVisit({ account: null, day: null })}>
                    {t('visits.new')}
                  </Button>
                }
              />
            ) : (
              <PlanMatrix year={year} today={today} rows={data.rows} marks={data.marks} planning={planning} />
            )}
            <section className={styles.loads}>
              <SectionHead title={t('visitPlan.load.title')} remark={t('visitPlan.load.remark')} />
              {data.loads.length === 0 ? (
                <p className={styles.missedLine}>
                  {t('visitPlan.load.nobody')}{' '}
                  <Button type="link" onClick={() => setDialog('executives')}>
                    {t('visitPlan.executives.open')}
                  </Button>
                </p>
              ) : (
                <LoadTable loads={data.loads} now={now} />
              )}
              <MissedLine missed={data.missed} />
              <ClashLine marks={data.marks} rows={data.rows} />
            </section>
            <StatusItems>
              <StatusItem label={t('visitPlan.count')} value={String(data.count)} />
            </StatusItems>
            <KeyHints
              hints={[
                { keys: '←→↑↓', text: t('visitPlan.hint.walk') },
                { keys: 'Alt+←→', text: t('visitPlan.hint.move') },
                { keys: 'N', text: t('visits.new') },
              ]}
            />
          </>
        )
      )}
      {dialog === 'executives' && <ExecutivesDialog close={() => setDialog(null)} />}
      {dialog === 'proposals' && <ProposalsDialog today={today} close={() => setDialog(null)} />}
    </Page>
  )
}

function YearSteps({ year, goTo }: { readonly year: number; readonly goTo: (year: number) => void }) {
  const { t } = useTranslation()
  return (
    <span className={styles.steps}>
      <Button
        type="text"
        icon={<LeftOutlined />}
        disabled={year <= FIRST_YEAR}
        aria-label={t('visitPlan.yearBefore')}
        title={t('visitPlan.yearBefore')}
        onClick={() => goTo(year - 1)}
      />
      <Button
        type="text"
        icon={<RightOutlined />}
        disabled={year >= LAST_YEAR}
        aria-label={t('visitPlan.yearAfter')}
        title={t('visitPlan.yearAfter')}
        onClick={() => goTo(year + 1)}
      />
    </span>
  )
}
