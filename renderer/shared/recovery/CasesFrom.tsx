import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CaseOrigin } from '../../../db/recovery/contract.ts'
import { api } from '../../client/engine.ts'
import { Section } from '../../ui/bits.tsx'
import { MedicineBoxOutlined } from '../../ui/icons.tsx'
import styles from './casesFrom.module.css'

/** The cases that came from a record, and a way to record one from it. */
export function CasesFrom({
  origin,
  record,
}: {
  readonly origin: CaseOrigin
  /** opens the dialog for a case that comes from it; nothing is recorded from a visit */
  readonly record?: () => void
}) {
  const { t } = useTranslation()
  const { data } = useQuery(api.cases.from.queryOptions({ input: { origin } }))
  if (!data || (data.length === 0 && !record)) return null
  return (
    <Section
      title={t('cases.title')}
      action={
        record && (
          <Button icon={<MedicineBoxOutlined />} onClick={record}>
            {t('cases.recordFrom')}
          </Button>
        )
      }
    >
      {data.length === 0 ? (
        <p className={styles.none}>{t('cases.noneFrom')}</p>
      ) : (
        <ul className={styles.cases}>
          {data.map(({ id, code, title }) => (
            <li key={id}>
              <Link to={`/recovery/${id}`}>
                {code} {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
