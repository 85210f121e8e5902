/** A place on the clock of a wall: the day and the minutes since its midnight, 0 to 1439. */
export interface WallTime {
  /** YYYY-MM-DD */
  readonly day: string
  readonly minute: number
}

const MS_A_MINUTE = 60_000
const MS_AN_HOUR = 3_600_000
const MS_A_DAY = 86_400_000

// making one takes longer than a hundred readings by it
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone)
  if (made) return made
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  formats.set(timeZone, format)
  return format
}

/** Whether a name is a time zone that this program knows. Bare offsets such as +08:00 are none: they know no DST. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

/**
 * How far a zone is ahead of UTC at an instant, in ms. Throws RangeError where there is no such zone.
 * The language's own answer ends in GMT, GMT+08:00 or, before 1900, GMT-04:56:02.
 */
export function offsetAt(timeZone: string, ms: number): number {
  const [, sign, hours, minutes, seconds = 0] = OFFSET.exec(formatOf(timeZone).format(ms)) ?? []
  if (sign === undefined) return 0
  const ahead = Number(hours) * MS_AN_HOUR + Number(minutes) * MS_A_MINUTE + Number(seconds) * 1_000
  return sign === '-' ? -ahead : ahead
}

const OFFSET = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/

/** What the clock on a wall of the zone shows at an instant (epoch ms). */
export function wallTime(timeZone: string, ms: number): WallTime {
  const wall = ms + offsetAt(timeZone, ms)
  const midnight = Math.floor(wall / MS_A_DAY) * MS_A_DAY
  return {
    day: new Date(midnight).toISOString().slice(0, 10),
    minute: Math.floor((wall - midnight) / MS_A_MINUTE),
  }
}

/**
 * The instant (epoch ms) at which a wall of the zone shows a time, given as if it were UTC in ms. A time that comes twice
 * is its first; one that is jumped over is the instant of the jump. So later on the wall is never earlier in truth, and
 * what is put together from stretches on the wall doesn't depend on where it was cut.
 */
export function instantOfWall(timeZone: string, wall: number): number {
  // zones are less than a day from UTC, so one reading is surely before a change near that time and one after it
  const before = offsetAt(timeZone, wall - MS_A_DAY)
  const after = offsetAt(timeZone, wall + MS_A_DAY)
  const early = wall - before
  if (before === after || offsetAt(timeZone, early) === before) return early
  const late = wall - after
  return offsetAt(timeZone, late) === after ? late : jumpBetween(timeZone, late, early)
}

/** The first instant after `low` and up to `high` at which the zone's offset is no longer that of `low`. */
function jumpBetween(timeZone: string, low: number, high: number): number {
  const before = offsetAt(timeZone, low)
  let [least, most] = [low, high]
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2)
    if (offsetAt(timeZone, middle) === before) least = middle
    else most = middle
  }
  return most
}

// the offsets of a zone at the beginnings of days (UTC), which each calendar of that zone asks for
const offsetsOfDays = new Map<string, Map<number, number>>()

/** As `offsetAt` at the beginning of a day of UTC, so many days after 1970-01-01; kept for the next that asks. */
export function offsetOnDay(timeZone: string, number: number): number {
  const known = offsetsOfDays.get(timeZone) ?? new Map<number, number>()
  offsetsOfDays.set(timeZone, known)
  const before = known.get(number)
  if (before !== undefined) return before
  const offset = offsetAt(timeZone, number * MS_A_DAY)
  known.set(number, offset)
  return offset
}

/** The instant (epoch ms) of a minute of a day (YYYY-MM-DD) on the wall of a zone; minutes may pass 1440. */
export const instantAt = (timeZone: string, day: string, minute: number): number =>
  instantOfWall(timeZone, Date.parse(`${day}T00:00:00Z`) + minute * MS_A_MINUTE)
