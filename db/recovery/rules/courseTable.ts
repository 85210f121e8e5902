import {
  after,
  BARS,
  type Bar,
  barOf,
  CASE_STATES,
  type CaseEventKind,
  type CaseState,
  eventsFrom,
  needsReason,
  type Readiness,
} from './states.ts'

/** A step that a case may take, as the help prints it. */
export interface CourseStep {
  readonly state: CaseState
  readonly event: CaseEventKind
  readonly to: CaseState
  /** it has to say why */
  readonly reason: boolean
  /** what may stand in its way, in the order in which it is told */
  readonly bars: readonly Bar[]
}

/** Every step that there is, by state: read from the same tables that the engine enforces. What is not here is refused. */
export const courseSteps = (): CourseStep[] =>
  CASE_STATES.flatMap((state) =>
    eventsFrom(state).flatMap((event) => {
      const to = after(state, event)
      return to === undefined
        ? []
        : [{ state, event, to, reason: needsReason(event), bars: barsOf(state, event) }]
    }),
  )

const READY: Readiness = {
  severity: 1,
  checked: true,
  hasSolution: true,
  named: true,
  withinLimit: true,
  delivered: true,
  answered: true,
  refused: false,
  explained: true,
}

/** A case that lacks one thing, for each thing that can be lacking. */
const LACKING: readonly Readiness[] = [
  READY,
  { ...READY, refused: true },
  ...(['checked', 'hasSolution', 'named', 'withinLimit', 'delivered', 'answered', 'explained'] as const).map(
    (part) => ({ ...READY, severity: 4 as const, [part]: false }),
  ),
]

/** What may stand in the way of an event in a state, whatever the case lacks. */
function barsOf(state: CaseState, event: CaseEventKind): Bar[] {
  const met = new Set(LACKING.map((ready) => barOf(state, event, ready)))
  return BARS.filter((bar) => met.has(bar))
}
