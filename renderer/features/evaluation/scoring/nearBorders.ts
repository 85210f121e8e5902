import { MARKS, type Mark } from '../../../../db/evaluation/rules/marks.ts'
import { type Borders, nearestBorder, type Tier, tierOf } from '../../../../db/evaluation/rules/tiers.ts'
import type { ScoringModel } from './scoringModel.ts'

/** An account close to a border of the tiers. */
export interface NearAccount {
  readonly row: number
  /** tenths of a point */
  readonly score: number
  readonly tier: Tier
  readonly border: keyof Borders
  /** +12 is 1.2 points above the border, −6 is 0.6 below */
  readonly distance: number
}

/** Accounts within some tenths of a border, best score first. Those placed by exception stand apart from borders. */
export function nearBorders(model: ScoringModel, within: number): NearAccount[] {
  const { borders, accounts } = model.round
  const near: NearAccount[] = []
  for (let row = 0; row < accounts.ids.length; row += 1) {
    const score = model.score(row)
    if (score === null || model.exception(row)) continue
    const reaches =
      Math.abs(score - borders.key) <= within ||
      Math.abs(score - borders.main) <= within ||
      Math.abs(score - borders.ordinary) <= within
    if (!reaches) continue
    const { border, distanceTenths: distance } = nearestBorder(score, borders)
    near.push({ row, score, tier: tierOf(score, borders), border, distance })
  }
  return near.sort((a, b) => b.score - a.score || a.row - b.row)
}

/** The nearest of many, still best score first. */
export const nearest = (near: readonly NearAccount[], atMost: number): readonly NearAccount[] =>
  near.length <= atMost
    ? near
    : [...near]
        .sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance))
        .slice(0, atMost)
        .sort((a, b) => b.score - a.score || a.row - b.row)

/** One mark, one step up or down, that would move an account into another tier. */
export interface TierStep {
  readonly row: number
  readonly column: number
  readonly direction: 'down' | 'up'
  readonly to: Tier
}

const BORDER_ORDER = ['key', 'main', 'ordinary'] as const satisfies readonly (keyof Borders)[]

/**
 * The step most worth knowing: at the highest border first, an account about to fall before one about to rise, the
 * nearest first, and of its judged indicators the heaviest that suffices.
 */
export function tierStep(model: ScoringModel, near: readonly NearAccount[]): TierStep | null {
  const order = [...near].sort(
    (a, b) =>
      BORDER_ORDER.indexOf(a.border) - BORDER_ORDER.indexOf(b.border) ||
      Number(a.distance < 0) - Number(b.distance < 0) ||
      Math.abs(a.distance) - Math.abs(b.distance),
  )
  for (const account of order) {
    const step = stepOf(model, account)
    if (step) return step
  }
  return null
}

function stepOf(model: ScoringModel, { row, tier, distance }: NearAccount): TierStep | null {
  const direction = distance < 0 ? 'up' : 'down'
  const columns = model.indicators
    .map((_, column) => column)
    .filter((column) => model.isJudged(column))
    .sort((a, b) => (model.weights[b] ?? 0) - (model.weights[a] ?? 0))
  for (const column of columns) {
    const mark = model.mark(row, column)
    const next = mark === null ? null : neighbour(mark, direction)
    const score = next === null ? null : model.scoreIf(row, column, next)
    if (score === null) continue
    const to = tierOf(score, model.round.borders)
    if (to !== tier) return { row, column, direction, to }
  }
  return null
}

const neighbour = (mark: Mark, direction: 'down' | 'up'): Mark | null =>
  MARKS[MARKS.indexOf(mark) + (direction === 'down' ? 1 : -1)] ?? null
