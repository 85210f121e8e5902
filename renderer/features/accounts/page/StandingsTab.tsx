import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatDay, formatScore } from '../../../ui/format.ts'
import { TierTag } from '../../../ui/tier.tsx'
import styles from '../accounts.module.css'
import type { AccountData } from './AccountPage.tsx'

/** Where the account stood in each published round, newest first. */
export function StandingsTab() {
  const { t } = useTranslation()
  const { standings } = useOutletContext<AccountData>()
  return (
    <div className={styles.scroll}>
      <Section title={t('accounts.page.standings')} remark={standings.length || ''}>
        {standings.length === 0 && <p className={styles.quiet}>{t('accounts.page.noStandings')}</p>}
        <ul className={styles.standings}>
          {standings.map(({ roundName, publishedAt, score, tier, rank, held }) => (
            <li key={`${roundName}${publishedAt}`}>
              <span className={styles.standingName} title={formatDay(publishedAt, spokenLanguage())}>
                {roundName}
              </span>
              <TierTag standing={tier} />
              <strong>{formatScore(score)}</strong>
              <span className={styles.quiet}>
                {[
                  rank === null ? '' : t('accounts.page.rank', { rank }),
                  held ? `⚑ ${t(`approval.decision.${held.kind}`)} ${held.by}` : '',
                  held?.expires ? t('approval.until', { day: held.expires }) : '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
