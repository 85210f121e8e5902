import { isDay } from '../../../accounts/rules/days.ts'
import {
  dayAtNumber,
  dayNumber,
  FIRST_YEAR,
  LAST_YEAR,
  MOST_DAYS,
  type Shift,
  shiftsOn,
  usualShifts,
  type WorkCalendar,
} from './calendar.ts'
import { isTimeZone } from './zones.ts'

/** Where a shift stands: on a weekday (0 is Monday), or on a day of its own (YYYY-MM-DD). */
export type ShiftPlace = { readonly weekday: number } | { readonly day: string }

/** What is wrong with a calendar. */
export type CalendarFault =
  | { readonly fault: 'unknownTimeZone'; readonly timeZone: string }
  /** no weekday has any shift, so that work would end with the listed days */
  | { readonly fault: 'noWorkday' }
  /** so many days in a row without work, from that day on */
  | { readonly fault: 'longGap'; readonly day: string; readonly days: number }
  /** ends before it begins, or as it does */
  | { readonly fault: 'shiftTurned'; readonly place: ShiftPlace; readonly shift: Shift }
  /** begins after its day, lasts longer than a day, or not on whole minutes */
  | { readonly fault: 'shiftOutside'; readonly place: ShiftPlace; readonly shift: Shift }
  /** begins before another one of the day, or of the day before, has ended */
  | { readonly fault: 'shiftsOverlap'; readonly place: ShiftPlace; readonly shift: Shift }
  /** a free day that lists shifts, or a day of work that lists none */
  | { readonly fault: 'shiftsOfDay'; readonly day: string; readonly kind: 'off' | 'work' }
  | { readonly fault: 'noSuchDay'; readonly day: string }
  | { readonly fault: 'dayOutside'; readonly day: string }
  | { readonly fault: 'tooManyDays'; readonly days: number; readonly most: number }

/** A calendar with no work in so many days in a row is refused. */
export const LONGEST_GAP = 370

const A_DAY = 1_440

/** Everything that is wrong with a calendar; nothing, where clocks can go by it. */
export function checkCalendar(calendar: WorkCalendar): CalendarFault[] {
  const days = Object.keys(calendar.days)
  const faults: CalendarFault[] = []
  if (!isTimeZone(calendar.timeZone)) faults.push({ fault: 'unknownTimeZone', timeZone: calendar.timeZone })
  if (usualShifts(calendar).length === 0) faults.push({ fault: 'noWorkday' })
  if (days.length > MOST_DAYS)
    return [...faults, { fault: 'tooManyDays', days: days.length, most: MOST_DAYS }]
  faults.push(...days.flatMap((day) => dayFaults(calendar, day)))
  calendar.week.forEach((shifts, weekday) => {
    faults.push(...shiftFaults(shifts, { weekday }))
  })
  // where days or shifts are no good there is nothing to lay side by side
  return faults.length > 0 ? faults : [...nightFaults(calendar), ...gapFaults(calendar)]
}

function dayFaults({ days }: WorkCalendar, day: string): CalendarFault[] {
  if (!isDay(day)) return [{ fault: 'noSuchDay', day }]
  const year = Number(day.slice(0, 4))
  if (year < FIRST_YEAR || year > LAST_YEAR) return [{ fault: 'dayOutside', day }]
  const special = days[day]
  if (special?.shifts === undefined) return []
  const { kind, shifts } = special
  // a free day lists none at all, a day of work at least one
  if (kind === 'off' || shifts.length === 0) return [{ fault: 'shiftsOfDay', day, kind }]
  return shiftFaults(shifts, { day })
}

/** What is wrong with the shifts of one day among themselves. */
function shiftFaults(shifts: readonly Shift[], place: ShiftPlace): CalendarFault[] {
  const faults: CalendarFault[] = []
  let end = 0
  for (const shift of shifts.toSorted((a, b) => a.from - b.from)) {
    if (!isPlaced(shift)) faults.push({ fault: 'shiftOutside', place, shift })
    else if (shift.to <= shift.from) faults.push({ fault: 'shiftTurned', place, shift })
    else if (shift.from < end) faults.push({ fault: 'shiftsOverlap', place, shift })
    end = Math.max(end, shift.to)
  }
  return faults
}

const isPlaced = ({ from, to }: Shift): boolean =>
  Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < A_DAY && to - from <= A_DAY

/** Night shifts that reach into the shifts of the next day: in the week, and around the days that differ. */
function nightFaults(calendar: WorkCalendar): CalendarFault[] {
  const { week, days } = calendar
  const faults = week.flatMap((shifts, weekday) =>
    reached(week[(weekday + 6) % 7] ?? [], shifts, { weekday }),
  )
  if (faults.length > 0) return faults
  const numbers = new Set(Object.keys(days).flatMap((day) => [dayNumber(day), dayNumber(day) + 1]))
  return [...numbers].flatMap((number) => {
    const day = dayAtNumber(number)
    return reached(shiftsOn(calendar, dayAtNumber(number - 1)), shiftsOn(calendar, day), { day })
  })
}

function reached(before: readonly Shift[], shifts: readonly Shift[], place: ShiftPlace): CalendarFault[] {
  const end = Math.max(0, ...before.map(({ to }) => to - A_DAY))
  return shifts
    .filter(({ from }) => from < end)
    .map((shift) => ({ fault: 'shiftsOverlap', place, shift }) as const)
}

/** Stretches of days without work that are too long. Only days listed as free can make one, if the week has any work. */
function gapFaults(calendar: WorkCalendar): CalendarFault[] {
  const off = Object.keys(calendar.days).filter((day) => calendar.days[day]?.kind === 'off')
  const numbers = off.map(dayNumber)
  const last = numbers.reduce((latest, number) => Math.max(latest, number), 0) + 7
  const faults: CalendarFault[] = []
  let days = 0
  for (
    let number = numbers.reduce((first, each) => Math.min(first, each), last) - 7;
    number <= last;
    number += 1
  ) {
    if (shiftsOn(calendar, dayAtNumber(number)).length === 0) {
      days += 1
      continue
    }
    if (days >= LONGEST_GAP) faults.push({ fault: 'longGap', day: dayAtNumber(number - days), days })
    days = 0
  }
  return faults
}
