import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../db/accounts/rules/days.ts'
import styles from './calendar.module.css'
import { MonthGrid, type YearSight } from './MonthGrid.tsx'

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** The twelve months of a year. One stop for Tab; arrows go from day to day, Page Up and Down by month. */
export function YearView({
  year,
  choose,
  ...sight
}: YearSight & { readonly year: number; readonly choose: (day: string) => void }) {
  const { t } = useTranslation()
  const months = useRef<HTMLFieldSetElement>(null)
  const go = (event: KeyboardEvent): void => {
    const step = stepOf(event.key, sight.chosen)
    if (step === null) return
    event.preventDefault()
    const day = addDays(sight.chosen, step)
    if (!day.startsWith(`${year}-`)) return
    choose(day)
    months.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
  }
  return (
    <fieldset
      ref={months}
      className={styles.months}
      aria-label={t('calendar.year', { year })}
      onKeyDown={go}
      onFocus={({ target }) => {
        const { day } = target.dataset
        if (day !== undefined && day !== sight.chosen) choose(day)
      }}
    >
      {MONTHS.map((month) => (
        <MonthGrid key={month} year={year} month={month} {...sight} />
      ))}
    </fieldset>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** How many days a key goes on; null for others. */
function stepOf(key: string, day: string): number | null {
  if (key === 'PageUp') return -Number(addDays(`${day.slice(0, 7)}-01`, -1).slice(8))
  if (key === 'PageDown') return Number(addDays(nextMonth(day), -1).slice(8))
  return STEPS[key] ?? null
}

/** The first day of the month after a day's. */
const nextMonth = (day: string): string => `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`
