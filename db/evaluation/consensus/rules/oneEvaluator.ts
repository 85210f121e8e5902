import { type AccountState, isElsewhere, scoreOrNone } from './accountState.ts'
import { ballotsMark } from './pooling.ts'
import { type CellTally, cellAfter } from './tally.ts'

/** What each evaluator's absence does to one account. Written over from account to account. */
export interface Absences {
  /** by evaluator: how Σ mark × weight and the marked weight change without them */
  readonly sums: Float64Array
  readonly weights: Int32Array
  /** by group of the cell at hand: the mark without one of its ballots */
  readonly marks: Uint16Array
}

/** Room for the absences of one account. */
export const emptyAbsences = (evaluators: number): Absences => ({
  sums: new Float64Array(evaluators),
  weights: new Int32Array(evaluators),
  marks: new Uint16Array(evaluators),
})

/** Works out what the open account comes to without each of the evaluators. */
export function fillAbsences(state: AccountState, absences: Absences): void {
  absences.sums.fill(0)
  absences.weights.fill(0)
  for (let indicator = 0; indicator < state.tallies.length; indicator += 1) {
    const tally = state.tallies[indicator]
    if (tally === undefined || state.decided[indicator] === 1) continue
    fillGroups(state, tally, absences.marks)
    const before = state.marks[indicator] ?? 0
    const weight = state.round.weights[indicator] ?? 0
    for (let ballot = 0; ballot < tally.ballots; ballot += 1) {
      const mark = absences.marks[tally.groupOf[ballot] ?? 0] ?? 0
      const evaluator = tally.evaluators[ballot] ?? 0
      absences.sums[evaluator] = (absences.sums[evaluator] ?? 0) + (mark - before) * weight
      const marked = (mark === 0 ? 0 : weight) - (before === 0 ? 0 : weight)
      absences.weights[evaluator] = (absences.weights[evaluator] ?? 0) + marked
    }
  }
}

function fillGroups(state: AccountState, tally: CellTally, into: Uint16Array): void {
  for (let group = 0; group < tally.groups; group += 1) {
    cellAfter(tally, tally.marks[group] ?? 0, 0, tally.votes[group] ?? 1, state.scratch)
    into[group] = ballotsMark(state.scratch, state.round.pooling)
  }
}

/** The open account's score without an evaluator, tenths or none. */
export const scoreWithout = (state: AccountState, absences: Absences, evaluator: number): number =>
  scoreOrNone(
    state.sum + (absences.sums[evaluator] ?? 0),
    state.markedWeight + (absences.weights[evaluator] ?? 0),
  )

/** Whose absence moves an account to another tier. Written over from account to account. */
export interface Movers {
  /** how many evaluators do */
  count: number
  /** of these, whose absence changes the score least; the first of equals */
  evaluator: number
  /** what the account scores then, tenths */
  score: number
  /** how many evaluators' absence leaves too little marked for any score */
  needed: number
}

/** Finds the evaluators whose absence moves the open account, each for itself. */
export function findMovers(state: AccountState, absences: Absences, into: Movers): void {
  into.count = 0
  into.needed = 0
  for (let evaluator = 0; evaluator < absences.sums.length; evaluator += 1) {
    const score = scoreWithout(state, absences, evaluator)
    if (score < 0 && state.score >= 0) into.needed += 1
    if (!isElsewhere(state, score)) continue
    if (into.count === 0 || Math.abs(score - state.score) < Math.abs(into.score - state.score)) {
      into.evaluator = evaluator
      into.score = score
    }
    into.count += 1
  }
}
