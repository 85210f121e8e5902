import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { readDay } from '../../../../db/accounts/rules/typedDays.ts'
import styles from './approval.module.css'

/** The last day on which an exception holds, as people write days; says when a text is none. */
export function ExpiryField({
  id,
  value,
  onChange,
  example,
}: {
  readonly id: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** a day as it may be written */
  readonly example: string
}) {
  const { t } = useTranslation()
  const wrong = value.trim() !== '' && readDay(value) === undefined
  return (
    <>
      <Input
        id={id}
        value={value}
        placeholder={example}
        maxLength={20}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        aria-describedby={`${id} problem`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id} problem`} className={styles.late}>
        {wrong && t('approval.form.notDay', { day: example })}
      </span>
    </>
  )
}
