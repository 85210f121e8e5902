import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AccountRow } from '../../../../db/accounts/contract.ts'
import { api } from '../../../client/engine.ts'
import { Avatar } from '../../../ui/bits.tsx'
import { formatScore } from '../../../ui/format.ts'
import styles from '../accounts.module.css'

/** The head figures of an account in one line: score, owner, kind, cycle. */
export function AccountStrip({
  account,
  rank,
}: {
  readonly account: AccountRow
  readonly rank: number | null
}) {
  const { t } = useTranslation()
  const { data: members } = useQuery(api.department.members.queryOptions())
  const owner = members?.find(({ id }) => id === account.ownerId)?.name
  return (
    <dl className={styles.strip}>
      <div>
        <dt>{t('accounts.page.score')}</dt>
        <dd className={styles.big}>{formatScore(account.score)}</dd>
        <dd>{rank === null ? '' : t('accounts.page.rank', { rank })}</dd>
      </div>
      <div>
        <dt>{t('accounts.page.owner')}</dt>
        <dd className={styles.owner}>
          {owner !== undefined && <Avatar name={owner} />}
          <strong>{owner ?? t('accounts.page.noOwner')}</strong>
        </dd>
      </div>
      <div>
        <dt>{t('accounts.field.kind')}</dt>
        <dd>
          <strong>{account.kind ? t(`accounts.kind.${account.kind}`) : '–'}</strong>
        </dd>
      </div>
      <div>
        <dt>{t('accounts.field.cycle')}</dt>
        <dd>
          <strong>{account.cycle ? t(`accounts.cycle.${account.cycle}`) : '–'}</strong>
        </dd>
      </div>
    </dl>
  )
}
