import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { birthdayText, readBirthday } from '../../../db/accounts/people/rules/birthday.ts'
import type {
  TodayAside,
  TodayBallot,
  TodayBirthday,
  TodayRisk,
  TodayVisit,
} from '../../../db/channel/today/contract.ts'
import { useMoneyUnit } from '../../client/settings.ts'
import { amountText } from '../../i18n/amountText.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { Avatar, ProgressLine, Ring, Section } from '../../ui/bits.tsx'
import { formatMoment, formatNumber, formatSigned } from '../../ui/format.ts'
import { WarningFilled, WarningOutlined } from '../../ui/icons.tsx'
import { TierSign, TierTag } from '../../ui/tier.tsx'
import { nearDayText } from './itemText.ts'
import { NoticesSection } from './NoticesSection.tsx'
import { Sparkline } from './Sparkline.tsx'
import styles from './today.module.css'

/** What is worth knowing beside the lists: risks, birthdays, ballots to fill, how promises are kept. */
export function TodayPanel({
  aside,
  ballots,
}: {
  readonly aside: TodayAside | undefined
  readonly ballots: readonly TodayBallot[]
}) {
  return (
    <>
      <NoticesSection />
      {aside?.visits.map((visit) => (
        <Visit key={visit.visitId} visit={visit} />
      ))}
      {aside && <Risks risks={aside.risks} />}
      {aside && <Birthdays birthdays={aside.birthdays} />}
      {ballots.map((ballot) => (
        <Ballot key={ballot.roundId} ballot={ballot} />
      ))}
      {aside && <Kept kept={aside.kept} />}
    </>
  )
}

/** An executive visit of the day: who meets whom where, and how ready it is. */
function Visit({ visit }: { readonly visit: TodayVisit }) {
  const { t } = useTranslation()
  const { visitId, time, name, tier, lead, meets, place, ready, isFrozen } = visit
  return (
    <Section
      title={t('today.visit.title')}
      action={
        <Link to={`/visits/${visitId}${isFrozen ? '/brief' : ''}`}>
          {t(isFrozen ? 'today.visit.brief' : 'today.visit.open')}
        </Link>
      }
    >
      <div className={styles.visit}>
        <div className={styles.visitText}>
          <strong>
            {time} {name}
          </strong>{' '}
          {tier !== null && <TierTag standing={tier} />}
          <p className={styles.quiet}>
            {lead !== null && meets !== null ? t('today.visit.meets', { lead, meets }) : (lead ?? meets)}
          </p>
          <p className={styles.quiet}>{place}</p>
        </div>
        <Ring percent={ready} label={t('today.visit.ready')} />
      </div>
    </Section>
  )
}

