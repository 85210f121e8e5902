import type { Column, GridApi } from 'ag-grid-community'
import { type CellAt, clampCell } from './range.ts'

/** Height of a row in px; every row has it, so that places can be computed instead of measured. */
export const rowHeight = 32

export const rowNumberColumnId = '#row'

export type Section = 'left' | 'center' | 'right'

export interface ColumnPlace {
  readonly id: string
  readonly section: Section
  /** px from the section's left edge. */
  readonly left: number
  readonly width: number
}

/** Where the displayed columns are; the row-number column takes room but isn't one of `columns`. */
export interface ColumnPlaces {
  readonly columns: readonly ColumnPlace[]
  readonly widths: Readonly<Record<Section, number>>
}

/** Reads the present column layout off the grid. */
export const columnPlaces = <Row>(api: GridApi<Row>): ColumnPlaces => {
  const columns: ColumnPlace[] = []
  const widths = { left: 0, center: 0, right: 0 }
  const add = (section: Section, list: readonly Column[]): void => {
    for (const column of list) {
      const width = column.getActualWidth()
      const id = column.getColId()
      if (id !== rowNumberColumnId) columns.push({ id, section, left: widths[section], width })
      widths[section] += width
    }
  }
  add('left', api.getDisplayedLeftColumns())
  add('center', api.getDisplayedCenterColumns())
  add('right', api.getDisplayedRightColumns())
  return { columns, widths }
}

/** AG Grid's own elements that this layer measures and scrolls. */
export interface GridParts {
  readonly viewport: HTMLElement
  /** As high as all rows together; scrolls within the viewport. */
  readonly rows: HTMLElement
  readonly header: HTMLElement
  /** The selection layer's section over the right-pinned cells, perhaps empty: ends where cells end. */
  readonly right: HTMLElement | null
}

/** Looks the parts up; null while the grid isn't drawn. */
export const gridParts = (root: HTMLElement): GridParts | null => {
  const viewport = root.querySelector<HTMLElement>('.ag-grid-viewport')
  const rows = root.querySelector<HTMLElement>('.ag-grid-scrolling-container')
  const header = root.querySelector<HTMLElement>('.ag-header')
  const right = root.querySelector<HTMLElement>('.sheet-section-right')
  return viewport === null || rows === null || header === null ? null : { viewport, rows, header, right }
}

/** The area in which rows can be seen, in client px. */
export const bodyBox = ({ viewport, header, right }: GridParts): DOMRect => {
  const box = viewport.getBoundingClientRect()
  // the scrollbar lies over the viewport's right edge
  const width = (right?.getBoundingClientRect().right ?? box.left + viewport.clientWidth) - box.left
  const top = header.getBoundingClientRect().bottom
  return new DOMRect(box.left, top, width, Math.max(0, box.top + viewport.clientHeight - top))
}

const columnAt = (places: ColumnPlaces, section: Section, x: number): number => {
  let last = -1
  for (const [index, place] of places.columns.entries()) {
    if (place.section !== section) continue
    last = index
    if (x < place.left + place.width) return index
  }
  return last
}

/** The cell under a point in client px, or the nearest visible one when the point is outside. Null in an empty grid. */
export const cellAtPoint = (
  parts: GridParts,
  places: ColumnPlaces,
  rowCount: number,
  point: { x: number; y: number },
): CellAt | null => {
  const body = bodyBox(parts)
  const y = Math.max(body.top, Math.min(point.y, body.bottom - 1))
  const x = Math.max(body.left, Math.min(point.x, body.right - 1))
  const row = Math.floor((y - parts.rows.getBoundingClientRect().top) / rowHeight)
  const leftEdge = body.left + places.widths.left
  const rightEdge = body.right - places.widths.right
  const inCenter = x - leftEdge + parts.viewport.scrollLeft
  let column: number
  if (x < leftEdge) column = columnAt(places, 'left', x - body.left)
  else if (x >= rightEdge && places.widths.right > 0) column = columnAt(places, 'right', x - rightEdge)
  else column = columnAt(places, 'center', inCenter)
  return clampCell({ row, column }, { rows: rowCount, columns: places.columns.length })
}
