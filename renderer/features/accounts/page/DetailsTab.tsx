import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { api } from '../../../client/engine.ts'
import { EmptyState } from '../../../ui/states.tsx'
import styles from '../accounts.module.css'
import { AccountForm } from './AccountForm.tsx'
import type { AccountData } from './AccountPage.tsx'

/** The archive of an account as fields to fill, with its figures. */
export function DetailsTab() {
  const { t } = useTranslation()
  const data = useOutletContext<AccountData>()
  const { account, figures } = data
  const { data: members } = useQuery(api.department.members.queryOptions())
  if (!members) return null
  return (
    <div className={styles.scroll}>
      <AccountForm key={account.id} data={data} members={members} />
      {figures.length === 0 && <EmptyState line={t('accounts.page.noFigures')} />}
    </div>
  )
}
