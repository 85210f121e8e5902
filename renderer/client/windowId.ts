import { newCommandId } from './ids.ts'

/** Which window this is, and which others are still open. */
export interface Windows {
  /** This window's id: the same after a reload or a crash of the window, another one in every other window. */
  own(): Promise<string>
  /** Gives this window another id; what was kept under the former one then belongs to nobody. */
  renew(): Promise<string>
  /** Does something while no window has this id; null, and nothing done, where one has. */
  ifGone<Result>(id: string, work: () => Promise<Result>): Promise<Result | null>
}

const KEY = 'yushui.window'
/** How long the page before a reload may take to let go of the id. A copied tab waits so long, once, for its own. */
const WAIT_MS = 1_000

const lockOf = (id: string): string => `${KEY}.${id}`

/** Holds the id as long as the window is open; false where another window has it, as in a tab that was copied. */
function hold(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(lockOf(id), { signal: AbortSignal.timeout(WAIT_MS) }, () => {
        resolve(true)
        // the system lets go of it when the window closes or crashes
        return new Promise<never>(() => undefined)
      })
      .catch(() => resolve(false))
  })
}

async function claimNew(): Promise<string> {
  const id = newCommandId()
  sessionStorage.setItem(KEY, id)
  await hold(id)
  return id
}

async function claim(): Promise<string> {
  const former = sessionStorage.getItem(KEY)
  return former !== null && (await hold(former)) ? former : claimNew()
}

let claimed: Promise<string> | null = null

/** The windows of this browser, or of the desktop shell: a lock by a window's id is held as long as it is open. */
export const windows: Windows = {
  own() {
    claimed ??= claim()
    return claimed
  },
  renew() {
    claimed = claimNew()
    return claimed
  },
  ifGone: (id, work) =>
    navigator.locks.request(lockOf(id), { ifAvailable: true }, (lock) => (lock === null ? null : work())),
}
