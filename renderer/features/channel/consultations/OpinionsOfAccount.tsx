import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../../client/engine.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'

/** What one account was asked before decisions, what it said, and whether it knows what came of it (A9). */
export function OpinionsOfAccount({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.consultations.ofAccount.queryOptions({ input: { accountId } }))
  return (
    <Section title={t('consultations.title')} remark={data?.rows.length || ''}>
      {data?.rows.length === 0 && <p className={styles.remark}>{t('consultations.emptyAccount')}</p>}
      <ul className={styles.lines}>
        {data?.rows.map((row) => (
          <li key={row.id}>
            <Link to={`/channel/consultations/${row.consultationId}?id=${row.id}`}>{row.title}</Link>
            <span className={styles.grow} title={row.given?.text}>
              {t(`consultations.stance.${row.given?.stance ?? 'silent'}`)} {row.given?.text}
            </span>
            <span className={styles.quiet}>
              {row.told === null
                ? row.outcome === null
                  ? t('consultations.closes', { day: row.closesOn.slice(5) })
                  : t('consultations.notTold')
                : t('consultations.toldOn', { day: row.told.on.slice(5) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
