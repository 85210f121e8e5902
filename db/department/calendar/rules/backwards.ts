import { type CompiledCalendar, workingMs } from './workingTime.ts'

const MS_A_DAY = 86_400_000

/**
 * The latest instant (epoch ms) from which so many working milliseconds pass until another one; that one itself for 0.
 * Throws CalendarRangeError where it would lie before 2000.
 */
export function workingMsBefore(compiled: CompiledCalendar, endMs: number, workMs: number): number {
  if (workMs <= 0) return endMs
  let reach = workMs
  while (workingMs(compiled, endMs - reach, endMs) < workMs) reach = reach * 2 + MS_A_DAY
  let [low, high] = [endMs - reach, endMs]
  // of `low` enough time passes, of `high` too little
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (workingMs(compiled, middle, endMs) >= workMs) low = middle
    else high = middle
  }
  return low
}
