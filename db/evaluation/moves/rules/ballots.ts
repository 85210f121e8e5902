import { meanOf, pollCell, trimmedMeanOf } from '../../consensus/rules/pooling.ts'
import { fromStripChar } from '../../rules/marks.ts'
import type { Side, SideRow } from './side.ts'

/** What one evaluator gave in a cell, with the voting weight. */
interface Ballot {
  readonly mark: number
  readonly votes: number
}

/**
 * What a judged cell comes to on the way from one publication's ballots to the other's, hundredths of a mark, null where
 * unmarked. Each is one change away from the one before it.
 */
export interface CellPath {
  /** the older ballots without what the older meeting agreed on */
  readonly unagreed: number | null
  /** those who voted both times vote as they do in the newer round; who left still counts */
  readonly marked: number | null
  /** the newer ballots by the older rule: who left is gone, who came is in, voting weights are the newer ones */
  readonly voted: number | null
}

/** Whether both sides tell of an account who gave which mark. */
export const haveBallots = (from: Side, to: Side, a: SideRow, b: SideRow): boolean =>
  from.evaluators.length > 0 && to.evaluators.length > 0 && a.ballots !== '' && b.ballots !== ''

/** Ballots of the cell at an indicator's place, by member. */
function ballotsAt(side: Side, row: SideRow, indicator: number): Map<string, Ballot> {
  const width = side.indicators.length
  const found = new Map<string, Ballot>()
  side.evaluators.forEach(({ memberId, votes }, evaluator) => {
    const mark = fromStripChar(row.ballots[evaluator * width + indicator])
    if (mark !== null) found.set(memberId, { mark, votes })
  })
  return found
}

/** Ballots pooled by a rule without a meeting: cells in discord count by the mean here. */
function pool(pooling: Side['pooling'], ballots: Iterable<Ballot>): number {
  const list = [...ballots]
  const cell = pollCell(
    {
      accounts: 1,
      indicators: 1,
      evaluators: list.length,
      marks: Uint8Array.from(list, ({ mark }) => mark),
      votes: Uint8Array.from(list, ({ votes }) => votes),
      relations: new Uint8Array(list.length),
      ownCounts: true,
      competent: new Uint8Array(list.length).fill(1),
      banded: new Uint16Array(1),
      agreed: new Uint16Array(1),
    },
    0,
    0,
  )
  return pooling === 'trimmed' ? trimmedMeanOf(cell) : meanOf(cell)
}

/**
 * The stages between a cell's two published marks. A mark that isn't what the ballots come to by the round's rule was
 * decided by the meeting (agreed on, or left open in discord). Decided both times, the change is the meeting's alone.
 * Where one side has no ballot in the cell there is nobody to compare: what was agreed on counts as the meeting's, else
 * it is a matter of who voted.
 */
export function cellPath(
  from: Side,
  to: Side,
  a: SideRow,
  b: SideRow,
  at: { readonly from: number; readonly to: number },
): CellPath {
  const older = ballotsAt(from, a, at.from)
  const newer = ballotsAt(to, b, at.to)
  const before = a.marks[at.from] ?? null
  const after = b.marks[at.to] ?? null
  const stay: CellPath = { unagreed: before, marked: before, voted: before }
  if (older.size === 0 || newer.size === 0) {
    const isAgreed = a.agreed.includes(at.from) || b.agreed.includes(at.to)
    return isAgreed ? stay : { ...stay, voted: after }
  }
  const unagreed = pool(from.pooling, older.values())
  if (unagreed !== before && pool(to.pooling, newer.values()) !== after) return stay
  const between = [...older].map(([memberId, { mark, votes }]) => ({
    mark: newer.get(memberId)?.mark ?? mark,
    votes,
  }))
  return {
    unagreed,
    marked: pool(from.pooling, between),
    voted: pool(from.pooling, newer.values()),
  }
}
