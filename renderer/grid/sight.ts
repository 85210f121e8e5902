import { bodyBox, type ColumnPlaces, gridParts, rowHeight } from './geometry.ts'
import type { CellAt } from './range.ts'

/** What can be seen of the rows and of the scrolling columns, px; and where that is scrolled. */
interface Seen {
  readonly viewport: HTMLElement
  readonly top: number
  readonly height: number
  readonly left: number
  readonly width: number
}

/**
 * Brings cells into sight. What can be seen is measured once and kept until something may have moved, and AG Grid is asked
 * only where it has to scroll: looking at scroll positions after a cell was written makes the browser lay the page out
 * each time.
 */
export class Sight {
  readonly #root: HTMLElement
  readonly #off = new AbortController()
  readonly #resizes: ResizeObserver
  #seen: Seen | null = null

  readonly #draw: (row: number) => void

  /** @param draw has AG Grid scroll to a row and draw it */
  constructor(root: HTMLElement, draw: (row: number) => void) {
    this.#root = root
    this.#draw = draw
    root.addEventListener('scroll', () => this.forget(), { capture: true, signal: this.#off.signal })
    this.#resizes = new ResizeObserver(() => this.forget())
    // not the root: a scrollbar that comes or goes leaves that as it is
    this.#resizes.observe(gridParts(root)?.viewport ?? root)
  }

  /** Something moved or got another size. */
  forget(): void {
    this.#seen = null
  }

  /** Scrolls as little as shows the cell whole; not at all when it is seen. */
  reveal(cell: CellAt, places: ColumnPlaces): void {
    const place = places.columns[cell.column]
    this.#seen ??= this.#measure(places)
    const seen = this.#seen
    if (place === undefined || seen === null) return
    const top = nearest(seen.top, seen.height, cell.row * rowHeight, rowHeight)
    const left =
      place.section === 'center' ? nearest(seen.left, seen.width, place.left, place.width) : seen.left
    if (top !== seen.top) {
      // for half a second after rows went, AG Grid doesn't hear of scrolls that aren't its own, and would leave blank rows
      this.#draw(cell.row)
      seen.viewport.scrollTop = top
    }
    if (left !== seen.left) seen.viewport.scrollLeft = left
    if (top !== seen.top || left !== seen.left) this.forget()
  }

  destroy(): void {
    this.#off.abort()
    this.#resizes.disconnect()
  }

  #measure({ widths }: ColumnPlaces): Seen | null {
    const parts = gridParts(this.#root)
    if (parts === null) return null
    const { viewport } = parts
    const { width, height } = bodyBox(parts)
    return {
      viewport,
      top: viewport.scrollTop,
      height,
      left: viewport.scrollLeft,
      width: width - widths.left - widths.right,
    }
  }
}

/** The scroll position nearest to the present one at which `size` px from `start` on can be seen, from their start at least. */
const nearest = (present: number, room: number, start: number, size: number): number =>
  Math.min(Math.max(present, start + size - room), start)
