import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { VisitLine } from '../../../../db/visits/contract.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { askVisit } from '../../../shared/ask/newVisitStore.ts'
import { dayText } from '../../../shared/ledger/columns.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { stateLook } from '../stateLook.ts'

/** The executive visits of one account, on its page: newest first. */
export function VisitsTab() {
  const { t } = useTranslation()
  const { accountId = '' } = useParams()
  const { data, error } = useQuery(api.visits.list.queryOptions({ input: { accountId } }))
  const { data: account } = useQuery(api.accounts.get.queryOptions({ input: { accountId } }))
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return null
  const add = (
    <Button
      icon={<PlusOutlined />}
      onClick={() =>
        askVisit({ account: account ? { id: accountId, name: account.account.name } : null, day: null })
      }
    >
      {t('visits.new')}
    </Button>
  )
  return (
    <>
      {data.rows.length === 0 ? (
        <EmptyState line={t('visits.empty')} action={add} />
      ) : (
        <Section title={t('visits.title')} remark={data.rows.length} action={add}>
          <ul className={styles.lines}>
            {data.rows.toReversed().map((visit) => (
              <Row key={visit.id} visit={visit} today={data.today} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Row({ visit, today }: { readonly visit: VisitLine; readonly today: string }) {
  const { t } = useTranslation()
  const { id, day, time, lead, objective, title, kind, reach } = visit
  return (
    <li>
      <span className={styles.quiet}>{`${dayText(day, today, t)} ${time}`.trim()}</span>
      <Link className={styles.grow ?? ''} to={`/visits/${id}`}>
        {objective || title || t(`visits.kind.${kind}`)}
      </Link>
      <span className={styles.quiet}>{lead}</span>
      <span className={styles.quiet}>{stateLook(visit, t).text}</span>
      {reach !== null && <span className={styles.quiet}>{t(`visits.reach.${reach}`)}</span>}
    </li>
  )
}
