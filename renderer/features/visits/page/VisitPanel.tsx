import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Clash, VisitSheet } from '../../../../db/visits/contract.ts'
import { isAhead } from '../../../../db/visits/rules/states.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { CasesFrom } from '../../../shared/recovery/CasesFrom.tsx'
import { Ring, Section } from '../../../ui/bits.tsx'
import { formatMoment } from '../../../ui/format.ts'
import { ExclamationCircleFilled } from '../../../ui/icons.tsx'
import { Gaps } from './Gaps.tsx'
import styles from './visit.module.css'

/** Beside a visit: how ready it is and what is missing, who can't be there, what is open, what happened. */
export function VisitPanel({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  return (
    <>
      {isAhead(visit.state) && (
        <Section title={t('visits.ready.title')}>
          <div className={styles.ready}>
            <Ring percent={visit.readiness.points} label={t('visits.ready.title')} size={64} />
            <p className={styles.readyLine}>
              {t(visit.readiness.points >= 80 ? 'visits.ready.enough' : 'visits.ready.tooLittle')}
            </p>
          </div>
          <Gaps visit={visit} />
        </Section>
      )}
      {visit.clashes.length > 0 && (
        <Section title={t('visits.clashes', { count: visit.clashes.length })}>
          <ul className={styles.rows}>
            {visit.clashes.map((clash) => (
              <ClashLine key={`${clash.memberId}${clash.visitId ?? clash.hours}`} clash={clash} />
            ))}
          </ul>
        </Section>
      )}
      <Issues visit={visit} />
      {isAhead(visit.state) && (
        <Section title={t('visits.figures')}>
          <p className={styles.quiet}>
            {t(visit.figuresRead ? 'visits.figuresRead' : 'visits.figuresUnread')}
          </p>
          <Figures visit={visit} />
        </Section>
      )}
      <CasesFrom origin={{ what: 'visit', id: visit.id }} />
      <History visit={visit} />
    </>
  )
}

function ClashLine({ clash }: { readonly clash: Clash }) {
  const { t } = useTranslation()
  const words = t(`visits.clash.${clash.kind}`, {
    member: clash.member,
    what: clash.what || t('visits.busy'),
    city: clash.city,
    hours: clash.hours,
  })
  return (
    <li className={styles.clash}>
      <ExclamationCircleFilled aria-hidden="true" />
      {clash.visitId === null ? <span>{words}</span> : <Link to={`/visits/${clash.visitId}`}>{words}</Link>}
    </li>
  )
}

const ROUTES = {
  promise: (accountId: string) => `/accounts/${accountId}/promises`,
  request: (_: string, id: string) => `/channel/requests/${id}`,
  incident: (_: string, id: string) => `/channel/quality?id=${id}`,
} as const

/** How many issues are open, and how many of them nobody looked at, which counts before the visit only. */
function issuesRemark({ issues, state }: VisitSheet, unread: number, t: TFunction): string {
  const count = issues.length
  if (count === 0) return ''
  if (!isAhead(state)) return t('visits.issuesPast', { count })
  return unread === 0 ? t('visits.issuesSeen', { count }) : t('visits.issuesCount', { count, unread })
}

function Issues({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const review = useCommand(engine.visits.review, { toast: false })
  const unread = visit.issues.filter(({ read }) => !read).length
  return (
    <Section
      title={t('visits.issues')}
      remark={issuesRemark(visit, unread, t)}
      action={
        unread > 0 &&
        isAhead(visit.state) && (
          <Button onClick={() => void review.run({ visitId: visit.id, what: 'issues' })}>
            {t('visits.seenAll')}
          </Button>
        )
      }
    >
      {visit.issues.length === 0 ? (
        <p className={styles.quiet}>{t('visits.noIssues')}</p>
      ) : (
        <ul className={styles.rows}>
          {visit.issues.map(({ key, kind, id, accountId, what, dueOn, late, read }) => (
            <li key={key} data-unread={(!read && isAhead(visit.state)) || undefined}>
              <span className={styles.kind}>{t(`visits.issue.${kind}`)}</span>
              <Link className={styles.grow ?? ''} to={ROUTES[kind](accountId, id)} title={what}>
                {what}
              </Link>
              <span className={late ? styles.thin : styles.kind}>{dueOn?.slice(5) ?? ''}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Figures({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const review = useCommand(engine.visits.review, { toast: false })
  const account = visit.with[0]
  if (!account) return null
  return (
    <div className={styles.steps}>
      <Link to={`/accounts/${account.id}`}>{t('visits.toFigures', { name: account.name })}</Link>
      {!visit.figuresRead && (
        <Button onClick={() => void review.run({ visitId: visit.id, what: 'figures' })}>
          {t('visits.seen')}
        </Button>
      )}
    </div>
  )
}

function History({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const when = (at: number): string => formatMoment(new Date(at), spokenLanguage(), t('app.status.today'))
  return (
    <Section title={t('visits.history')}>
      {visit.events.length === 0 ? (
        <p className={styles.quiet}>{t('visits.noHistory')}</p>
      ) : (
        <ul className={styles.rows}>
          {visit.events.toReversed().map(({ id, kind, at, by, note, from }) => (
            <li key={id} className={styles.event}>
              <span>
                {kind === 'note' ? t('visits.note.note') : t(`visits.event.${kind}`)}
                {from !== null && ` ${t('visits.movedFrom', { day: from })}`}
              </span>
              <span className={styles.quiet}>{[by, when(at)].filter((part) => part !== '').join(' · ')}</span>
              {note !== '' && <span className={styles.lineUnder}>{note}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
