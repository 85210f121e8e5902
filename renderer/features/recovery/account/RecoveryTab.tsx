import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { type CaseRow, caseRows } from '../../../../db/recovery/rules/caseTable.ts'
import type { WinBackLine } from '../../../../db/recovery/winBack/contract.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { askCase } from '../../../shared/ask/newCaseStore.ts'
import { dayText } from '../../../shared/ledger/columns.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { NewLost } from '../lost/NewLost.tsx'
import { SeverityTag } from '../SeverityTag.tsx'

/** Service recovery of one account, on its page: its cases, the newest first, and when it was lost. */
export function RecoveryTab() {
  const { t } = useTranslation()
  const { accountId = '' } = useParams()
  const { data, error } = useQuery(api.cases.list.queryOptions({ input: { show: 'all', accountId } }))
  const { data: lost } = useQuery(api.winBacks.list.queryOptions({ input: { accountId } }))
  const { data: account } = useQuery(api.accounts.get.queryOptions({ input: { accountId } }))
  const [losing, setLosing] = useState(false)
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data || !lost) return null
  const start = account ? { id: accountId, name: account.account.name } : null
  const rows = caseRows(data)
  const today = dayOf(data.now)
  const add = (
    <Button icon={<PlusOutlined />} onClick={() => askCase({ account: start })}>
      {t('cases.new')}
    </Button>
  )
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState line={t('cases.emptyAccount')} action={add} />
      ) : (
        <Section title={t('cases.title')} remark={rows.length} action={add}>
          <ul className={styles.lines}>
            {rows.map((row) => (
              <CaseLine key={row.id} row={row} today={today} />
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={t('winBack.title')}
        action={
          <Button icon={<PlusOutlined />} onClick={() => setLosing(true)}>
            {t('winBack.new')}
          </Button>
        }
      >
        <ul className={styles.lines}>
          {lost.rows.map((row) => (
            <LostLine key={row.id} row={row} />
          ))}
        </ul>
      </Section>
      <NewLost
        open={losing}
        close={() => setLosing(false)}
        today={lost.today}
        account={start}
        caseId={null}
      />
    </>
  )
}

function CaseLine({ row, today }: { readonly row: CaseRow; readonly today: string }) {
  const { t } = useTranslation()
  return (
    <li>
      <span className={styles.quiet}>{dayText(dayOf(row.cameAt), today, t)}</span>
      <SeverityTag severity={row.severity} />
      <Link className={styles.grow ?? ''} to={`/recovery/${row.id}`}>
        {row.code} {row.title}
      </Link>
      <span className={styles.quiet}>{row.owner}</span>
      <span className={styles.quiet}>{t(`cases.state.${row.state}`)}</span>
    </li>
  )
}

function LostLine({ row }: { readonly row: WinBackLine }) {
  const { t } = useTranslation()
  return (
    <li>
      <span className={styles.quiet}>{row.lostOn}</span>
      <Link className={styles.grow ?? ''} to={`/recovery/lost/${row.id}`}>
        {row.code}
      </Link>
      <span className={styles.quiet}>{row.owner}</span>
      <span className={styles.quiet}>{t(`winBack.state.${row.state}`)}</span>
    </li>
  )
}
