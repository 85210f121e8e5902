import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BusyTime, CalendarDay, CalendarVisit } from '../../../../db/visits/calendar/contract.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatDay } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states.tsx'
import { visitTitle } from '../visitText.ts'
import styles from './calendar.module.css'
import { busyOn } from './DayGrid.tsx'
import { busyLabel, dayMark, dayRemark, hoursOf } from './dayText.ts'
import { VisitSign } from './VisitSign.tsx'

/** The days on which something is, one under the other. */
export function Agenda({
  days,
  visits,
  busy,
  today,
}: {
  readonly days: readonly CalendarDay[]
  readonly visits: readonly CalendarVisit[]
  readonly busy: readonly BusyTime[]
  readonly today: string
}) {
  const { t } = useTranslation()
  const language = spokenLanguage()
  const byDay = useMemo(() => Map.groupBy(visits, ({ day }) => day), [visits])
  const busyByDay = useMemo(() => busyOn(busy), [busy])
  const full = days.filter(({ on }) => byDay.has(on) || busyByDay.has(on))
  if (full.length === 0) return <EmptyState line={t('visitCalendar.empty')} />
  return (
    <ol className={styles.agenda}>
      {full.map((day) => (
        <li key={day.on} data-today={day.on === today || undefined}>
          <h3>
            {formatDay(`${day.on}T00:00`, language)}
            <span className={styles.remark} data-festival={day.festival !== null || undefined}>
              {dayRemark(day, language)}
            </span>
            {dayMark(day) === 'off' && <span className={styles.remark}>{t('visitCalendar.off')}</span>}
          </h3>
          <ul>
            {(byDay.get(day.on) ?? []).map((visit) => (
              <li key={visit.id}>
                <span className={styles.hours}>{hoursOf(visit) || t('visitCalendar.allDay')}</span>
                <VisitSign visit={visit} />
                <Link to={`/visits/${visit.id}`}>{visitTitle(visit, t)}</Link>
                <span className={styles.quiet}>
                  {[
                    visit.missed ? t('visits.missed') : t(`visits.state.${visit.state}`),
                    visit.lead ?? t('visitPlan.noLead'),
                    visit.city,
                    visit.trip ?? '',
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </li>
            ))}
            {(busyByDay.get(day.on) ?? []).map((time) => (
              <li key={time.id}>
                <span className={styles.busy}>
                  <span>{busyLabel(time, day.on, t)}</span>
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
