import {
  dayAtNumber,
  dayNumber,
  FIRST_YEAR,
  LAST_YEAR,
  type Shift,
  shiftsOn,
  type WorkCalendar,
} from './calendar.ts'
import { instantOfWall, offsetOnDay } from './zones.ts'

/**
 * An instant, a day or a result lies outside the years that calendars hold for (2000 to 2100), or a number of minutes is
 * none. Services turn it into a refusal.
 */
export class CalendarRangeError extends RangeError {
  constructor(message: string) {
    super(message)
    this.name = 'CalendarRangeError'
  }
}

/** The working time of one year of UTC: stretches in order that neither touch nor overlap. All in ms. */
interface Stretches {
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** working ms of the year before each stretch */
  readonly before: Float64Array
  /** working ms of the whole year */
  readonly total: number
}

/** A calendar made ready to answer: its years are worked out when they are first asked for. */
export interface CompiledCalendar {
  readonly calendar: WorkCalendar
  readonly years: Map<number, Stretches>
}

const MS_A_MINUTE = 60_000
const MS_A_DAY = 86_400_000

/** Makes a calendar ready to answer. It must be without faults (`checkCalendar`). */
export const compileCalendar = (calendar: WorkCalendar): CompiledCalendar => ({ calendar, years: new Map() })

function stretchesOf(compiled: CompiledCalendar, year: number): Stretches {
  const known = compiled.years.get(year)
  if (known) return known
  if (year < FIRST_YEAR || year > LAST_YEAR)
    throw new CalendarRangeError(`calendars hold from ${FIRST_YEAR} to ${LAST_YEAR}, not in ${year}`)
  const made = packed(unionOf(workOfYear(compiled.calendar, year)))
  compiled.years.set(year, made)
  return made
}

/** Stretches of work within a year of UTC, in ms, as the shifts give them, cut at its edges. */
function workOfYear(calendar: WorkCalendar, year: number): [number, number][] {
  const first = Date.UTC(year, 0, 1)
  const last = Date.UTC(year + 1, 0, 1)
  const work: [number, number][] = []
  // a shift that begins up to three days before may reach into the year: two days long, and zones a day from UTC
  const from = first / MS_A_DAY - 3
  const instants = wallReader(calendar.timeZone, from, last / MS_A_DAY + 1)
  for (let number = from; number <= last / MS_A_DAY + 1; number += 1) {
    for (const { from: opens, to: closes } of shiftsOn(calendar, dayAtNumber(number))) {
      const start = Math.max(first, instants(number, opens))
      const end = Math.min(last, instants(number, closes))
      if (end > start) work.push([start, end])
    }
  }
  return work
}

/** Reads the wall of a zone for days from one number to another: by one offset where it doesn't change around a day. */
function wallReader(timeZone: string, from: number, to: number): (day: number, minute: number) => number {
  // a shift ends within two days, and zones are a day from UTC
  const around = 3
  const offsets: number[] = []
  for (let day = from - 1; day <= to + around; day += 1) offsets.push(offsetOnDay(timeZone, day))
  const steady: (number | undefined)[] = []
  for (let at = 0; at <= to - from; at += 1) {
    const near = offsets.slice(at, at + around + 2)
    steady.push(near.every((offset) => offset === near[0]) ? near[0] : undefined)
  }
  return (day, minute) => {
    const wall = day * MS_A_DAY + minute * MS_A_MINUTE
    const offset = steady[day - from]
    return offset === undefined ? instantOfWall(timeZone, wall) : wall - offset
  }
}

/** Stretches in order, those that touch or overlap made one: where a shift was cut leaves no trace. */
function unionOf(work: [number, number][]): [number, number][] {
  const union: [number, number][] = []
  for (const [start, end] of work.toSorted((a, b) => a[0] - b[0])) {
    const last = union.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else union.push([start, end])
  }
  return union
}

function packed(union: readonly [number, number][]): Stretches {
  const before = new Float64Array(union.length)
  let total = 0
  union.forEach(([start, end], at) => {
    before[at] = total
    total += end - start
  })
  return {
    starts: Float64Array.from(union, ([start]) => start),
    ends: Float64Array.from(union, ([, end]) => end),
    before,
    total,
  }
}

