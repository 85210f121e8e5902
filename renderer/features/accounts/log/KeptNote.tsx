import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client/engine.ts'
import styles from './log.module.css'

/** Says that an entry was begun before, and for which account: the window may be at another one by now. */
export function KeptNote({ accountId }: { readonly accountId: string | null }) {
  const { t } = useTranslation()
  const { data } = useQuery(
    api.accounts.get.queryOptions({
      input: { accountId: accountId ?? '' },
      enabled: accountId !== null,
      retry: false,
    }),
  )
  if (accountId !== null && data === undefined) return null
  return (
    <p className={styles.kept} role="status">
      {data && accountId !== null
        ? t('log.form.keptFor', { account: data.account.name })
        : t('log.form.keptForNone')}
    </p>
  )
}
