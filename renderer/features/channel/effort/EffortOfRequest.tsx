import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { minutesText } from '../../../../db/channel/effort/rules/minutes.ts'
import { api } from '../../../client/engine.ts'
import styles from './effort.module.css'
import { TimerControl } from './TimerControl.tsx'

/** What one request has cost so far, and the timer for it. */
export function EffortOfRequest({
  requestId,
  accountId,
}: {
  readonly requestId: string
  readonly accountId: string
}) {
  const { t } = useTranslation()
  const { data } = useQuery(api.effort.list.queryOptions({ input: { subjectId: requestId, limit: 1 } }))
  return (
    <div className={styles.ofRequest}>
      <span className={styles.remark}>
        {data && t('effort.onRequest', { time: minutesText(data.minutes) })}
      </span>
      <TimerControl about={{ accountId, subject: 'request', subjectId: requestId }} />
    </div>
  )
}
