import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { calendarFor, useTicking } from '../../../shared/clocks/useTicking.ts'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { KeyHints } from '../../../ui/slots.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import styles from '../case.module.css'
import { PapersButton } from '../papers/PapersButton.tsx'
import { SentPapers } from '../papers/SentPapers.tsx'
import { SeverityTag } from '../SeverityTag.tsx'
import { ActionsSection } from './ActionsSection.tsx'
import { AnswerSection } from './AnswerSection.tsx'
import { CaseTrack } from './CaseTrack.tsx'
import { ClocksSection } from './ClocksSection.tsx'
import { CourseSection } from './CourseSection.tsx'
import { EarlierSection } from './EarlierSection.tsx'
import { FactsSection } from './FactsSection.tsx'
import { FilesSection } from './FilesSection.tsx'
import { FindingSection } from './FindingSection.tsx'
import { IdeasSection } from './IdeasSection.tsx'
import { isLocked } from './isLocked.ts'
import { MergedNote } from './MergedNote.tsx'
import { ProofSection } from './ProofSection.tsx'
import { RelatedSection } from './RelatedSection.tsx'
import { RemediesSection } from './RemediesSection.tsx'
import { SolutionSection } from './SolutionSection.tsx'
import { TeamSection } from './TeamSection.tsx'
import { TrustSection } from './TrustSection.tsx'
import { WhysSection } from './WhysSection.tsx'

/** One case, from the first word to its end: `/recovery/:caseId`. */
export function CasePage() {
  const { t } = useTranslation()
  const { caseId = '' } = useParams()
  const { data, error } = useQuery(
    api.cases.get.queryOptions({ input: { caseId }, placeholderData: keepPreviousData, retry: false }),
  )
  const now = useTicking(data?.now)
  const sheet = data?.case
  const title = sheet?.title ?? t('cases.one')
  const locked = sheet !== undefined && isLocked(sheet)
  const room = { label: t('cases.title'), to: '/recovery' }
  if (error)
    return (
      <Page title={title} crumbs={[room, { label: title }]}>
        <ErrorNote problem={toProblem(error)} />
      </Page>
    )
  return (
    <Page
      title={title}
      crumbs={[room, { label: sheet ? `${sheet.code} ${title}` : title }]}
      remarks={sheet && <Head sheet={sheet} />}
      busy={sheet === undefined}
      {...(sheet && data
        ? {
            actions: <PapersButton caseId={sheet.id} />,
            below: sheet.mergedInto ? (
              <MergedNote sheet={sheet} into={sheet.mergedInto} />
            ) : (
              <CaseTrack sheet={sheet} />
            ),
            panel: (
              <SidePanel width={340} title={t('cases.course')}>
                <ClocksSection
                  sheet={sheet}
                  calendar={calendarFor(data.calendars, sheet.calendarId)}
                  now={now}
                />
                <CourseSection sheet={sheet} now={now} />
                <SentPapers caseId={sheet.id} now={now} />
                <TeamSection sheet={sheet} />
                <RelatedSection sheet={sheet} />
                <EarlierSection sheet={sheet} />
                <IdeasSection sheet={sheet} />
              </SidePanel>
            ),
          }
        : {})}
    >
      <KeyHints hints={[{ keys: 'E', text: t('cases.addNote') }]} />
      {sheet && (
        <div className={styles.page}>
          <ConfigProvider componentDisabled={locked}>
            <FactsSection sheet={sheet} today={dayOf(now)} />
            <FindingSection sheet={sheet} />
          </ConfigProvider>
          <FilesSection sheet={sheet} />
          <ConfigProvider componentDisabled={locked}>
            <WhysSection sheet={sheet} />
            <RemediesSection sheet={sheet} today={dayOf(now)} />
            <SolutionSection sheet={sheet} today={dayOf(now)} />
          </ConfigProvider>
          <ActionsSection sheet={sheet} today={dayOf(now)} />
          <ConfigProvider componentDisabled={locked}>
            <AnswerSection sheet={sheet} />
          </ConfigProvider>
          <TrustSection sheet={sheet} />
          <ProofSection sheet={sheet} today={dayOf(now)} />
        </div>
      )}
    </Page>
  )
}

/** How grave it is, whose it is, and who answers for it. */
function Head({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  return (
    <span className={styles.head}>
      <SeverityTag severity={sheet.grading.severity} />
      <Link to={`/accounts/${sheet.accountId}`}>{sheet.account}</Link>
      <TierTag standing={sheet.tier} />
      <span className={styles.quiet}>
        {[sheet.code, sheet.owner, sheet.repeatOf && t('cases.isRepeat', sheet.repeatOf)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  )
}
