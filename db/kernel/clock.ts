/**
 * Hybrid logical clock: the only order of transactions. Fixed-width text `ms-counter-device` sorts as it happened,
 * never goes back when the wall clock does, and stays unique between laptops.
 */
export interface Clock {
  /** The next reading, later than every one before it. */
  next(): string
}

const MS_WIDTH = 15
const COUNTER_WIDTH = 6
const MAX_COUNTER = 999_999

/**
 * A clock that goes on after `last`, the newest reading in the file (null for a new file).
 * @param device the laptop's id
 * @param now milliseconds since 1970
 */
export function clockAfter(last: string | null, device: string, now: () => number): Clock {
  let { ms, counter } = last === null ? { ms: 0, counter: 0 } : readingOf(last)
  return {
    next() {
      const wall = now()
      if (wall > ms) {
        ms = wall
        counter = 0
      } else if (counter === MAX_COUNTER) {
        ms += 1
        counter = 0
      } else {
        counter += 1
      }
      return textOf(ms, counter, device)
    },
  }
}

/** The instant (ISO-8601 UTC) that a reading was taken at. */
export const instantOf = (hlc: string): string => new Date(readingOf(hlc).ms).toISOString()

/**
 * The reading that the device of `hlc` would have taken at an earlier instant: for what a row tells of the past. Never
 * for the log's own order, where a clock does not go back.
 * @param instant ISO-8601 UTC
 */
export function backdated(hlc: string, instant: string): string {
  const ms = Date.parse(instant)
  if (!(ms < readingOf(hlc).ms)) throw new Error(`not before ${hlc}: ${instant}`)
  return textOf(ms, 0, hlc.slice(MS_WIDTH + COUNTER_WIDTH + 2))
}

const textOf = (ms: number, counter: number, device: string): string =>
  `${String(ms).padStart(MS_WIDTH, '0')}-${String(counter).padStart(COUNTER_WIDTH, '0')}-${device}`

function readingOf(hlc: string): { ms: number; counter: number } {
  const ms = Number(hlc.slice(0, MS_WIDTH))
  const counter = Number(hlc.slice(MS_WIDTH + 1, MS_WIDTH + 1 + COUNTER_WIDTH))
  if (!Number.isSafeInteger(ms) || !Number.isSafeInteger(counter))
    throw new Error(`not a clock reading: ${hlc}`)
  return { ms, counter }
}
