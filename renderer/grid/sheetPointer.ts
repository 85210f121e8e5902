import type { FillGesture } from './fill.ts'
import { bodyBox, cellAtPoint, type GridParts, gridParts, rowNumberColumnId } from './geometry.ts'
import { type CellAt, fillTarget, type Range } from './range.ts'
import type { SheetSelection } from './sheetSelection.ts'

export interface PointerEvents {
  /** Before the selection moves: ends an open edit. False keeps the pointer from doing anything. */
  settle(): boolean
  /** Take the focus: a cell was pressed. */
  pressed(): void
  openEditor(): void
  fill(gesture: FillGesture): void
}

type Drag =
  | { readonly kind: 'cells'; readonly anchor: CellAt; readonly fromCenter: boolean }
  | { readonly kind: 'rows'; readonly anchor: CellAt }
  | { readonly kind: 'fill'; readonly source: Range }

const edge = 8
const interactive = 'a, button, input, select, textarea, label, [data-grid-interactive]'

const cellElement = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.ag-cell[col-id]') : null

/** The mouse on cells, row numbers, headers and the fill handle; returns what removes the listeners. */
export const listenToPointer = <Row>(
  root: HTMLElement,
  selection: SheetSelection<Row>,
  events: PointerEvents,
): (() => void) => {
  const off = new AbortController()
  let drag: Drag | null = null
  let point = { x: 0, y: 0 }
  let frame = 0
  let lastFrame = 0

  const positionOf = (element: HTMLElement): CellAt | null => {
    const row = Number(element.closest<HTMLElement>('.ag-row[row-index]')?.getAttribute('row-index') ?? NaN)
    const id = element.getAttribute('col-id')
    const column = selection.view.columns.findIndex((candidate) => candidate.id === id)
    return Number.isNaN(row) || (column === -1 && id !== rowNumberColumnId) ? null : { row, column }
  }

  const follow = (): void => {
    const parts = gridParts(root)
    if (drag === null || parts === null) return
    const cell = cellAtPoint(parts, selection.places, selection.view.rowCount, aim(parts))
    if (cell === null) return
    if (drag.kind === 'fill') {
      selection.showPreview(fillTarget(drag.source, cell))
      return
    }
    const head = drag.kind === 'cells' ? cell : { row: cell.row, column: selection.size.columns - 1 }
    const moved = head.row !== selection.head?.row || head.column !== selection.head.column
    if (moved) selection.select(drag.anchor, head, null)
  }

  /** The point to select at: while scrolled columns remain, the pinned ones they pass under don't count. */
  const aim = (parts: GridParts): { x: number; y: number } => {
    if (drag?.kind !== 'cells' || !drag.fromCenter) return point
    const { viewport } = parts
    const body = bodyBox(parts)
    const { left, right } = selection.places.widths
    const moreRight = viewport.scrollLeft < viewport.scrollWidth - viewport.clientWidth - 1
    const min = viewport.scrollLeft > 0 ? body.left + left : body.left
    const max = moreRight ? body.right - right - 1 : body.right
    return { x: Math.max(min, Math.min(point.x, max)), y: point.y }
  }

  /** px a second; the farther beyond the edge, the faster. */
  const scrollSpeed = (value: number, low: number, high: number): number => {
    const beyond = value < low ? value - low : Math.max(0, value - high)
    return beyond === 0 ? 0 : Math.sign(beyond) * Math.min(3000, 300 + Math.abs(beyond) * 25)
  }

  /** Scrolls as long as the pointer is held beyond an edge. */
  const autoScroll = (now: number): void => {
    frame = 0
    // the first frame, or one after a stall, must not jump
    const seconds = Math.min(now - lastFrame, 50) / 1000
    lastFrame = now
    const parts = gridParts(root)
    if (drag === null || parts === null) return
    const body = bodyBox(parts)
    const fromCenter = drag.kind === 'cells' && drag.fromCenter
    const { left, right } = selection.places.widths
    const down = scrollSpeed(point.y, body.top, body.bottom - edge)
    const across = fromCenter
      ? scrollSpeed(point.x, body.left + left, body.right - right - edge)
      : scrollSpeed(point.x, body.left, body.right)
    const { viewport } = parts
    viewport.scrollTop += down * seconds
    if (drag.kind !== 'rows') viewport.scrollLeft += across * seconds
    follow()
    if (down !== 0 || across !== 0) frame = requestAnimationFrame(autoScroll)
  }

  const begin = (started: Drag, event: PointerEvent): void => {
    point = { x: event.clientX, y: event.clientY }
    // a finger scrolls; only mouse and pen drag
    if (event.pointerType !== 'touch') drag = started
    root.classList.toggle('sheet-dragging', drag !== null)
  }

  const pressCell = (element: HTMLElement, event: PointerEvent): void => {
    const at = positionOf(element)
    if (at === null || !events.settle()) return
    const last = selection.size.columns - 1
    if (at.column === -1) {
      const anchor = event.shiftKey && selection.anchor !== null ? selection.anchor.row : at.row
      selection.select({ row: anchor, column: 0 }, { row: at.row, column: last }, null)
      begin({ kind: 'rows', anchor: { row: anchor, column: 0 } }, event)
    } else {
      const anchor = event.shiftKey && selection.anchor !== null ? selection.anchor : at
      selection.select(anchor, at, null)
      const fromCenter = selection.places.columns[anchor.column]?.section === 'center'
      begin({ kind: 'cells', anchor, fromCenter }, event)
    }
    events.pressed()
  }

  const down = (event: PointerEvent): void => {
    const target = event.target
    if (event.button !== 0 || !(target instanceof Element) || target.closest('.sheet-editor') !== null) return
    if (target.closest('.sheet-handle') !== null) {
      const source = selection.range
      if (source !== null && events.settle()) begin({ kind: 'fill', source }, event)
      return
    }
    const cell = cellElement(target)
    if (cell !== null && target.closest(interactive) === null) pressCell(cell, event)
  }

  const release = (): void => {
    const ended = drag
    drag = null
    root.classList.remove('sheet-dragging')
    if (ended?.kind !== 'fill') return
    const parts = gridParts(root)
    const cell = parts === null ? null : cellAtPoint(parts, selection.places, selection.view.rowCount, point)
    const target = cell === null ? null : fillTarget(ended.source, cell)
    selection.showPreview(null)
    if (target === null) return
    events.fill({ source: ended.source, target })
    selection.select(
      { row: ended.source.top, column: ended.source.left },
      { row: target.bottom, column: target.right },
      null,
    )
  }

  const cancel = (): void => {
    drag = null
    root.classList.remove('sheet-dragging')
    selection.showPreview(null)
  }

  const options = { signal: off.signal }
  root.addEventListener('pointerdown', down, { ...options, capture: true })
  root.addEventListener(
    'mousedown',
    (event) => {
      const target = event.target
      if (!(target instanceof Element) || target.closest('.sheet-editor') !== null) return
      // the focus stays in the sheet's field, and dragging selects cells instead of text
      const ours = cellElement(target) !== null || target.closest('.sheet-handle') !== null
      if (ours && target.closest(interactive) === null) event.preventDefault()
    },
    { ...options, capture: true },
  )
  root.addEventListener(
    'dblclick',
    (event) => {
      const cell = cellElement(event.target)
      if (cell !== null && positionOf(cell)?.column !== -1) events.openEditor()
    },
    options,
  )
  root.addEventListener('click', (event) => pressHeader(event), { ...options, capture: true })
  addEventListener(
    'pointermove',
    (event) => {
      if (drag === null) return
      // the button was let go outside the window
      if ((event.buttons & 1) === 0) return cancel()
      point = { x: event.clientX, y: event.clientY }
      follow()
      if (frame === 0) frame = requestAnimationFrame(autoScroll)
    },
    options,
  )
  addEventListener('pointerup', release, options)
  addEventListener('pointercancel', cancel, options)

  /** Ctrl+click on a header selects the column, a click on the corner everything. */
  const pressHeader = (event: MouseEvent): void => {
    const header = event.target instanceof Element ? event.target.closest('.ag-header-cell[col-id]') : null
    if (header === null) return
    const id = header.getAttribute('col-id')
    const column = selection.view.columns.findIndex((candidate) => candidate.id === id)
    const corner = id === rowNumberColumnId
    if (!corner && (column === -1 || !(event.ctrlKey || event.metaKey))) return
    event.preventDefault()
    event.stopPropagation()
    if (!events.settle()) return
    const last = { row: selection.size.rows - 1, column: corner ? selection.size.columns - 1 : column }
    const from = event.shiftKey && selection.anchor !== null ? selection.anchor.column : column
    selection.select({ row: 0, column: corner ? 0 : from }, last, null)
    events.pressed()
  }

  return () => {
    off.abort()
    cancelAnimationFrame(frame)
  }
}
