import { useTranslation } from 'react-i18next'
import type { HandoverLine } from '../../../../db/accounts/handover/contract.ts'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { ClockCircleFilled } from '../../../ui/icons.tsx'
import { dayText } from '../promises/promiseText.ts'
import { daysPastDue } from './dueState.ts'
import styles from './handover.module.css'

/** The day a hand-over is due; with a sign and words in vermilion once that is past. */
export function HandoverDue({ handover }: { readonly handover: Pick<HandoverLine, 'state' | 'dueOn'> }) {
  const { t } = useTranslation()
  const today = dayOf(Date.now())
  const days = daysPastDue(handover, today)
  if (handover.dueOn === null) return <span className={styles.quiet}>{t('handover.noDay')}</span>
  const day = dayText(handover.dueOn, today, t)
  if (days === 0) return <span title={handover.dueOn}>{day}</span>
  return (
    <span className={styles.late} title={handover.dueOn}>
      <ClockCircleFilled /> {day} {t('handover.late', { days })}
    </span>
  )
}
