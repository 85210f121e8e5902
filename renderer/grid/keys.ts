/** The parts of a keyboard event that decide its meaning. */
export interface KeyPress {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** The input method is composing (isComposing, or key code 229): the key belongs to it alone. */
  readonly composing: boolean
}

/** What a key means while no editor is open. */
export type SheetCommand =
  | { readonly do: 'move'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly do: 'edge'; readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1; readonly extend: boolean }
  | { readonly do: 'page'; readonly direction: -1 | 1; readonly extend: boolean }
  | { readonly do: 'corner'; readonly end: boolean; readonly extend: boolean }
  | { readonly do: 'enter'; readonly back: boolean }
  | { readonly do: 'tab'; readonly back: boolean }
  | { readonly do: 'selectAll' | 'selectRows' | 'selectColumns' | 'fillDown' | 'fillRight' }
  | { readonly do: 'clear' | 'edit' | 'openList' | 'columnMenu' | 'escape' }
  | { readonly do: 'type'; readonly text: string }

type Step = -1 | 0 | 1
const arrows: Readonly<Record<string, readonly [Step, Step]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const withCtrl = ({ key, shift }: KeyPress): SheetCommand | null => {
  switch (key.toLowerCase()) {
    case 'home':
      return { do: 'corner', end: false, extend: shift }
    case 'end':
      return { do: 'corner', end: true, extend: shift }
    case 'a':
      return shift ? null : { do: 'selectAll' }
    case 'd':
      return shift ? null : { do: 'fillDown' }
    case 'r':
      return shift ? null : { do: 'fillRight' }
    case ' ':
      return { do: 'selectColumns' }
    default:
      return null
  }
}

const plain = ({ key, shift }: KeyPress): SheetCommand | null => {
  switch (key) {
    case 'Home':
      return { do: 'edge', rows: 0, columns: -1, extend: shift }
    case 'End':
      return { do: 'edge', rows: 0, columns: 1, extend: shift }
    case 'PageUp':
      return { do: 'page', direction: -1, extend: shift }
    case 'PageDown':
      return { do: 'page', direction: 1, extend: shift }
    case 'Enter':
      return { do: 'enter', back: shift }
    case 'Tab':
      return { do: 'tab', back: shift }
    case 'F2':
      return { do: 'edit' }
    case 'F10':
      return shift ? { do: 'columnMenu' } : null
    case 'ContextMenu':
      return { do: 'columnMenu' }
    case 'Delete':
    case 'Backspace':
      return { do: 'clear' }
    case 'Escape':
      return { do: 'escape' }
    case ' ':
      return shift ? { do: 'selectRows' } : { do: 'type', text: ' ' }
    default:
      return /^.$/u.test(key) ? { do: 'type', text: key } : null
  }
}

/** The command of a key, null when the key is not the grid's: it then goes on to the app (Ctrl+Z, Ctrl+K …). */
export const commandOf = (press: KeyPress): SheetCommand | null => {
  if (press.composing) return null
  const arrow = arrows[press.key]
  if (arrow !== undefined) {
    const [rows, columns] = arrow
    if (press.alt) return press.key === 'ArrowDown' && !press.ctrl ? { do: 'openList' } : null
    return { do: press.ctrl ? 'edge' : 'move', rows, columns, extend: press.shift }
  }
  if (press.alt) return null
  return press.ctrl ? withCtrl(press) : plain(press)
}

/** What a key means inside an open editor; null leaves it to the text field. */
export type EditorCommand =
  | { readonly do: 'commit'; readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }
  | { readonly do: 'cancel' | 'newLine' }

/** Enter and Tab commit and move, Escape cancels, Alt+Enter breaks the line; nothing while composing. */
export const editorCommandOf = (press: KeyPress): EditorCommand | null => {
  if (press.composing) return null
  if (press.key === 'Escape') return { do: 'cancel' }
  if (press.key === 'Tab') return { do: 'commit', rows: 0, columns: press.shift ? -1 : 1 }
  if (press.key !== 'Enter') return null
  if (press.alt) return { do: 'newLine' }
  return { do: 'commit', rows: press.shift ? -1 : 1, columns: 0 }
}
