/** A cell by its displayed position, both from 0. */
export interface CellAt {
  readonly row: number
  readonly column: number
}

/** A block of cells, edges included. */
export interface Range {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface SheetSize {
  readonly rows: number
  readonly columns: number
}

const clamp = (value: number, last: number): number => Math.max(0, Math.min(value, last))

/** The block between two corners, whichever way round they lie. */
export const rangeBetween = (a: CellAt, b: CellAt): Range => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
})

export const rowsIn = (range: Range): number => range.bottom - range.top + 1
export const columnsIn = (range: Range): number => range.right - range.left + 1
export const isSingleCell = (range: Range): boolean =>
  range.top === range.bottom && range.left === range.right

export const contains = (range: Range, cell: CellAt): boolean =>
  cell.row >= range.top && cell.row <= range.bottom && cell.column >= range.left && cell.column <= range.right

/** The nearest cell of a sheet of this size, null when the sheet has none. */
export const clampCell = (cell: CellAt, size: SheetSize): CellAt | null =>
  size.rows === 0 || size.columns === 0
    ? null
    : { row: clamp(cell.row, size.rows - 1), column: clamp(cell.column, size.columns - 1) }

/** One step on, wrapping to the next row at the right edge (previous at the left); null past the last cell. */
export const nextInReadingOrder = (cell: CellAt, step: 1 | -1, size: SheetSize): CellAt | null => {
  const position = cell.row * size.columns + cell.column + step
  if (position < 0 || position >= size.rows * size.columns) return null
  return { row: Math.floor(position / size.columns), column: position % size.columns }
}

/** The part of a range within the columns from … to (both included), null when there is none. */
export const withinColumns = (range: Range, from: number, to: number): Range | null => {
  const left = Math.max(range.left, from)
  const right = Math.min(range.right, to)
  return left > right ? null : { ...range, left, right }
}

/** A range without one of its cells, as at most four blocks that don't overlap. */
export const withoutCell = (range: Range, hole: CellAt): Range[] => {
  if (!contains(range, hole)) return [range]
  const { row, column } = hole
  return [
    { ...range, bottom: row - 1 },
    { ...range, top: row + 1 },
    { top: row, bottom: row, left: range.left, right: column - 1 },
    { top: row, bottom: row, left: column + 1, right: range.right },
  ].filter((part) => part.top <= part.bottom && part.left <= part.right)
}

/** Where a fill dragged to `cell` leads: the cells beyond the range, along the axis dragged farther; null inside it. */
export const fillTarget = (source: Range, cell: CellAt): Range | null => {
  const down = cell.row - source.bottom
  const right = cell.column - source.right
  if (down <= 0 && right <= 0) return null
  return down >= right
    ? { ...source, top: source.bottom + 1, bottom: cell.row }
    : { ...source, left: source.right + 1, right: cell.column }
}
