import type { EngineFailure } from './bridge.ts'

/** `lost`: only a person can help now; `failure` says what to tell them. */
export type ConnectionState = 'connected' | 'reconnecting' | 'lost'

export interface ConnectionSnapshot {
  readonly state: ConnectionState
  /** grows with each reconnection: what was read before may be stale, so refetch when it changes */
  readonly run: number
  readonly failure: EngineFailure | null
}

/** How the page stands with its engine. Snapshots keep their identity until something changes. */
export interface Connection {
  snapshot(): ConnectionSnapshot
  subscribe(listener: (snapshot: ConnectionSnapshot) => void): () => void
  /** Asks the host to start an engine again that was given up. */
  retry(): void
  /** The same after DAMAGED, with the newest whole backup in the file's place; the damaged one is set aside. */
  recover(): void
}

/** The writing side, for the links. */
export interface ConnectionKeeper {
  readonly connection: Connection
  reconnecting(): void
  lost(failure: EngineFailure): void
  /** Back after a loss: a new run. Does nothing while connected. */
  reconnected(): void
}

/** Begins as connected: the first calls wait for the engine, and say so themselves if it can't be had. */
export function createConnectionKeeper(ways: Pick<Connection, 'retry' | 'recover'>): ConnectionKeeper {
  const listeners = new Set<(snapshot: ConnectionSnapshot) => void>()
  let current: ConnectionSnapshot = { state: 'connected', run: 0, failure: null }
  const set = (next: ConnectionSnapshot) => {
    current = next
    for (const listener of listeners) listener(next)
  }
  return {
    connection: {
      snapshot: () => current,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      ...ways,
    },
    reconnecting() {
      if (current.state !== 'reconnecting') set({ state: 'reconnecting', run: current.run, failure: null })
    },
    lost: (failure) => set({ state: 'lost', run: current.run, failure }),
    reconnected() {
      if (current.state !== 'connected') set({ state: 'connected', run: current.run + 1, failure: null })
    },
  }
}
