import { needsContaining, type Severity } from './severity.ts'

/** Where a case stands, in the order in which it usually goes (ISO 10002, C8). */
export const CASE_STATES = [
  'recorded',
  'acknowledged',
  'graded',
  'contained',
  'checked',
  'agreed',
  'approved',
  'carriedOut',
  'told',
  'watched',
  'closed',
  'escalated',
  'withdrawn',
] as const
export type CaseState = (typeof CASE_STATES)[number]

/** What can happen to a case. `interim` is news that the customer had from us; `refuse` is the customer's word. */
export const CASE_EVENTS = [
  'acknowledge',
  'grade',
  'contain',
  'check',
  'interim',
  'agree',
  'approve',
  'sendBack',
  'carryOut',
  'tell',
  'accept',
  'refuse',
  'close',
  'withdraw',
  'reopen',
] as const
export type CaseEventKind = (typeof CASE_EVENTS)[number]

type Targets = Readonly<Partial<Record<CaseEventKind, CaseState>>>

/** Every step that there is: where an event leads from a state. What is not here is refused. */
export const TRANSITIONS: Readonly<Record<CaseState, Targets>> = {
  recorded: { acknowledge: 'acknowledged', withdraw: 'withdrawn' },
  acknowledged: { interim: 'acknowledged', grade: 'graded', withdraw: 'withdrawn' },
  graded: {
    interim: 'graded',
    grade: 'graded',
    contain: 'contained',
    check: 'checked',
    withdraw: 'withdrawn',
  },
  contained: { interim: 'contained', grade: 'contained', check: 'checked', withdraw: 'withdrawn' },
  checked: { interim: 'checked', grade: 'checked', agree: 'agreed', withdraw: 'withdrawn' },
  agreed: {
    interim: 'agreed',
    grade: 'agreed',
    approve: 'approved',
    sendBack: 'checked',
    withdraw: 'withdrawn',
  },
  approved: { interim: 'approved', carryOut: 'carriedOut', sendBack: 'checked', withdraw: 'withdrawn' },
  carriedOut: { interim: 'carriedOut', tell: 'told', sendBack: 'checked' },
  told: { interim: 'told', accept: 'watched', refuse: 'escalated' },
  watched: { interim: 'watched', close: 'closed', reopen: 'checked' },
  closed: { reopen: 'checked' },
  escalated: { interim: 'escalated', grade: 'escalated', agree: 'agreed', withdraw: 'withdrawn' },
  withdrawn: { reopen: 'recorded' },
}

/** Where an event leads from a state; undefined where it is refused. */
export const after = (state: CaseState, event: CaseEventKind): CaseState | undefined =>
  TRANSITIONS[state][event]

/** The events that a case in a state may meet, in the order in which they are offered. */
export const eventsFrom = (state: CaseState): CaseEventKind[] =>
  CASE_EVENTS.filter((event) => TRANSITIONS[state][event] !== undefined)

/** Whether there is still something to do: one that is only watched waits for time to pass. */
export const isOpen = (state: CaseState): boolean => state !== 'closed' && state !== 'withdrawn'

/** Whether an event has to say why: what takes something back, and the customer's refusal. */
export const needsReason = (event: CaseEventKind): boolean =>
  event === 'sendBack' || event === 'refuse' || event === 'withdraw' || event === 'reopen'

/** What an event needs that the table of steps can't know. */
export interface Readiness {
  /** null before it is graded */
  readonly severity: Severity | null
  /** what the check for truth found was written down */
  readonly checked: boolean
  /** something is to be done for the customer, or it was said why nothing is */
  readonly hasSolution: boolean
  /** it is known who approves, or there is no compensation */
  readonly named: boolean
  /** compensation is within the limit of who approves, or there is none */
  readonly withinLimit: boolean
  /** every remedy was delivered or given up */
  readonly delivered: boolean
  /** the customer said what they think of it, or it was said why they can't be asked */
  readonly answered: boolean
  /** what they said is that they refuse */
  readonly refused: boolean
  /** the root cause was named, or there is none to name: it wasn't true, or it is a trifle */
  readonly explained: boolean
}

/** Why an event is refused though the state would allow it. */
export const BARS = [
  'notContained',
  'unchecked',
  'noSolution',
  'unnamed',
  'overLimit',
  'undelivered',
  'unanswered',
  'refused',
  'unexplained',
] as const
export type Bar = (typeof BARS)[number]

/** What stands in an event's way besides the state; null where nothing does. */
export function barOf(state: CaseState, event: CaseEventKind, ready: Readiness): Bar | null {
  switch (event) {
    case 'check':
      if (state === 'graded' && ready.severity !== null && needsContaining(ready.severity))
        return 'notContained'
      return ready.checked ? null : 'unchecked'
    case 'agree':
      return ready.hasSolution ? null : 'noSolution'
    case 'approve':
      if (!ready.named) return 'unnamed'
      return ready.withinLimit ? null : 'overLimit'
    case 'carryOut':
    case 'tell':
      return ready.delivered ? null : 'undelivered'
    case 'accept':
      return answerBar(ready)
    case 'close':
      return answerBar(ready) ?? (ready.explained ? null : 'unexplained')
    case 'acknowledge':
    case 'grade':
    case 'contain':
    case 'interim':
    case 'sendBack':
    case 'refuse':
    case 'withdraw':
    case 'reopen':
      return null
  }
}

const answerBar = ({ answered, refused }: Readiness): Bar | null =>
  refused ? 'refused' : answered ? null : 'unanswered'
