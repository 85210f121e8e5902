import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SurveyResult } from '../../../../db/recovery/surveys/contract.ts'
import { Section } from '../../../ui/bits.tsx'
import room from '../case.module.css'
import { meanText } from './figureText.ts'
import styles from './surveys.module.css'

/** The accounts that gave less than the last time, the deepest fall first. */
export function FallsSection({ falls }: { readonly falls: SurveyResult['falls'] }) {
  const { t } = useTranslation()
  return (
    <Section
      title={t('surveys.falls')}
      remark={falls.length === 0 ? '' : t('surveys.fallsRemark', { count: falls.length })}
    >
      {falls.length === 0 && <p className={room.quiet}>{t('surveys.noFalls')}</p>}
      <ul className={room.rows}>
        {falls.map(({ accountId, account, before, now }) => (
          <li key={accountId}>
            <Link className={room.grow ?? ''} to={`/accounts/${accountId}`}>
              {account}
            </Link>
            <span className={styles.fall}>
              ▼ {meanText(before)} → {meanText(now)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
