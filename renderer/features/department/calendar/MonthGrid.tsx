import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../db/accounts/rules/days.ts'
import { shiftsOn, type WorkCalendar, weekdayOf } from '../../../../db/department/calendar/rules/calendar.ts'
import { festivalShort } from '../../../../db/terms/calendar.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import styles from './calendar.module.css'
import { dayText, lunarShort, monthName, WEEK, weekdayLetter, weekdayName } from './calendarText.ts'
import type { AlmanacOf } from './useAlmanac.ts'

/** What the months of a year share. */
export interface YearSight {
  readonly calendar: WorkCalendar
  readonly almanac: AlmanacOf
  /** the day that the keyboard is on */
  readonly chosen: string
  /** today in the calendar's zone */
  readonly today: string
  readonly toggle: (day: string) => void
}

/** One month: its days under their weekdays, each a button that turns work into leisure and back. */
export function MonthGrid({
  year,
  month,
  ...sight
}: YearSight & { readonly year: number; readonly month: number }) {
  const { t } = useTranslation()
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  return (
    <table className={styles.month} aria-label={monthName(month, spokenLanguage(), year)}>
      <caption>{monthName(month, spokenLanguage())}</caption>
      <thead>
        <tr>
          {WEEK.map((weekday) => (
            <th key={weekday} scope="col" abbr={weekdayName(weekday, t)}>
              {weekdayLetter(weekday, t)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(first).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, weekday) => (
              <td key={WEEK[weekday]}>{day !== null && <DayButton day={day} {...sight} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The weeks of a month, with nothing where days of others would stand. */
function weeksOf(first: string): (string | null)[][] {
  const cells: (string | null)[] = Array.from({ length: weekdayOf(first) }, () => null)
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1)) cells.push(day)
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7))
}

function DayButton({ day, calendar, almanac, chosen, today, toggle }: YearSight & { readonly day: string }) {
  const { t } = useTranslation()
  const special = calendar.days[day]
  const works = shiftsOn(calendar, day).length > 0
  const mark = special ? t(`calendar.mark.${special.kind}`) : ''
  const below = belowText(day, almanac)
  const classes = [
    styles.day,
    special ? styles[special.kind] : works ? '' : styles.free,
    day === today ? styles.today : '',
    day === chosen ? styles.chosen : '',
  ]
  const words = [
    dayText(day, t),
    day === today ? t('calendar.today') : '',
    special ? t(`calendar.kind.${special.kind}`) : t(works ? 'calendar.worked' : 'calendar.free'),
    special?.name ?? '',
    almanac(day)?.festivalName ?? '',
  ]
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      data-day={day}
      tabIndex={day === chosen ? 0 : -1}
      title={[dayText(day, t), special?.name, almanac(day)?.lunar, almanac(day)?.festivalName]
        .filter(Boolean)
        .join(' · ')}
      onClick={() => toggle(day)}
    >
      <span className="visually-hidden">{words.filter(Boolean).join(' ')} </span>
      <span className={styles.number}>
        {Number(day.slice(8))}
        {below !== '' && mark !== '' && <span className={styles.mark}>{mark}</span>}
      </span>
      {(below || mark) !== '' && <span className={styles.below}>{below || mark}</span>}
    </button>
  )
}

/** A short festival, else the lunar day, as calendars in China have it; nothing in English. */
function belowText(day: string, almanac: AlmanacOf): string {
  if (spokenLanguage() !== 'zh') return ''
  const found = almanac(day)
  if (!found) return ''
  return found.festival === null ? lunarShort(found) : festivalShort(found.festival)
}
