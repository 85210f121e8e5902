import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'

/** What the bare keys of an account's page do, where no field, list or dialog takes them: digits go to tabs, P is a promise. */
export function usePageKeys(tabs: readonly string[], newPromise: () => void): void {
  const navigate = useNavigate()
  const latest = useRef({ tabs, newPromise })
  latest.current = { tabs, newPromise }
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey)
        return
      if (isTaken(event.target)) return
      const tab = /^[1-9]$/.test(event.key) ? latest.current.tabs[Number(event.key) - 1] : undefined
      if (tab === undefined && event.key.toLowerCase() !== 'p') return
      event.preventDefault()
      if (tab === undefined) latest.current.newPromise()
      else void navigate(tab)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [navigate])
}

const isTaken = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, dialog, [role="dialog"], [role="menu"], .ag-root') !== null)
