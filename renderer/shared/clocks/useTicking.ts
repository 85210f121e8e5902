import { useEffect, useState } from 'react'
import type { WorkCalendar } from '../../../db/department/calendar/rules/calendar.ts'
import { DEFAULT_CALENDAR } from '../../../db/department/calendar/rules/calendar.ts'
import { type CompiledCalendar, compileCalendar } from '../../../db/department/calendar/rules/workingTime.ts'

/** Clocks are shown in minutes: often enough that none is shown a minute late for long. */
const EVERY_MS = 15_000

/**
 * The engine's clock in this window, epoch ms: as it was read, going on with this window's own time, read anew when the
 * window wakes or is looked at again.
 * @param read the engine's clock when data was last read; undefined before
 */
export function useTicking(read: number | undefined): number {
  const [base, setBase] = useState({ read, at: Date.now() })
  if (base.read !== read) setBase({ read, at: Date.now() })
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tick = (): void => setNow(Date.now())
    const timer = setInterval(tick, EVERY_MS)
    window.addEventListener('focus', tick)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', tick)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return (base.read ?? now) + Math.max(0, now - base.at)
}

const compiled = new Map<string, CompiledCalendar>()

/** The calendar by which a request's clocks run, ready to answer; versions never change, so each is made ready once. */
export function calendarFor(
  calendars: Readonly<Record<string, WorkCalendar>>,
  calendarId: string | null,
): CompiledCalendar {
  const key = calendarId ?? 'default'
  const known = compiled.get(key)
  if (known) return known
  const made = compileCalendar(calendars[key] ?? DEFAULT_CALENDAR)
  compiled.set(key, made)
  return made
}
