import {
  type EngineEvent,
  type EngineFailure,
  type EngineState,
  FIRST_STATE,
  nextEngineState,
} from './restarts.ts'

/** A started engine, whatever it runs in: a utilityProcess or a child of Node. */
export interface EngineRun {
  /** Asks it to finish: back up, close the file, exit. */
  close(): void
  /** Ends it without asking. */
  kill(): void
}

/** What a run tells its supervisor; each is called at most once, `exited` always last. */
export interface RunEvents {
  ready(): void
  refused(failure: EngineFailure): void
  exited(detail: string): void
}

/** What pages are told: enough to reconnect, to wait, or to show the recovery screen. */
export type EngineStatus =
  | { readonly state: 'starting' | 'restarting' }
  /** `run` counts starts, so that a page notices a restart that it slept through */
  | { readonly state: 'running'; readonly run: number }
  | { readonly state: 'stopped'; readonly failure: EngineFailure }

export interface Supervisor {
  status(): EngineStatus
  /** Starts again after the engine was given up; does nothing otherwise. */
  retry(): void
  /** The same for a damaged file, after putting the newest whole backup in its place; does nothing for other failures. */
  recover(): void
  /** Ends the engine in order; kills it if it takes longer than `CLOSE_TIMEOUT_MS`. */
  close(): Promise<void>
  subscribe(listener: (status: EngineStatus) => void): () => void
}

export interface SupervisorOptions {
  /** Starts one engine. Must not throw: a failed start is an exit. */
  readonly start: (events: RunEvents, recover: boolean) => EngineRun
  readonly now?: () => number
  readonly after?: (ms: number, run: () => void) => () => void
}

/** The backup on quit copies the whole file: generous, but a hung disk must not keep the app from ever ending. */
export const CLOSE_TIMEOUT_MS = 30_000

function realTimer(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** Drives restarts.ts: starts the engine at once, restarts it as the policy says, and tells listeners. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const now = options.now ?? (() => performance.now())
  const after = options.after ?? realTimer
  const listeners = new Set<(status: EngineStatus) => void>()
  const closed = Promise.withResolvers<void>()
  let state: EngineState = FIRST_STATE
  let current: EngineRun | null = null
  let runs = 0
  let recovering = false
  let cancelTimer = () => {}

  const status = (): EngineStatus => {
    switch (state.kind) {
      case 'running':
        return { state: 'running', run: runs }
      case 'stopped':
        return { state: 'stopped', failure: state.failure }
      case 'starting':
        return { state: runs > 1 ? 'restarting' : 'starting' }
      case 'waiting':
      case 'closing':
      case 'closed':
        return { state: 'restarting' }
    }
  }

  function start() {
    runs += 1
    const mine = runs
    // a late word of an earlier run must not be taken for the current one's
    const tell = (event: () => EngineEvent) => mine === runs && happened(event())
    const recover = recovering
    recovering = false
    const events: RunEvents = {
      ready: () => tell(() => ({ kind: 'ready', at: now() })),
      refused: (failure) => tell(() => ({ kind: 'refused', failure })),
      exited: (detail) => tell(() => ({ kind: 'exited', at: now(), detail })),
    }
    current = options.start(events, recover)
  }

  function closeCurrent() {
    current?.close()
    cancelTimer = after(CLOSE_TIMEOUT_MS, () => current?.kill())
  }

  function happened(event: EngineEvent) {
    const before = state
    const step = nextEngineState(state, event)
    state = step.state
    if (state === before) return
    cancelTimer()
    if (step.order === 'start') start()
    if (step.order === 'wait' && state.kind === 'waiting')
      cancelTimer = after(state.until - now(), () => happened({ kind: 'due' }))
    if (step.order === 'close') closeCurrent()
    if (state.kind === 'closed') closed.resolve()
    for (const listener of listeners) listener(status())
  }

  start()
  return {
    status,
    retry: () => happened({ kind: 'retry' }),
    recover() {
      recovering = state.kind === 'stopped' && state.failure.code === 'DAMAGED'
      if (recovering) happened({ kind: 'retry' })
    },
    close() {
      happened({ kind: 'quit' })
      return closed.promise
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
