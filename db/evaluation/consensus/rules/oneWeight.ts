import { NO_SCORE } from '../../rules/grade.ts'
import { FULL_WEIGHT, SUFFICIENT_WEIGHT, scoreTenths } from '../../rules/score.ts'
import type { AccountState } from './accountState.ts'

/** One indicator's weight that, set otherwise, moves an account to another tier. Written over from account to account. */
export interface WeightChange {
  /** how far the weight moves, hundredths of a percent; 0 where no weight moves the account */
  shift: number
  indicator: number
  /** hundredths of a percent */
  from: number
  to: number
  /** what the account scores then, tenths */
  score: number
}

/**
 * The score when one indicator's weight becomes `to` and the others give way in exact proportion, in tenths; none where
 * less than 80% of the weight is marked then (A6). Multiplied by what the others weigh now, all of it is whole.
 */
function scoreAt({ others, othersMarked, mark, rest }: Lever, to: number): number {
  const sum = others * (FULL_WEIGHT - to) + mark * to * rest
  const marked = othersMarked * (FULL_WEIGHT - to) + (mark === 0 ? 0 : to * rest)
  return marked < SUFFICIENT_WEIGHT * rest ? NO_SCORE : scoreTenths(sum, marked)
}

/** An indicator's weight as something that can be moved. */
interface Lever {
  /** Σ mark × weight of the other indicators, and their marked weight */
  readonly others: number
  readonly othersMarked: number
  /** the indicator's own mark, hundredths */
  readonly mark: number
  /** what the others weigh now: 10,000 less its own weight */
  readonly rest: number
}

/**
 * The smallest change of one weight that moves the open account to another tier, the others giving way in exact
 * proportion; of equal ones that of the first indicator, towards the tier above first. A weight stays between a hundredth of a
 * percent and what leaves every other indicator one.
 */
export function smallestWeightChange(state: AccountState, into: WeightChange): void {
  into.shift = 0
  const { weights, poll } = state.round
  for (let indicator = 0; indicator < poll.indicators; indicator += 1) {
    const weight = weights[indicator] ?? 0
    const mark = state.marks[indicator] ?? 0
    const lever = {
      others: state.sum - mark * weight,
      othersMarked: state.markedWeight - (mark === 0 ? 0 : weight),
      mark,
      rest: FULL_WEIGHT - weight,
    }
    if (lever.rest === 0) continue
    for (const to of [firstAbove(lever, state), firstBelow(lever, state)]) {
      if (to < 1 || to > FULL_WEIGHT - (poll.indicators - 1)) continue
      const shift = Math.abs(to - weight)
      if (into.shift !== 0 && shift >= into.shift) continue
      const score = scoreAt(lever, to)
      if (score === NO_SCORE) continue
      into.shift = shift
      into.indicator = indicator
      into.from = weight
      into.to = to
      into.score = score
    }
  }
}

/** No weight. */
const NOWHERE = -1

/**
 * Whether the score rounds to a border or above is whether 2 × sum ≥ (2 × border − 1) × marked, and the difference of
 * both sides is a straight line over the indicator's weight: `start` at weight 0, changing by `slope` a hundredth.
 * All of it is whole and below 2^53, so that a quotient's ceiling is exact.
 */
function lineAt(
  { others, othersMarked, mark, rest }: Lever,
  border: number,
): { start: number; slope: number } {
  const odd = 2 * border - 1
  const away = 2 * others - odd * othersMarked
  return { start: away * FULL_WEIGHT, slope: (mark === 0 ? 0 : 2 * mark - odd) * rest - away }
}

/** The first weight, on the side where the score rises, at which it reaches the tier above. */
function firstAbove(lever: Lever, { ceiling }: AccountState): number {
  if (ceiling === Infinity) return NOWHERE
  const { start, slope } = lineAt(lever, ceiling)
  if (slope === 0) return NOWHERE
  return slope > 0 ? Math.ceil(-start / slope) : Math.floor(-start / slope)
}

/** The first weight, on the side where the score falls, at which it is in the tier below. */
function firstBelow(lever: Lever, { floor }: AccountState): number {
  if (floor === -Infinity) return NOWHERE
  const { start, slope } = lineAt(lever, floor)
  if (slope === 0) return NOWHERE
  return slope > 0 ? Math.ceil(-start / slope) - 1 : Math.floor(-start / slope) + 1
}
