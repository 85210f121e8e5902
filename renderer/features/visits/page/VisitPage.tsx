import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, ConfigProvider } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useParams } from 'react-router'
import { tookPlace } from '../../../../db/visits/rules/states.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { FileTextOutlined, TeamOutlined } from '../../../ui/icons.tsx'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { AfterSections } from '../after/AfterSections.tsx'
import { VisitTabs } from '../VisitTabs.tsx'
import { visitTitle, whenText } from '../visitText.ts'
import { AgendaSection } from './AgendaSection.tsx'
import { CalendarMenu } from './CalendarMenu.tsx'
import { JourneySection } from './JourneySection.tsx'
import { MoneySection } from './MoneySection.tsx'
import { ObjectiveSection } from './ObjectiveSection.tsx'
import { PeopleSection } from './PeopleSection.tsx'
import { StateTrack } from './StateTrack.tsx'
import { VisitPanel } from './VisitPanel.tsx'
import styles from './visit.module.css'

/** One visit, from its plan to its end: `/visits/:visitId`. The address may lead to a part of it: `#agenda`. */
export function VisitPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { visitId = '' } = useParams()
  const { data, error } = useQuery(
    api.visits.get.queryOptions({ input: { visitId }, placeholderData: keepPreviousData, retry: false }),
  )
  const visit = data?.visit
  useScrollTo(useLocation().hash, visit !== undefined)
  const title = visit ? visitTitle(visit, t) : t('visits.one')
  const room = { label: t('visits.title'), to: '/visits' }
  if (error)
    return (
      <Page title={title} crumbs={[room, { label: title }]} remarks={<VisitTabs />}>
        <ErrorNote problem={toProblem(error)} />
      </Page>
    )
  const held = visit !== undefined && tookPlace(visit.state)
  return (
    <Page
      title={title}
      crumbs={[room, { label: title }]}
      remarks={visit && <span>{whenText(visit, t)}</span>}
      actions={
        visit && (
          <>
            <Button icon={<FileTextOutlined />} onClick={() => void navigate(`/visits/${visitId}/brief`)}>
              {t('visits.brief')}
            </Button>
            <CalendarMenu visit={visit} />
            <Button icon={<TeamOutlined />} onClick={() => void navigate(`/visits/${visitId}/day`)}>
              {t('visits.theDay')}
            </Button>
          </>
        )
      }
      busy={visit === undefined}
      {...(visit && data
        ? {
            below: <StateTrack visit={visit} today={data.today} />,
            panel: (
              <SidePanel width={320} title={t('visits.panel')}>
                <VisitPanel visit={visit} />
              </SidePanel>
            ),
          }
        : {})}
    >
      {visit && data && (
        <ConfigProvider componentDisabled={visit.state === 'closed'}>
          <div className={styles.page}>
            {visit.state === 'closed' && <p className={styles.quiet}>{t('visits.closedHint')}</p>}
            {held && <AfterSections visit={visit} today={data.today} />}
            <ObjectiveSection visit={visit} />
            <PeopleSection visit={visit} />
            <AgendaSection visit={visit} />
            <JourneySection visit={visit} />
            <MoneySection visit={visit} />
          </div>
        </ConfigProvider>
      )}
    </Page>
  )
}

/** Leads to the part of the page that the address names, once it is there. */
function useScrollTo(hash: string, ready: boolean): void {
  useEffect(() => {
    if (!ready || hash === '') return
    const part = document.getElementById(hash.slice(1))
    part?.scrollIntoView({ block: 'start' })
    part?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
  }, [hash, ready])
}
