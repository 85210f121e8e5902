import { useEffect, useRef } from 'react'

/**
 * Does something at a bare key, where no field, list or dialog takes it.
 * @param key lower case
 */
export const useBareKey = (key: string, act: () => void): void =>
  useBareKeys((pressed) => {
    if (pressed === key) act()
    return pressed === key
  })

/** The same for several keys: `act` takes one in lower case, and tells whether it did something. */
export function useBareKeys(act: (key: string) => boolean): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey)
        return
      if (isTaken(event.target)) return
      if (latest.current(event.key.toLowerCase())) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

const isTaken = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, dialog, [role="dialog"], .ag-root') !== null)
