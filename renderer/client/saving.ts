import { createStore } from '../ui/store.ts'
import { toProblem } from './problem.ts'

/** How the window's writes stand: for the status bar. */
export type SavingState = 'saved' | 'saving' | 'problem'

/** `problem` from a write that the disk or the connection refused, until one succeeds. */
export const savingStore = createStore<SavingState>('saved')

let pending = 0
let broken = false
let unsaved = false

const tell = (): void => savingStore.set(pending > 0 ? 'saving' : broken || unsaved ? 'problem' : 'saved')

/** Counts a write while it is under way, and remembers whether the last one reached the disk. */
export async function trackWrite<Result>(write: Promise<Result>): Promise<Result> {
  pending += 1
  tell()
  try {
    const result = await write
    broken = false
    return result
  } catch (error) {
    const { code } = toProblem(error)
    broken = code === 'NOT_SAVED' || code === 'CONNECTION_LOST' || code === 'UNEXPECTED'
    throw error
  } finally {
    pending -= 1
    tell()
  }
}

/** Remembers whether a screen keeps edits that could not be saved: the window must not be called saved then. */
export function tellUnsaved(has: boolean): void {
  unsaved = has
  tell()
}

/** Whether something that was done in this window is not on the disk yet. */
const hasUnsaved = (): boolean => pending > 0 || unsaved

/**
 * Has a browser ask before it closes the window while writes are under way or could not be saved; by the time it is
 * answered, most are through. Electron would refuse to close without a word, and its engine gets what was sent anyway.
 */
export const guardLeaving = (): void =>
  window.addEventListener('beforeunload', (event) => {
    if (hasUnsaved() && !window.yushui) event.preventDefault()
  })

const settlers = new Set<() => Promise<void>>()

/** Has undo and redo wait until `settle` is through: for a screen that queues writes, so that they undo the newest. */
export function settleBeforeHistory(settle: () => Promise<void>): () => void {
  settlers.add(settle)
  return () => settlers.delete(settle)
}

/** Resolves when no screen holds writes back any more. */
export const writesSettled = async (): Promise<void> => {
  await Promise.all([...settlers].map((settle) => settle()))
}
