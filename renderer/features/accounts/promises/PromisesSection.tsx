import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../../client/engine.ts'
import { Section } from '../../../ui/bits.tsx'
import { PromiseLines } from './PromiseLines.tsx'
import styles from './promises.module.css'

/** How many open promises the portrait shows; the tab has all. */
const MOST = 6

/** The open promises 承诺 of an account on its portrait, those due first at the top. */
export function PromisesSection({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(
    api.promises.list.queryOptions({ input: { accountId, show: 'open', limit: MOST } }),
  )
  const to = `/accounts/${accountId}/promises`
  return (
    <Section
      title={t('promises.section')}
      remark={data ? t('promises.openCount', { count: data.total }) : ''}
      action={<Link to={to}>{t('promises.ledger')}</Link>}
    >
      {data?.total === 0 && <p className={styles.remark}>{t('promises.emptyAccount')}</p>}
      {data && <PromiseLines rows={data.rows} today={data.today} />}
    </Section>
  )
}
