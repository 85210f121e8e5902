/** A time at which somebody is somewhere: minutes of the day; a whole day where only the day is known. */
export interface Stay {
  readonly city: string
  /** minutes since the day began; null where only the day is known */
  readonly from: number | null
  readonly to: number | null
}

/** Minutes since midnight of HH:MM. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** HH:MM of minutes since midnight; later days go on counting hours from 0. */
export const timeOfMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** When a visit is, on its day. */
export const stayOf = ({
  city,
  time,
  minutes,
}: {
  readonly city: string
  readonly time: string
  readonly minutes: number
}): Stay =>
  time === '' ? { city, from: null, to: null } : { city, from: minuteOf(time), to: minuteOf(time) + minutes }

/**
 * Why one person can't be at both on one day; null where they can. Two cities on one day are one too many where one of the
 * times isn't known, or less than this many minutes lie between.
 */
export function clashOf(one: Stay, other: Stay): 'sameTime' | 'twoCities' | null {
  const known = one.from !== null && one.to !== null && other.from !== null && other.to !== null
  if (known && one.from < other.to && other.from < one.to) return 'sameTime'
  const apart = one.city !== '' && other.city !== '' && one.city !== other.city
  if (!apart) return null
  if (!known) return 'twoCities'
  const between = one.from < other.from ? other.from - one.to : one.from - other.to
  return between < BETWEEN_CITIES ? 'twoCities' : null
}

/** Minutes that lie at least between two meetings in two cities of one day. */
export const BETWEEN_CITIES = 180
