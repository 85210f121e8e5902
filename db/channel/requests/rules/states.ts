/** Where a request stands, in the order in which it usually goes. */
export const REQUEST_STATES = [
  'new',
  'accepted',
  'working',
  'waitingCustomer',
  'waitingThird',
  'waitingUs',
  'solved',
  'confirmed',
  'closed',
  'cancelled',
] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** What can happen to a request. `respond` and `update` are news that the customer had from us. */
export const REQUEST_EVENTS = [
  'accept',
  'respond',
  'update',
  'start',
  'waitCustomer',
  'waitThird',
  'waitUs',
  'resume',
  'solve',
  'confirm',
  'close',
  'reopen',
  'cancel',
] as const
export type RequestEventKind = (typeof REQUEST_EVENTS)[number]

type Targets = Readonly<Partial<Record<RequestEventKind, RequestState>>>

const ANY_TIME = {
  waitCustomer: 'waitingCustomer',
  waitThird: 'waitingThird',
  waitUs: 'waitingUs',
  solve: 'solved',
  cancel: 'cancelled',
} as const satisfies Targets

/** Every step that there is: where an event leads from a state. What is not here is refused. */
export const TRANSITIONS: Readonly<Record<RequestState, Targets>> = {
  new: { ...ANY_TIME, accept: 'accepted', respond: 'accepted', start: 'working' },
  accepted: { ...ANY_TIME, respond: 'accepted', update: 'accepted', start: 'working' },
  working: { ...ANY_TIME, respond: 'working', update: 'working' },
  waitingCustomer: {
    respond: 'waitingCustomer',
    update: 'waitingCustomer',
    resume: 'working',
    waitThird: 'waitingThird',
    waitUs: 'waitingUs',
    solve: 'solved',
    cancel: 'cancelled',
  },
  waitingThird: {
    respond: 'waitingThird',
    update: 'waitingThird',
    resume: 'working',
    waitCustomer: 'waitingCustomer',
    waitUs: 'waitingUs',
    solve: 'solved',
    cancel: 'cancelled',
  },
  waitingUs: {
    respond: 'waitingUs',
    update: 'waitingUs',
    resume: 'working',
    waitCustomer: 'waitingCustomer',
    waitThird: 'waitingThird',
    solve: 'solved',
    cancel: 'cancelled',
  },
  solved: { confirm: 'confirmed', close: 'closed', reopen: 'working' },
  confirmed: { close: 'closed', reopen: 'working' },
  closed: { reopen: 'working' },
  cancelled: { reopen: 'working' },
}

/** Where an event leads from a state; undefined where it is refused. */
export const after = (state: RequestState, event: RequestEventKind): RequestState | undefined =>
  TRANSITIONS[state][event]

/** The events that a request in a state may meet, in the order in which they are offered. */
export const eventsFrom = (state: RequestState): RequestEventKind[] =>
  REQUEST_EVENTS.filter((event) => TRANSITIONS[state][event] !== undefined)

/** Whether there is still something to do for the customer. */
export const isOpen = (state: RequestState): boolean => state !== 'closed' && state !== 'cancelled'

/** Whether we have done our part, and the clocks stand. */
export const isSolved = (state: RequestState): boolean => state === 'solved' || state === 'confirmed'

/** Whether somebody is waited for. */
export const isWaiting = (state: RequestState): boolean =>
  state === 'waitingCustomer' || state === 'waitingThird' || state === 'waitingUs'

/**
 * Whether an event has to say why: what takes something back, and a close without the customer's word (C8).
 * @param state where the request stands before it
 */
export const needsReason = (state: RequestState, event: RequestEventKind): boolean =>
  event === 'cancel' || event === 'reopen' || (event === 'close' && state === 'solved')
