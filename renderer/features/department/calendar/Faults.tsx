import { useTranslation } from 'react-i18next'
import type { CalendarFault } from '../../../../db/department/calendar/rules/checkCalendar.ts'
import styles from './calendar.module.css'
import { faultText } from './calendarText.ts'

/** Why an edit was not saved, at its place. */
export function Faults({ faults }: { readonly faults: readonly CalendarFault[] }) {
  const { t } = useTranslation()
  if (faults.length === 0) return null
  return (
    <ul className={styles.faults} role="alert">
      {faults.slice(0, 3).map((fault) => (
        <li key={JSON.stringify(fault)}>{faultText(fault, t)}</li>
      ))}
    </ul>
  )
}
