import { useTranslation } from 'react-i18next'
import type { PromiseLine } from '../../../../db/accounts/promises/contract.ts'
import { daysLate } from '../../../../db/accounts/promises/rules/keptRate.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ClockCircleFilled } from '../../../ui/icons.tsx'
import styles from './promises.module.css'
import { dueText } from './promiseText.ts'

/** Open promises as short lines: a circle to tick when it is kept, what, who, and when; late ones in vermilion. */
export function PromiseLines({
  rows,
  today,
}: {
  readonly rows: readonly PromiseLine[]
  readonly today: string
}) {
  const { t } = useTranslation()
  const settle = useCommand(engine.promises.settle)
  return (
    <ul className={styles.lines}>
      {rows.map((promise) => {
        const { id, what, side, member, person } = promise
        const late = daysLate(promise, today) > 0
        return (
          <li key={id} data-late={late}>
            <button
              type="button"
              className={styles.circle}
              aria-label={t('promises.tick', { what })}
              title={t('promises.tick', { what })}
              onClick={() => void settle.run({ promiseIds: [id], to: 'kept' })}
            />
            <span className={styles.lineWhat} title={what}>
              {what}
            </span>
            <span className={styles.lineWho}>
              {side === 'ours' ? member : (person ?? t('promises.side.theirs'))}
            </span>
            <span className={styles.lineDue} data-today={promise.dueOn === today}>
              {late && <ClockCircleFilled />} {dueText(promise, today, t)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
