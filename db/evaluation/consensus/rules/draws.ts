import { markCounts, type Poll } from './poll.ts'

/** Evaluators below which drawing them anew says little of how the group would have judged. */
export const ODDS_EVALUATORS = 5

/** Draws by default: a share of a half is then right to five hundredths in 95 of 100 cases. */
export const DEFAULT_DRAWS = 400

/** Groups drawn from the evaluators of a poll, with replacement: some are in a group twice, some not at all. */
export interface Draws {
  readonly count: number
  /** ballots that everybody in a group has together: as many as evaluators voted */
  readonly seats: number
  /** the evaluators who were drawn from */
  readonly voters: Uint16Array
  /** count × the poll's evaluators: how often each was drawn, so many ballots does each of theirs stand for */
  readonly times: Uint8Array
  /** the same times the evaluator's voting weight */
  readonly shares: Uint16Array
  /** by draw: the voting weight of the whole group */
  readonly votes: Uint32Array
}

/**
 * Draws groups as large as the one that voted, from those of whom at least one ballot counts. The same seed gives the
 * same groups; null where fewer than five voted.
 */
export function drawEvaluators(poll: Poll, seed: number, count: number = DEFAULT_DRAWS): Draws | null {
  const voters = votersOf(poll)
  const seats = voters.length
  if (seats < ODDS_EVALUATORS) return null
  const chance = mulberry32(seed)
  const times = new Uint8Array(count * poll.evaluators)
  for (let draw = 0; draw < count; draw += 1) {
    for (let seat = 0; seat < seats; seat += 1) {
      const at = draw * poll.evaluators + (voters[Math.floor(chance() * seats)] ?? 0)
      times[at] = (times[at] ?? 0) + 1
    }
  }
  const shares = Uint16Array.from(times, (often, at) => often * (poll.votes[at % poll.evaluators] ?? 1))
  const votes = Uint32Array.from({ length: count }, (_, draw) =>
    shares
      .subarray(draw * poll.evaluators, (draw + 1) * poll.evaluators)
      .reduce((sum, share) => sum + share, 0),
  )
  return { count, seats, voters, times, shares, votes }
}

/** The evaluators of whom at least one ballot counts in a cell that people judge. */
function votersOf(poll: Poll): Uint16Array {
  const voted = new Uint8Array(poll.evaluators)
  for (let at = 0; at < poll.marks.length; at += 1) {
    const evaluator = at % poll.evaluators
    if (poll.marks[at] === 0 || voted[evaluator] === 1) continue
    const cell = Math.floor(at / poll.evaluators)
    const account = Math.floor(cell / poll.indicators)
    if (poll.banded[cell] === 0 && markCounts(poll, account, cell % poll.indicators, evaluator))
      voted[evaluator] = 1
  }
  return Uint16Array.from(voted.keys()).filter((evaluator) => voted[evaluator] === 1)
}

/** Chance from 0 up to 1 that a seed repeats. */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
