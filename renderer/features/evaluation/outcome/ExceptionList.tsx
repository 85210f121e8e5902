import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import type { Exception } from '../../../../db/evaluation/contract.ts'
import { holdsOn } from '../../../../db/evaluation/rules/exceptions.ts'
import { tierOf } from '../../../../db/evaluation/rules/tiers.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { formatScore } from '../../../ui/format.ts'
import { PlusOutlined } from '../../../ui/icons.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import type { ScoringModel } from '../scoring/scoringModel.ts'
import { ExceptionForm } from './ExceptionForm.tsx'
import { Finding } from './Finding.tsx'
import styles from './outcome.module.css'

/** Accounts classified first and graded after, with reason and approver (A7): placed, changed, taken back. */
export function ExceptionList({ model, locked }: { readonly model: ScoringModel; readonly locked: boolean }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<string | null>(null)
  const remove = useCommand(engine.rounds.removeException)
  const { exceptions, id: roundId, borders } = model.round
  const close = (): void => setEditing(null)
  return (
    <Finding
      title={
        exceptions.length === 0
          ? t('scoring.exceptions.none')
          : t('scoring.exceptions.title', { count: exceptions.length })
      }
      drawn={t('scoring.exceptions.remark')}
    >
      <ul className={styles.exceptions}>
        {exceptions.map((exception) => {
          const row = model.rowOf(exception.accountId)
          const score = row === null ? null : model.score(row)
          return (
            <li key={exception.id}>
              {editing === exception.id ? (
                <ExceptionForm model={model} exception={exception} close={close} />
              ) : (
                <div className={styles.exception}>
                  <strong>{row === null ? '' : model.accountName(row)}</strong>
                  <TierTag standing={exception.tier} />
                  <span className={styles.remark}>
                    {t('scoring.exceptions.earned')} {formatScore(score)}{' '}
                    {score !== null && t(`app.tier.${tierOf(score, borders)}`)}
                  </span>
                  <span className={styles.exceptionReason}>
                    {exception.reason}{' '}
                    <span className={styles.remark}>
                      {t('scoring.exceptions.approver')} {exception.approver}
                    </span>{' '}
                    <Ending exception={exception} />
                  </span>
                  {!locked && (
                    <span className={styles.exceptionButtons}>
                      <Button type="link" size="small" onClick={() => setEditing(exception.id)}>
                        {t('scoring.exceptions.change')}
                      </Button>
                      <Button
                        type="link"
                        size="small"
                        onClick={() => void remove.run({ roundId, exceptionId: exception.id })}
                      >
                        {t('scoring.exceptions.remove')}
                      </Button>
                    </span>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {!locked &&
        (editing === NEW ? (
          <ExceptionForm model={model} exception={null} close={close} />
        ) : (
          <Button icon={<PlusOutlined />} onClick={() => setEditing(NEW)}>
            {t('scoring.exceptions.add')}
          </Button>
        ))}
    </Finding>
  )
}

/** Until when an exception holds; that it no longer counts, where it has ended. */
function Ending({ exception }: { readonly exception: Exception }) {
  const { t } = useTranslation()
  const { expires } = exception
  if (expires === null) return null
  return holdsOn(exception, dayOf(Date.now())) ? (
    <span className={styles.remark}>{t('scoring.exceptions.until', { day: expires })}</span>
  ) : (
    <strong className={styles.ended}>{t('scoring.exceptions.ended', { day: expires })}</strong>
  )
}

/** Stands for the exception that is being placed. */
const NEW = 'new'
