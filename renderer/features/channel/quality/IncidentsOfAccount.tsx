import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../../client/engine.ts'
import { dayText } from '../../../shared/ledger/columns.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { ClockCircleFilled } from '../../../ui/icons.tsx'
import { incidentLook } from './incidentColumns.ts'
import { NewIncident } from './NewIncident.tsx'

/** The quality incidents of one account (C1), those that are not over first. */
export function IncidentsOfAccount({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const { data } = useQuery(api.quality.list.queryOptions({ input: { accountId } }))
  return (
    <Section
      title={t('quality.title')}
      remark={data?.rows.length || ''}
      action={
        <Button type="link" size="small" onClick={() => setAdding(true)}>
          {t('quality.new')}
        </Button>
      }
    >
      {data?.rows.length === 0 && <p className={styles.remark}>{t('quality.emptyAccount')}</p>}
      <ul className={styles.lines}>
        {data?.rows.map((row) => {
          const { text, tone } = incidentLook(row, t)
          return (
            <li key={row.id}>
              <Link to={`/channel/quality?id=${row.id}`}>{row.code}</Link>
              <span className={styles.grow} title={row.title}>
                {row.title}
              </span>
              {row.earlier > 0 && (
                <span className={styles.quiet}>{t('quality.again', { count: row.earlier + 1 })}</span>
              )}
              <span className={styles.state} data-tone={tone}>
                {tone === 'late' && <ClockCircleFilled />} {text}
              </span>
              <span className={styles.quiet}>{dayText(row.happenedOn, data.today, t)}</span>
            </li>
          )
        })}
      </ul>
      <NewIncident
        open={adding}
        close={() => setAdding(false)}
        today={data?.today ?? ''}
        products={data?.products ?? []}
        account={accountId}
      />
    </Section>
  )
}
