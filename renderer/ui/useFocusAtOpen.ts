import { type RefObject, useEffect, useRef } from 'react'

/**
 * The field that a dialog begins in. A dialog that is there from its first moment on may take the focus of an `autoFocus`
 * field to its closing button, and what is typed would be lost.
 */
export function useFocusAtOpen<Field extends { focus(): void }>(): RefObject<Field | null> {
  const field = useRef<Field>(null)
  useEffect(() => field.current?.focus(), [])
  return field
}
