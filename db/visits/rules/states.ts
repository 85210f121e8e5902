/** Where a visit stands, in the order in which it usually goes (A9). */
export const VISIT_STATES = [
  'proposed',
  'approved',
  'confirmed',
  'frozen',
  'held',
  'minutesDue',
  'following',
  'closed',
  'cancelled',
  'notHeld',
] as const
export type VisitState = (typeof VISIT_STATES)[number]

/**
 * What can happen to a visit. `freeze` is the brief's, `record` the minutes'; `withdraw` takes an approval back, `thaw` a
 * freeze; `miss` says that it did not take place.
 */
export const VISIT_EVENTS = [
  'approve',
  'withdraw',
  'confirm',
  'freeze',
  'thaw',
  'hold',
  'finish',
  'record',
  'close',
  'move',
  'cancel',
  'miss',
  'reopen',
] as const
export type VisitEventKind = (typeof VISIT_EVENTS)[number]

type Targets = Readonly<Partial<Record<VisitEventKind, VisitState>>>

/**
 * Every step that there is: where an event leads from a state. What is not here is refused. A visit that is moved has to
 * be confirmed by the customer again, and its brief frozen again.
 */
export const TRANSITIONS: Readonly<Record<VisitState, Targets>> = {
  proposed: { approve: 'approved', move: 'proposed', cancel: 'cancelled', miss: 'notHeld' },
  approved: {
    confirm: 'confirmed',
    withdraw: 'proposed',
    move: 'approved',
    cancel: 'cancelled',
    miss: 'notHeld',
  },
  confirmed: { freeze: 'frozen', hold: 'held', move: 'approved', cancel: 'cancelled', miss: 'notHeld' },
  frozen: {
    freeze: 'frozen',
    thaw: 'confirmed',
    hold: 'held',
    move: 'approved',
    cancel: 'cancelled',
    miss: 'notHeld',
  },
  held: { finish: 'minutesDue' },
  minutesDue: { record: 'following' },
  following: { record: 'following', close: 'closed' },
  closed: { reopen: 'following' },
  cancelled: { reopen: 'proposed' },
  notHeld: { reopen: 'proposed' },
}

/** Where an event leads from a state; undefined where it is refused. */
export const after = (state: VisitState, event: VisitEventKind): VisitState | undefined =>
  TRANSITIONS[state][event]

/** The events that a visit in a state may meet, in the order in which they are offered. */
export const eventsFrom = (state: VisitState): VisitEventKind[] =>
  VISIT_EVENTS.filter((event) => TRANSITIONS[state][event] !== undefined)

/** Whether it is still to take place. */
export const isAhead = (state: VisitState): boolean =>
  state === 'proposed' || state === 'approved' || state === 'confirmed' || state === 'frozen'

/** Whether it took place, whatever is left to do. */
export const tookPlace = (state: VisitState): boolean =>
  state === 'held' || state === 'minutesDue' || state === 'following' || state === 'closed'

/** Whether something is left to do. */
export const isOpen = (state: VisitState): boolean =>
  isAhead(state) || (tookPlace(state) && state !== 'closed')

/** Whether nothing comes of it. */
export const cameToNothing = (state: VisitState): boolean => state === 'cancelled' || state === 'notHeld'

/**
 * Whether an event has to say why: what takes something back, and a visit that goes ahead without a frozen brief.
 * @param state where the visit stands before it
 */
export function needsReason(state: VisitState, event: VisitEventKind): boolean {
  switch (event) {
    case 'withdraw':
    case 'thaw':
    case 'cancel':
    case 'miss':
    case 'reopen':
      return true
    case 'move':
      return state === 'confirmed' || state === 'frozen'
    case 'hold':
      return state === 'confirmed'
    case 'approve':
    case 'confirm':
    case 'freeze':
    case 'finish':
    case 'record':
    case 'close':
      return false
  }
}
