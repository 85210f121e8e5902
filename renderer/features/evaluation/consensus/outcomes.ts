import { MARKS, type Mark } from '../../../../db/evaluation/rules/marks.ts'
import { scoreOfSums, standingOf } from '../../../../db/evaluation/rules/score.ts'
import { type Standing, TIERS, type Tier } from '../../../../db/evaluation/rules/tiers.ts'
import type { ConsensusModel } from './consensusModel.ts'

/** What an account comes to if a cell gets a mark. */
export interface Outcome {
  readonly mark: Mark
  /** tenths; null where too little is marked */
  readonly tenths: number | null
  readonly standing: Standing
}

/** Score and tier for each of the five marks that a cell could get (A6, A7); of overdue accounts the tier stays. */
export const outcomesOf = (model: ConsensusModel, row: number, column: number): Outcome[] =>
  MARKS.map((mark) => outcomeWith(model, row, column, mark))

function outcomeWith(model: ConsensusModel, row: number, column: number, mark: Mark): Outcome {
  let [sum, markedWeight, blanks] = [0, 0, 0]
  model.weights.forEach((weight, at) => {
    const held = at === column ? mark * 100 : (model.mark(row, at) ?? 0)
    sum += held * weight
    if (held === 0) blanks += 1
    else markedWeight += weight
  })
  const score = scoreOfSums(sum, markedWeight, blanks)
  const standing = model.isOverdue(row) ? model.standing(row) : standingOf(score, model.data.borders)
  return { mark, tenths: score.kind === 'insufficient' ? null : score.tenths, standing }
}

/** How many tiers a cell decides between: 1 where its mark changes none. */
export const tiersBetween = (outcomes: readonly Outcome[]): number =>
  new Set(outcomes.map(({ standing }) => standing)).size

/** What the decision on a cell does to the tier, to be said in a sentence. Marks are lists, best first. */
export type TierEffect =
  /** too little else is marked for any tier */
  | { readonly kind: 'insufficient' }
  /** all five marks lead to one tier; `from` is the tier before, where that was another one */
  | { readonly kind: 'same'; readonly tier: Tier; readonly from: Tier | null }
  /** some marks move the account down or up against the tier before */
  | { readonly kind: 'moves'; readonly down: readonly Mark[]; readonly up: readonly Mark[] }
  /** an account without a tier before: from which mark on it has the better one */
  | {
      readonly kind: 'splits'
      readonly tiers: readonly { readonly tier: Tier; readonly marks: readonly Mark[] }[]
    }

/** Reads the effect off the outcomes. `before` is the tier in force before this round. */
export function tierEffect(outcomes: readonly Outcome[], before: Tier | null): TierEffect {
  const reached = outcomes.flatMap(({ mark, standing }) =>
    standing === 'insufficient' ? [] : [{ mark, tier: standing }],
  )
  const [first] = reached
  if (!first || reached.length < outcomes.length) return { kind: 'insufficient' }
  if (reached.every(({ tier }) => tier === first.tier))
    return { kind: 'same', tier: first.tier, from: before === first.tier ? null : before }
  if (before === null)
    return {
      kind: 'splits',
      tiers: TIERS.flatMap((tier) => {
        const marks = reached.flatMap((each) => (each.tier === tier ? [each.mark] : []))
        return marks.length === 0 ? [] : [{ tier, marks }]
      }),
    }
  const moved = (sign: 1 | -1): Mark[] =>
    reached.flatMap(({ mark, tier }) =>
      Math.sign(TIERS.indexOf(tier) - TIERS.indexOf(before)) === sign ? [mark] : [],
    )
  return { kind: 'moves', down: moved(1), up: moved(-1) }
}
