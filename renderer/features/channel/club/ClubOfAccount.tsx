import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { amountText } from '../../../i18n/amountText.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { membershipLook } from './clubColumns.ts'
import { invitationLook } from './eventColumns.ts'

/** What the club means to one account: memberships, events, and what it brought by word of mouth. */
export function ClubOfAccount({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const { data } = useQuery(api.club.ofAccount.queryOptions({ input: { accountId } }))
  const none = data?.memberships.length === 0 && data.invitations.length === 0
  return (
    <Section title={t('club.title')}>
      {none && <p className={styles.remark}>{t('club.emptyAccount')}</p>}
      <ul className={styles.lines}>
        {data?.memberships.map((row) => {
          const { text, tone } = membershipLook(row, t)
          return (
            <li key={row.id}>
              <Link to={`/channel/club?id=${row.id}`}>{row.level}</Link>
              <span className={styles.grow}>
                {row.sinceOn} – {row.untilOn ?? t('club.noEnd')}
                {row.brought !== null &&
                  ` · ${t('club.referredLine', { count: row.referred, amount: amountText(row.brought, money, t) })}`}
              </span>
              <span className={styles.state} data-tone={tone}>
                {text}
              </span>
            </li>
          )
        })}
        {data?.invitations.map((row) => (
          <li key={row.id}>
            <Link to={`/channel/club/events/${row.eventId}?id=${row.id}`}>{row.event}</Link>
            <span className={styles.grow}>
              {t(`club.kind.${row.kind}`)} {row.person}
            </span>
            <span className={styles.quiet}>
              {row.came === null ? invitationLook(row, t).text : t('club.cameCount', { count: row.came })}
            </span>
            <span className={styles.quiet}>{row.day}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
