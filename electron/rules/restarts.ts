/**
 * When a dead engine is started again, and when a person has to be asked. Pure: the Electron main process and the
 * browser host drive it with their own children and clocks (see supervisor.ts).
 */

/** Why the engine isn't running and won't be started again by itself. Plain data: it travels to the page. */
export interface EngineFailure {
  /** CRASHED, or the code of the engine's own refusal to open the data folder (db/kernel/errors.ts) */
  readonly code: string
  /** what the message for the user needs, by name */
  readonly data: Readonly<Record<string, string | number | null>>
}

export type EngineState =
  | { readonly kind: 'starting'; readonly crashes: number }
  | { readonly kind: 'running'; readonly crashes: number; readonly since: number }
  | { readonly kind: 'waiting'; readonly crashes: number; readonly until: number }
  | { readonly kind: 'stopped'; readonly failure: EngineFailure }
  | { readonly kind: 'closing' }
  | { readonly kind: 'closed' }

/** What happened to the engine; `at` is a monotonic or wall clock in milliseconds, the same one throughout. */
export type EngineEvent =
  | { readonly kind: 'ready'; readonly at: number }
  | { readonly kind: 'refused'; readonly failure: EngineFailure }
  | { readonly kind: 'exited'; readonly at: number; readonly detail: string }
  | { readonly kind: 'due' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'quit' }

/** What the driver has to do after an event. */
export type EngineOrder = 'start' | 'wait' | 'close' | 'none'

/**
 * Waits before the first, second and third restart. A crash by accident is gone after the first, unnoticed by the
 * user; one that comes from the data returns at once, and three tries cost five seconds before the recovery screen.
 */
export const RESTART_DELAYS_MS: readonly number[] = [250, 1_000, 4_000]

/** After a minute without a crash earlier ones are forgotten: they were another story. */
export const HEALTHY_AFTER_MS = 60_000

export const FIRST_STATE: EngineState = { kind: 'starting', crashes: 0 }

interface Step {
  readonly state: EngineState
  readonly order: EngineOrder
}

const stay = (state: EngineState): Step => ({ state, order: 'none' })

function afterCrash(crashesBefore: number, event: { at: number; detail: string }): Step {
  const delay = RESTART_DELAYS_MS[crashesBefore]
  const crashes = crashesBefore + 1
  if (delay === undefined)
    return stay({ kind: 'stopped', failure: { code: 'CRASHED', data: { crashes, detail: event.detail } } })
  return { state: { kind: 'waiting', crashes, until: event.at + delay }, order: 'wait' }
}

function afterExit(state: EngineState, event: { at: number; detail: string }): Step {
  switch (state.kind) {
    case 'starting':
      return afterCrash(state.crashes, event)
    case 'running':
      return afterCrash(event.at - state.since >= HEALTHY_AFTER_MS ? 0 : state.crashes, event)
    case 'closing':
      return stay({ kind: 'closed' })
    case 'waiting':
    case 'stopped':
    case 'closed':
      return stay(state)
  }
}

function afterQuit(state: EngineState): Step {
  switch (state.kind) {
    case 'starting':
    case 'running':
      return { state: { kind: 'closing' }, order: 'close' }
    case 'closing':
    case 'closed':
      return stay(state)
    case 'waiting':
    case 'stopped':
      return stay({ kind: 'closed' })
  }
}

/** The state after an event and what to do about it. Events that no longer matter change nothing. */
export function nextEngineState(state: EngineState, event: EngineEvent): Step {
  switch (event.kind) {
    case 'ready':
      return state.kind === 'starting'
        ? stay({ kind: 'running', crashes: state.crashes, since: event.at })
        : stay(state)
    case 'refused':
      // trying again can't help: the folder is locked, damaged, too new or not writable until a person acts
      return state.kind === 'starting' ? stay({ kind: 'stopped', failure: event.failure }) : stay(state)
    case 'exited':
      return afterExit(state, event)
    case 'due':
      return state.kind === 'waiting'
        ? { state: { kind: 'starting', crashes: state.crashes }, order: 'start' }
        : stay(state)
    case 'retry':
      return state.kind === 'stopped' ? { state: FIRST_STATE, order: 'start' } : stay(state)
    case 'quit':
      return afterQuit(state)
  }
}
