import { useTranslation } from 'react-i18next'
import type { HandoverLine } from '../../../../db/accounts/handover/contract.ts'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { CheckCircleFilled } from '../../../ui/icons.tsx'
import styles from './handover.module.css'

/** Where a hand-over stands; the day with a tick once it is done. */
export function StateTag({ handover }: { readonly handover: Pick<HandoverLine, 'state' | 'movedAt'> }) {
  const { t } = useTranslation()
  const { state, movedAt } = handover
  return (
    <span className={styles.state} data-state={state}>
      {movedAt === null ? (
        t(`handover.state.${state}`)
      ) : (
        <>
          <CheckCircleFilled /> {t('handover.movedOn', { day: dayOf(Date.parse(movedAt)) })}
        </>
      )}
    </span>
  )
}
