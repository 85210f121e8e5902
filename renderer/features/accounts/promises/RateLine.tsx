import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client/engine.ts'
import { ClockCircleFilled } from '../../../ui/icons.tsx'
import styles from './promises.module.css'
import { rateLine, rateText } from './promiseText.ts'

/** The kept-rate of our promises, for all time and lately, with those that are open and late beside it. */
export function RateLine({
  accountId,
  memberId,
}: {
  readonly accountId?: string | undefined
  readonly memberId?: string | undefined
}) {
  const { t } = useTranslation()
  const input = {
    ...(accountId === undefined ? {} : { accountId }),
    ...(memberId === undefined ? {} : { memberId }),
  }
  const { data } = useQuery(api.promises.standing.queryOptions({ input }))
  if (!data) return null
  const { all, recent } = data.ours
  return (
    <p className={styles.rate}>
      {t('promises.rate')} <strong>{rateText(all.rate)}</strong>
      <span>{rateLine(all, t)}</span>
      {recent.rate !== null && <span>{t('promises.rateRecent', { rate: rateText(recent.rate) })}</span>}
      {all.late > 0 && (
        <span className={styles.lateText}>
          <ClockCircleFilled /> {t('promises.lateCount', { count: all.late })}
        </span>
      )}
      {all.released > 0 && <span>{t('promises.releasedCount', { count: all.released })}</span>}
    </p>
  )
}
