import { Button, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { PaperFormat } from '../../../../db/exchange/rules/paperFormat.ts'
import { dayText } from '../../../../db/visits/briefing/rules/texts.ts'
import { AUDIENCES, type Audience } from '../../../../db/visits/briefing/rules/words.ts'
import { after } from '../../../../db/visits/rules/states.ts'
import { toProblem } from '../../../client/problem.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { FilePdfOutlined, FileTextOutlined, LockOutlined } from '../../../ui/icons.tsx'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { visitTitle } from '../visitText.ts'
import { ChangesSection, ExportsSection, ReadersSection, ReadySection } from './BriefPanel.tsx'
import { BriefPaper } from './BriefPaper.tsx'
import styles from './brief.module.css'
import { ExportDialog } from './ExportDialog.tsx'
import { useFreeze } from './FreezeDialog.tsx'
import { SectionList } from './SectionList.tsx'
import { TopicLines } from './TopicLines.tsx'
import { useArranging } from './useArranging.ts'
import { useBrief } from './useBrief.ts'

/** The briefing pack of a visit: its sections, the paper, and beside it what is missing and what changed. */
export function BriefPage() {
  const { t } = useTranslation()
  const { visitId = '' } = useParams()
  const navigate = useNavigate()
  const brief = useBrief(visitId)
  const freeze = useFreeze(visitId)
  const arrange = useArranging(visitId, brief.sheet.data)
  const [format, setFormat] = useState<PaperFormat | null>(null)
  const { sheet: asked, visit: askedVisit, told, changes, audience } = brief
  const sheet = asked.data
  useFreezeFromAddress(freeze.freeze, sheet !== undefined)
  const visit = askedVisit.data?.visit
  const error = asked.error ?? askedVisit.error
  const name = visit ? visitTitle(visit, t) : ''
  const crumbs = [
    { label: t('visits.title'), to: '/visits/list' },
    ...(visit ? [{ label: name, to: `/visits/${visitId}` }] : []),
    { label: t('briefing.title') },
  ]
  if (!sheet || !visit || !told)
    return (
      <Page title={t('briefing.title')} crumbs={crumbs} busy={asked.isPending}>
        {error && (
          <ErrorNote
            problem={toProblem(error)}
            action={<Button onClick={() => void navigate('/visits/list')}>{t('visits.title')}</Button>}
          />
        )}
      </Page>
    )
  const when = { day: dayText(visit.day, spokenLanguage()), time: visit.time, lead: visit.lead ?? '' }
  const canFreeze = after(visit.state, 'freeze') !== undefined
  const isFrozen = sheet.versions.length > 0
  return (
    <Page
      title={t('briefing.of', { name })}
      crumbs={crumbs}
      fixed
      busy={asked.isFetching && asked.isPlaceholderData}
      remarks={t(visit.lead === null ? 'briefing.whenOnly' : 'briefing.when', when)}
      actions={
        <>
          <Segmented<Audience>
            aria-label={t('briefing.audienceLabel')}
            value={audience}
            options={AUDIENCES.map((value) => ({ value, label: t(`briefing.audience.${value}`) }))}
            onChange={brief.setAudience}
          />
          <Button
            icon={<LockOutlined />}
            disabled={!canFreeze}
            loading={freeze.pending}
            title={canFreeze ? '' : t('briefing.stateNo', { state: t(`visits.state.${visit.state}`) })}
            onClick={freeze.freeze}
          >
            {t(isFrozen ? 'briefing.refreeze' : 'briefing.freeze')}
          </Button>
          <Button onClick={() => window.print()}>{t('briefing.print')}</Button>
          <Button icon={<FileTextOutlined />} onClick={() => setFormat('docx')}>
            {t('briefing.word')}
          </Button>
          <Button type="primary" icon={<FilePdfOutlined />} onClick={() => setFormat('pdf')}>
            {t('briefing.pdf')}
          </Button>
        </>
      }
      panel={
        <SidePanel title={t('briefing.panel')} width={300}>
          <ReadySection visit={visit} />
          {changes && (
            <ChangesSection
              visitId={visitId}
              changes={changes}
              hash={sheet.versions[0]?.sha256 ?? ''}
              canFreeze={canFreeze}
              onFreeze={freeze.freeze}
            />
          )}
          <ReadersSection arrange={arrange} sheet={sheet} />
          <ExportsSection exports={sheet.exports} />
        </SidePanel>
      }
    >
      <div className={styles.columns}>
        <div className={styles.left}>
          <SectionList
            arrange={arrange}
            sheet={sheet}
            gaps={visit.readiness.gaps}
            changed={new Set(changes?.changes.map(({ section }) => section))}
          />
          {sheet.isReader && <TopicLines visitId={visitId} topics={visit.topics} />}
        </div>
        <BriefPaper
          sheet={sheet}
          told={told}
          audience={audience}
          onVersion={brief.setVersion}
          onReveal={() => void brief.reveal()}
        />
      </div>
      {freeze.dialog}
      {format !== null && (
        <ExportDialog
          visitId={visitId}
          sheet={sheet}
          audience={audience}
          format={format}
          onClose={() => setFormat(null)}
        />
      )}
    </Page>
  )
}

/** `?freeze=1`, as the visit's own page says it: freezes once the brief is there to be seen. */
function useFreezeFromAddress(freeze: () => void, isThere: boolean): void {
  const [search, setSearch] = useSearchParams()
  const wanted = isThere && search.get('freeze') === '1'
  useEffect(() => {
    if (!wanted) return
    setSearch({}, { replace: true })
    freeze()
  }, [wanted, setSearch, freeze])
}
