import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RequestSheet } from '../../../../db/channel/requests/contract.ts'
import { CLOCKS } from '../../../../db/channel/requests/rules/clocks.ts'
import { REQUEST_LIMITS } from '../../../../db/channel/requests/rules/limits.ts'
import type { CompiledCalendar } from '../../../../db/department/calendar/rules/workingTime.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { askCase } from '../../../shared/ask/newCaseStore.ts'
import { ClockFace } from '../../../shared/clocks/ClockFace.tsx'
import { clockLook, hourMinute, promisedText, shortMoment } from '../../../shared/clocks/clockText.ts'
import { calendarFor, useTicking } from '../../../shared/clocks/useTicking.ts'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { CasesFrom } from '../../../shared/recovery/CasesFrom.tsx'
import { Section } from '../../../ui/bits.tsx'
import { EntitlementChips } from '../../../ui/EntitlementChips.tsx'
import { CloseOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import { EffortOfRequest } from '../effort/EffortOfRequest.tsx'
import { PartsSection } from './PartsSection.tsx'
import styles from './requests.module.css'
import { StepBar } from './StepBar.tsx'
import { Timeline } from './Timeline.tsx'
import { useStepping } from './useStepping.ts'

/** One request beside the list: its clocks, what the policy gives, what happened, what comes next. */
export function RequestPanel({
  requestId,
  onClose,
}: {
  readonly requestId: string
  readonly onClose: () => void
}) {
  const { data, error } = useQuery(api.requests.get.queryOptions({ input: { requestId }, retry: false }))
  const now = useTicking(data?.now)
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return null
  const calendar = calendarFor(data.calendars, data.request.calendarId)
  return (
    <article className={styles.panel} aria-label={`${data.request.code} ${data.request.title}`}>
      <Head request={data.request} onClose={onClose} />
      <ClocksPart request={data.request} calendar={calendar} now={now} />
      <EntitledPart accountId={data.request.accountId} />
      <NextPart request={data.request} />
      <EffortOfRequest requestId={requestId} accountId={data.request.accountId} />
      <PartsSection request={data.request} />
      <CasesFrom origin={{ what: 'request', id: data.request.id }} record={() => recordFrom(data.request)} />
      <Timeline request={data.request} calendar={calendar} now={now} />
    </article>
  )
}

/** Opens the dialog for a case that comes from a request. */
const recordFrom = ({ id, title, personId, accountId, account }: RequestSheet): void =>
  askCase({ account: { id: accountId, name: account }, source: { what: 'request', id, title, personId } })

function Head({ request, onClose }: { readonly request: RequestSheet; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <span className={styles.remark}>
          {request.code} · {t(`channel.requestKind.${request.kind}`)} ·{' '}
          {t(`channel.priority.${request.priority}`)}
        </span>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('requests.hide')}
          onClick={onClose}
        />
      </div>
      <h2 className={styles.headTitle}>{request.title}</h2>
      <p className={styles.headLine}>
        <Link to={`/accounts/${request.accountId}`}>{request.account}</Link>
        <TierTag standing={request.tier} />
        {request.person !== null && request.personId !== null && (
          <Link to={`/people/${request.personId}`}>{request.person}</Link>
        )}
      </p>
      {request.detail !== '' && <p className={styles.detail}>{request.detail}</p>}
    </header>
  )
}

function ClocksPart({
  request,
  calendar,
  now,
}: {
  readonly request: RequestSheet
  readonly calendar: CompiledCalendar
  readonly now: number
}) {
  const { t } = useTranslation()
  const tier = request.tier
  return (
    <Section
      title={t('requests.clocks')}
      remark={
        tier === null ? t('requests.clocksOfNone') : t('requests.clocksOf', { tier: t(`app.tier.${tier}`) })
      }
    >
      <ul className={styles.clockRows}>
        {CLOCKS.map((name) => {
          const clock = request.clocks[name]
          const minutes = request.times[name]
          return (
            <li key={name}>
              <span>
                {t(`requests.clock.${name}`)}
                <span className={styles.quiet}>
                  {[
                    minutes === null ? '' : promisedText(minutes, t),
                    clock.kind === 'running' ? t('requests.due', { when: shortMoment(clock.due, now) }) : '',
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </span>
              <ClockFace look={clockLook(calendar, clock, now, t)} />
            </li>
          )
        })}
      </ul>
      <p className={styles.remark}>{t('requests.clocksNote')}</p>
    </Section>
  )
}

/** What the policies give the account today, beside what was promised when it asked. */
function EntitledPart({ accountId }: { readonly accountId: RequestSheet['accountId'] }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.policies.ofAccount.queryOptions({ input: { accountId }, retry: false }))
  if (!data) return null
  const { entitlements, details } = data.terms
  return (
    <Section title={t('requests.entitlements')}>
      {entitlements.length === 0 ? (
        <p className={styles.remark}>{t('requests.entitlementsNone')}</p>
      ) : (
        <EntitlementChips
          chips={entitlements.map((entitlement) => ({ entitlement, detail: details[entitlement] }))}
        />
      )}
    </Section>
  )
}

function NextPart({ request }: { readonly request: RequestSheet }) {
  const { t } = useTranslation()
  const stepping = useStepping()
  const change = useCommand(engine.requests.change)
  const [assigning, setAssigning] = useState(false)
  const { count, minutes } = request.alike
  const set = (field: 'ownerId' | 'backupId' | 'sponsorId', after: string | null): void => {
    void change.run({ edits: [{ requestId: request.id, field, before: request[field], after }] })
  }
  return (
    <Section title={t('requests.next')}>
      <StepBar
        key={`${request.id} ${request.state}`}
        request={request}
        stepping={stepping}
        onOwner={() => setAssigning((open) => !open)}
      />
      {(assigning || request.ownerId === null) && (
        <div className={styles.parties}>
          {(['ownerId', 'backupId', 'sponsorId'] as const).map((field) => (
            <label key={field} htmlFor={`${field}-of-request`}>
              <span className={styles.remark}>{t(`requests.${PARTY[field]}`)}</span>
              <MemberPicker
                id={`${field}-of-request`}
                value={request[field]}
                onChange={(next) => set(field, next)}
              />
            </label>
          ))}
        </div>
      )}
      <p className={styles.remark}>
        {t('requests.owner')} {request.owner ?? t('requests.nobody')}
        {request.backup !== null && ` · ${t('requests.backup')} ${request.backup}`}
        {request.sponsor !== null && ` · ${t('requests.sponsor')} ${request.sponsor}`}
      </p>
      <p className={styles.remark}>
        {count === 0 || minutes === null
          ? t('requests.alikeNone')
          : t('requests.alike', { count, time: hourMinute(minutes * 60_000) })}
      </p>
      <RemarkField request={request} />
    </Section>
  )
}

const PARTY = { ownerId: 'owner', backupId: 'backup', sponsorId: 'sponsor' } as const

function RemarkField({ request }: { readonly request: RequestSheet }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const remark = useCommand(engine.requests.remark)
  const save = async (): Promise<void> => {
    const note = text.trim()
    if (note !== '' && (await remark.run({ requestId: request.id, note })).ok) setText('')
  }
  return (
    <Input
      aria-label={t('requests.remark')}
      placeholder={t('requests.remarkHint')}
      maxLength={REQUEST_LIMITS.note}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={(event) => !event.nativeEvent.isComposing && void save()}
    />
  )
}
