import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { dayText } from './dayText.ts'
import styles from './log.module.css'

/** A day as people type it, with the day that it means beside it. */
export function DayField({
  label,
  value,
  day,
  today,
  onChange,
  blank = '',
}: {
  readonly label: string
  readonly value: string
  /** what the text means; null where it is no day */
  readonly day: string | null
  readonly today: string
  readonly onChange: (value: string) => void
  readonly blank?: string
}) {
  const { t } = useTranslation()
  const id = useId()
  const wrong = day === null && value.trim() !== ''
  return (
    <span className={styles.dayField}>
      <Input
        id={id}
        aria-label={label}
        aria-describedby={`${id}-day`}
        aria-invalid={wrong}
        status={wrong ? 'error' : ''}
        placeholder={blank}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className={wrong ? styles.problem : styles.quiet} id={`${id}-day`}>
        {wrong
          ? t('log.form.notDay', { text: value })
          : day !== null && dayText(day, spokenLanguage(), today)}
      </span>
    </span>
  )
}
