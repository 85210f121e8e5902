import { NO_SCORE } from '../../rules/grade.ts'
import { SUFFICIENT_WEIGHT, scoreTenths } from '../../rules/score.ts'
import { type Borders, type Standing, TIERS, tierOf } from '../../rules/tiers.ts'
import type { Poll } from './poll.ts'
import { ballotsMark, decidedMark, type PoolingRules } from './pooling.ts'
import { type CellTally, cellAfter, emptyTally, type OpenCell, openCell, tallyCell } from './tally.ts'

/** A round as it is graded: its ballots and the rules that make scores and tiers of them. */
export interface PolledRound {
  readonly poll: Poll
  readonly pooling: PoolingRules
  /** hundredths of a percent, one per indicator, adding to 10,000 */
  readonly weights: ArrayLike<number>
  readonly borders: Borders
}

/** Standings as numbers in columns: the place in this list. */
export const STANDINGS = [...TIERS, 'insufficient'] as const satisfies readonly Standing[]

/** The place of `insufficient` in {@link STANDINGS}. */
export const INSUFFICIENT = TIERS.length

/** The place in {@link STANDINGS} of a score in tenths, {@link NO_SCORE} included. */
export const standingIndex = (score: number, borders: Borders): number =>
  score === NO_SCORE ? INSUFFICIENT : TIERS.indexOf(tierOf(score, borders))

/** A6 from Σ mark (hundredths) × weight and the marked weight: tenths of a point, or {@link NO_SCORE}. */
export const scoreOrNone = (sum: number, markedWeight: number): number =>
  markedWeight < SUFFICIENT_WEIGHT ? NO_SCORE : scoreTenths(sum, markedWeight)

/** One account of a round, opened up: what its cells come to, and what each would come to otherwise. Used for one account after another. */
export interface AccountState {
  readonly round: PolledRound
  /** one per indicator; not filled where the mark is decided */
  readonly tallies: readonly CellTally[]
  /** by indicator: 1 where data or the meeting decided the mark, so that ballots don't matter */
  readonly decided: Uint8Array
  /** by indicator: hundredths of a mark, 0 where unmarked */
  readonly marks: Uint16Array
  /** Σ mark × weight, and the marked weight */
  sum: number
  markedWeight: number
  /** tenths, or {@link NO_SCORE} */
  score: number
  /** the scores of its tier, if it has one: from `floor` up to but not including `ceiling` */
  floor: number
  ceiling: number
  readonly scratch: OpenCell
}

/** Room for one account. */
export const emptyState = (round: PolledRound): AccountState => ({
  round,
  tallies: Array.from({ length: round.poll.indicators }, () => emptyTally(round.poll.evaluators)),
  decided: new Uint8Array(round.poll.indicators),
  marks: new Uint16Array(round.poll.indicators),
  sum: 0,
  markedWeight: 0,
  score: NO_SCORE,
  floor: 0,
  ceiling: 0,
  scratch: openCell(),
})

/** Opens an account. */
export function loadAccount(state: AccountState, account: number): void {
  const { poll, pooling, weights, borders } = state.round
  state.sum = 0
  state.markedWeight = 0
  state.tallies.forEach((tally, indicator) => {
    const decided = decidedMark(poll, account, indicator)
    state.decided[indicator] = decided === 0 ? 0 : 1
    if (decided === 0) {
      tallyCell(poll, account, indicator, tally)
      cellAfter(tally, 0, 0, 0, state.scratch)
    }
    const mark = decided || ballotsMark(state.scratch, pooling)
    state.marks[indicator] = mark
    const weight = weights[indicator] ?? 0
    state.sum += mark * weight
    state.markedWeight += mark === 0 ? 0 : weight
  })
  state.score = scoreOrNone(state.sum, state.markedWeight)
  const limits = [Infinity, borders.key, borders.main, borders.ordinary, -Infinity]
  const tier = standingIndex(state.score, borders)
  state.ceiling = limits[tier] ?? Infinity
  state.floor = limits[tier + 1] ?? -Infinity
}

/** Whether a score is one of another tier than the account has. No score at all is no other tier. */
export const isElsewhere = ({ floor, ceiling }: AccountState, score: number): boolean =>
  score !== NO_SCORE && (score < floor || score >= ceiling)

/** The account's score if one of its cells came to another mark (hundredths, 0 unmarked). */
export function scoreWith(state: AccountState, indicator: number, mark: number): number {
  const before = state.marks[indicator] ?? 0
  const weight = state.round.weights[indicator] ?? 0
  const markedWeight = state.markedWeight + ((mark === 0 ? 0 : weight) - (before === 0 ? 0 : weight))
  return scoreOrNone(state.sum + (mark - before) * weight, markedWeight)
}
