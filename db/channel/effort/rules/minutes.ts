/** The most minutes that one person works in a day. */
export const MINUTES_A_DAY = 24 * 60

const HOURS_MINUTES = /^(\d{1,3}):([0-5]?\d)$/
const MINUTES = /^(\d{1,5}) ?(?:分钟?|m|min|mins|minutes?)?$/
const HOURS =
  /^(\d{1,3}(?:\.\d+)?) ?(?:个?小时|个?钟头|h|hrs?|hours?)(?:半)?(?: ?(\d{1,4}) ?(?:分钟?|m|min|mins|minutes?)?)?$/

/**
 * Minutes as people type them: `45`, `1:15`, `1.5h`, `1h30`, `1小时15分`, `2个半小时`; full-width digits and signs too.
 * Undefined for what says no length of time. Fractions of a minute are rounded.
 */
export function readMinutes(typed: string): number | undefined {
  const text = typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^半个?小时$/, '30')
    .replace(/^(\d+) ?个半(?:小时|钟头)$/, '$1.5h')
  const clock = HOURS_MINUTES.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const minutes = MINUTES.exec(text)
  if (minutes) return Number(minutes[1])
  const hours = HOURS.exec(text)
  if (!hours) return undefined
  const half = text.includes('半') ? 30 : 0
  return Math.round(Number(hours[1]) * 60) + half + Number(hours[2] ?? 0)
}

/** Minutes as `1:15`, hours and minutes, as {@link readMinutes} takes them again. */
export const minutesText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
