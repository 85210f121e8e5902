import { useSyncExternalStore } from 'react'
import type { Seat } from '../../../../db/evaluation/ballots/rules/group.ts'
import { createStore } from '../../../ui/store.ts'

/** The evaluator who entered in this window, with the engine's proof of it. */
export interface Entered {
  readonly roundId: string
  readonly ticket: string
  readonly memberId: string
  readonly name: string
  readonly seat: Seat
}

const KEY = 'yushui.entered'

/** Survives a reload of the window, and nothing else: another tab has to enter for itself. */
function remembered(): Entered | null {
  const json = sessionStorage.getItem(KEY)
  return json === null ? null : JSON.parse(json)
}

const store = createStore<Entered | null>(remembered())

/** Keeps who entered in this window; null when they have gone. */
export function setEntered(entered: Entered | null): void {
  if (entered === null) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, JSON.stringify(entered))
  store.set(entered)
}

/** Who entered for a round in this window; the ticket may have run out since. */
export const enteredFor = (roundId: string): Entered | null => {
  const entered = store.get()
  return entered?.roundId === roundId ? entered : null
}

/** The same, followed by a component. */
export function useEntered(roundId: string): Entered | null {
  const entered = useSyncExternalStore(store.subscribe, store.get)
  return entered?.roundId === roundId ? entered : null
}

/** The ticket of whoever entered for a round in this window. */
export const useTicket = (roundId: string): string | null => useEntered(roundId)?.ticket ?? null
