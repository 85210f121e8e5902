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

/** One drawn thing. */
interface Shape {
  readonly className: string
  /** without width and height where its style has them */
  readonly box: Omit<Box, 'width' | 'height'> & Partial<Pick<Box, 'width' | 'height'>>
  readonly text?: string
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
    const shapes: Shape[] = []
    if (range !== null && anchor !== null) {
      if (!isSingleCell(range))
        for (const part of withoutCell(range, anchor)) shapes.push(...this.#shapesOf('sheet-tint', part))
      shapes.push(...this.#shapesOf('sheet-outline', range))
      const corner = this.boxOf({ row: range.bottom, column: range.right })
      if (showHandle && corner !== null) shapes.push({ className: 'sheet-handle', box: atCorner(corner) })
    }
    if (preview !== null) shapes.push(...this.#shapesOf('sheet-preview', preview))
    const hinted = hint === null ? null : this.boxOf(hint.at)
    if (hint !== null && hinted !== null)
      shapes.push({ className: 'sheet-hint', box: hinted, text: hint.text })
    for (const section of sections)
      reflect(
        this.#shapes[section],
        shapes.filter(({ box }) => box.section === section),
      )
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

  #shapesOf(className: string, range: Range): Shape[] {
    return this.#boxesOf(range).map(({ box, opensLeft, opensRight }) => ({
      className: `${className}${opensLeft ? ' sheet-opens-left' : ''}${opensRight ? ' sheet-opens-right' : ''}`,
      box,
    }))
  }
}

/** Where the fill handle hangs: on the box's lower right corner, of the size that its style says. */
const atCorner = ({ section, left, top, width, height }: Box): Shape['box'] => ({
  section,
  left: left + width,
  top: top + height,
})

/** Puts the shapes into an element; those that are there already are only moved, which costs the browser least. */
function reflect(into: HTMLElement, shapes: readonly Shape[]): void {
  while (into.childElementCount > shapes.length) into.lastElementChild?.remove()
  shapes.forEach(({ className, box, text = '' }, at) => {
    const known = into.children.item(at)
    const element = known instanceof HTMLElement ? known : div(className, into)
    if (element.className !== className) element.className = className
    if (element.textContent !== text) element.textContent = text
    element.style.left = `${box.left}px`
    element.style.top = `${box.top}px`
    element.style.width = box.width === undefined ? '' : `${box.width}px`
    element.style.height = box.height === undefined ? '' : `${box.height}px`
  })
}