function Risks({ risks }: { readonly risks: TodayAside['risks'] }) {
  const { t } = useTranslation()
  return (
    <Section
      title={t('today.risk.title')}
      remark={risks.count || undefined}
      action={<Link to="/accounts">{t('today.risk.all')}</Link>}
    >
      {risks.count === 0 ? (
        <p className={styles.quiet}>{t('today.risk.none')}</p>
      ) : (
        <ul className={styles.risks}>
          {risks.rows.map((risk) => (
            <Risk key={risk.accountId} risk={risk} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Risk({ risk: { accountId, account, tier, level, reasons } }: { readonly risk: TodayRisk }) {
  const { t } = useTranslation()
  const unit = useMoneyUnit()
  const reasonText = (reason: TodayRisk['reasons'][number]): string => {
    switch (reason.code) {
      case 'orders':
        return t('today.risk.reason.orders', { percent: Math.round(-reason.change / 10) })
      case 'overdue':
        return t('today.risk.reason.overdue', { amount: amountText(reason.fen, unit, t) })
      case 'rival':
        return t('today.risk.reason.rival', { name: reason.name, day: reason.on.slice(5) })
      case 'silence':
        return t('today.risk.reason.silence', { days: reason.days })
      case 'incidents':
      case 'broken':
        return t(`today.risk.reason.${reason.code}`, { count: reason.count })
    }
  }
  return (
    <li>
      <span className={styles.riskHead}>
        {tier !== null && <TierSign tier={tier} />}
        <Link to={`/accounts/${accountId}`}>{account}</Link>
        <span className={styles.level} data-level={level}>
          {level === 'high' ? <WarningFilled /> : <WarningOutlined />}
          {t(`today.risk.level.${level}`)}
        </span>
      </span>
      <span className={styles.why}>{reasons.map(reasonText).join(t('today.risk.comma'))}</span>
    </li>
  )
}

function Birthdays({ birthdays }: { readonly birthdays: TodayAside['birthdays'] }) {
  const { t } = useTranslation()
  return (
    <Section
      title={t('today.birthday.title')}
      remark={birthdays.count === 0 ? undefined : t('today.birthday.within', { count: birthdays.count })}
    >
      {birthdays.count === 0 ? (
        <p className={styles.quiet}>{t('today.birthday.none')}</p>
      ) : (
        <ul className={styles.birthdays}>
          {birthdays.rows.map((row) => (
            <Birthday key={row.personId} row={row} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Birthday({ row }: { readonly row: TodayBirthday }) {
  const { t } = useTranslation()
  const { personId, person, account, title, on, age } = row
  const birthday = readBirthday(row.birthday)
  const lunar = birthday?.calendar === 'lunar'
  return (
    <li>
      <Avatar name={person} size={20} />
      <Link to={`/people/${personId}`}>{person}</Link>
      <span className={styles.post}>{[account, title].filter((part) => part !== '').join(' ')}</span>
      {lunar && birthday ? (
        <span className={styles.lunar}>{birthdayText({ ...birthday, year: null }, spokenLanguage())}</span>
      ) : (
        <span className={styles.quiet}>
          {age === null ? t('today.birthday.noYear') : t('today.birthday.age', { count: age })}
        </span>
      )}
      <span>{nearDayText(on)}</span>
    </li>
  )
}

function Ballot({ ballot }: { readonly ballot: TodayBallot }) {
  const { t } = useTranslation()
  const { roundId, round, method, marked, cells, accounts, deadline } = ballot
  const to = `/evaluation/rounds/${roundId}${method === 'ballots' ? '/ballot' : ''}`
  const locks =
    deadline === null
      ? ''
      : t('today.ballots.locks', { when: formatMoment(deadline, spokenLanguage(), t('app.status.today')) })
  return (
    <Section title={t('today.ballots.title')} action={<Link to={to}>{t('today.ballots.go')}</Link>}>
      <p className={styles.ballot}>
        <span>{round}</span>
        <strong>{t('today.ballots.cells', { marked, cells })}</strong>
      </p>
      <ProgressLine done={marked} of={cells} label={round} />
      <p className={styles.quiet}>
        {t('today.ballots.left', { accounts, count: cells - marked })}
        {locks}
      </p>
    </Section>
  )
}

function Kept({ kept: { rate, kept, broken, weeks, change } }: { readonly kept: TodayAside['kept'] }) {
  const { t } = useTranslation()
  const percent = (tenths: number): string => `${formatNumber(tenths / 10, 1)}%`
  return (
    <Section
      title={t('today.kept.title')}
      remark={t('today.kept.recent')}
      action={<Link to="/promises?show=settled">{t('today.kept.ledger')}</Link>}
    >
      {rate === null ? (
        <p className={styles.quiet}>{t('today.kept.none')}</p>
      ) : (
        <div className={styles.kept}>
          <strong>{percent(rate)}</strong>
          <Sparkline
            values={weeks}
            label={t('today.kept.chart', {
              rates: weeks.map((week) => (week === null ? '–' : percent(week))).join(' '),
            })}
          />
          <span className={styles.quiet}>{t('today.kept.line', { kept, broken })}</span>
          <span className={styles.quiet}>
            {change === null
              ? t('today.kept.weeks')
              : t('today.kept.change', { change: formatSigned(change / 10, 1) })}
          </span>
        </div>
      )}
    </Section>
  )
}
