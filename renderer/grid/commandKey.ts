import type { KeyboardEvent } from 'react'

/**
 * The key of a press that may be a command on a grid's records; null where it is a shortcut, an input method's, or typed
 * into an open editor.
 */
export function commandKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
  nativeEvent,
  target,
}: KeyboardEvent): string | null {
  if (ctrlKey || metaKey || altKey || nativeEvent.isComposing || isTypedInto(target)) return null
  return key.length === 1 ? key.toLowerCase() : key
}

/** The sheet's own field has the focus all the time; something is typed into it while its editor is open. */
const isTypedInto = (target: EventTarget): boolean =>
  target instanceof HTMLElement &&
  (target.classList.contains('sheet-field')
    ? target.closest('.sheet-editor-open') !== null
    : target.closest('input, textarea') !== null)
