import { cellStart, markCounts, type Poll } from './poll.ts'

/** From this many marks on an account it can be told whether they differ; two are equal too often by chance. */
export const FLAT_MARKS = 3

/** Whether an evaluator tells indicators apart, or gives an account one mark throughout (a halo). */
export interface FlatnessFigures {
  /** accounts on which at least three of their judged marks count */
  readonly accounts: number
  /** the part of these on which all their marks are equal, 0–1 */
  readonly flatShare: number
  /** the same part among the other evaluators' accounts, 0–1; null where they have none */
  readonly othersFlatShare: number | null
  /** the standard deviation of their marks within an account, in marks: the mean over these accounts */
  readonly deviation: number
  /** the same among the others */
  readonly othersDeviation: number | null
}

interface Spread {
  accounts: number
  flat: number
  /** the sum of standard deviations */
  deviations: number
}

const emptySpread = (): Spread => ({ accounts: 0, flat: 0, deviations: 0 })

/** The flatness of each evaluator, beside that of all others together; null without accounts to tell it by. */
export function flatnessOf(poll: Poll): (FlatnessFigures | null)[] {
  const spreads = Array.from({ length: poll.evaluators }, emptySpread)
  const sums = new Float64Array(poll.evaluators)
  const squares = new Float64Array(poll.evaluators)
  const given = new Uint16Array(poll.evaluators)
  for (let account = 0; account < poll.accounts; account += 1) {
    sums.fill(0)
    squares.fill(0)
    given.fill(0)
    eachBallot(poll, account, (evaluator, mark) => {
      sums[evaluator] = (sums[evaluator] ?? 0) + mark
      squares[evaluator] = (squares[evaluator] ?? 0) + mark * mark
      given[evaluator] = (given[evaluator] ?? 0) + 1
    })
    spreads.forEach((spread, at) => {
      addAccount(spread, sums[at] ?? 0, squares[at] ?? 0, given[at] ?? 0)
    })
  }
  const all = spreads.reduce((total, spread) => combined(total, spread, 1), emptySpread())
  return spreads.map((spread) => figuresOf(spread, combined(all, spread, -1)))
}

function eachBallot(poll: Poll, account: number, visit: (evaluator: number, mark: number) => void): void {
  for (let indicator = 0; indicator < poll.indicators; indicator += 1) {
    if (poll.banded[account * poll.indicators + indicator]) continue
    const start = cellStart(poll, account, indicator)
    for (let evaluator = 0; evaluator < poll.evaluators; evaluator += 1) {
      const mark = poll.marks[start + evaluator] ?? 0
      if (mark !== 0 && markCounts(poll, account, indicator, evaluator)) visit(evaluator, mark)
    }
  }
}

function addAccount(into: Spread, sum: number, squares: number, given: number): void {
  if (given < FLAT_MARKS) return
  // whole numbers: exactly 0 where all marks are equal
  const scatter = given * squares - sum * sum
  into.accounts += 1
  if (scatter === 0) into.flat += 1
  into.deviations += Math.sqrt(scatter) / given
}

const combined = (a: Spread, b: Spread, sign: 1 | -1): Spread => ({
  accounts: a.accounts + sign * b.accounts,
  flat: a.flat + sign * b.flat,
  deviations: a.deviations + sign * b.deviations,
})

const figuresOf = (own: Spread, others: Spread): FlatnessFigures | null =>
  own.accounts === 0
    ? null
    : {
        accounts: own.accounts,
        flatShare: own.flat / own.accounts,
        othersFlatShare: others.accounts === 0 ? null : others.flat / others.accounts,
        deviation: own.deviations / own.accounts,
        othersDeviation: others.accounts === 0 ? null : Math.max(0, others.deviations) / others.accounts,
      }
