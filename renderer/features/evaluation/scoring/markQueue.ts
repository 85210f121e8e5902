import { blockOf, cellsOf, type MarkWrite, mergeWrites, type WrittenCell, writtenCells } from './markWrite.ts'

/** A write on its way, under the id that makes a second sending harmless. */
export interface QueuedWrite {
  readonly write: MarkWrite
  readonly commandId: string
  /** tells the gesture that began it whether it reached the disk whole */
  readonly done: (saved: boolean) => void
}

/** A cell that another window changed while this window was changing it too. */
export interface Conflict {
  readonly accountId: WrittenCell['accountId']
  readonly indicatorId: WrittenCell['indicatorId']
  /** strip characters */
  readonly mine: string
  readonly theirs: string
}

/** Writes in the order of their gestures; the first may be under way. Pure book-keeping, sends nothing itself. */
export class MarkQueue {
  #waiting: QueuedWrite[] = []

  get first(): QueuedWrite | undefined {
    return this.#waiting[0]
  }

  get writes(): readonly MarkWrite[] {
    return this.#waiting.map(({ write }) => write)
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  add(entry: QueuedWrite): void {
    this.#waiting.push(entry)
  }

  /** Takes the first write off, answered. */
  shift(): QueuedWrite | undefined {
    return this.#waiting.shift()
  }

  /** Everything that waits behind the first, as one write, for when there is no time to send one by one. */
  takeRest(newCommandId: () => string): QueuedWrite | null {
    const rest = this.#waiting.splice(1)
    const write = mergeWrites(rest.map((entry) => entry.write))
    if (write === null) return null
    return {
      write,
      commandId: newCommandId(),
      done: (saved) => {
        for (const entry of rest) entry.done(saved)
      },
    }
  }

  /**
   * Sorts a refused first write by what the engine holds now: cells that someone else changed are taken out of it and
   * of all writes behind it, and returned; the rest stays to be sent again. A first write without cells left is done.
   * @param held strip character of a cell as the engine holds it; undefined where the cell is gone
   */
  settle(held: (cell: WrittenCell) => string | undefined, newCommandId: () => string): Conflict[] {
    const conflicts = new Map<string, Conflict>()
    const [first, ...rest] = this.#waiting
    if (!first) return []
    const stays = (cell: WrittenCell): boolean => {
      const theirs = held(cell)
      if (theirs === undefined || theirs === cell.mark) return false
      if (theirs === cell.expected) return true
      const { accountId, indicatorId, mark: mine } = cell
      conflicts.set(keyOf(cell), { accountId, indicatorId, mine, theirs })
      return false
    }
    const kept = [...writtenCells(first.write)].filter(stays)
    const later = rest.flatMap((entry) => {
      const cells = [...writtenCells(entry.write)].filter((cell) => {
        const conflict = conflicts.get(keyOf(cell))
        if (conflict) conflicts.set(keyOf(cell), { ...conflict, mine: cell.mark })
        return !conflict
      })
      return this.#renewed(entry, cells, newCommandId)
    })
    this.#waiting = [...this.#renewed(first, kept, newCommandId), ...later]
    return [...conflicts.values()]
  }

  #renewed(entry: QueuedWrite, cells: readonly WrittenCell[], newCommandId: () => string): QueuedWrite[] {
    if (cells.length === cellsOf(entry.write)) return [entry]
    if (cells.length === 0) {
      entry.done(false)
      return []
    }
    return [{ ...entry, write: blockOf(entry.write.gesture, cells), commandId: newCommandId() }]
  }
}

const keyOf = ({ accountId, indicatorId }: { accountId: string; indicatorId: string }): string =>
  `${accountId} ${indicatorId}`
