import { type RefObject, useLayoutEffect, useState } from 'react'

/** Height of a row of the matrix, px; the same as in its styles. */
const ROW = 32
/** Rows that are drawn beyond what is seen. */
const MARGIN = 8

/**
 * The rows that a scrolled table has to draw: a plan of two thousand accounts has twenty-four thousand cells, of which
 * some hundreds are seen.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number) {
  // about what the first frame shows; what it really is, is known as soon as it is there
  const [at, setAt] = useState({ top: 0, height: window.innerHeight / 2 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const read = (): void => setAt({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  const first = Math.max(0, Math.floor(at.top / ROW) - MARGIN)
  const last = Math.min(count, Math.ceil((at.top + at.height) / ROW) + MARGIN)
  return {
    first,
    last,
    /** px of what is not drawn before and behind */
    before: first * ROW,
    behind: (count - last) * ROW,
    onScroll: (): void => {
      const element = scroller.current
      if (!element) return
      // a few px change nothing that is drawn
      if (Math.abs(element.scrollTop - at.top) >= ROW)
        setAt({ top: element.scrollTop, height: element.clientHeight })
    },
    /** Brings a row into sight. */
    show: (row: number): void => {
      const element = scroller.current
      if (!element) return
      const [from, to] = [row * ROW, (row + 2) * ROW]
      if (from < element.scrollTop) element.scrollTop = from
      else if (to > element.scrollTop + element.clientHeight) element.scrollTop = to - element.clientHeight
      setAt({ top: element.scrollTop, height: element.clientHeight })
    },
  }
}
