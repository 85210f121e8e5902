import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { readDue } from '../../../../db/accounts/promises/rules/dueDays.ts'
import styles from './policies.module.css'

/** A day as people type it: 今天, +7, 2027-01-01. Says when a text is none, and which day it means. */
export function DayField({
  id,
  label,
  value,
  today,
  past = false,
  onChange,
}: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly today: string
  /** it has passed, and can't be a beginning any more */
  readonly past?: boolean
  readonly onChange: (text: string) => void
}) {
  const { t } = useTranslation()
  const day = readDue(value, today)
  const unread = value.trim() !== '' && day === undefined
  const wrong = unread || past
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        placeholder={t('policies.draft.fromHint')}
        maxLength={20}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        aria-describedby={`${id} meaning`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id} meaning`} className={wrong ? styles.wrong : styles.quiet}>
        {wrong
          ? t(unread ? 'policies.draft.dayUnread' : 'policies.draft.dayPast', { today })
          : day !== undefined && day !== value.trim() && day}
      </span>
    </div>
  )
}
