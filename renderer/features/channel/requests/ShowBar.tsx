import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestLine } from '../../../../db/channel/requests/contract.ts'
import { shiftsOn, type WorkCalendar } from '../../../../db/department/calendar/rules/calendar.ts'
import {
  type CompiledCalendar,
  compileCalendar,
  isWorking,
} from '../../../../db/department/calendar/rules/workingTime.ts'
import { wallTime } from '../../../../db/department/calendar/rules/zones.ts'
import { api } from '../../../client/engine.ts'
import { ClockCircleFilled, PauseOutlined, PlusCircleOutlined, WarningOutlined } from '../../../ui/icons.tsx'
import styles from './requests.module.css'
import { SHOWN, type Shown, shownIn } from './shown.ts'

const SIGNS = {
  late: ClockCircleFilled,
  soon: WarningOutlined,
  paused: PauseOutlined,
  new: PlusCircleOutlined,
} as const

/** How many requests stand how, each a filter; and whether the clocks go now. */
export function ShowBar({
  rows,
  calendars,
  now,
  show,
  onShow,
}: {
  /** open requests; null where ended ones are shown, which aren't counted */
  readonly rows: readonly RequestLine[] | null
  readonly calendars: Readonly<Record<string, WorkCalendar>>
  readonly now: number
  readonly show: Shown
  readonly onShow: (show: Shown) => void
}) {
  const { t } = useTranslation()
  const calendar = useDepartmentCalendar()
  const counts = useMemo(
    () =>
      new Map(
        SHOWN.map((one) => [
          one,
          rows === null || one === 'ended' ? null : shownIn(rows, calendars, one, now).length,
        ]),
      ),
    [rows, calendars, now],
  )
  return (
    <div className={styles.bar}>
      <fieldset className={styles.shows} aria-label={t('requests.title')}>
        {SHOWN.map((one) => {
          const Sign = one === 'all' || one === 'ended' ? null : SIGNS[one]
          const count = counts.get(one) ?? null
          return (
            <button
              key={one}
              type="button"
              className={styles.show}
              data-look={
                (one === 'late' || one === 'soon') && count !== null && count > 0 ? 'late' : undefined
              }
              aria-pressed={one === show}
              onClick={() => onShow(one)}
            >
              {Sign && <Sign />}
              {t(`requests.show.${one}`)}
              {count !== null && <strong>{count}</strong>}
            </button>
          )
        })}
      </fieldset>
      <span className={styles.quiet}>{calendar && workText(calendar, now, t)}</span>
    </div>
  )
}

/** The department's own calendar as it is now; requests may run by earlier ones. */
function useDepartmentCalendar(): CompiledCalendar | null {
  const { data } = useQuery(api.calendar.list.queryOptions())
  const content = data?.calendars.find(({ ofDepartment }) => ofDepartment)?.content
  return useMemo(() => (content ? compileCalendar(content) : null), [content])
}

function workText(calendar: CompiledCalendar, now: number, t: TFunction): string {
  const { timeZone } = calendar.calendar
  const { day, minute } = wallTime(timeZone, now)
  const time = clockTime(minute)
  const shifts = shiftsOn(calendar.calendar, day).map(({ from, to }) => `${clockTime(from)}–${clockTime(to)}`)
  return isWorking(calendar, now) || shifts.length > 0
    ? t('requests.workNow', { shifts: shifts.join(t('channel.comma')), now: time })
    : t('requests.workNowOff', { now: time })
}

const clockTime = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(Math.floor(minute % 60)).padStart(2, '0')}`
