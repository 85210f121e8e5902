import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../db/accounts/log/rules/typedDay.ts'
import { dayOf } from '../../../db/accounts/rules/days.ts'
import { PERIODS } from '../../../db/channel/rules/periods.ts'
import { ArrowLeftOutlined, ArrowRightOutlined } from '../../ui/icons.tsx'
import styles from './period.module.css'
import type { ChosenPeriod } from './usePeriod.ts'

/** Chooses the period of a report: a week, month, quarter or year, the one before or after it, or days of one's own. */
export function PeriodBar({ chosen }: { readonly chosen: ChosenPeriod }) {
  const { t } = useTranslation()
  const { period, span } = chosen
  return (
    <>
      <Segmented
        aria-label={t('effort.period.label')}
        value={period}
        onChange={chosen.choose}
        options={PERIODS.map((value) => ({ value, label: t(`effort.period.${value}`) }))}
      />
      {period === 'custom' ? (
        <span className={styles.span}>
          <DayField
            label={t('effort.period.from')}
            day={span.from}
            save={(from) => chosen.set({ ...span, from })}
          />
          –
          <DayField
            label={t('effort.period.until')}
            day={span.until}
            save={(until) => chosen.set({ ...span, until })}
          />
        </span>
      ) : (
        <span className={styles.span}>
          <Button
            size="small"
            type="text"
            icon={<ArrowLeftOutlined />}
            aria-label={t('effort.period.before')}
            onClick={() => chosen.shift(-1)}
          />
          <span className={styles.days}>
            {span.from} – {span.until}
          </span>
          <Button
            size="small"
            type="text"
            icon={<ArrowRightOutlined />}
            aria-label={t('effort.period.after')}
            onClick={() => chosen.shift(1)}
          />
        </span>
      )}
    </>
  )
}

function DayField({
  label,
  day,
  save,
}: {
  readonly label: string
  readonly day: string
  readonly save: (day: string) => void
}) {
  // null while nobody types: what was typed may be put in another order or cut, and the box says what became of it
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed === null ? day : typedDay(typed, dayOf(Date.now()), 'past')
  const leave = (): void => {
    if (read === null) return
    setTyped(null)
    if (read !== day) save(read)
  }
  return (
    <Input
      className={styles.day ?? ''}
      aria-label={label}
      value={typed ?? day}
      status={read === null ? 'error' : ''}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onPressEnter={(event) => !event.nativeEvent.isComposing && leave()}
    />
  )
}
