import { type KeyboardEvent, useEffect, useRef } from 'react'

/**
 * Lets a picker's Enter wait for the options that belong to the text: whoever types and presses Enter at once means what
 * the text finds, not what stood there for the text before. Any other key takes the Enter back.
 */
export function useEnterWhenFresh(isFresh: boolean): {
  readonly onInputKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void
} {
  const waiting = useRef<EventTarget | null>(null)
  useEffect(() => {
    const field = waiting.current
    if (!isFresh || field === null) return
    waiting.current = null
    // the list makes its first option the active one only after this
    const frame = requestAnimationFrame(() => field.dispatchEvent(newEnter()))
    return () => cancelAnimationFrame(frame)
  }, [isFresh])
  return {
    onInputKeyDown(event) {
      const isEnter = event.key === 'Enter' && !event.nativeEvent.isComposing
      waiting.current = isEnter && !isFresh ? event.currentTarget : null
      if (waiting.current === null) return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}

/** The select reads the old number of the key as well. */
const newEnter = (): Event =>
  new window.KeyboardEvent('keydown', {
    key: 'Enter',
    keyCode: 13,
    which: 13,
    bubbles: true,
    cancelable: true,
  })
