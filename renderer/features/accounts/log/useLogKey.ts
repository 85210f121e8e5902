import { useEffect } from 'react'
import { openQuickEntry } from './quickEntryStore.ts'

/** Writes an entry with the bare key L, where no field, list or dialog takes it. */
export function useLogKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey)
        return
      if (event.key.toLowerCase() !== 'l' || isTaken(event.target)) return
      event.preventDefault()
      openQuickEntry()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

const isTaken = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, dialog, [role="dialog"], .ag-root') !== null)
