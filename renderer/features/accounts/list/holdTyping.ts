/** What was typed while there was no cell for it yet. */
export interface HeldTyping {
  readonly text: string
  /** whether Enter or Tab followed */
  readonly entered: boolean
}

/**
 * Takes the keyboard from whatever has it and keeps what is typed, until the returned function is called: what is
 * meant for a row that the engine is still making must not land in the row that was selected before. That function
 * tells what was typed; null when the person went elsewhere meanwhile: by a click, a shortcut or Escape.
 */
export function holdTyping(): () => HeldTyping | null {
  let text = ''
  let entered = false
  let left = false
  const off = new AbortController()
  const options = { capture: true, signal: off.signal }
  const leave = (): void => {
    left = true
    off.abort()
  }
  const press = (event: KeyboardEvent): void => {
    const { key } = event
    const printable = /^.$/u.test(key)
    if (key === 'Escape' || (printable && (event.ctrlKey || event.metaKey || event.altKey))) leave()
    if (left || !(printable || key === 'Enter' || key === 'Tab' || key === 'Backspace')) return
    event.preventDefault()
    event.stopPropagation()
    if (entered) return
    if (printable) text += key
    else if (key === 'Backspace') text = [...text].slice(0, -1).join('')
    else entered = true
  }
  window.addEventListener('keydown', press, options)
  window.addEventListener('pointerdown', leave, options)
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  return () => {
    off.abort()
    return left ? null : { text, entered }
  }
}
