import { addWorkingMs, type CompiledCalendar } from '../../../department/calendar/rules/workingTime.ts'
import { type Clock, leftAt } from './clocks.ts'

/**
 * How near a clock is to its end: `warned` from three quarters of its span, `soon` from a quarter of an hour before,
 * `late` from its end, `over` from half as much again.
 */
export const LEVELS = ['warned', 'soon', 'late', 'over'] as const
export type Level = (typeof LEVELS)[number]

/** Working ms before its end from which a clock has little time left: a quarter of an hour. */
const SOON = 15 * 60_000

/** Working ms that are left of a clock of a span when it reaches each level. */
const LEFT_AT = {
  warned: (span: number) => Math.ceil(span / 4),
  // of a short promise, a quarter of an hour would be most of it
  soon: (span: number) => Math.min(SOON, Math.ceil(span / 8)),
  late: () => 0,
  over: (span: number) => -Math.ceil(span / 2),
} as const satisfies Record<Level, (span: number) => number>

/** The level that a clock has reached at an instant; null while there is time, and for one that was met or counts nothing. */
export function levelAt(calendar: CompiledCalendar, clock: Clock, now: number): Level | null {
  if (clock.kind === 'none' || clock.kind === 'met') return null
  const left = leftAt(calendar, clock, now) ?? 0
  return (
    LEVELS.findLast((level) => (level === 'late' ? left < 0 : left <= LEFT_AT[level](clock.span))) ?? null
  )
}

/** When a running clock reaches a level it has not reached yet, epoch ms; null where it doesn't run or has reached it. */
export function levelDue(calendar: CompiledCalendar, clock: Clock, level: Level): number | null {
  if (clock.kind !== 'running') return null
  const wait = clock.left - LEFT_AT[level](clock.span)
  return wait > 0 ? addWorkingMs(calendar, clock.from, wait) : null
}
