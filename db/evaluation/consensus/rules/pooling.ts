import { cellStart, markCounts, type Poll } from './poll.ts'

/**
 * How the ballots of a cell become one mark.
 * `mean`: the mean by voting weight. `trimmed`: that mean without one highest and one lowest ballot, where at least
 * five were given. `consensus`: cells in discord count only as the meeting agreed, the others by the mean.
 */
export const POOLINGS = ['mean', 'trimmed', 'consensus'] as const
export type Pooling = (typeof POOLINGS)[number]

/** From this many ballots on, the highest and the lowest can be dropped. */
export const TRIM_FROM = 5

/** What a round calls discord in a cell. */
export type DiscordRule =
  /** the highest and the lowest mark are at least this far apart */
  | { readonly kind: 'range'; readonly atLeast: 2 | 4 | 6 | 8 }
  /** the standard deviation by voting weight is at least this, in hundredths of a mark */
  | { readonly kind: 'deviation'; readonly atLeast: number }

/** Marks at least four apart: two grades, as between good and poor. */
export const DEFAULT_DISCORD: DiscordRule = { kind: 'range', atLeast: 4 }

/** What the ballots of one cell say together. Sums are whole numbers, so a mean is exact before its one rounding. */
export interface CellPoll {
  /** ballots that count */
  readonly ballots: number
  /** Σ vote × mark */
  readonly sum: number
  /** Σ vote × mark² */
  readonly squares: number
  /** Σ vote */
  readonly votes: number
  readonly highest: number
  readonly lowest: number
  /** the least vote among those who gave the highest mark, and among those who gave the lowest */
  readonly highestVote: number
  readonly lowestVote: number
}

/** Counts the ballots of a cell. `skip` leaves one evaluator out. */
export function pollCell(poll: Poll, account: number, indicator: number, skip = -1): CellPoll {
  const start = cellStart(poll, account, indicator)
  const cell = {
    ballots: 0,
    sum: 0,
    squares: 0,
    votes: 0,
    highest: 0,
    lowest: 0,
    highestVote: 0,
    lowestVote: 0,
  }
  for (let evaluator = 0; evaluator < poll.evaluators; evaluator += 1) {
    const mark = poll.marks[start + evaluator] ?? 0
    if (mark === 0 || evaluator === skip || !markCounts(poll, account, indicator, evaluator)) continue
    const vote = poll.votes[evaluator] ?? 1
    cell.ballots += 1
    cell.sum += vote * mark
    cell.squares += vote * mark * mark
    cell.votes += vote
    if (mark > cell.highest || (mark === cell.highest && vote < cell.highestVote)) {
      cell.highest = mark
      cell.highestVote = vote
    }
    if (cell.lowest === 0 || mark < cell.lowest || (mark === cell.lowest && vote < cell.lowestVote)) {
      cell.lowest = mark
      cell.lowestVote = vote
    }
  }
  return cell
}

/** The mean by voting weight, in hundredths of a mark, half rounded up; 0 without ballots. */
export const meanOf = ({ sum, votes }: Pick<CellPoll, 'sum' | 'votes'>): number =>
  votes === 0 ? 0 : Math.floor((200 * sum + votes) / (2 * votes))

/**
 * The trimmed mean in hundredths: of several who gave the highest (lowest) mark the one whose vote weighs least is
 * dropped, so that trimming takes no more than it must. Below five ballots it is the plain mean.
 */
export function trimmedMeanOf(cell: CellPoll): number {
  if (cell.ballots < TRIM_FROM) return meanOf(cell)
  return meanOf({
    sum: cell.sum - cell.highest * cell.highestVote - cell.lowest * cell.lowestVote,
    votes: cell.votes - cell.highestVote - cell.lowestVote,
  })
}

/** How far apart the highest and the lowest mark of a cell are: 0–8. */
export const rangeOf = ({ highest, lowest }: CellPoll): number => highest - lowest

/** The standard deviation of a cell's marks by voting weight, in hundredths of a mark. */
export function deviationOf({ sum, squares, votes }: CellPoll): number {
  if (votes === 0) return 0
  const mean = sum / votes
  return Math.round(100 * Math.sqrt(Math.max(0, squares / votes - mean * mean)))
}

/** Whether {@link deviationOf}, before its rounding, comes to at least so much: in whole numbers, where a tie is a tie. */
const deviatesBy = ({ sum, squares, votes }: CellPoll, hundredths: number): boolean =>
  40_000 * (squares * votes - sum * sum) >= (2 * hundredths - 1) ** 2 * votes * votes

/** Whether a cell is in discord; at least two ballots must have been given. */
export function isDiscord(cell: CellPoll, rule: DiscordRule): boolean {
  if (cell.ballots < 2) return false
  switch (rule.kind) {
    case 'range':
      return rangeOf(cell) >= rule.atLeast
    case 'deviation':
      return deviatesBy(cell, rule.atLeast)
  }
}

/** The mark of a cell in hundredths, 0 where it is unmarked: data first, then what the meeting agreed, then the ballots. */
export const pooledMark = (
  poll: Poll,
  account: number,
  indicator: number,
  cell: CellPoll,
  rules: PoolingRules,
): number => decidedMark(poll, account, indicator) || ballotsMark(cell, rules)

/** The mark that data or the meeting decided in a cell, in hundredths, whatever the ballots say; 0 where neither did. */
export function decidedMark(poll: Poll, account: number, indicator: number): number {
  const at = account * poll.indicators + indicator
  return poll.banded[at] || poll.agreed[at] || 0
}

/** What the ballots of a cell come to, in hundredths of a mark; 0 without ballots, and where the meeting must agree first. */
export function ballotsMark(cell: CellPoll, { pooling, discord }: PoolingRules): number {
  switch (pooling) {
    case 'mean':
      return meanOf(cell)
    case 'trimmed':
      return trimmedMeanOf(cell)
    case 'consensus':
      return isDiscord(cell, discord) ? 0 : meanOf(cell)
  }
}

/** The two rules of a round that decide what ballots come to. */
export interface PoolingRules {
  readonly pooling: Pooling
  readonly discord: DiscordRule
}

/** What all cells of a round come to: accounts × indicators. */
export interface Pooled {
  /** hundredths of a mark, 0 where unmarked */
  readonly marks: Uint16Array
  /** the highest minus the lowest mark, 0–8 */
  readonly ranges: Uint8Array
  /** 1 where the ballots are in discord, agreed on since or not */
  readonly discords: Uint8Array
  /** ballots that count */
  readonly ballots: Uint8Array
}

/** Pools all cells of a round. */
export function poolAll(poll: Poll, rules: PoolingRules): Pooled {
  const cells = poll.accounts * poll.indicators
  const pooled: Pooled = {
    marks: new Uint16Array(cells),
    ranges: new Uint8Array(cells),
    discords: new Uint8Array(cells),
    ballots: new Uint8Array(cells),
  }
  for (let account = 0; account < poll.accounts; account += 1) poolAccount(poll, rules, account, pooled)
  return pooled
}

/** Pools the cells of one account again. */
export function poolAccount(poll: Poll, rules: PoolingRules, account: number, into: Pooled): void {
  for (let indicator = 0; indicator < poll.indicators; indicator += 1) {
    const at = account * poll.indicators + indicator
    const cell = pollCell(poll, account, indicator)
    into.marks[at] = pooledMark(poll, account, indicator, cell, rules)
    into.ranges[at] = rangeOf(cell)
    into.discords[at] = isDiscord(cell, rules.discord) ? 1 : 0
    into.ballots[at] = cell.ballots
  }
}