/** How many of the numbers, which rise, are at most a limit. */
function countUpTo(numbers: Float64Array, limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Working ms of a year before an instant in it. */
function workedBefore({ starts, ends, before }: Stretches, ms: number): number {
  const at = countUpTo(starts, ms) - 1
  const start = starts[at]
  if (start === undefined) return 0
  return (before[at] ?? 0) + Math.min(ms, ends[at] ?? 0) - start
}

function yearAt(ms: number): number {
  if (!Number.isFinite(ms)) throw new CalendarRangeError('no instant')
  return new Date(ms).getUTCFullYear()
}

/** Working milliseconds from one instant to another (epoch ms); 0 where the second isn't later. */
export function workingMs(compiled: CompiledCalendar, fromMs: number, toMs: number): number {
  const [first, last] = [yearAt(fromMs), yearAt(toMs)]
  const from = workedBefore(stretchesOf(compiled, first), fromMs)
  let sum = workedBefore(stretchesOf(compiled, last), toMs) - from
  if (toMs <= fromMs) return 0
  for (let year = first; year < last; year += 1) sum += stretchesOf(compiled, year).total
  return sum
}

/**
 * Working minutes from one instant to another (epoch ms), with fractions down to the millisecond; 0 where the second
 * isn't later. Throws CalendarRangeError outside 2000 to 2100.
 */
export const workingBetween = (compiled: CompiledCalendar, fromMs: number, toMs: number): number =>
  workingMs(compiled, fromMs, toMs) / MS_A_MINUTE

/** As `addWorking`, in whole working milliseconds: what is kept of a paused clock can be added without rounding. */
export function addWorkingMs(compiled: CompiledCalendar, startMs: number, workMs: number): number {
  if (!(workMs >= 0 && Number.isFinite(workMs)))
    throw new CalendarRangeError(`can't add ${workMs} ms of work`)
  const first = yearAt(startMs)
  let stretches = stretchesOf(compiled, first)
  if (workMs === 0) return startMs
  let target = workedBefore(stretches, startMs) + workMs
  for (let year = first; target > stretches.total; stretches = stretchesOf(compiled, year)) {
    target -= stretches.total
    year += 1
  }
  return instantAfter(stretches, target)
}

/** The first instant of a year at which so much of its working time has passed; more than 0, no more than there is. */
function instantAfter({ starts, before }: Stretches, worked: number): number {
  // the last stretch before which less was worked: a shift's very end, not the next opening
  let at = countUpTo(before, worked) - 1
  if (before[at] === worked) at -= 1
  return (starts[at] ?? 0) + worked - (before[at] ?? 0)
}

/**
 * The instant (epoch ms) at which so many working minutes have passed since the start: exact to the millisecond, the end
 * of a shift rather than the next opening. A start outside work counts from the next opening; the start itself never
 * moves, and after 0 minutes it is the answer. Throws CalendarRangeError for fewer, and beyond 2100.
 */
export const addWorking = (compiled: CompiledCalendar, startMs: number, minutes: number): number =>
  addWorkingMs(compiled, startMs, Math.round(minutes * MS_A_MINUTE))

/** Whether work is on at an instant (epoch ms): from the moment a shift opens until just before it closes. */
export function isWorking(compiled: CompiledCalendar, ms: number): boolean {
  const { starts, ends } = stretchesOf(compiled, yearAt(ms))
  const end = ends[countUpTo(starts, ms) - 1]
  return end !== undefined && ms < end
}

/** When work is next on (epoch ms): the instant itself where it is on, else the next opening. */
export function nextOpening(compiled: CompiledCalendar, ms: number): number {
  if (isWorking(compiled, ms)) return ms
  for (let year = yearAt(ms); ; year += 1) {
    const { starts } = stretchesOf(compiled, year)
    const start = starts[countUpTo(starts, ms)]
    if (start !== undefined) return start
  }
}

/** When work that is on at an instant ends (epoch ms); the instant itself where it isn't on. */
export function closingAfter(compiled: CompiledCalendar, ms: number): number {
  const { starts, ends } = stretchesOf(compiled, yearAt(ms))
  return Math.max(ms, ends[countUpTo(starts, ms) - 1] ?? ms)
}

/** Whether any shift begins on a day (YYYY-MM-DD). */
export const isWorkday = ({ calendar }: CompiledCalendar, day: string): boolean =>
  shiftsOn(calendar, day).some(({ from, to }: Shift) => to > from)

/**
 * The day (YYYY-MM-DD) so many workdays after another, or before it where negative; the day itself is not counted, and is
 * the answer for 0, workday or not. Throws CalendarRangeError outside 2000 to 2100.
 */
export function addWorkingDays(compiled: CompiledCalendar, day: string, count: number): string {
  const step = Math.sign(count)
  let number = dayNumber(day)
  if (!Number.isInteger(count) || !Number.isFinite(number)) throw new CalendarRangeError('no whole days')
  for (let left = Math.abs(count); left > 0; ) {
    number += step
    if (number < FIRST_DAY || number > LAST_DAY) throw new CalendarRangeError('no such workday before 2101')
    if (isWorkday(compiled, dayAtNumber(number))) left -= 1
  }
  return dayAtNumber(number)
}

const FIRST_DAY = dayNumber(`${FIRST_YEAR}-01-01`)
const LAST_DAY = dayNumber(`${LAST_YEAR}-12-31`)
