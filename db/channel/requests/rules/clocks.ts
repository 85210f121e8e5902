import {
  addWorkingMs,
  type CompiledCalendar,
  workingMs,
} from '../../../department/calendar/rules/workingTime.ts'
import type { Tier } from '../../../evaluation/rules/tiers.ts'
import type { ResponseTimes } from '../../policies/rules/terms.ts'

/** The three clocks of a request: the first answer, the next news, the solution. */
export const CLOCKS = ['first', 'update', 'solution'] as const
export type ClockName = (typeof CLOCKS)[number]

/** What was promised when a request was asked; a later policy never changes it. */
export interface Promised {
  /** the account's tier then; null where it had none */
  readonly tier: Tier | null
  /** the policy that said so; null where none was published */
  readonly policyId: string | null
  /** working minutes of each clock */
  readonly times: ResponseTimes
  /** whether clocks stop while a third party is waited for */
  readonly pausesForThird: boolean
  /** members who are told beside owner, backup and sponsor: when it is late, and when it is late by half as much again */
  readonly escalation: { readonly late: readonly string[]; readonly over: readonly string[] }
}

/**
 * A clock. Instants are epoch ms, spans working ms. `left` is what was left of its span at `from` or `at`, negative by
 * how much it was late. `run` tells the clock's runs apart: each news to the customer begins another one for the next.
 */
export type Clock =
  /** the policy promises nothing */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running'
      readonly from: number
      readonly left: number
      /** when nothing will be left; `from` where nothing was left then */
      readonly due: number
      readonly span: number
      readonly run: number
    }
  /** `missed` ended without having been met */
  | {
      readonly kind: 'paused' | 'met' | 'missed'
      readonly at: number
      readonly left: number
      readonly span: number
      readonly run: number
    }

export type Clocks = Readonly<Record<ClockName, Clock>>

const MS_A_MINUTE = 60_000

/**
 * Starts a clock.
 * @param minutes working minutes; null promises nothing
 * @throws CalendarRangeError when it would end after the calendar's last year
 */
export function startClock(
  calendar: CompiledCalendar,
  from: number,
  minutes: number | null,
  run: number,
): Clock {
  if (minutes === null) return { kind: 'none' }
  const span = minutes * MS_A_MINUTE
  return { kind: 'running', from, left: span, due: addWorkingMs(calendar, from, span), span, run }
}

/** Working ms that are left of a clock at an instant; negative by how much it is late. Undefined where nothing is promised. */
export function leftAt(calendar: CompiledCalendar, clock: Clock, now: number): number | undefined {
  if (clock.kind === 'none') return undefined
  // read before it began to run (a clock set back), nothing has passed
  return clock.kind === 'running' ? clock.left - workingMs(calendar, clock.from, now) : clock.left
}

/** Stops a running clock; any other stays as it is. */
export const pauseClock = (calendar: CompiledCalendar, clock: Clock, at: number): Clock =>
  clock.kind === 'running' ? stopped(calendar, clock, 'paused', at) : clock

/** Lets a stopped clock go on with what was left; any other stays as it is. */
export function resumeClock(calendar: CompiledCalendar, clock: Clock, at: number): Clock {
  if (clock.kind !== 'paused') return clock
  const { left, span, run } = clock
  const due = left > 0 ? addWorkingMs(calendar, at, left) : at
  return { kind: 'running', from: at, left, due, span, run }
}

/** Notes that a clock was met; one that was met before, or counts nothing, stays as it is. */
export const meetClock = (calendar: CompiledCalendar, clock: Clock, at: number): Clock =>
  clock.kind === 'running' || clock.kind === 'paused' ? stopped(calendar, clock, 'met', at) : clock

/** Ends a clock that was never met: what is open and already late counts as missed, the rest counts no more. */
export function endClock(calendar: CompiledCalendar, clock: Clock, at: number): Clock {
  if (clock.kind !== 'running' && clock.kind !== 'paused') return clock
  const ended = stopped(calendar, clock, 'missed', at)
  return ended.left < 0 ? ended : { kind: 'none' }
}

/** Takes back that a clock was met: the customer is not content, so it stands where it stood then. */
export const unmeetClock = (clock: Clock): Clock =>
  clock.kind === 'met' ? { ...clock, kind: 'paused' } : clock

/** Whether a clock is, or ended, beyond its time at an instant: open and already late counts as missed. */
export const isLate = (calendar: CompiledCalendar, clock: Clock, now: number): boolean =>
  clock.kind === 'missed' || (leftAt(calendar, clock, now) ?? 0) < 0

function stopped<Kind extends 'paused' | 'met' | 'missed'>(
  calendar: CompiledCalendar,
  clock: Exclude<Clock, { kind: 'none' }>,
  kind: Kind,
  at: number,
) {
  const { span, run } = clock
  return { kind, at, left: leftAt(calendar, clock, at) ?? 0, span, run } as const
}
