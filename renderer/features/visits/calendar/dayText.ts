import type { TFunction } from 'i18next'
import { birthdayText } from '../../../../db/accounts/people/rules/birthday.ts'
import { addDays } from '../../../../db/accounts/rules/days.ts'
import { FESTIVAL_WORDS, festivalShort } from '../../../../db/terms/calendar.ts'
import type { BusyTime, CalendarDay, CalendarVisit } from '../../../../db/visits/calendar/contract.ts'
import { timeOfMinute } from '../../../../db/visits/rules/clashes.ts'
import { formatDay, type Language } from '../../../ui/format.ts'
import { visitTitle } from '../visitText.ts'

/** What stands beside a day: its festival or holiday, else the lunar day. Under a Chinese calendar both are short. */
export function dayRemark(day: CalendarDay, language: Language): string {
  if (day.festival !== null)
    return language === 'zh' ? festivalShort(day.festival) : FESTIVAL_WORDS.en[day.festival]
  // names of holidays are the department's own words
  if (day.name !== '' && language === 'zh') return day.name
  return lunarOf(day, language)
}

/** A lunar day: 初二, and the month's name on its first day; 10-15 in English. */
function lunarOf({ lunarMonth, lunarLeap, lunarDay }: CalendarDay, language: Language): string {
  const lunar = { calendar: 'lunar', year: null, month: lunarMonth, leap: lunarLeap, day: lunarDay } as const
  const text = birthdayText(lunar, language).replace(/^农历|^lunar /, '')
  return lunarDay === 1 || language === 'en' ? text : text.replace(/^.*月/, '')
}

/** Whether a day is off though its weekday isn't, or worked though it is; null where it is as usual. */
export function dayMark({ on, workday }: CalendarDay): 'off' | 'work' | null {
  const weekend = [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())
  return workday ? (weekend ? 'work' : null) : weekend ? null : 'off'
}

/** When a visit is: 14:00–16:00; empty where only the day is known. */
export function hoursOf({ time, minutes }: Pick<CalendarVisit, 'time' | 'minutes'>): string {
  if (time === '') return ''
  return `${time}–${timeOfMinute(Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes)}`
}

/** The hours of a busy time on a day; empty where it takes the whole day. */
export function busyHours({ startsAt, endsAt }: Pick<BusyTime, 'startsAt' | 'endsAt'>, day: string): string {
  const from = startsAt.slice(0, 10) < day ? '00:00' : startsAt.slice(11)
  const until = endsAt.slice(0, 10) > day ? '24:00' : endsAt.slice(11)
  return from === '00:00' && until === '24:00' ? '' : `${from}–${until}`
}

/** The days of a span on which somebody is busy. */
export function busyDays({ startsAt, endsAt }: Pick<BusyTime, 'startsAt' | 'endsAt'>): string[] {
  const days: string[] = []
  for (let day = startsAt.slice(0, 10); `${day} 00:00` < endsAt; day = addDays(day, 1)) days.push(day)
  return days
}

/** A visit in words, for those who don't see its sign. */
export function visitLabel(visit: CalendarVisit, language: Language, t: TFunction): string {
  return [
    formatDay(`${visit.day}T00:00`, language),
    hoursOf(visit),
    visitTitle(visit, t),
    visit.missed ? t('visits.missed') : t(`visits.state.${visit.state}`),
    visit.lead ?? t('visitPlan.noLead'),
    visit.city,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** A busy time in words. */
export const busyLabel = (busy: BusyTime, day: string, t: TFunction): string =>
  [busy.member, busyHours(busy, day), busy.title === '' ? t('visitCalendar.busy') : busy.title, busy.city]
    .filter((part) => part !== '')
    .join(' ')
