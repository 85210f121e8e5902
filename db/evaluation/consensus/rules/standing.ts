import { NO_SCORE } from '../../rules/grade.ts'
import { nearestBorder, type Standing } from '../../rules/tiers.ts'
import {
  type AccountState,
  emptyState,
  INSUFFICIENT,
  isElsewhere,
  loadAccount,
  type PolledRound,
  STANDINGS,
  standingIndex,
} from './accountState.ts'
import {
  type Absences,
  emptyAbsences,
  fillAbsences,
  findMovers,
  type Movers,
  scoreWithout,
} from './oneEvaluator.ts'
import { type MarkChange, smallestMarkChange } from './oneMark.ts'
import { smallestWeightChange, type WeightChange } from './oneWeight.ts'

/**
 * How firm the tiers of a round are (A7), as columns: one entry per account. Scores are tenths of a point or NO_SCORE,
 * standings are places in {@link STANDINGS}. Accounts without a score, and those whose tier people decided, have a
 * score and a standing by score, and nothing that moves them.
 */
export interface Fragility {
  readonly accounts: number
  readonly scores: Int16Array
  readonly standings: Uint8Array
  /** from the nearest border, tenths, signed: +12 is 1.2 above; 0 without a score too */
  readonly distances: Int16Array
  /** 1 where people decided the tier by an exception (A7) */
  readonly decided: Uint8Array
  /** one evaluator's mark given otherwise; `grades` 0 where none moves the account */
  readonly mark: {
    readonly grades: Uint8Array
    readonly indicators: Uint16Array
    readonly evaluators: Uint16Array
    /** marks 2–10 */
    readonly from: Uint8Array
    readonly to: Uint8Array
    readonly scores: Int16Array
  }
  /** one evaluator left out; `counts` says how many evaluators' absence moves the account, the rest is of the one that changes the score least */
  readonly evaluator: {
    readonly counts: Uint16Array
    readonly evaluators: Uint16Array
    readonly scores: Int16Array
    /** how many evaluators' absence leaves too little marked for any score */
    readonly needed: Uint16Array
  }
  /** one weight set otherwise; `shifts` 0 where none moves the account; hundredths of a percent */
  readonly weight: {
    readonly shifts: Uint16Array
    readonly indicators: Uint16Array
    readonly from: Uint16Array
    readonly to: Uint16Array
    readonly scores: Int16Array
  }
}

/** Empty columns for so many accounts. */
export const emptyFragility = (accounts: number): Fragility => ({
  accounts,
  scores: new Int16Array(accounts).fill(NO_SCORE),
  standings: new Uint8Array(accounts).fill(INSUFFICIENT),
  distances: new Int16Array(accounts),
  decided: new Uint8Array(accounts),
  mark: {
    grades: new Uint8Array(accounts),
    indicators: new Uint16Array(accounts),
    evaluators: new Uint16Array(accounts),
    from: new Uint8Array(accounts),
    to: new Uint8Array(accounts),
    scores: new Int16Array(accounts),
  },
  evaluator: {
    counts: new Uint16Array(accounts),
    evaluators: new Uint16Array(accounts),
    scores: new Int16Array(accounts),
    needed: new Uint16Array(accounts),
  },
  weight: {
    shifts: new Uint16Array(accounts),
    indicators: new Uint16Array(accounts),
    from: new Uint16Array(accounts),
    to: new Uint16Array(accounts),
    scores: new Int16Array(accounts),
  },
})

/** What is written over from account to account. */
interface Desk {
  readonly state: AccountState
  readonly absences: Absences
  readonly mark: MarkChange
  readonly movers: Movers
  readonly weight: WeightChange
}

/**
 * Works out how firm the tiers of the accounts from `from` up to but not including `to` are, so that a caller can let
 * others in between two stretches.
 * @param decided accounts: 1 where people decided the tier by an exception (A7)
 * @param into columns for all accounts of the poll
 */
