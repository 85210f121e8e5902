import { rowNumberColumnId } from './geometry.ts'

export interface HeaderEvents {
  /** The person asks for a column's menu, at a corner in client px. */
  openMenu(columnId: string, at: { x: number; y: number }): void
  /** Back from the headers to the cells. */
  leave(): void
}

/** The header of a column of ours, by id. */
export const headerElement = (root: HTMLElement, columnId: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`.ag-header-cell[col-id="${CSS.escape(columnId)}"]`)

/** Right click, menu key, Shift+F10 and Alt+↓ on a header open its menu; ↓ leads back to the cells. */
export const listenToHeaders = (root: HTMLElement, events: HeaderEvents): (() => void) => {
  const off = new AbortController()
  root.addEventListener(
    'contextmenu',
    (event) => {
      const header = event.target instanceof Element ? event.target.closest('.ag-header-cell[col-id]') : null
      const id = header?.getAttribute('col-id') ?? rowNumberColumnId
      if (id === rowNumberColumnId) return
      event.preventDefault()
      events.openMenu(id, { x: event.clientX, y: event.clientY })
    },
    { signal: off.signal },
  )
  root.addEventListener(
    'keydown',
    (event) => {
      const { target, key } = event
      if (!(target instanceof Element) || !target.matches('.ag-header-cell[col-id]')) return
      const down = key === 'ArrowDown'
      const asks = key === 'ContextMenu' || (event.shiftKey && key === 'F10') || (event.altKey && down)
      if (!asks && !down) return
      event.preventDefault()
      event.stopPropagation()
      const box = target.getBoundingClientRect()
      if (asks) events.openMenu(target.getAttribute('col-id') ?? '', { x: box.left, y: box.bottom })
      else events.leave()
    },
    { signal: off.signal, capture: true },
  )
  return () => off.abort()
}
