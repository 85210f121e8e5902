import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VISIT_LIMITS } from '../../../../db/visits/rules/limits.ts'
import styles from './plan.module.css'

/** Asks why a visit that the customer confirmed is moved. */
export function MoveReason({
  name,
  day,
  answer,
  cancel,
}: {
  readonly name: string
  /** YYYY-MM-DD to which it would go */
  readonly day: string
  readonly answer: (note: string) => void
  readonly cancel: () => void
}) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const give = (): void => {
    if (note.trim() !== '') answer(note.trim())
  }
  return (
    <div className={styles.asking}>
      <strong>{t('visitPlan.whyMoved', { name, day })}</strong>
      <Input
        autoFocus
        value={note}
        maxLength={VISIT_LIMITS.reason}
        aria-label={t('visitPlan.reason')}
        placeholder={t('visitPlan.reason')}
        onChange={({ target }) => setNote(target.value)}
        onPressEnter={({ nativeEvent }) => {
          if (!nativeEvent.isComposing) give()
        }}
        onKeyDown={({ key }) => {
          if (key === 'Escape') cancel()
        }}
      />
      <Button onClick={cancel}>{t('app.cancel')}</Button>
      <Button type="primary" disabled={note.trim() === ''} onClick={give}>
        {t('visitPlan.move')}
      </Button>
    </div>
  )
}
