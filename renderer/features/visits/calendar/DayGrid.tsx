import { type DragEvent, type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { addDays } from '../../../../db/accounts/rules/days.ts'
import type { BusyTime, CalendarDay, CalendarVisit } from '../../../../db/visits/calendar/contract.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { askVisit } from '../../../shared/ask/newVisitStore.ts'
import { visitTitle } from '../visitText.ts'
import styles from './calendar.module.css'
import { busyDays, busyLabel, dayMark, dayRemark, hoursOf, visitLabel } from './dayText.ts'
import { VisitSign } from './VisitSign.tsx'

/** What a day of a month shows; the week has room for all. */
const MOST_IN_MONTH = 3
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Days in weeks, Monday first, with visits and busy times; a visit is dragged to another day, or moved with Alt and the arrows. */
export function DayGrid({
  view,
  month,
  days,
  visits,
  busy,
  today,
  move,
}: {
  readonly view: 'month' | 'week'
  /** YYYY-MM */
  readonly month: string
  readonly days: readonly CalendarDay[]
  readonly visits: readonly CalendarVisit[]
  readonly busy: readonly BusyTime[]
  readonly today: string
  readonly move: (visit: CalendarVisit, to: string) => void
}) {
  const { t } = useTranslation()
  const [over, setOver] = useState<string | null>(null)
  const byDay = useMemo(() => Map.groupBy(visits, ({ day }) => day), [visits])
  const busyByDay = useMemo(() => busyOn(busy), [busy])
  const drop = (on: string) => (event: DragEvent) => {
    event.preventDefault()
    setOver(null)
    const visit = visits.find(({ id }) => id === event.dataTransfer.getData('text/plain'))
    if (visit) move(visit, on)
  }
  return (
    <section className={styles.calendar} aria-label={t('visitCalendar.title')}>
      <div className={styles.weekdays} aria-hidden="true">
        {WEEKDAYS.map((weekday) => (
          <span key={weekday}>{t(`calendar.weekday.${weekday}`)}</span>
        ))}
      </div>
      <ol className={styles.days} data-view={view}>
        {days.map((day) => (
          <li
            key={day.on}
            className={styles.day}
            data-other={(view === 'month' && !day.on.startsWith(month)) || undefined}
            data-today={day.on === today || undefined}
            data-rest={!day.workday || undefined}
            data-over={over === day.on || undefined}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(day.on)
            }}
            onDragLeave={() => setOver(null)}
            onDrop={drop(day.on)}
          >
            <DayHead day={day} />
            <DayContent
              day={day.on}
              most={view === 'month' ? MOST_IN_MONTH : Number.POSITIVE_INFINITY}
              visits={byDay.get(day.on) ?? []}
              busy={busyByDay.get(day.on) ?? []}
              move={move}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Busy times by each day that they touch. */
export function busyOn(busy: readonly BusyTime[]): ReadonlyMap<string, readonly BusyTime[]> {
  const days = new Map<string, BusyTime[]>()
  for (const time of busy)
    for (const day of busyDays(time)) {
      const known = days.get(day)
      if (known) known.push(time)
      else days.set(day, [time])
    }
  return days
}

function DayHead({ day }: { readonly day: CalendarDay }) {
  const { t } = useTranslation()
  const mark = dayMark(day)
  return (
    <span className={styles.dayHead}>
      <button
        type="button"
        className={styles.number}
        tabIndex={-1}
        title={t('visitCalendar.newOn', { day: day.on })}
        onClick={() => askVisit({ account: null, day: day.on })}
      >
        {Number(day.on.slice(8))}
      </button>
      <span className={styles.remark} data-festival={day.festival !== null || undefined} title={day.name}>
        {dayRemark(day, spokenLanguage())}
      </span>
      {mark !== null && (
        <span className={styles.dayMark} data-mark={mark} title={day.name}>
          {t(`visitCalendar.${mark}`)}
        </span>
      )}
    </span>
  )
}

function DayContent({
  day,
  most,
  visits,
  busy,
  move,
}: {
  readonly day: string
  readonly most: number
  readonly visits: readonly CalendarVisit[]
  readonly busy: readonly BusyTime[]
  readonly move: (visit: CalendarVisit, to: string) => void
}) {
  const { t } = useTranslation()
  const shown = visits.slice(0, most)
  const shownBusy = busy.slice(0, Math.max(0, most - shown.length))
  const rest = visits.length + busy.length - shown.length - shownBusy.length
  return (
    <>
      {shown.map((visit) => (
        <VisitOnDay key={visit.id} visit={visit} move={move} roomy={most > MOST_IN_MONTH} />
      ))}
      {shownBusy.map((time) => (
        <span key={time.id} className={styles.busy} title={busyLabel(time, day, t)}>
          <span>{busyLabel(time, day, t)}</span>
        </span>
      ))}
      {rest > 0 && (
        <span
          className={styles.rest}
          title={[
            ...visits.slice(most).map((visit) => visitTitle(visit, t)),
            ...busy.slice(shownBusy.length).map((time) => busyLabel(time, day, t)),
          ].join('\n')}
        >
          {t('visitCalendar.more', { count: rest })}
        </span>
      )}
    </>
  )
}

function VisitOnDay({
  visit,
  move,
  roomy,
}: {
  readonly visit: CalendarVisit
  readonly move: (visit: CalendarVisit, to: string) => void
  readonly roomy: boolean
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const label = visitLabel(visit, spokenLanguage(), t)
  const onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (!event.altKey || step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    move(visit, addDays(visit.day, step))
  }
  return (
    <button
      type="button"
      className={styles.visit}
      data-missed={visit.missed || undefined}
      data-tier={visit.tier ?? undefined}
      draggable
      aria-keyshortcuts="Alt+ArrowRight Alt+ArrowLeft Alt+ArrowUp Alt+ArrowDown"
      title={label}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', visit.id)}
      onClick={() => void navigate(`/visits/${visit.id}`)}
      onKeyDown={onKey}
    >
      <span className={styles.visitLine}>
        <VisitSign visit={visit} />
        <span className={styles.visitText}>
          {roomy ? '' : visit.time} {visitTitle(visit, t)}
        </span>
      </span>
      {roomy && (
        <span className={styles.visitMore}>
          {[hoursOf(visit), visit.lead ?? '', visit.city].filter((part) => part !== '').join(' · ')}
        </span>
      )}
    </button>
  )
}
