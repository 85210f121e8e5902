import type { EffortSubject } from './words.ts'

/** The timer of a laptop: what somebody began to work on, and when. One at a time; it lies in the laptop's local state. */
export interface Timer {
  /** epoch ms, by the laptop's clock */
  readonly startedAt: number
  readonly accountId: string | null
  readonly subject: EffortSubject
  readonly subjectId: string | null
  readonly note: string
}

/**
 * What a timer has come to. `night` ran from one day into another, and nobody worked all of it; `backwards` began after
 * now, since the clock was set back: of both only a person knows how long the work took.
 */
export type TimerReading =
  | { readonly kind: 'sure'; readonly minutes: number }
  | { readonly kind: 'night' | 'backwards'; readonly minutes: number }

const MS_A_MINUTE = 60_000

/** Reads a timer at an instant (epoch ms), in full minutes, rounded; never below 0. @param dayOf the laptop's day of an instant */
export function readTimer(
  { startedAt }: Pick<Timer, 'startedAt'>,
  now: number,
  dayOf: (ms: number) => string,
): TimerReading {
  if (now < startedAt) return { kind: 'backwards', minutes: 0 }
  const minutes = Math.round((now - startedAt) / MS_A_MINUTE)
  return { kind: dayOf(startedAt) === dayOf(now) ? 'sure' : 'night', minutes }
}
