import {
  type Clock,
  endClock,
  leftAt,
  meetClock,
  resumeClock,
  startClock,
  unmeetClock,
} from '../../channel/requests/rules/clocks.ts'
import type { CompiledCalendar } from '../../department/calendar/rules/workingTime.ts'
import { CASE_CLOCKS, type CaseClock, TIMES } from './deadlines.ts'
import type { Severity } from './severity.ts'
import { after, type CaseEventKind, type CaseState, isOpen } from './states.ts'

export type CaseClocks = Readonly<Record<CaseClock, Clock>>

/** Where a case stands, and its clocks do, after what has happened to it. Instants are epoch ms. */
export interface CaseProgress {
  /** 1 while there is something to do: what the index of open ones asks for */
  readonly open: 0 | 1
  readonly state: CaseState
  /** since when it stands there */
  readonly since: number
  readonly clocks: CaseClocks
  /** ends that passed before what was due was done; what happens afterwards takes none of them back */
  readonly misses: readonly CaseMiss[]
  /** how often it was opened again, and how often the customer refused */
  readonly reopened: number
  readonly refused: number
  /** when the solution was carried out, when the customer was told, when it ended; null while it isn't so */
  readonly carriedOutAt: number | null
  readonly toldAt: number | null
  readonly endedAt: number | null
}

/** A clock that ended before what was due was done, once for each of its runs. */
export interface CaseMiss {
  readonly clock: CaseClock
  readonly run: number
  /** when it ended, epoch ms */
  readonly at: number
}

/** What happened, as far as states and clocks are concerned. */
export interface CaseHappening {
  readonly kind: CaseEventKind
  /** epoch ms; never before what happened last */
  readonly at: number
  /** of a grading */
  readonly severity?: Severity
}

/** What a case's clocks go by. */
export interface CaseTerms {
  /** epoch ms */
  readonly cameAt: number
  readonly severity: Severity
  readonly calendar: CompiledCalendar
}

/** A case that has just come: its clocks run from then, by what its severity seems to be. @throws CalendarRangeError */
export function beginCase({ cameAt, severity, calendar }: CaseTerms): CaseProgress {
  const start = (clock: CaseClock): Clock => startClock(calendar, cameAt, TIMES[severity][clock], 1)
  return {
    open: 1,
    state: 'recorded',
    since: cameAt,
    clocks: {
      answer: start('answer'),
      contain: start('contain'),
      interim: start('interim'),
      solution: start('solution'),
    },
    misses: [],
    reopened: 0,
    refused: 0,
    carriedOutAt: null,
    toldAt: null,
    endedAt: null,
  }
}

/**
 * Where a case stands after something happened to it; undefined where its state refuses that.
 * @throws CalendarRangeError
 */
export function advanceCase(
  terms: CaseTerms,
  before: CaseProgress,
  event: CaseHappening,
): CaseProgress | undefined {
  const state = after(before.state, event.kind)
  if (state === undefined) return undefined
  const { kind, at } = event
  const takenUp = kind === 'reopen' || kind === 'refuse' || kind === 'sendBack'
  return {
    open: isOpen(state) ? 1 : 0,
    state,
    since: state === before.state ? before.since : at,
    clocks: clocksAfter(terms, before.clocks, event),
    misses: [...before.misses, ...missedBy(terms, before, at)],
    reopened: before.reopened + (kind === 'reopen' ? 1 : 0),
    refused: before.refused + (kind === 'refuse' ? 1 : 0),
    carriedOutAt: takenUp ? null : kind === 'carryOut' ? at : before.carriedOutAt,
    toldAt: takenUp ? null : kind === 'tell' ? at : before.toldAt,
    endedAt: isOpen(state) ? null : at,
  }
}

/** The running clocks that have ended by then, and that nothing has noted before. */
const missedBy = ({ calendar }: CaseTerms, { clocks, misses }: CaseProgress, at: number): CaseMiss[] =>
  CASE_CLOCKS.flatMap((name) => {
    const clock = clocks[name]
    if (clock.kind !== 'running' || (leftAt(calendar, clock, at) ?? 0) >= 0) return []
    const { run, due } = clock
    return misses.some((miss) => miss.clock === name && miss.run === run)
      ? []
      : [{ clock: name, run, at: due }]
  })

function clocksAfter(
  terms: CaseTerms,
  clocks: CaseClocks,
  { kind, at, severity }: CaseHappening,
): CaseClocks {
  const { calendar } = terms
  const met = (...names: readonly CaseClock[]): CaseClocks => ({
    ...clocks,
    ...Object.fromEntries(names.map((name) => [name, meetClock(calendar, clocks[name], at)])),
  })
  switch (kind) {
    case 'acknowledge':
    case 'interim':
      return { ...met('answer'), interim: nextNews(terms, clocks.interim, at) }
    case 'grade':
      return severity === undefined ? clocks : regraded({ ...terms, severity }, clocks)
    case 'contain':
      return met('contain')
    case 'carryOut':
      return met('contain', 'solution')
    case 'tell':
      return met('answer', 'contain', 'interim', 'solution')
    case 'sendBack':
    case 'refuse':
    case 'reopen':
      return {
        ...clocks,
        // we are at it again: the next news is due from here
        interim: nextNews(terms, clocks.interim, at),
        solution: resumeClock(calendar, unmeetClock(clocks.solution), at),
      }
    case 'check':
    case 'agree':
    case 'approve':
    case 'accept':
      return clocks
    case 'close':
    case 'withdraw':
      return {
        answer: endClock(calendar, clocks.answer, at),
        contain: endClock(calendar, clocks.contain, at),
        interim: endClock(calendar, clocks.interim, at),
        solution: endClock(calendar, clocks.solution, at),
      }
  }
}

/** News begins the wait for the next one anew. */
const nextNews = ({ calendar, severity }: CaseTerms, clock: Clock, at: number): Clock =>
  startClock(calendar, at, TIMES[severity].interim, clock.kind === 'none' ? 1 : clock.run + 1)

/** The clocks of another severity: what was met stays met, what runs runs from when the case came. */
function regraded({ calendar, severity, cameAt }: CaseTerms, clocks: CaseClocks): CaseClocks {
  const anew = (name: CaseClock, from: number): Clock => {
    const clock = clocks[name]
    if (clock.kind === 'met' || clock.kind === 'missed') return clock
    return startClock(calendar, from, TIMES[severity][name], clock.kind === 'none' ? 1 : clock.run)
  }
  const { interim } = clocks
  return {
    answer: anew('answer', cameAt),
    contain: anew('contain', cameAt),
    interim: anew('interim', interim.kind === 'running' ? interim.from : cameAt),
    solution: anew('solution', cameAt),
  }
}
