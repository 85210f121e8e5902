import { type CompiledCalendar, isWorking } from '../../../department/calendar/rules/workingTime.ts'
import type { NoticeLevel } from './levels.ts'

/** How this laptop gives notices. */
export interface NoticeSettings {
  /** which levels are told of at all */
  readonly levels: Readonly<Record<NoticeLevel, boolean>>
  /** quiet hours by the laptop's clock, HH:MM; they may go over midnight. Null for none */
  readonly quiet: { readonly from: string; readonly to: string } | null
  /** whether it is quiet outside the working calendar too */
  readonly onlyAtWork: boolean
}

/** What holds until somebody says otherwise. */
export const DEFAULT_NOTICES: NoticeSettings = {
  levels: { due: true, warned: false, soon: true, late: true, over: true },
  quiet: { from: '22:00', to: '07:30' },
  onlyAtWork: true,
}

/** Minutes of a time of day HH:MM. */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Whether notices are held back at a moment (epoch ms), to be given as one summary afterwards. */
export function isQuiet(
  { quiet, onlyAtWork }: Pick<NoticeSettings, 'quiet' | 'onlyAtWork'>,
  calendar: CompiledCalendar,
  now: number,
): boolean {
  if (onlyAtWork && !isWorking(calendar, now)) return true
  if (quiet === null) return false
  const date = new Date(now)
  const minute = date.getHours() * 60 + date.getMinutes()
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)]
  if (from === to) return false
  return from < to ? minute >= from && minute < to : minute >= from || minute < to
}
