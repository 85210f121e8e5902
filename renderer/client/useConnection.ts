import { useSyncExternalStore } from 'react'
import type { ConnectionSnapshot } from './connection.ts'
import { connection } from './engine.ts'

/** How this window stands with its engine, in a component. */
export const useConnection = (): ConnectionSnapshot =>
  useSyncExternalStore(connection.subscribe, connection.snapshot)
