import { type Poll, RELATION } from '../../consensus/rules/poll.ts'
import { meanOf, pollCell, trimmedMeanOf } from '../../consensus/rules/pooling.ts'
import { fromStripChar } from '../../rules/marks.ts'
import type { Side, SideEvaluator, SideRow } from './side.ts'

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

/** The ballots of two publications, cell by cell. Made once for all accounts: what it counts in is used again and again. */
export class BallotCells {
  readonly #from: Side
  readonly #to: Side
  readonly #older: OneCell
  readonly #newer: OneCell
  readonly #between: OneCell
  /** for each older evaluator the place among the newer ones, −1 for who left */
  readonly #placeOf: Int32Array

  constructor(from: Side, to: Side) {
    this.#from = from
    this.#to = to
    this.#older = new OneCell(from.evaluators)
    this.#newer = new OneCell(to.evaluators)
    this.#between = new OneCell(from.evaluators)
    const places = new Map(to.evaluators.map(({ memberId }, at) => [memberId, at]))
    this.#placeOf = Int32Array.from(from.evaluators, ({ memberId }) => places.get(memberId) ?? -1)
  }

  /** Whether both sides tell of an account who gave which mark. */
  has(a: SideRow, b: SideRow): boolean {
    return (
      this.#from.evaluators.length > 0 &&
      this.#to.evaluators.length > 0 &&
      a.ballots !== '' &&
      b.ballots !== ''
    )
  }

  /**
   * The stages between a cell's two published marks. A mark that isn't what the ballots come to by the round's rule was
   * decided by the meeting (agreed on, or left open in discord). Decided both times, the change is the meeting's alone.
   * Where one side has no ballot in the cell there is nobody to compare: what was agreed on counts as the meeting's, else
   * it is a matter of who voted.
   */
  path(a: SideRow, b: SideRow, at: { readonly from: number; readonly to: number }): CellPath {
    const [from, to] = [this.#from, this.#to]
    const before = a.marks[at.from] ?? null
    const after = b.marks[at.to] ?? null
    const stay: CellPath = { unagreed: before, marked: before, voted: before }
    const olderGiven = this.#older.read(a.ballots, from.indicators.length, at.from)
    const newerGiven = this.#newer.read(b.ballots, to.indicators.length, at.to)
    if (!olderGiven || !newerGiven) {
      const isAgreed = a.agreed.includes(at.from) || b.agreed.includes(at.to)
      return isAgreed ? stay : { ...stay, voted: after }
    }
    const unagreed = this.#older.pool(from.pooling)
    if (unagreed !== before && this.#newer.pool(to.pooling) !== after) return stay
    this.#placeOf.forEach((place, evaluator) => {
      const given = this.#older.marks[evaluator] ?? 0
      const now = place < 0 ? 0 : (this.#newer.marks[place] ?? 0)
      // who gave no ballot now has left this cell, and counts until who voted is changed
      this.#between.marks[evaluator] = given === 0 || now === 0 ? given : now
    })
    return {
      unagreed,
      marked: this.#between.pool(from.pooling),
      voted: this.#newer.pool(from.pooling),
    }
  }
}

/** The ballots of one cell as the pooling rules take them. */
class OneCell {
  readonly marks: Uint8Array
  readonly #poll: Poll

  constructor(evaluators: readonly SideEvaluator[]) {
    this.marks = new Uint8Array(evaluators.length)
    this.#poll = {
      accounts: 1,
      indicators: 1,
      evaluators: evaluators.length,
      marks: this.marks,
      votes: Uint8Array.from(evaluators, ({ votes }) => votes),
      relations: new Uint8Array(evaluators.length).fill(RELATION.none),
      ownCounts: true,
      competent: new Uint8Array(evaluators.length).fill(1),
      banded: new Uint16Array(1),
      agreed: new Uint16Array(1),
    }
  }

  /** Takes the ballots at an indicator's place; answers whether there is one. */
  read(strip: string, width: number, indicator: number): boolean {
    let isGiven = false
    for (let evaluator = 0; evaluator < this.marks.length; evaluator += 1) {
      const mark = fromStripChar(strip[evaluator * width + indicator]) ?? 0
      this.marks[evaluator] = mark
      if (mark !== 0) isGiven = true
    }
    return isGiven
  }

  /** Pools the ballots by a rule, without a meeting: a cell in discord counts by the mean here. */
  pool(pooling: Side['pooling']): number {
    const cell = pollCell(this.#poll, 0, 0)
    return pooling === 'trimmed' ? trimmedMeanOf(cell) : meanOf(cell)
  }
}
