import { Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkCalendar } from '../../../../db/department/calendar/rules/calendar.ts'
import { timeText } from '../../../../db/department/calendar/rules/shiftText.ts'
import {
  CalendarRangeError,
  closingAfter,
  compileCalendar,
  isWorking,
  nextOpening,
} from '../../../../db/department/calendar/rules/workingTime.ts'
import { wallTime } from '../../../../db/department/calendar/rules/zones.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from './calendar.module.css'
import { dayText } from './calendarText.ts'
import { Faults } from './Faults.tsx'
import { type EditCalendar, useFaults } from './useCalendars.ts'
import { zoneOption, zoneOptions } from './zones.ts'

/** What time it is there, whether work is on, and in which zone. */
export function ZoneSection({
  calendar,
  now,
  edit,
}: {
  readonly calendar: WorkCalendar
  /** epoch ms, by the engine's clock */
  readonly now: number
  readonly edit: EditCalendar
}) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const trying = useFaults(edit)
  const language = spokenLanguage()
  const options = useMemo(
    () => (opened ? zoneOptions(language) : [zoneOption(calendar.timeZone, language)]),
    [opened, language, calendar.timeZone],
  )
  const here = wallTime(calendar.timeZone, now)
  return (
    <Section title={t('calendar.now')} remark={`${dayText(here.day, t)} ${timeText(here.minute)}`}>
      <p className={styles.nowLine}>
        <OnOff calendar={calendar} now={now} />
      </p>
      <div className={styles.zone}>
        <span className={styles.quiet}>{t('calendar.zone')}</span>
        <Select<string>
          showSearch={{
            filterOption: (typed, option) => option?.words.includes(typed.trim().toLowerCase()) ?? false,
          }}
          value={calendar.timeZone}
          options={options}
          popupMatchSelectWidth={320}
          aria-label={t('calendar.zone')}
          placeholder={t('calendar.zoneSearch')}
          onFocus={() => setOpened(true)}
          onChange={(timeZone) => void trying.edit((before) => ({ ...before, timeZone }))}
        />
      </div>
      <Faults faults={trying.faults} />
    </Section>
  )
}

/** Whether work is on, and until or from when, by the clock of the place. */
function OnOff({ calendar, now }: { readonly calendar: WorkCalendar; readonly now: number }) {
  const { t } = useTranslation()
  const compiled = useMemo(() => compileCalendar(calendar), [calendar])
  const told = (ms: number): string => {
    const { day, minute } = wallTime(calendar.timeZone, ms)
    const isToday = day === wallTime(calendar.timeZone, now).day
    return isToday ? timeText(minute) : `${dayText(day, t).slice(5)} ${timeText(minute)}`
  }
  try {
    return isWorking(compiled, now)
      ? t('calendar.nowOn', { until: told(closingAfter(compiled, now)) })
      : t('calendar.nowOff', { from: told(nextOpening(compiled, now)) })
  } catch (error) {
    // the laptop's clock stands outside the years that calendars hold for
    if (error instanceof CalendarRangeError) return t('calendar.nowNone')
    throw error
  }
}

/** The engine's clock, told anew every half minute. */
export function useNow(told: { readonly now: number; readonly readAt: number } | undefined): number {
  const [wall, setWall] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setWall(Date.now()), HALF_A_MINUTE)
    return () => clearInterval(timer)
  }, [])
  return told === undefined ? wall : told.now + Math.max(0, wall - told.readAt)
}

const HALF_A_MINUTE = 30_000
