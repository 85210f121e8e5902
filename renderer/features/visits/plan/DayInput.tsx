import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { dayOf, daysBetween } from '../../../../db/accounts/rules/days.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatDay } from '../../../ui/format.ts'
import { useFieldDraft } from '../../../ui/useFieldDraft.ts'
import styles from './proposals.module.css'

/** A day in a line, typed as people write days: 12-07, 周五; its weekday stands beside it. */
export function DayInput({
  day,
  label,
  onChange,
}: {
  readonly day: string
  readonly label: string
  readonly onChange: (day: string) => void
}) {
  const { t } = useTranslation()
  const today = dayOf(Date.now())
  const { input, onPressEnter, trouble } = useFieldDraft<string>(day, async (text) => {
    const typed = typedDay(text, today, 'future')
    if (typed === null || daysBetween(today, typed) < 0) return t('ledger.notDay', { text })
    onChange(typed)
    return null
  })
  return (
    <Input
      {...input}
      className={styles.day ?? ''}
      aria-label={label}
      title={trouble ?? ''}
      suffix={<span className={styles.quiet}>{formatDay(`${day}T00:00`, spokenLanguage()).slice(11)}</span>}
      onPressEnter={onPressEnter}
    />
  )
}
