import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/**
 * Closes a dialog as the place beneath it is left: with the browser's Back the page would change and the dialog stay, over
 * something that it was not opened from. What was typed is kept where its form keeps drafts.
 */
export function useCloseOnLeave(close: () => void): void {
  const { pathname } = useLocation()
  const latest = useRef(close)
  latest.current = close
  const opened = useRef(pathname)
  useEffect(() => {
    if (opened.current !== pathname) latest.current()
    opened.current = pathname
  }, [pathname])
  // a dialog that belongs to its page goes with it, and must not be open when the page is come back to
  useEffect(() => () => latest.current(), [])
}
