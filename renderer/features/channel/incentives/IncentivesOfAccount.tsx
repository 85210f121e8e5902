import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { balancesOf, unitAmount } from './amounts.ts'
import { entryLook } from './entryColumns.ts'

/** Lines beyond these are in the ledger itself. */
const MOST = 8

/** What one account earned, lost and was paid out, and what it has to its credit (B4.6). */
export function IncentivesOfAccount({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const { data } = useQuery(api.incentives.list.queryOptions({ input: { accountId } }))
  return (
    <Section
      title={t('incentives.title')}
      remark={data && data.rows.length > 0 ? balancesOf(data.rows, accountId, money, t) : ''}
    >
      {data?.rows.length === 0 && <p className={styles.remark}>{t('incentives.emptyAccount')}</p>}
      <ul className={styles.lines}>
        {data?.rows.slice(0, MOST).map((row) => {
          const { text, tone } = entryLook(row, t)
          return (
            <li key={row.id}>
              <Link to={`/channel/incentives?id=${row.id}`}>{row.day}</Link>
              <span className={styles.state} data-tone={tone}>
                {text}
              </span>
              <span className={styles.grow} title={row.why}>
                {row.why}
              </span>
              <span className={styles.number}>{unitAmount(row.amount, row.unit, money, t)}</span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
