/** What a click is meant for itself, and what a line therefore leaves alone. */
const OWN_CLICK = 'a, button, input'

/**
 * Lets a click anywhere on a line open what its own link opens, with the keys and the button of that click; a ref for
 * the line. The link stays what keyboards and readers use. Words that are being selected open nothing.
 */
export function lineLink(line: HTMLElement | null): (() => void) | undefined {
  if (line === null) return undefined
  const follow = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest(OWN_CLICK) !== null) return
    if (event.button > 1 || isSelecting(line)) return
    // browsers open a tab for a middle click of the mouse itself only, so that it is told as the key that does the same
    const tab = event.button === 1
    const { ctrlKey, metaKey, shiftKey } = event
    const keys = { ctrlKey: ctrlKey || tab, metaKey: metaKey || tab, shiftKey }
    line
      .querySelector(':scope > a')
      ?.dispatchEvent(new MouseEvent('click', { ...keys, bubbles: true, cancelable: true, view: window }))
  }
  line.addEventListener('click', follow)
  line.addEventListener('auxclick', follow)
  return () => {
    line.removeEventListener('click', follow)
    line.removeEventListener('auxclick', follow)
  }
}

function isSelecting(line: HTMLElement): boolean {
  const selection = window.getSelection()
  return selection !== null && !selection.isCollapsed && selection.containsNode(line, true)
}
