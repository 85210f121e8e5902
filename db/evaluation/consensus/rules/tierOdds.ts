import { MARKS } from '../../rules/marks.ts'
import { type PolledRound, STANDINGS, scoreOrNone, standingIndex } from './accountState.ts'
import type { Draws } from './draws.ts'
import { cellStart, markCounts, type Poll } from './poll.ts'
import { ballotsMark, decidedMark, pollCell } from './pooling.ts'
import { type OpenCell, openCell } from './tally.ts'

/**
 * Columns for the odds of so many accounts: at account × 5 + a place in STANDINGS the part of the draws, 0–1, in which
 * it stands there.
 */
export const emptyOdds = (accounts: number): Float64Array => new Float64Array(accounts * STANDINGS.length)

/**
 * In which part of the draws each account from `from` up to but not including `to` reaches each tier by its score
 * (A6, A7). Marks that data or the meeting decided stand in all of them. So does the mark of a cell of whose evaluators
 * none was drawn: whom to ask is what is left to chance, not whether anybody is asked; so where all evaluators agree,
 * the tier has odds of 1.
 * @param into columns for all accounts of the poll, see {@link emptyOdds}
 */
export function tierOdds(
  round: PolledRound,
  draws: Draws,
  from: number,
  to: number,
  into: Float64Array,
): void {
  const table = emptyTable(round.poll)
  for (let account = from; account < to; account += 1) {
    loadTable(round, draws, account, table)
    const counts = new Uint32Array(STANDINGS.length)
    for (let draw = 0; draw < draws.count; draw += 1) {
      const standing = standingIndex(drawnScore(round, table, draws, draw), round.borders)
      counts[standing] = (counts[standing] ?? 0) + 1
    }
    counts.forEach((count, standing) => {
      into[account * STANDINGS.length + standing] = count / draws.count
    })
  }
}

/** One account, ready to be drawn for. Written over from account to account. */
interface Table {
  /** Σ mark × weight and the marked weight of the decided cells */
  sum: number
  markedWeight: number
  /** how many of the cells are judged */
  judged: number
  readonly cells: readonly JudgedCell[]
  /** the evaluators, those whose vote weighs least first */
  readonly byVote: Uint16Array
  readonly scratch: OpenCell
}

/** The ballots of one judged cell, arranged so that a draw needs no comparison for each of them. */
interface JudgedCell {
  weight: number
  /** the mark of all ballots together, hundredths */
  pooled: number
  /** by evaluator: their mark, 0 where none counts, and its square */
  readonly marks: Uint8Array
  readonly squares: Uint8Array
  /** voters without a ballot here */
  absent: number
  readonly absentees: Uint16Array
  /** evaluators with a ballot, from the best mark down and from the worst up; of equal marks the lesser vote first */
  present: number
  readonly down: Uint16Array
  readonly up: Uint16Array
}

const emptyTable = ({ indicators, evaluators, votes }: Poll): Table => ({
  sum: 0,
  markedWeight: 0,
  judged: 0,
  cells: Array.from({ length: indicators }, () => ({
    weight: 0,
    pooled: 0,
    marks: new Uint8Array(evaluators),
    squares: new Uint8Array(evaluators),
    absent: 0,
    absentees: new Uint16Array(evaluators),
    present: 0,
    down: new Uint16Array(evaluators),
    up: new Uint16Array(evaluators),
  })),
  byVote: Uint16Array.from({ length: evaluators }, (_, evaluator) => evaluator).sort(
    (a, b) => (votes[a] ?? 1) - (votes[b] ?? 1),
  ),
  scratch: openCell(),
})

function loadTable(round: PolledRound, draws: Draws, account: number, table: Table): void {
  const { poll, pooling, weights } = round
  table.sum = table.markedWeight = table.judged = 0
  for (let indicator = 0; indicator < poll.indicators; indicator += 1) {
    const decided = decidedMark(poll, account, indicator)
    const weight = weights[indicator] ?? 0
    const cell = table.cells[table.judged]
    if (decided !== 0 || cell === undefined) {
      table.sum += decided * weight
      table.markedWeight += weight
      continue
    }
    cell.weight = weight
    cell.pooled = ballotsMark(pollCell(poll, account, indicator), pooling)
    loadBallots(poll, draws, account, indicator, cell)
    arrange(cell, table.byVote)
    table.judged += 1
  }
}

