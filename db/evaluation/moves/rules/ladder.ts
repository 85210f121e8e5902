import { scoreTenths } from '../../rules/score.ts'

/** A sheet's cells while they are changed one after the other, with the score at each moment. Sums are kept, not redone. */
export class Ladder {
  readonly #marks: Int32Array
  readonly #weights: Float64Array
  #sum = 0
  #markedWeight = 0
  #score = 0

  /** @param cells how many cells there are; none has a mark or weight yet */
  constructor(cells: number) {
    this.#marks = new Int32Array(cells)
    this.#weights = new Float64Array(cells)
  }

  /**
   * The score in tenths, scaled over the marked weight however little that is: what lies between two scores need not be
   * one that a round would publish. With nothing marked the last score stands.
   */
  get score(): number {
    if (this.#markedWeight > 0) this.#score = scoreTenths(this.#sum, this.#markedWeight)
    return this.#score
  }

  /** Changes a cell. Mark in hundredths, null for unmarked; weight 0 leaves the cell out. */
  set(at: number, mark: number | null, weight: number): void {
    this.#count(at, -1)
    this.#marks[at] = mark ?? 0
    this.#weights[at] = weight
    this.#count(at, 1)
  }

  /** Changes a cell's mark alone; answers whether it is another one. */
  mark(at: number, mark: number | null): boolean {
    if ((this.#marks[at] ?? 0) === (mark ?? 0)) return false
    this.set(at, mark, this.#weights[at] ?? 0)
    return true
  }

  /** Changes a cell's weight alone. */
  weigh(at: number, weight: number): void {
    this.set(at, this.#marks[at] ?? 0, weight)
  }

  /** The cell's mark in hundredths, null for unmarked. */
  markAt(at: number): number | null {
    return this.#marks[at] || null
  }

  #count(at: number, sign: 1 | -1): void {
    const mark = this.#marks[at] ?? 0
    if (mark === 0) return
    const weight = this.#weights[at] ?? 0
    this.#sum += sign * mark * weight
    this.#markedWeight += sign * weight
  }
}
