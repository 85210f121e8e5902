import { cellStart, markCounts, type Poll } from './poll.ts'
import type { CellPoll } from './pooling.ts'

/** A {@link CellPoll} that is written over and over, so that millions of small changes cost no memory. */
export type OpenCell = { -readonly [Key in keyof CellPoll]: CellPoll[Key] }

/** A cell without ballots. */
export const openCell = (): OpenCell => ({
  ballots: 0,
  sum: 0,
  squares: 0,
  votes: 0,
  highest: 0,
  lowest: 0,
  highestVote: 0,
  lowestVote: 0,
})

/**
 * The ballots of one cell, arranged so that what it would be with one ballot less or changed is known in a few steps.
 * Ballots with the same mark and vote are alike in all that they can do, so they form a group.
 */
export interface CellTally {
  readonly sums: { ballots: number; sum: number; squares: number; votes: number }
  /** by half the mark, 1–5: how many gave it, the least vote among them, and the least but one */
  readonly counts: Uint8Array
  readonly least: Uint8Array
  readonly second: Uint8Array
  /** in the poll's order: the evaluators whose ballots count, and their groups */
  ballots: number
  readonly evaluators: Uint16Array
  readonly groupOf: Uint16Array
  /** by group: its mark, its vote, and its first evaluator */
  groups: number
  readonly marks: Uint8Array
  readonly votes: Uint8Array
  readonly firsts: Uint16Array
}

/** Room for the tally of one cell. */
export const emptyTally = (evaluators: number): CellTally => ({
  sums: { ballots: 0, sum: 0, squares: 0, votes: 0 },
  counts: new Uint8Array(GRADES_END),
  least: new Uint8Array(GRADES_END),
  second: new Uint8Array(GRADES_END),
  ballots: 0,
  evaluators: new Uint16Array(evaluators),
  groupOf: new Uint16Array(evaluators),
  groups: 0,
  marks: new Uint8Array(evaluators),
  votes: new Uint8Array(evaluators),
  firsts: new Uint16Array(evaluators),
})

/** One past half the best mark. */
const GRADES_END = 6

/** More than every vote: nobody is there. */
const NOBODY = 255

/** Counts the ballots of a cell into `tally`. */
export function tallyCell(poll: Poll, account: number, indicator: number, tally: CellTally): void {
  const { sums } = tally
  sums.ballots = sums.sum = sums.squares = sums.votes = 0
  tally.ballots = tally.groups = 0
  tally.counts.fill(0)
  tally.least.fill(NOBODY)
  tally.second.fill(NOBODY)
  const start = cellStart(poll, account, indicator)
  for (let evaluator = 0; evaluator < poll.evaluators; evaluator += 1) {
    const mark = poll.marks[start + evaluator] ?? 0
    if (mark === 0 || !markCounts(poll, account, indicator, evaluator)) continue
    addBallot(tally, evaluator, mark, poll.votes[evaluator] ?? 1)
  }
}

function addBallot(tally: CellTally, evaluator: number, mark: number, vote: number): void {
  const { sums, counts, least, second } = tally
  sums.ballots += 1
  sums.sum += vote * mark
  sums.squares += vote * mark * mark
  sums.votes += vote
  const half = mark >> 1
  counts[half] = (counts[half] ?? 0) + 1
  const before = least[half] ?? NOBODY
  if (vote < before) {
    second[half] = before
    least[half] = vote
  } else if (vote < (second[half] ?? NOBODY)) second[half] = vote
  tally.evaluators[tally.ballots] = evaluator
  tally.groupOf[tally.ballots] = groupFor(tally, evaluator, mark, vote)
  tally.ballots += 1
}

function groupFor(tally: CellTally, evaluator: number, mark: number, vote: number): number {
  const { groups, marks, votes } = tally
  for (let group = 0; group < groups; group += 1)
    if (marks[group] === mark && votes[group] === vote) return group
  marks[groups] = mark
  votes[groups] = vote
  tally.firsts[groups] = evaluator
  tally.groups += 1
  return groups
}

/**
 * The cell with one ballot of this vote changed from a mark to another. `from` 0 adds a ballot, `to` 0 takes one away,
 * both 0 leave the cell as it is.
 */
export function cellAfter(tally: CellTally, from: number, to: number, vote: number, into: OpenCell): void {
  const { sums } = tally
  const voters = from === to ? 0 : (to === 0 ? 0 : 1) - (from === 0 ? 0 : 1)
  into.ballots = sums.ballots + voters
  into.sum = sums.sum + vote * (to - from)
  into.squares = sums.squares + vote * (to * to - from * from)
  into.votes = sums.votes + vote * voters
  into.highest = into.highestVote = into.lowest = into.lowestVote = 0
  const minus = from >> 1
  const plus = to >> 1
  for (let half = GRADES_END - 1; half > 0; half -= 1) {
    const left = leastAfter(tally, half, minus, plus, vote)
    if (left === NOBODY) continue
    if (into.highest === 0) {
      into.highest = 2 * half
      into.highestVote = left
    }
    into.lowest = 2 * half
    into.lowestVote = left
  }
}

/** The least vote among those who give a mark after the change; {@link NOBODY} where nobody does. */
function leastAfter(tally: CellTally, half: number, minus: number, plus: number, vote: number): number {
  let least = tally.least[half] ?? NOBODY
  if (half === minus && minus !== plus && vote === least) least = tally.second[half] ?? NOBODY
  return half === plus && vote < least ? vote : least
}
