import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { WinBackSheet } from '../../../../db/recovery/winBack/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Field, SavedDay } from '../../../shared/ledger/fields.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import styles from '../case.module.css'
import { RecoveryTabs } from '../RecoveryTabs.tsx'
import { DecisionSection } from './DecisionSection.tsx'
import { InterviewSection } from './InterviewSection.tsx'
import { OutcomesSection } from './OutcomesSection.tsx'
import { StepsSection } from './StepsSection.tsx'
import { WorthSection } from './WorthSection.tsx'

/** One lost account, from why it left to what came of it: `/recovery/lost/:winBackId`. */
export function WinBackPage() {
  const { t } = useTranslation()
  const { winBackId = '' } = useParams()
  const { data, error } = useQuery(
    api.winBacks.get.queryOptions({
      input: { winBackId },
      placeholderData: keepPreviousData,
      retry: false,
    }),
  )
  const sheet = data?.winBack
  const crumbs = [
    { label: t('cases.title'), to: '/recovery' },
    { label: t('winBack.title'), to: '/recovery/lost' },
    { label: sheet ? `${sheet.code} ${sheet.account}` : t('winBack.one') },
  ]
  if (error)
    return (
      <Page title={t('winBack.one')} crumbs={crumbs} remarks={<RecoveryTabs />}>
        <ErrorNote problem={toProblem(error)} />
      </Page>
    )
  return (
    <Page
      title={sheet?.account ?? t('winBack.one')}
      crumbs={crumbs}
      remarks={sheet && <Head sheet={sheet} />}
      busy={sheet === undefined}
      {...(sheet && data
        ? {
            panel: (
              <SidePanel width={320} title={t('winBack.section.outcomes')}>
                <FactsPart sheet={sheet} today={data.today} />
                <OutcomesSection sheet={sheet} today={data.today} />
              </SidePanel>
            ),
          }
        : {})}
    >
      {sheet && data && (
        <div className={styles.page}>
          <InterviewSection sheet={sheet} today={data.today} />
          <WorthSection sheet={sheet} />
          <DecisionSection sheet={sheet} today={data.today} />
          <StepsSection sheet={sheet} today={data.today} />
        </div>
      )}
    </Page>
  )
}

function Head({ sheet }: { readonly sheet: WinBackSheet }) {
  const { t } = useTranslation()
  return (
    <span className={styles.head}>
      <span className={styles.severity} data-severity={sheet.state === 'unasked' ? 2 : 3}>
        {t(`winBack.state.${sheet.state}`)}
      </span>
      <TierTag standing={sheet.tier} />
      <span className={styles.quiet}>
        {[sheet.code, sheet.lostOn, sheet.owner].filter(Boolean).join(' · ')}
      </span>
    </span>
  )
}

/** When it was lost, who answers for it, and where it comes from. */
function FactsPart({ sheet, today }: { readonly sheet: WinBackSheet; readonly today: string }) {
  const { t } = useTranslation()
  const change = useCommand(engine.winBacks.change, { toast: false })
  const save = async (field: 'lostOn' | 'ownerId', after: string | null): Promise<boolean> =>
    (await change.run({ edits: [{ id: sheet.id, field, before: sheet[field], after }] })).ok
  return (
    <Section title={t('winBack.one')}>
      <p>
        <Link to={`/accounts/${sheet.accountId}`}>{sheet.account}</Link>
      </p>
      {sheet.case && (
        <p>
          {t('winBack.fromCase')}{' '}
          <Link to={`/recovery/${sheet.case.id}`}>
            {sheet.case.code} {sheet.case.title}
          </Link>
        </p>
      )}
      <SavedDay
        label={t('winBack.column.lostOn')}
        value={sheet.lostOn}
        today={today}
        direction="past"
        save={(day) => save('lostOn', day === null ? null : typedDay(day, today, 'past'))}
      />
      <Field label={t('winBack.column.owner')}>
        {(id) => (
          <MemberPicker id={id} value={sheet.ownerId} onChange={(ownerId) => void save('ownerId', ownerId)} />
        )}
      </Field>
    </Section>
  )
}
