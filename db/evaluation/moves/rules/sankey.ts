import { type Cell, DESTINATIONS, type Destination, ORIGINS, type Origin } from './migration.ts'

/** Where accounts stand on one side of the picture: a bar with its count. Measures in px. */
export interface SankeyNode {
  readonly side: 'from' | 'to'
  readonly place: Origin | Destination
  readonly count: number
  readonly y: number
  readonly height: number
}

/** Accounts of one cell, as a ribbon between two bars. */
export interface SankeyFlow {
  readonly cell: Cell
  readonly count: number
  /** closed outline of the ribbon */
  readonly path: string
}

/** How much room the picture has: ribbons run between `left` and `right`, bars stand outside of them. */
export interface SankeyFrame {
  readonly left: number
  readonly right: number
  readonly height: number
  /** between two bars of a side */
  readonly gap: number
}

/** A Sankey picture of a matrix of moves: bars and ribbons as thick as they count, both sides equally high. */
export function layOutSankey(
  counts: readonly (readonly number[])[],
  { left, right, height, gap }: SankeyFrame,
): { nodes: SankeyNode[]; flows: SankeyFlow[] } {
  const rows = ORIGINS.map((_, row) => sum(counts[row] ?? []))
  const columns = DESTINATIONS.map((_, column) => sum(counts.map((row) => row[column] ?? 0)))
  const all = sum(rows)
  if (all === 0) return { nodes: [], flows: [] }
  const gaps = Math.max(rows.filter(Boolean).length, columns.filter(Boolean).length) - 1
  const step = (height - gaps * gap) / all
  const stack = (sizes: readonly number[]): number[] => {
    const shown = sizes.filter(Boolean).length
    // the side with fewer bars is centred
    let y = (height - all * step - (shown - 1) * gap) / 2
    return sizes.map((size) => {
      const at = y
      if (size > 0) y += size * step + gap
      return at
    })
  }
  const fromY = stack(rows)
  const toY = stack(columns)
  const leaves = [...fromY]
  const arrives = [...toY]
  const flows: SankeyFlow[] = []
  ORIGINS.forEach((from, row) => {
    DESTINATIONS.forEach((to, column) => {
      const count = counts[row]?.[column] ?? 0
      if (count === 0) return
      const [y0, y1] = [leaves[row] ?? 0, arrives[column] ?? 0]
      leaves[row] = y0 + count * step
      arrives[column] = y1 + count * step
      flows.push({ cell: { from, to }, count, path: ribbon(left, right, y0, y1, count * step) })
    })
  })
  const nodes = (side: SankeyNode['side'], sizes: readonly number[], ys: readonly number[]): SankeyNode[] =>
    (side === 'from' ? ORIGINS : DESTINATIONS).flatMap((place, at) => {
      const count = sizes[at] ?? 0
      return count === 0 ? [] : [{ side, place, count, y: ys[at] ?? 0, height: count * step }]
    })
  return { nodes: [...nodes('from', rows, fromY), ...nodes('to', columns, toY)], flows }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function ribbon(left: number, right: number, y0: number, y1: number, thick: number): string {
  const middle = (left + right) / 2
  const at = (value: number): string => value.toFixed(1)
  return (
    `M${at(left)} ${at(y0)}C${at(middle)} ${at(y0)} ${at(middle)} ${at(y1)} ${at(right)} ${at(y1)}` +
    `V${at(y1 + thick)}C${at(middle)} ${at(y1 + thick)} ${at(middle)} ${at(y0 + thick)} ${at(left)} ${at(y0 + thick)}Z`
  )
}
