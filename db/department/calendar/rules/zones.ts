/** A place on the clock of a wall: the day and the minutes since its midnight, 0 to 1439. */
export interface WallTime {
  /** YYYY-MM-DD */
  readonly day: string
  readonly minute: number
}

const MS_A_MINUTE = 60_000
const MS_A_DAY = 86_400_000

// making one takes longer than a hundred readings by it
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone)
  if (made) return made
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
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

/** What a zone's wall shows at an instant, read as if it were UTC, in ms to the second. */
function wallMs(timeZone: string, ms: number): number {
  const read = new Map<string, number>()
  for (const { type, value } of formatOf(timeZone).formatToParts(ms)) read.set(type, Number(value))
  const part = (name: string) => read.get(name) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

/** How far a zone is ahead of UTC at an instant, in ms. Throws RangeError where there is no such zone. */
export const offsetAt = (timeZone: string, ms: number): number =>
  wallMs(timeZone, ms) - Math.floor(ms / 1_000) * 1_000

/** What the clock on a wall of the zone shows at an instant (epoch ms). */
export function wallTime(timeZone: string, ms: number): WallTime {
  const wall = wallMs(timeZone, ms)
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

/** The instant (epoch ms) of a minute of a day (YYYY-MM-DD) on the wall of a zone; minutes may pass 1440. */
export const instantAt = (timeZone: string, day: string, minute: number): number =>
  instantOfWall(timeZone, Date.parse(`${day}T00:00:00Z`) + minute * MS_A_MINUTE)
