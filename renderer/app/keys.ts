import { redo, undo } from '../client/history.ts'
import { ROOMS } from './rooms.ts'

/** What the keys that work everywhere do. */
export interface AppActions {
  go(to: string): void
  step(by: -1 | 1): void
  palette(): void
  /** writes an entry of the work log */
  log(): void
  /** logs a request of an account */
  request(): void
}

/** Listens for the keys that work everywhere, until the returned function is called. */
export function onAppKeys(actions: AppActions): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return
    const action = actionOf(event, actions)
    if (!action) return
    event.preventDefault()
    action()
  }
  window.addEventListener('keydown', listen)
  return () => window.removeEventListener('keydown', listen)
}

function actionOf(event: KeyboardEvent, actions: AppActions): (() => void) | undefined {
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    if (event.key === 'ArrowLeft') return () => actions.step(-1)
    if (event.key === 'ArrowRight') return () => actions.step(1)
    return undefined
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined
  const key = event.key.toLowerCase()
  if (key === 'k' && !event.shiftKey) return actions.palette
  if (key === 'l' && !event.shiftKey) return actions.log
  if (key === 'n' && !event.shiftKey) return actions.request
  const room = event.shiftKey ? undefined : ROOMS.find((one) => one.key === key)
  if (room) return () => actions.go(room.path)
  if (isTyping(event.target)) return undefined
  if (key === 'z') return () => void (event.shiftKey ? redo() : undo())
  if (key === 'y' && !event.shiftKey) return () => void redo()
  return undefined
}

/** Whether keys belong to a text being typed, which has its own undo. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !NOT_TEXT.has(target.type) && !target.readOnly
}

const NOT_TEXT: ReadonlySet<string> = new Set(['checkbox', 'radio', 'button', 'range', 'file', 'submit'])
