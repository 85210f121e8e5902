import type { CompiledCalendar } from '../../../department/calendar/rules/workingTime.ts'
import {
  CLOCKS,
  type Clock,
  type ClockName,
  type Clocks,
  endClock,
  leftAt,
  meetClock,
  type Promised,
  pauseClock,
  resumeClock,
  startClock,
  unmeetClock,
} from './clocks.ts'
import { after, isOpen, isSolved, type RequestEventKind, type RequestState } from './states.ts'

/** Where a request stands, and its clocks do, after what has happened to it. Instants are epoch ms. */
export interface Progress {
  /** 1 while there is something to do: what the index of open ones asks for */
  readonly open: 0 | 1
  readonly state: RequestState
  /** since when it stands there */
  readonly since: number
  /** whom it waits for, in words; empty where for nobody by name */
  readonly waitingFor: string
  readonly clocks: Clocks
  /** ends that passed before what was promised was done; what happens afterwards takes none of them back */
  readonly misses: readonly Miss[]
  /** how often it was opened again */
  readonly reopened: number
  /** when it was last solved, and when it was closed or cancelled; null while it isn't */
  readonly solvedAt: number | null
  readonly endedAt: number | null
}

/** A clock that ended before what was promised was done, once for each of its runs. */
export interface Miss {
  readonly clock: ClockName
  readonly run: number
  /** when it ended, epoch ms */
  readonly at: number
  /** members who were to be told */
  readonly told: readonly string[]
}

/** What happened, as far as the clocks are concerned. */
export interface Happening {
  readonly kind: RequestEventKind
  /** epoch ms; never before what happened last */
  readonly at: number
  readonly waitingFor?: string
  /** members who were to be told of the clocks that have ended by then */
  readonly told?: readonly string[]
}

/** What a request's clocks go by. */
export interface ClockTerms {
  readonly promised: Promised
  readonly calendar: CompiledCalendar
}

/** A request that has just been asked: all clocks run from that moment. @throws CalendarRangeError */
export function begin({ promised, calendar }: ClockTerms, askedAt: number): Progress {
  const start = (minutes: number | null): Clock => startClock(calendar, askedAt, minutes, 1)
  const { first, update, solution } = promised.times
  return {
    open: 1,
    state: 'new',
    since: askedAt,
    waitingFor: '',
    clocks: { first: start(first), update: start(update), solution: start(solution) },
    misses: [],
    reopened: 0,
    solvedAt: null,
    endedAt: null,
  }
}

/**
 * Where a request stands after something happened to it; undefined where its state refuses that.
 * @throws CalendarRangeError
 */
export function advance(terms: ClockTerms, before: Progress, event: Happening): Progress | undefined {
  const state = after(before.state, event.kind)
  if (state === undefined) return undefined
  const told = clocksTold(terms, before.clocks, event)
  const clocks = clocksIn(terms, state, told, event.at)
  const solved = event.kind === 'solve'
  return {
    open: isOpen(state) ? 1 : 0,
    state,
    since: state === before.state ? before.since : event.at,
    waitingFor: waitingAfter(before, state, event),
    clocks,
    misses: [...before.misses, ...missedBy(terms, before, event)],
    reopened: before.reopened + (event.kind === 'reopen' ? 1 : 0),
    solvedAt: event.kind === 'reopen' ? null : solved ? event.at : before.solvedAt,
    endedAt: isOpen(state) ? null : event.at,
  }
}

/** The running clocks that have ended by the time of what happened, and that nothing has noted before. */
const missedBy = (
  { calendar }: ClockTerms,
  { clocks, misses }: Progress,
  { at, told = [] }: Happening,
): Miss[] =>
  CLOCKS.flatMap((name) => {
    const clock = clocks[name]
    if (clock.kind !== 'running' || (leftAt(calendar, clock, at) ?? 0) >= 0) return []
    const { run, due } = clock
    const noted = misses.some((miss) => miss.clock === name && miss.run === run)
    return noted ? [] : [{ clock: name, run, at: due, told }]
  })

const waitingAfter = (before: Progress, state: RequestState, event: Happening): string =>
  state === before.state ? (event.waitingFor ?? before.waitingFor) : (event.waitingFor ?? '')

/** The clocks after what the customer was told: an answer meets the first, any news begins the next anew. */
function clocksTold({ promised, calendar }: ClockTerms, clocks: Clocks, { kind, at }: Happening): Clocks {
  switch (kind) {
    case 'respond':
    case 'update': {
      const { update } = clocks
      const run = update.kind === 'none' ? 1 : update.run + 1
      return {
        ...clocks,
        first: meetClock(calendar, clocks.first, at),
        update: startClock(calendar, at, promised.times.update, run),
      }
    }
    case 'solve':
      return {
        first: meetClock(calendar, clocks.first, at),
        update: meetClock(calendar, clocks.update, at),
        solution: meetClock(calendar, clocks.solution, at),
      }
    case 'reopen': {
      const run = clocks.update.kind === 'none' ? 1 : clocks.update.run + 1
      return {
        ...clocks,
        // told at once that we are at it again: the next news is due from here
        update: startClock(calendar, at, promised.times.update, run),
        solution: unmeetClock(clocks.solution),
      }
    }
    case 'accept':
    case 'start':
    case 'waitCustomer':
    case 'waitThird':
    case 'waitUs':
    case 'resume':
    case 'confirm':
    case 'close':
    case 'cancel':
      return clocks
  }
}

/** The clocks as a state lets them: waiting for the customer stops them, for ourselves never, for third parties by policy. */
function clocksIn(
  { promised, calendar }: ClockTerms,
  state: RequestState,
  clocks: Clocks,
  at: number,
): Clocks {
  const each = (change: (clock: Clock) => Clock): Clocks => ({
    first: change(clocks.first),
    update: change(clocks.update),
    solution: change(clocks.solution),
  })
  if (!isOpen(state)) return each((clock) => endClock(calendar, clock, at))
  if (isSolved(state)) return clocks
  return stops(state, promised)
    ? each((clock) => pauseClock(calendar, clock, at))
    : each((clock) => resumeClock(calendar, clock, at))
}

/** Whether a state stops the clocks. */
export const stops = (state: RequestState, { pausesForThird }: Pick<Promised, 'pausesForThird'>): boolean =>
  state === 'waitingCustomer' || (state === 'waitingThird' && pausesForThird)
