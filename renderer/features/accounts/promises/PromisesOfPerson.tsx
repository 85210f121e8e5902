import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PromiseLine } from '../../../../db/accounts/promises/contract.ts'
import { api } from '../../../client/engine.ts'
import { Section } from '../../../ui/bits.tsx'
import { NewPromise } from './NewPromise.tsx'
import { writePromise } from './newPromiseStore.ts'
import { PromiseLines } from './PromiseLines.tsx'
import styles from './promises.module.css'
import { rateLine, rateText } from './promiseText.ts'

/** Promises to and from one person, for their page: how we kept ours, then the open ones. */
export function PromisesOfPerson({
  personId,
  account,
}: {
  readonly personId: NonNullable<PromiseLine['personId']>
  /** where a new promise belongs: where they work now */
  readonly account: { readonly id: string; readonly name: string } | null
}) {
  const { t } = useTranslation()
  const { data } = useQuery(api.promises.list.queryOptions({ input: { personId, show: 'open', limit: 50 } }))
  const { data: standing } = useQuery(api.promises.standing.queryOptions({ input: { personId } }))
  return (
    <Section
      title={t('promises.section')}
      remark={data ? t('promises.openCount', { count: data.total }) : ''}
      action={
        <Button type="link" size="small" onClick={() => writePromise({ account, personId })}>
          {t('promises.new')}
        </Button>
      }
    >
      {standing && standing.ours.all.rate !== null && (
        <p className={styles.remark}>
          {t('promises.rate')} {rateText(standing.ours.all.rate)} · {rateLine(standing.ours.all, t)}
        </p>
      )}
      {data?.total === 0 && <p className={styles.remark}>{t('promises.emptyPerson')}</p>}
      {data && <PromiseLines rows={data.rows} today={data.today} />}
      <NewPromise />
    </Section>
  )
}
