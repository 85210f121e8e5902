import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { daysBetween } from '../../../../db/accounts/rules/days.ts'
import { FESTIVAL_WORDS, type Festival } from '../../../../db/terms/calendar.ts'
import { api } from '../../../client/engine.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { type LunarDay, lunarText } from './calendarText.ts'

/** What is written beside a day of a year. */
export interface AlmanacDay extends LunarDay {
  readonly festival: Festival | null
  /** in words: 农历正月初一 */
  readonly lunar: string
  readonly festivalName: string
}

/** Looks a day of the year up; undefined until the year has been read, and for days of other years. */
export type AlmanacOf = (day: string) => AlmanacDay | undefined

/** The lunar days and festivals of a year. */
export function useAlmanac(year: number): AlmanacOf {
  const { data } = useQuery(
    api.calendar.almanac.queryOptions({ input: { year }, staleTime: Number.POSITIVE_INFINITY }),
  )
  const language = spokenLanguage()
  return useMemo(
    () => (day) => {
      const at = daysBetween(`${year}-01-01`, day)
      const [month, of, leap] = [data?.months[at], data?.days[at], data?.leaps[at]]
      if (!data || month === undefined || of === undefined || leap === undefined) return undefined
      const festival = data.festivals[at] ?? null
      const lunar = { month, leap, day: of }
      return {
        ...lunar,
        festival,
        lunar: lunarText(lunar, language),
        festivalName: festival === null ? '' : FESTIVAL_WORDS[language][festival],
      }
    },
    [data, year, language],
  )
}
