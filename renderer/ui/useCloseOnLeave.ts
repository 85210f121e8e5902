import { useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/**
 * Closes a dialog as the place beneath it is left: with the browser's Back the page would change and the dialog stay, over
 * something that it was not opened from. What was typed is kept where its form keeps drafts. A place that is only put
 * into the address, as that of a selected row, is the same page.
 */
export function useCloseOnLeave(close: () => void): void {
  const { pathname } = useLocation()
  const came = useNavigationType()
  const latest = useRef(close)
  latest.current = close
  const opened = useRef(pathname)
  useEffect(() => {
    if (opened.current !== pathname && came !== 'REPLACE') latest.current()
    opened.current = pathname
  }, [pathname, came])
  // a dialog that belongs to its page goes with it, and must not be open when the page is come back to
  useEffect(() => () => latest.current(), [])
}
