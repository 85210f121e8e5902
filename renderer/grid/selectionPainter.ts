import { type ColumnPlaces, gridParts, rowHeight, type Section } from './geometry.ts'
import {
  type CellAt,
  isSingleCell,
  type Range,
  rangeBetween,
  rowsIn,
  withinColumns,
  withoutCell,
} from './range.ts'

/** px within a section, from the top of the first row. */
export interface Box {
  readonly section: Section
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Painting {
  readonly range: Range | null
  readonly anchor: CellAt | null
  /** The cells a fill would cover. */
  readonly preview: Range | null
  readonly showHandle: boolean
  /** A short word beside a cell, e.g. which mark a key entered. */
  readonly hint: { readonly at: CellAt; readonly text: string } | null
}

const sections = ['left', 'center', 'right'] as const

const div = (className: string, parent: HTMLElement): HTMLElement => {
  const element = document.createElement('div')
  element.className = className
  parent.append(element)
  return element
}

/**
 * Draws the selection as a few boxes in a layer that lies in AG Grid's scrolling container, laid out like one
 * very high row (pinned left, scrolling, pinned right). So it scrolls, clips and sticks with the cells natively,
 * costs the same for one cell and a million, and owes nothing to which cells happen to be rendered.
 */
export class SelectionPainter {
  readonly #root: HTMLElement
  readonly #layer: HTMLElement
  readonly #hosts: Readonly<Record<Section, HTMLElement>>
  readonly #shapes: Readonly<Record<Section, HTMLElement>>
  #places: ColumnPlaces = { columns: [], widths: { left: 0, center: 0, right: 0 } }

  constructor(root: HTMLElement) {
    this.#root = root
    this.#layer = document.createElement('div')
    this.#layer.className = 'sheet-layer'
    this.#layer.role = 'presentation'
    const host = (section: Section): HTMLElement => {
      const element = div(`sheet-section sheet-section-${section}`, this.#layer)
      element.role = 'presentation'
      return element
    }
    const left = host('left')
    const center = host('center')
    div('sheet-spacer', this.#layer).role = 'presentation'
    this.#hosts = { left, center, right: host('right') }
    const shapes = (section: Section): HTMLElement => {
      const element = div('sheet-shapes', this.#hosts[section])
      element.ariaHidden = 'true'
      return element
    }
    this.#shapes = { left: shapes('left'), center: shapes('center'), right: shapes('right') }
  }

  /** The element that things standing over cells of a section (the editor) are put into. */
  host(section: Section): HTMLElement {
    return this.#hosts[section]
  }

  /** Takes over a changed column layout; attaches the layer when the grid has (re)made its container. */
  layOut(places: ColumnPlaces): void {
    this.#places = places
    const rows = gridParts(this.#root)?.rows
    if (rows !== undefined && this.#layer.parentElement !== rows) rows.append(this.#layer)
    for (const section of sections) this.#hosts[section].style.width = `${places.widths[section]}px`
  }

  /** The box of a cell, null when its column isn't displayed. */
  boxOf(cell: CellAt): Box | null {
    return this.#boxesOf(rangeBetween(cell, cell))[0]?.box ?? null
  }

  paint({ range, anchor, preview, showHandle, hint }: Painting): void {
    for (const section of sections) this.#shapes[section].replaceChildren()
    if (range !== null && anchor !== null) {
      if (!isSingleCell(range)) for (const part of withoutCell(range, anchor)) this.#draw('sheet-tint', part)
      this.#draw('sheet-outline', range)
      const corner = this.boxOf({ row: range.bottom, column: range.right })
      if (showHandle && corner !== null) this.#drawHandle(corner)
    }
    if (preview !== null) this.#draw('sheet-preview', preview)
    const hinted = hint === null ? null : this.boxOf(hint.at)
    if (hint !== null && hinted !== null)
      this.#place(div('sheet-hint', this.#shapes[hinted.section]), hinted).textContent = hint.text
  }

  destroy(): void {
    this.#layer.remove()
  }

  #boxesOf(range: Range): { box: Box; opensLeft: boolean; opensRight: boolean }[] {
    const found: { box: Box; opensLeft: boolean; opensRight: boolean }[] = []
    for (const section of sections) {
      const from = this.#places.columns.findIndex((place) => place.section === section)
      const to = this.#places.columns.findLastIndex((place) => place.section === section)
      const part = from === -1 ? null : withinColumns(range, from, to)
      const first = part === null ? undefined : this.#places.columns[part.left]
      const last = part === null ? undefined : this.#places.columns[part.right]
      if (part === null || first === undefined || last === undefined) continue
      found.push({
        box: {
          section,
          left: first.left,
          top: part.top * rowHeight,
          width: last.left + last.width - first.left,
          height: rowsIn(part) * rowHeight,
        },
        opensLeft: part.left > range.left,
        opensRight: part.right < range.right,
      })
    }
    return found
  }

  #draw(className: string, range: Range): void {
    for (const { box, opensLeft, opensRight } of this.#boxesOf(range)) {
      const element = this.#place(div(className, this.#shapes[box.section]), box)
      element.classList.toggle('sheet-opens-left', opensLeft)
      element.classList.toggle('sheet-opens-right', opensRight)
    }
  }

  #drawHandle(corner: Box): void {
    const handle = div('sheet-handle', this.#shapes[corner.section])
    handle.style.left = `${corner.left + corner.width}px`
    handle.style.top = `${corner.top + corner.height}px`
  }

  #place(element: HTMLElement, box: Box): HTMLElement {
    element.style.left = `${box.left}px`
    element.style.top = `${box.top}px`
    element.style.width = `${box.width}px`
    element.style.height = `${box.height}px`
    return element
  }
}
