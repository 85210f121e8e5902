import { STICKINESS_LAYERS, type StickinessLayer } from './kinds.ts'
import { type Judged, newestOf } from './newest.ts'

/** The loosest and the firmest grade of a layer (D3). */
export const STICKINESS_GRADES = { min: 1, max: 5 } as const

/** How firmly an account sticks to us in one layer, as somebody judged it. */
export interface StickinessJudgement extends Judged {
  readonly layer: StickinessLayer
  /** 1–5 */
  readonly grade: number
}

/** D3 in figures. */
export interface Stickiness {
  /** sum of the three layers, 3–15; null while one is not judged */
  readonly total: number | null
  /** the loosest judged layer, the outermost of equals; null while none is judged */
  readonly loosest: StickinessLayer | null
}

/** How firmly an account sticks to us by the newest judgement of each layer (D3). */
export function stickinessOf(judged: readonly StickinessJudgement[]): Stickiness {
  const newest = newestOf(judged, ({ layer }) => layer)
  const grades = STICKINESS_LAYERS.flatMap((layer) => {
    const grade = newest.get(layer)?.grade
    return grade === undefined ? [] : [{ layer, grade }]
  })
  const lowest = Math.min(...grades.map(({ grade }) => grade))
  return {
    total:
      grades.length < STICKINESS_LAYERS.length ? null : grades.reduce((sum, { grade }) => sum + grade, 0),
    loosest: grades.find(({ grade }) => grade === lowest)?.layer ?? null,
  }
}

/** What an account would lose by leaving us, in fen (D3); null while nothing is listed. */
export const switchingTotal = (costs: readonly { readonly amount: number }[]): number | null =>
  costs.length === 0 ? null : costs.reduce((sum, { amount }) => sum + amount, 0)
