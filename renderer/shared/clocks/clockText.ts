import type { TFunction } from 'i18next'
import { dayOf } from '../../../db/accounts/rules/days.ts'
import { type Clock, leftAt } from '../../../db/channel/requests/rules/clocks.ts'
import { levelAt } from '../../../db/channel/requests/rules/levels.ts'
import type { CompiledCalendar } from '../../../db/department/calendar/rules/workingTime.ts'

import { formatTime } from '../../ui/format.ts'

/** How a clock looks: its sign and colour, its words, and how much of its time has gone, 0–1. */
export interface ClockLook {
  readonly look: 'none' | 'running' | 'soon' | 'late' | 'paused' | 'pausedLate' | 'met' | 'metLate' | 'missed'
  readonly text: string
  readonly gone: number
}

const MS_A_MINUTE = 60_000

/** A span of working time as `3:05`, hours and minutes; begun minutes count where it is what is late or used. */
export function hourMinute(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / MS_A_MINUTE)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** A span as people say it: `12 分`, or hours and minutes from an hour on. */
const shortSpan = (ms: number, t: TFunction): string =>
  Math.abs(ms) < 60 * MS_A_MINUTE
    ? t('requests.minutes', { count: Math.floor(Math.abs(ms) / MS_A_MINUTE) })
    : hourMinute(ms)

/** Working minutes of a promise as people say them: `30 分`, `4 小时`, `1:30`. */
export const promisedText = (minutes: number, t: TFunction): string =>
  minutes >= 60 && minutes % 60 === 0
    ? t('requests.hours', { count: minutes / 60 })
    : shortSpan(minutes * MS_A_MINUTE, t)

/** How a clock looks at an instant (epoch ms). */
export function clockLook(calendar: CompiledCalendar, clock: Clock, now: number, t: TFunction): ClockLook {
  if (clock.kind === 'none') return { look: 'none', text: t('requests.none'), gone: 0 }
  const left = leftAt(calendar, clock, now) ?? 0
  const gone = clock.span === 0 ? 1 : Math.min(1, Math.max(0, 1 - left / clock.span))
  const time = hourMinute(left)
  switch (clock.kind) {
    case 'met': {
      const took = shortSpan(clock.span - left, t)
      return left < 0
        ? { look: 'metLate', text: t('requests.metLate', { time: took, late: shortSpan(left, t) }), gone }
        : { look: 'met', text: t('requests.met', { time: took }), gone }
    }
    case 'missed':
      return { look: 'missed', text: t('requests.missed', { late: time }), gone }
    case 'paused':
      return left < 0
        ? { look: 'pausedLate', text: t('requests.pausedLate', { time }), gone }
        : { look: 'paused', text: t('requests.paused', { time }), gone }
    case 'running': {
      if (left < 0) return { look: 'late', text: t('requests.late', { time }), gone: 1 }
      const soon = levelAt(calendar, clock, now) !== null
      return {
        look: soon ? 'soon' : 'running',
        text: t(soon ? 'requests.onlyLeft' : 'requests.left', { time }),
        gone,
      }
    }
  }
}

/** A moment (epoch ms) as short as it can be told: `09:35` on the day of `now`, `11-25 09:35` otherwise; the laptop's time. */
export function shortMoment(at: number, now: number): string {
  const [day, time] = [dayOf(at), formatTime(new Date(at))]
  return day === dayOf(now) ? time : `${day.slice(5)} ${time}`
}
