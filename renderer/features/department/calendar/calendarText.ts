import type { TFunction } from 'i18next'
import { birthdayText } from '../../../../db/accounts/people/rules/birthday.ts'
import { type Shift, weekdayOf } from '../../../../db/department/calendar/rules/calendar.ts'
import type { CalendarFault, ShiftPlace } from '../../../../db/department/calendar/rules/checkCalendar.ts'
import { shiftsText } from '../../../../db/department/calendar/rules/shiftText.ts'
import type { Language } from '../../../../db/terms/language.ts'
import { lookUp } from '../../../i18n/look.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** The weekdays' numbers, Monday first. */
export const WEEK = [0, 1, 2, 3, 4, 5, 6] as const

/** A weekday's name: 周一, Mon; 0 is Monday. */
export const weekdayName = (weekday: number, t: TFunction): string =>
  t(`calendar.weekday.${WEEKDAYS[weekday] ?? 'mon'}`)

/** The same in one character, above a month. */
export const weekdayLetter = (weekday: number, t: TFunction): string =>
  t(`calendar.weekdayShort.${WEEKDAYS[weekday] ?? 'mon'}`)

/** A day with its weekday: 2026-02-17 周二. */
export const dayText = (day: string, t: TFunction): string =>
  t('calendar.dayOfWeek', { day, weekday: weekdayName(weekdayOf(day), t) })

/** What the almanac says of one day. */
export interface LunarDay {
  readonly month: number
  readonly leap: boolean
  readonly day: number
}

/** A lunar day in words: 农历正月初一, lunar 1-1. */
export const lunarText = ({ month, leap, day }: LunarDay, language: Language): string =>
  birthdayText({ calendar: 'lunar', year: null, month, leap, day }, language)

/** What stands under a day of a Chinese calendar: 初二, or the month's name on its first day: 正月, 闰四月. */
export function lunarShort(lunar: LunarDay): string {
  const text = lunarText(lunar, 'zh').slice('农历'.length)
  const [month = '', day = ''] = text.split('月')
  return lunar.day === 1 ? `${month}月` : day
}

/** A fault of a calendar in words. */
export function faultText(fault: CalendarFault, t: TFunction): string {
  const params =
    'place' in fault ? { place: placeText(fault.place, t), shift: shiftsText([fault.shift]) } : fault
  return lookUp(t, `calendar.fault.${fault.fault}`, params) ?? ''
}

const placeText = (place: ShiftPlace, t: TFunction): string =>
  'day' in place ? dayText(place.day, t) : weekdayName(place.weekday, t)

/** The breaks between the shifts of a day, as `12:00-13:30`; empty where there is none. */
export function breaksText(shifts: readonly Shift[]): string {
  const sorted = shifts.toSorted((a, b) => a.from - b.from)
  return shiftsText(
    sorted.flatMap(({ to }, at) => {
      const next = sorted[at + 1]
      return next && next.from > to ? [{ from: to, to: next.from }] : []
    }),
  )
}

/** A month's name: 2月, February; with its year where one is given. */
export function monthName(month: number, language: Language, year?: number): string {
  const format =
    year === undefined
      ? new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
      : new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  return format.format(Date.UTC(year ?? 2_000, month - 1, 1))
}
