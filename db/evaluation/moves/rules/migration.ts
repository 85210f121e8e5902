import { type Borders, TIERS, tierOf } from '../../rules/tiers.ts'
import type { FixedTier } from './side.ts'

/** Where an account can come from: a standing, or it was not there. */
export const ORIGINS = [...TIERS, 'insufficient', 'new'] as const
export type Origin = (typeof ORIGINS)[number]

/** Where it can go: a standing, or it is there no more. */
export const DESTINATIONS = [...TIERS, 'insufficient', 'gone'] as const
export type Destination = (typeof DESTINATIONS)[number]

/** A cell of the matrix: `key-main` are those who fell from key to main. */
export interface Cell {
  readonly from: Origin
  readonly to: Destination
}

/** A cell in an address. */
export const cellText = ({ from, to }: Cell): string => `${from}-${to}`

/** The cell of an address; undefined where it is none. */
export function parseCell(text: string): Cell | undefined {
  const [first, second, ...more] = text.split('-')
  const from = ORIGINS.find((one) => one === first)
  const to = DESTINATIONS.find((one) => one === second)
  const isNowhere = from === 'new' && to === 'gone'
  return from === undefined || to === undefined || isNowhere || more.length > 0 ? undefined : { from, to }
}

/** Which way a cell leads; `none` where a side has no tier. */
export type Direction = 'up' | 'down' | 'same' | 'none'

const HEIGHTS: Readonly<Record<Origin | Destination, number | null>> = {
  key: 4,
  main: 3,
  ordinary: 2,
  small: 1,
  insufficient: null,
  new: null,
  gone: null,
}

/** Whether accounts of a cell rose, fell, or stayed. */
export function directionOf({ from, to }: Cell): Direction {
  if (from === to) return 'same'
  const before = HEIGHTS[from]
  const after = HEIGHTS[to]
  if (before === null || after === null) return 'none'
  return after > before ? 'up' : 'down'
}

/** How many accounts went each way: a row for each origin, a column for each destination. */
export function countMoves(cells: Iterable<Cell>): number[][] {
  const counts = ORIGINS.map(() => DESTINATIONS.map(() => 0))
  for (const { from, to } of cells) {
    const row = counts[ORIGINS.indexOf(from)]
    const column = DESTINATIONS.indexOf(to)
    if (row) row[column] = (row[column] ?? 0) + 1
  }
  return counts
}

/** How many of all rose, fell, stayed, came and went. */
export interface MoveTally {
  readonly up: number
  readonly down: number
  readonly same: number
  readonly came: number
  readonly went: number
  /** graded on one side only */
  readonly unclear: number
}

/** The matrix in a few figures. */
export function tallyOf(counts: readonly (readonly number[])[]): MoveTally {
  const tally = { up: 0, down: 0, same: 0, came: 0, went: 0, unclear: 0 }
  ORIGINS.forEach((from, row) => {
    DESTINATIONS.forEach((to, column) => {
      const count = counts[row]?.[column] ?? 0
      const direction = directionOf({ from, to })
      if (from === 'new') tally.came += count
      else if (to === 'gone') tally.went += count
      else tally[direction === 'none' ? 'unclear' : direction] += count
    })
  })
  return tally
}

/** What decided a tier although it doesn't move the score. */
export type TierRemark =
  /** classified first now (A7) */
  | 'placed'
  /** classified first both times, into the same tier */
  | 'stays'
  /** no tier is fixed any more */
  | 'lifted'
  /** the earned change was not approved */
  | 'retained'
  /** too few ballots: the last round's tier holds on */
  | 'carried'
  /** the newer score stands in another tier by the newer borders than by the older ones */
  | 'borders'

/** What is to be said of an account's tier beside the split of its score. */
export function tierRemarks(
  from: { readonly fixed: FixedTier | null; readonly borders: Borders },
  to: { readonly fixed: FixedTier | null; readonly borders: Borders; readonly score: number | null },
): TierRemark[] {
  const fixed = fixedRemark(from.fixed, to.fixed)
  const remarks: TierRemark[] = fixed === null ? [] : [fixed]
  if (to.score !== null && tierOf(to.score, from.borders) !== tierOf(to.score, to.borders))
    remarks.push('borders')
  return remarks
}

function fixedRemark(from: FixedTier | null, to: FixedTier | null): TierRemark | null {
  switch (to?.kind) {
    case undefined:
      return from === null ? null : 'lifted'
    case 'exception':
      return from?.kind === 'exception' && from.tier === to?.tier ? 'stays' : 'placed'
    case 'kept':
      return 'retained'
    case 'carried':
      return 'carried'
  }
}