function loadBallots(poll: Poll, draws: Draws, account: number, indicator: number, cell: JudgedCell): void {
  const start = cellStart(poll, account, indicator)
  cell.absent = 0
  for (const evaluator of draws.voters) {
    const counts = markCounts(poll, account, indicator, evaluator)
    const mark = counts ? (poll.marks[start + evaluator] ?? 0) : 0
    cell.marks[evaluator] = mark
    cell.squares[evaluator] = mark * mark
    if (mark !== 0) continue
    cell.absentees[cell.absent] = evaluator
    cell.absent += 1
  }
}

function arrange(cell: JudgedCell, byVote: Uint16Array): void {
  cell.present = ordered(cell.marks, byVote, MARKS, cell.down)
  ordered(cell.marks, byVote, MARKS_UP, cell.up)
}

const MARKS_UP = MARKS.toReversed()

/** Writes the evaluators mark by mark, each mark's in the given order; answers how many there are. */
function ordered(
  marks: Uint8Array,
  evaluators: Uint16Array,
  sequence: readonly number[],
  into: Uint16Array,
): number {
  let end = 0
  for (const mark of sequence) {
    for (const evaluator of evaluators) {
      if (marks[evaluator] !== mark) continue
      into[end] = evaluator
      end += 1
    }
  }
  return end
}

/** What the account scores by the ballots of one draw, tenths or none. */
function drawnScore({ poll, pooling }: PolledRound, table: Table, draws: Draws, draw: number): number {
  let { sum, markedWeight } = table
  const { cells, scratch } = table
  const ends = pooling.pooling !== 'mean'
  const squares = pooling.pooling === 'consensus' && pooling.discord.kind === 'deviation'
  for (let row = 0; row < table.judged; row += 1) {
    const cell = cells[row]
    if (cell === undefined) continue
    addDrawn(poll, cell, draws, draw, scratch)
    if (ends) findEnds(poll, cell, draws, draw, scratch)
    if (squares) scratch.squares = drawnSum(draws.shares, draw * poll.evaluators, cell.squares)
    const mark = scratch.ballots === 0 ? cell.pooled : ballotsMark(scratch, pooling)
    if (mark === 0) continue
    sum += mark * cell.weight
    markedWeight += cell.weight
  }
  return scoreOrNone(sum, markedWeight)
}

/** Adds up the drawn ballots of a cell. */
function addDrawn({ evaluators }: Poll, cell: JudgedCell, draws: Draws, draw: number, into: OpenCell): void {
  const start = draw * evaluators
  let ballots = draws.seats
  let votes = draws.votes[draw] ?? 0
  for (let at = 0; at < cell.absent; at += 1) {
    const drawn = start + (cell.absentees[at] ?? 0)
    ballots -= draws.times[drawn] ?? 0
    votes -= draws.shares[drawn] ?? 0
  }
  into.ballots = ballots
  into.votes = votes
  into.sum = drawnSum(draws.shares, start, cell.marks)
}

/** Σ vote × value of a draw's ballots: runs 48 million times for 10,000 accounts × 12, so nothing branches in it. */
function drawnSum(shares: Uint16Array, start: number, values: Uint8Array): number {
  let sum = 0
  for (let evaluator = 0; evaluator < values.length; evaluator += 1)
    sum += (shares[start + evaluator] ?? 0) * (values[evaluator] ?? 0)
  return sum
}

/** The highest and the lowest drawn mark, with the least votes that gave them: the first drawn ones in order. */
function findEnds(
  { evaluators, votes }: Poll,
  cell: JudgedCell,
  { times }: Draws,
  draw: number,
  into: OpenCell,
): void {
  const start = draw * evaluators
  const highest = firstDrawn(cell.down, cell.present, times, start)
  const lowest = firstDrawn(cell.up, cell.present, times, start)
  into.highest = cell.marks[highest] ?? 0
  into.highestVote = votes[highest] ?? 0
  into.lowest = cell.marks[lowest] ?? 0
  into.lowestVote = votes[lowest] ?? 0
}

/** The first of the evaluators who was drawn; beyond all of them where none was. */
function firstDrawn(evaluators: Uint16Array, end: number, times: Uint8Array, start: number): number {
  for (let at = 0; at < end; at += 1) {
    const evaluator = evaluators[at] ?? 0
    if (times[start + evaluator] !== 0) return evaluator
  }
  return times.length
}