export function fragilityOf(
  round: PolledRound,
  decided: ArrayLike<number>,
  from: number,
  to: number,
  into: Fragility,
): void {
  const desk: Desk = {
    state: emptyState(round),
    absences: emptyAbsences(round.poll.evaluators),
    mark: { grades: 0, indicator: 0, evaluator: 0, from: 0, to: 0, score: 0 },
    movers: { count: 0, evaluator: 0, score: 0, needed: 0 },
    weight: { shift: 0, indicator: 0, from: 0, to: 0, score: 0 },
  }
  for (let account = from; account < to; account += 1) {
    const { state } = desk
    loadAccount(state, account)
    const isDecided = decided[account] === 1
    into.decided[account] = isDecided ? 1 : 0
    into.scores[account] = state.score
    into.standings[account] = standingIndex(state.score, round.borders)
    const scored = state.score !== NO_SCORE
    into.distances[account] = scored ? nearestBorder(state.score, round.borders).distanceTenths : 0
    if (scored && !isDecided) examine(desk)
    else forget(desk)
    write(desk, account, into)
  }
}

function examine({ state, absences, mark, movers, weight }: Desk): void {
  smallestMarkChange(state, mark)
  fillAbsences(state, absences)
  findMovers(state, absences, movers)
  smallestWeightChange(state, weight)
}

function forget({ mark, movers, weight }: Desk): void {
  mark.grades = 0
  movers.count = 0
  movers.needed = 0
  weight.shift = 0
}

function write({ mark, movers, weight }: Desk, account: number, into: Fragility): void {
  into.mark.grades[account] = mark.grades
  into.mark.indicators[account] = mark.indicator
  into.mark.evaluators[account] = mark.evaluator
  into.mark.from[account] = mark.from
  into.mark.to[account] = mark.to
  into.mark.scores[account] = mark.score
  into.evaluator.counts[account] = movers.count
  into.evaluator.needed[account] = movers.needed
  into.evaluator.evaluators[account] = movers.evaluator
  into.evaluator.scores[account] = movers.score
  into.weight.shifts[account] = weight.shift
  into.weight.indicators[account] = weight.indicator
  into.weight.from[account] = weight.from
  into.weight.to[account] = weight.to
  into.weight.scores[account] = weight.score
}

/** An evaluator whose absence moves an account: what it scores then (tenths), and where it stands. */
export interface Mover {
  readonly evaluator: number
  readonly score: number
  readonly standing: Standing
}

/**
 * All evaluators whose absence moves one account to another tier, smallest change of the score first; equal ones in the
 * poll's order. Empty where the account has no score.
 */
export function moversOf(round: PolledRound, account: number): Mover[] {
  const state = emptyState(round)
  loadAccount(state, account)
  if (state.score === NO_SCORE) return []
  const absences = emptyAbsences(round.poll.evaluators)
  fillAbsences(state, absences)
  return Array.from({ length: round.poll.evaluators }, (_, evaluator) => {
    const score = scoreWithout(state, absences, evaluator)
    return { evaluator, score, standing: standingAt(standingIndex(score, round.borders)) }
  })
    .filter(({ score }) => isElsewhere(state, score))
    .sort((a, b) => Math.abs(a.score - state.score) - Math.abs(b.score - state.score))
}

/** The standing at a place of {@link STANDINGS}. */
export const standingAt = (index: number): Standing => STANDINGS[index] ?? 'insufficient'

/**
 * The accounts of a round, the most fragile first: fewest grades of one mark, then the smallest shift of one weight,
 * then the smallest distance from a border. What nothing moves comes after what something does; accounts without a
 * score come after all that have one, and those whose tier people decided are firm and come last.
 */
export function fragilityOrder({
  accounts,
  standings,
  distances,
  decided,
  mark,
  weight,
}: Fragility): Int32Array {
  const order = Int32Array.from({ length: accounts }, (_, account) => account)
  const group = (account: number): number =>
    decided[account] === 1 ? 2 : standings[account] === INSUFFICIENT ? 1 : 0
  const reach = (column: ArrayLike<number>, account: number): number => column[account] || Number.MAX_VALUE
  return order.sort(
    (a, b) =>
      group(a) - group(b) ||
      reach(mark.grades, a) - reach(mark.grades, b) ||
      reach(weight.shifts, a) - reach(weight.shifts, b) ||
      Math.abs(distances[a] ?? 0) - Math.abs(distances[b] ?? 0) ||
      a - b,
  )
}
