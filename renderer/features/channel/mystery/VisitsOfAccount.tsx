import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../../client/engine.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { formatSigned } from '../../../ui/format.ts'
import { scoreText } from './TrendChart.tsx'

/** Mystery visits to what serves one account (C6); nothing where there were none. */
export function VisitsOfAccount({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.mystery.list.queryOptions({ input: { accountId } }))
  if (!data || data.visits.length === 0) return null
  return (
    <Section title={t('mystery.title')} remark={data.visits.length}>
      <ul className={styles.lines}>
        {data.visits.map((visit) => (
          <li key={visit.id}>
            <Link to={`/channel/mystery?id=${visit.id}`}>{visit.place}</Link>
            <span className={styles.grow} title={visit.finding}>
              {visit.finding}
            </span>
            <span className={styles.number}>
              {visit.score === null ? t('mystery.noScore') : scoreText(visit.score)}
              {visit.change !== null && ` ${formatSigned(visit.change / 10)}`}
            </span>
            <span className={styles.quiet}>{visit.day}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
