import { useEffect, useRef } from 'react'
import { MARKS, type Mark } from '../../../../../db/evaluation/rules/marks.ts'

/** What the keys of a meeting do. A presenter's remote sends PageUp and PageDown. */
export interface MeetingKeys {
  readonly choose: (mark: Mark) => void
  readonly step: (by: -1 | 1) => void
  readonly record: () => void
  readonly leave: () => void
}

/** Listens for the keys of a meeting while `on`. Keys that a text, a button or an input method takes stay theirs. */
export function useMeetingKeys(keys: MeetingKeys, on: boolean): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (!on) return
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return
      const action = actionOf(event, latest.current)
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [on])
}

function actionOf({ key, target }: KeyboardEvent, keys: MeetingKeys): (() => void) | undefined {
  if (key === 'PageUp') return () => keys.step(-1)
  if (key === 'PageDown') return () => keys.step(1)
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
    return key === 'Escape' ? () => target.blur() : undefined
  const mark = MARKS[Number(key) - 1]
  if (mark !== undefined) return () => keys.choose(mark)
  switch (key) {
    case 'ArrowLeft':
      return () => keys.step(-1)
    case 'ArrowRight':
      return () => keys.step(1)
    case 'Escape':
      return keys.leave
    case 'Enter':
      return target instanceof Element && target.closest('button, a') ? undefined : keys.record
    default:
      return undefined
  }
}
