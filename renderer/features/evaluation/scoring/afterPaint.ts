import { useCallback, useSyncExternalStore } from 'react'
import type { Store } from '../../../ui/store.ts'

/** Resolves after the next paint; soon in a hidden window, which paints nothing, and at once in one that is going. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      window.removeEventListener('pagehide', done)
      resolve()
    }
    window.addEventListener('pagehide', done)
    if (document.hidden) setTimeout(done)
    else requestAnimationFrame(() => setTimeout(done))
  })

/** The listener, called once after the next paint however often it is told before. */
export function afterPaint(listener: () => void): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    void painted().then(() => {
      waiting = false
      listener()
    })
  }
}

/** A store's value in a component that follows after the paint, so that no key waits for it. */
export function useStoreAfterPaint<Value>(store: Store<Value>): Value {
  const subscribe = useCallback((listener: () => void) => store.subscribe(afterPaint(listener)), [store])
  return useSyncExternalStore(subscribe, store.get)
}
