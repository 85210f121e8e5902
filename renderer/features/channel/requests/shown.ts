import type { RequestLine } from '../../../../db/channel/requests/contract.ts'
import { CLOCKS, isLate } from '../../../../db/channel/requests/rules/clocks.ts'
import { levelAt } from '../../../../db/channel/requests/rules/levels.ts'
import type { WorkCalendar } from '../../../../db/department/calendar/rules/calendar.ts'
import { calendarFor } from '../../../shared/clocks/useTicking.ts'

/** Which requests a list shows. */
export const SHOWN = ['all', 'late', 'soon', 'paused', 'new', 'ended'] as const
export type Shown = (typeof SHOWN)[number]

/** Whether a running clock of a request has ended; how near the nearest is. */
function nearest(
  { clocks, calendarId }: RequestLine,
  calendars: Readonly<Record<string, WorkCalendar>>,
  now: number,
): 'late' | 'soon' | 'calm' {
  const calendar = calendarFor(calendars, calendarId)
  const running = CLOCKS.map((name) => clocks[name]).filter(({ kind }) => kind === 'running')
  if (running.some((clock) => isLate(calendar, clock, now))) return 'late'
  return running.some((clock) => levelAt(calendar, clock, now) !== null) ? 'soon' : 'calm'
}

/** The rows that are shown, in the order given. */
export function shownIn(
  rows: readonly RequestLine[],
  calendars: Readonly<Record<string, WorkCalendar>>,
  show: Shown,
  now: number,
): readonly RequestLine[] {
  switch (show) {
    case 'all':
    case 'ended':
      return rows
    case 'new':
      return rows.filter(({ state }) => state === 'new')
    case 'paused':
      return rows.filter(({ clocks }) => CLOCKS.some((name) => clocks[name].kind === 'paused'))
    case 'late':
    case 'soon':
      return rows.filter((row) => nearest(row, calendars, now) === show)
  }
}
