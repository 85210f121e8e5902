import type { CompiledCalendar } from '../../../department/calendar/rules/workingTime.ts'
import { type Clock, leftAt } from '../../requests/rules/clocks.ts'
import { percentile } from './percentiles.ts'

/** What became of a clock: kept, missed (open and already late too), or open and in time; null where nothing was promised. */
export const CLOCK_OUTCOMES = ['onTime', 'missed', 'pending'] as const
export type ClockOutcome = (typeof CLOCK_OUTCOMES)[number]

/** A clock as the figures see it. */
export interface ClockResult {
  readonly outcome: ClockOutcome | null
  /** working minutes from question to answer; null where it wasn't met */
  readonly took: number | null
}

const MS_A_MINUTE = 60_000

/**
 * What became of a clock by an instant (epoch ms).
 * @param missed whether an end of it passed before, in whichever of its runs: the next run doesn't make that good
 */
export function clockResult(
  calendar: CompiledCalendar,
  clock: Clock,
  missed: boolean,
  now: number,
): ClockResult {
  const result = resultOfRun(calendar, clock, now)
  return missed ? { ...result, outcome: 'missed' } : result
}

/** What became of the run that a clock is in, or was in last. */
function resultOfRun(calendar: CompiledCalendar, clock: Clock, now: number): ClockResult {
  switch (clock.kind) {
    case 'none':
      return { outcome: null, took: null }
    case 'met':
      return {
        outcome: clock.left >= 0 ? 'onTime' : 'missed',
        took: (clock.span - clock.left) / MS_A_MINUTE,
      }
    case 'missed':
      return { outcome: 'missed', took: null }
    case 'running':
    case 'paused':
      return { outcome: (leftAt(calendar, clock, now) ?? 0) < 0 ? 'missed' : 'pending', took: null }
  }
}

/** How clocks of one sort went. */
export interface ClockFigures {
  readonly onTime: number
  readonly missed: number
  readonly pending: number
  /** on time of on time and missed, tenths of a percent; null before the first of them */
  readonly rate: number | null
  /** working minutes that half, and nine of ten, took at most; null where none was met */
  readonly p50: number | null
  readonly p90: number | null
}

/** Counts how clocks went. */
export class ClockTally {
  private readonly counts = { onTime: 0, missed: 0, pending: 0 }
  private readonly took: number[] = []

  add({ outcome, took }: ClockResult): void {
    if (outcome !== null) this.counts[outcome] += 1
    if (took !== null) this.took.push(took)
  }

  /** Adds what another one counted. */
  merge(other: ClockTally): void {
    for (const outcome of CLOCK_OUTCOMES) this.counts[outcome] += other.counts[outcome]
    for (const minutes of other.took) this.took.push(minutes)
  }

  figures(): ClockFigures {
    const rising = Float64Array.from(this.took).sort()
    const { onTime, missed } = this.counts
    return {
      ...this.counts,
      rate: onTimeRate(onTime, missed),
      p50: percentile(rising, 50),
      p90: percentile(rising, 90),
    }
  }
}

/** Tenths of a percent; null where there is neither. */
export const onTimeRate = (onTime: number, missed: number): number | null =>
  onTime + missed === 0 ? null : Math.round((onTime * 1_000) / (onTime + missed))
