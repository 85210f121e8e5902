import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../db/accounts/log/contract.ts'
import { plainText } from '../../../../db/accounts/log/rules/mentions.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatMoment } from '../../../ui/format.ts'
import styles from './entry.module.css'

/** What an entry said before its corrections, the latest first. */
export function FormerTexts({ entry: { former } }: { readonly entry: Entry }) {
  const { t } = useTranslation()
  if (former.length === 0) return null
  return (
    <Section title={t('log.entry.former')} remark={t('log.entry.formerRemark', { count: former.length })}>
      <ol className={styles.former}>
        {former.map(({ text, happenedOn, channel, at, by, why }) => (
          <li key={at}>
            <p className={styles.quiet}>
              {t('log.entry.formerBy', {
                when: formatMoment(at, spokenLanguage(), t('app.status.today')),
                by: by ?? t('log.entry.someone'),
              })}
              {why !== '' && ` · ${why}`}
            </p>
            <p className={styles.quiet}>
              {happenedOn} · {t(`log.channel.${channel}`)}
            </p>
            <p className={styles.formerText}>{plainText(text)}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
