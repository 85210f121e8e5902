import { type KeyboardEvent, type RefObject, useEffect } from 'react'
import type { TodayItem } from '../../../db/channel/today/contract.ts'

/** What keys do with the line that has the focus. */
export interface LineKeys {
  complete(item: TodayItem): void
  remind(item: TodayItem): void
  snooze(item: TodayItem): void
}

/** The keys of the lists: ↑↓, Home and End move, Space completes, R reminds, S snoozes; Enter follows the line's link. */
export function lineKeys(
  event: KeyboardEvent<HTMLElement>,
  find: (key: string) => TodayItem | undefined,
  does: LineKeys,
): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')]
  const at = lines.findIndex((line) => line.matches(':focus'))
  const line = lines[at]
  if (!line) return
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key]
  if (to !== undefined) {
    event.preventDefault()
    lines[Math.min(lines.length - 1, Math.max(0, to))]?.focus()
    return
  }
  const act = actOf(event.key.toLowerCase(), does)
  const item = find(line.closest<HTMLElement>('[data-key]')?.dataset.key ?? '')
  if (!act || !item) return
  event.preventDefault()
  act(item)
}

function actOf(key: string, does: LineKeys): ((item: TodayItem) => void) | undefined {
  if (key === ' ') return does.complete
  if (key === 'r') return does.remind
  return key === 's' ? does.snooze : undefined
}

/** N anywhere on the page, but not while something is typed, goes to the line in which one notes something. */
export function useNoteKey(line: RefObject<{ focus(): void } | null>): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.defaultPrevented || event.isComposing) return
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
      event.preventDefault()
      line.current?.focus()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [line])
}
