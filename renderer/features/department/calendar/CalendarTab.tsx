import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { addDays } from '../../../../db/accounts/rules/days.ts'
import type { CalendarLine } from '../../../../db/department/calendar/contract.ts'
import { FIRST_YEAR, LAST_YEAR } from '../../../../db/department/calendar/rules/calendar.ts'
import { countYear, runsOf, toggledDay } from '../../../../db/department/calendar/rules/editDays.ts'
import { wallTime } from '../../../../db/department/calendar/rules/zones.ts'
import { toProblem } from '../../../client/problem.ts'
import { LeftOutlined, RightOutlined } from '../../../ui/icons.tsx'
import { SidePanel } from '../../../ui/Page.tsx'
import { ErrorNote, LoadingBar } from '../../../ui/states.tsx'
import { CalendarTools } from './CalendarTools.tsx'
import styles from './calendar.module.css'
import { DayDetail } from './DayDetail.tsx'
import { DayList } from './DayList.tsx'
import { Faults } from './Faults.tsx'
import { ImportDays } from './ImportDays.tsx'
import { TeamSection } from './TeamSection.tsx'
import { useAlmanac } from './useAlmanac.ts'
import { useCalendarEdits, useCalendars, useFaults } from './useCalendars.ts'
import { WeekEditor } from './WeekEditor.tsx'
import { YearView } from './YearView.tsx'
import { useNow, ZoneSection } from './ZoneSection.tsx'

/** The working calendars 工作日历 of the department: the year, the week, the zone, and who goes by them. */
export function CalendarTab() {
  const { data, error, dataUpdatedAt } = useCalendars()
  const [query, setQuery] = useSearchParams()
  const [importing, setImporting] = useState(false)
  const now = useNow(data && { now: data.now, readAt: dataUpdatedAt })
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return <LoadingBar busy />
  const line = data.calendars.find(({ id }) => id === query.get('of')) ?? data.calendars[0]
  if (!line) return null
  const today = wallTime(line.content.timeZone, now).day
  const year = yearIn(query.get('year')) ?? Number(today.slice(0, 4))
  const go = (changes: { readonly of?: string; readonly year?: string }): void =>
    setQuery(
      (before) => {
        for (const [key, value] of Object.entries(changes)) before.set(key, value)
        if (changes.of === '') before.delete('of')
        return before
      },
      { replace: true },
    )
  return (
    <>
      <CalendarTools
        calendars={data.calendars}
        line={line}
        year={year}
        choose={(id) => go({ of: id ?? '' })}
        openImport={() => setImporting(true)}
      />
      <Calendar
        key={line.id === null || line.ofDepartment ? 'own' : line.id}
        line={line}
        assigned={data.assigned}
        now={now}
        today={today}
        year={year}
        goToYear={(to) => go({ year: String(to) })}
        openImport={() => setImporting(true)}
      />
      {importing && (
        <ImportDays
          line={line}
          close={(imported) => {
            setImporting(false)
            if (imported !== null) go({ year: String(imported) })
          }}
        />
      )}
    </>
  )
}

function yearIn(text: string | null): number | undefined {
  const year = Number(text)
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined
}

function Calendar({
  line,
  assigned,
  now,
  today,
  year,
  goToYear,
  openImport,
}: {
  readonly line: CalendarLine
  readonly assigned: Parameters<typeof TeamSection>[0]['assigned']
  readonly now: number
  readonly today: string
  readonly year: number
  readonly goToYear: (year: number) => void
  readonly openImport: () => void
}) {
  const { t } = useTranslation()
  const edit = useCalendarEdits(line)
  const turning = useFaults(edit)
  const almanac = useAlmanac(year)
  const [chosenDay, choose] = useState(today)
  const chosen = chosenDay.startsWith(`${year}-`) ? chosenDay : firstOf(year, today)
  const calendar = line.content
  const count = countYear(calendar, year)
  return (
    <div className={styles.body}>
      <div className={styles.main}>
        <header className={styles.yearHead}>
          <YearSteps year={year} thisYear={Number(today.slice(0, 4))} go={goToYear} />
          <strong>{t('calendar.finding', { ...count })}</strong>
        </header>
        <Legend />
        {runsOf(calendar, year).length === 0 && (
          <p className={styles.noDays}>
            {t('calendar.noDaysLine', { year })}
            <Button size="small" onClick={openImport}>
              {t('calendar.import')}
            </Button>
          </p>
        )}
        <DayDetail calendar={calendar} day={chosen} almanac={almanac} edit={edit} />
        <Faults faults={turning.faults} />
        <YearView
          year={year}
          calendar={calendar}
          almanac={almanac}
          chosen={chosen}
          today={today}
          choose={choose}
          toggle={(day) => void turning.edit((before) => toggledDay(before, day))}
        />
        <DayList calendar={calendar} year={year} edit={edit} />
      </div>
      <SidePanel width={372} title={t('calendar.week')}>
        <ZoneSection calendar={calendar} now={now} edit={edit} />
        <WeekEditor calendar={calendar} edit={edit} />
        <TeamSection line={line} assigned={assigned} />
      </SidePanel>
    </div>
  )
}

/** Today where it lies in the year, else its first day. */
const firstOf = (year: number, today: string): string =>
  today.startsWith(`${year}-`) ? today : addDays(`${year}-01-01`, 0)

function YearSteps({
  year,
  thisYear,
  go,
}: {
  readonly year: number
  readonly thisYear: number
  readonly go: (year: number) => void
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.yearSteps}>
      <Button
        type="text"
        icon={<LeftOutlined />}
        aria-label={t('calendar.previousYear')}
        title={t('calendar.previousYear')}
        disabled={year <= FIRST_YEAR}
        onClick={() => go(year - 1)}
      />
      <h2>{t('calendar.year', { year })}</h2>
      <Button
        type="text"
        icon={<RightOutlined />}
        aria-label={t('calendar.nextYear')}
        title={t('calendar.nextYear')}
        disabled={year >= LAST_YEAR}
        onClick={() => go(year + 1)}
      />
      {year !== thisYear && (
        <Button type="link" size="small" onClick={() => go(thisYear)}>
          {t('calendar.thisYear')}
        </Button>
      )}
    </div>
  )
}

function Legend() {
  const { t } = useTranslation()
  return (
    <ul className={styles.legend} aria-label={t('calendar.legend')}>
      <li>
        <span className={`${styles.sign} ${styles.off}`}>{t('calendar.mark.off')}</span>
        {t('calendar.legendOff')}
      </li>
      <li>
        <span className={`${styles.sign} ${styles.work}`}>{t('calendar.mark.work')}</span>
        {t('calendar.legendWork')}
      </li>
      <li>
        <span className={`${styles.sign} ${styles.free}`}>6</span>
        {t('calendar.legendFree')}
      </li>
      <li className={styles.legendKeys}>{t('calendar.legendKeys')}</li>
    </ul>
  )
}
