import type { Shift } from './calendar.ts'

const A_DAY = 1_440

/** A minute of the day as a clock shows it: 09:00, 24:00; past midnight of the next day 06:00 again. */
export function timeText(minute: number): string {
  const shown = minute > A_DAY ? minute - A_DAY : minute
  return `${two(Math.floor(shown / 60))}:${two(shown % 60)}`
}

/** A time as people type it (9, 0900, 9:30, 9点30分), in minutes of the day 0 to 1440; undefined where it is none. */
export function readTime(typed: string): number | undefined {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace('点', ':')
    .replace(/[分时]/g, '')
    .replace(/:$/, '')
  const match = /^(\d{1,2})(?::?(\d{2}))?$/.exec(text)
  if (!match) return undefined
  const minute = Number(match[1]) * 60 + Number(match[2] ?? 0)
  return Number(match[2] ?? 0) < 60 && minute <= A_DAY ? minute : undefined
}

/** A shift from two times of the day: one that ends before it begins, or as it does, ends on the next day. */
export const shiftBetween = (from: number, to: number): Shift => ({ from, to: to <= from ? to + A_DAY : to })

/** Shifts in the order of the day, as `09:00-12:00 13:30-18:00`; `readShifts` reads it again. */
export const shiftsText = (shifts: readonly Shift[]): string =>
  shifts
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to }) => `${timeText(from)}-${timeText(to)}`)
    .join(' ')

/** Shifts as people write them (9:00-12:00、13:30～18:00); undefined where one is none. */
export function readShifts(typed: string): Shift[] | undefined {
  const text = typed.normalize('NFKC').trim()
  const shifts: Shift[] = []
  for (const part of text.split(/[\s,;、;/]+/).filter((each) => each !== '')) {
    const [first = '', second, ...rest] = part.split(/[-–—~至到]/)
    const [from, to] = [readTime(first), readTime(second ?? '')]
    if (from === undefined || to === undefined || rest.length > 0) return undefined
    shifts.push(shiftBetween(from, to))
  }
  return shifts.toSorted((a, b) => a.from - b.from)
}

/** Minutes of work that shifts hold. */
export const minutesOf = (shifts: readonly Shift[]): number =>
  shifts.reduce((sum, { from, to }) => sum + to - from, 0)

const two = (number: number): string => String(number).padStart(2, '0')
