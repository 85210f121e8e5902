import { type AccountState, isElsewhere, scoreWith } from './accountState.ts'
import { ballotsMark, type PoolingRules, TRIM_FROM } from './pooling.ts'
import { type CellTally, cellAfter, type OpenCell } from './tally.ts'

/** One evaluator's mark that, given otherwise, moves an account to another tier. Written over from account to account. */
export interface MarkChange {
  /** grades between the two marks, 1–4; 0 where no single mark moves the account */
  grades: number
  indicator: number
  evaluator: number
  /** marks 2–10 */
  from: number
  to: number
  /** what the account scores then, tenths */
  score: number
}

/** Grades between the best and the worst mark. */
const MOST_GRADES = 4

/**
 * The smallest change of one ballot that moves the open account to another tier: fewest grades; of these the larger
 * effect on the score, then the first indicator, the first evaluator, the higher mark. Only ballots that count, in
 * cells that nothing else decided.
 */
export function smallestMarkChange(state: AccountState, into: MarkChange): void {
  into.grades = 0
  for (let indicator = 0; indicator < state.tallies.length; indicator += 1) {
    const tally = state.tallies[indicator]
    if (tally === undefined || state.decided[indicator] === 1) continue
    const emptied = canEmpty(state, indicator)
    const reach = reachOf(tally, state.round.pooling, state.scratch)
    // groups are in the order of their first evaluators
    for (let group = 0; group < tally.groups; group += 1)
      if (emptied || canMove(state, tally, indicator, group, reach))
        tryGroup(state, tally, indicator, group, into)
  }
}

/** Whether the account would move if the cell's ballots came to be in discord, and so to no mark. */
const canEmpty = (state: AccountState, indicator: number): boolean =>
  state.round.pooling.pooling === 'consensus' && isElsewhere(state, scoreWith(state, indicator, 0))

/** Whether a group's ballot could move the account at all: most can't, and needn't be tried grade by grade. */
function canMove(
  state: AccountState,
  tally: CellTally,
  indicator: number,
  group: number,
  { mean, space, lift, drop }: Reach,
): boolean {
  const from = tally.marks[group] ?? 0
  const vote = tally.votes[group] ?? 1
  const most = mean + (vote * (10 - from) + lift) / space
  const least = mean - (vote * (from - 2) + drop) / space
  // a hundredth more on either side for what rounding does
  return (
    isElsewhere(state, scoreWith(state, indicator, Math.min(1000, Math.ceil(100 * most) + 1))) ||
    isElsewhere(state, scoreWith(state, indicator, Math.max(200, Math.floor(100 * least) - 1)))
  )
}

/** How far one ballot can move a cell's mean. */
interface Reach {
  /** before rounding, in marks */
  readonly mean: number
  /** vote × change of mark, and `lift` upwards or `drop` downwards, are divided by at least this */
  readonly space: number
  readonly lift: number
  readonly drop: number
}

/**
 * A plain mean moves by vote × change ÷ votes. A trimmed one, with T for the mean, h and l for the dropped marks, v for
 * their votes, ' for after: (T' − T) × votes left' = vote × change − vh'(h' − T) + vh(h − T) + vl'(T − l') − vl(T − l).
 * Whether the mark rises or falls, at most vh(h − T) and vl'(T − l') add to the change upwards, vh'(h' − T) and
 * vl(T − l) to the one downwards, and no vote weighs more than the heaviest. Where votes differ a rising mark can
 * lower the mean, by changing whose vote is dropped; hence a bound and not the ends of a line.
 */
function reachOf(tally: CellTally, { pooling }: PoolingRules, scratch: OpenCell): Reach {
  const { sum, votes, ballots } = tally.sums
  if (pooling !== 'trimmed' || ballots < TRIM_FROM)
    return { mean: sum / votes, space: votes, lift: 0, drop: 0 }
  cellAfter(tally, 0, 0, 0, scratch)
  const { highest, lowest, highestVote, lowestVote } = scratch
  let heaviest = 0
  for (let group = 0; group < tally.groups; group += 1) heaviest = Math.max(heaviest, tally.votes[group] ?? 0)
  const mean = (sum - highest * highestVote - lowest * lowestVote) / (votes - highestVote - lowestVote)
  return {
    mean,
    space: Math.max(ballots - 2, votes - 2 * heaviest),
    lift: highestVote * (highest - mean) + heaviest * (mean - lowest),
    drop: lowestVote * (mean - lowest) + heaviest * (highest - mean),
  }
}

function tryGroup(
  state: AccountState,
  tally: CellTally,
  indicator: number,
  group: number,
  into: MarkChange,
): void {
  const from = tally.marks[group] ?? 0
  const vote = tally.votes[group] ?? 1
  for (let grades = 1; grades <= (into.grades || MOST_GRADES); grades += 1) {
    for (let to = from + 2 * grades; to >= from - 2 * grades; to -= 4 * grades) {
      if (to < 2 || to > 10) continue
      cellAfter(tally, from, to, vote, state.scratch)
      const score = scoreWith(state, indicator, ballotsMark(state.scratch, state.round.pooling))
      if (!isElsewhere(state, score) || !isBetter(state, grades, score, into)) continue
      into.grades = grades
      into.indicator = indicator
      into.evaluator = tally.firsts[group] ?? 0
      into.from = from
      into.to = to
      into.score = score
    }
  }
}

const isBetter = (state: AccountState, grades: number, score: number, than: MarkChange): boolean =>
  than.grades === 0 ||
  grades < than.grades ||
  Math.abs(score - state.score) > Math.abs(than.score - state.score)
