import type { OpenRound } from '../../../../db/evaluation/contract.ts'
import type { CommittedEvent } from '../../../../db/kernel/contract.ts'
import { newCommandId } from '../../../client/ids.ts'
import { toProblem } from '../../../client/problem.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { type Conflict, MarkQueue } from './markQueue.ts'
import { type Gesture, type MarkWrite, writtenCells } from './markWrite.ts'
import type { RoundGateway } from './roundGateway.ts'
import { type CellMark, overlaid, ScoringModel } from './scoringModel.ts'

/** A row of the grid: keeps its identity while the account takes part, `at` is its place in the model. */
export interface ScoringRow {
  readonly id: string
  at: number
}

/** Marks that wait for the disk or the engine to come back. */
export interface Unsaved {
  readonly cells: number
  readonly problem: Problem
  has(accountId: string, indicatorId: string): boolean
}

/** How a round stands in this window; a new object after each change. */
export interface RoundSnapshot {
  /** grows with every change of the model */
  readonly version: number
  readonly model: ScoringModel | null
  /** keep their array until accounts come or go */
  readonly rows: readonly ScoringRow[]
  /** why the round can't be shown */
  readonly problem: Problem | null
  /** marks that could not be saved, still in the grid; `problem` says why */
  readonly unsaved: Unsaved | null
  /** why marks were refused for good and taken out of the grid again: published or deleted meanwhile */
  readonly refused: Problem | null
  /** cells that another window changed first, waiting for a decision */
  readonly conflicts: readonly Conflict[]
  /** the round is there no more (undone, removed elsewhere), and how many marks went with it unsaved */
  readonly gone: { readonly lost: number } | null
}

/** What of the grid has to be drawn again: the rows and indicators of an edit, or everything. */
export type Redraw = { readonly rows: readonly number[]; readonly columns: readonly number[] } | 'all'

/**
 * A round in this window. Edits show at once and are saved behind, one command a gesture, in order; the engine's
 * state is taken over whenever someone else changes it, with edits that are still on their way laid over it.
 */
export class RoundSession {
  readonly roundId: string
  readonly #gateway: RoundGateway
  readonly #queue = new MarkQueue()
  readonly #listeners = new Set<() => void>()
  readonly #redraws = new Set<(redraw: Redraw) => void>()
  readonly #ownCommands = new Set<string>()
  readonly #stopWatching: () => void
  #snapshot: RoundSnapshot = {
    version: 0,
    model: null,
    rows: [],
    problem: null,
    unsaved: null,
    refused: null,
    conflicts: [],
    gone: null,
  }
  /** answered while a reading was under way: the reading may have missed them */
  #answeredMeanwhile: MarkWrite[] = []
  #reading: Promise<void> | null = null
  #stale = true
  #pumping = false
  /** refusals since the last success: a write that is refused again and again must not be sent for ever */
  #refusals = 0
  #idle: (() => void)[] = []

  constructor(roundId: string, gateway: RoundGateway) {
    this.roundId = roundId
    this.#gateway = gateway
    this.#stopWatching = gateway.watch((event) => this.#heard(event))
  }

  readonly snapshot = (): RoundSnapshot => this.#snapshot

  /** Hears every change; while anyone listens the round is kept up to date. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    if (this.#stale) void this.read()
    return () => this.#listeners.delete(listener)
  }

  /** Hears what of the grid to draw again. */
  onRedraw(listener: (redraw: Redraw) => void): () => void {
    this.#redraws.add(listener)
    return () => this.#redraws.delete(listener)
  }

  /** Puts marks into cells: at once in the model, then behind in the data. Resolves once saved (false: not or partly). */
  mark(cells: readonly CellMark[], gesture: Gesture): Promise<boolean> {
    const { model } = this.#snapshot
    if (!model || cells.length === 0) return Promise.resolve(false)
    const write = model.writeOf(gesture, cells)
    const rows = model.set(cells)
    return new Promise((done) => {
      this.#queue.add({ write, commandId: newCommandId(), done })
      this.#changed({}, { rows, columns: [...new Set(cells.map(({ column }) => column))] })
      void this.#pump()
    })
  }

  /** Writes a note on a mark, shown at once; answers with why it could not be saved, or null. */
  async note(row: number, column: number, text: string): Promise<Problem | null> {
    const { model } = this.#snapshot
    const accountId = model?.accountId(row)
    const indicatorId = model?.indicators[column]?.id
    if (!model || accountId === undefined || indicatorId === undefined) return null
    model.setNote(row, column, text)
    this.#changed({}, { rows: [row], columns: [column] })
    const commandId = this.#ownCommand()
    const outcome = await this.#gateway.note(
      { roundId: this.roundId, accountId, indicatorId, text },
      commandId,
    )
    return outcome.ok ? null : outcome.problem
  }

  /** Tries to save again what could not be saved. */
  retry(): void {
    this.#refusals = 0
    if (this.#snapshot.unsaved) void this.#pump()
  }

  /** Writes this window's marks into the cells that another window changed. */
  keepMine(): void {
    const { model, conflicts } = this.#snapshot
    if (!model) return
    const cells = conflicts.flatMap(({ accountId, indicatorId, mine }) => {
      const cell = model.cellOf(accountId, indicatorId)
      return cell ? [{ ...cell, mark: MARK_OF[mine] ?? null }] : []
    })
    this.#changed({ conflicts: [] })
    void this.mark(cells, 'edit')
  }

  /** Takes the word about refused marks away. */
  dismissRefused(): void {
    this.#changed({ refused: null })
  }

  /** Leaves the other window's marks as they are. */
  keepTheirs(): void {
    this.#changed({ conflicts: [] })
  }

  /** Resolves when nothing is on its way any more: all saved, or stopped by a failure. */
  settled(): Promise<void> {
    if (!this.#pumping) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  /** Sends everything that waits at once: the window is closing. */
  flush(): void {
    const rest = this.#queue.takeRest(newCommandId)
    if (rest) void this.#gateway.mark(this.roundId, rest.write, rest.commandId)
  }

  /** Reads the round again and shows it; while one reading is under way, once more after it. */
  read(): Promise<void> {
    this.#stale = true
    this.#reading ??= this.#readUntilFresh().finally(() => {
      this.#reading = null
    })
    return this.#reading
  }

  /** Stops listening to the engine. */
  close(): void {
    this.#stopWatching()
  }

  async #readUntilFresh(): Promise<void> {
    while (this.#stale) {
      this.#stale = false
      this.#answeredMeanwhile = []
      try {
        this.#show(await this.#gateway.open(this.roundId))
      } catch (error) {
        const problem = toProblem(error)
        if (problem.code === 'ROUND_NOT_FOUND') this.#vanish()
        else this.#changed({ problem })
        return
      }
    }
  }

  /** The round is gone and its unsaved marks with it; should a redo bring it back, it is read again. */
  #vanish(): void {
    const lost = keysOf(this.#queue.writes).size
    for (let entry = this.#queue.shift(); entry; entry = this.#queue.shift()) entry.done(false)
    const gone = { lost: lost + (this.#snapshot.gone?.lost ?? 0) }
    this.#changed({ gone, model: null, rows: [], problem: null, unsaved: null, refused: null, conflicts: [] })
  }

  #show(round: OpenRound): void {
    const model = new ScoringModel(
      round,
      overlaid(round, [...this.#answeredMeanwhile, ...this.#queue.writes]),
    )
    this.#changed({ model, problem: null, gone: null, rows: rowsOf(round, this.#snapshot.rows) }, 'all')
  }

  #heard(event: CommittedEvent | null): void {
    if (event !== null && !event.tables.some((table) => this.#gateway.reads.has(table))) return
    if (event?.commandId && this.#ownCommands.has(event.commandId)) return
    this.#stale = true
    if (this.#listeners.size > 0) void this.read()
  }

  #ownCommand(commandId = newCommandId()): string {
    this.#ownCommands.add(commandId)
    return commandId
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return
    this.#pumping = true
    if (this.#snapshot.unsaved) this.#changed({ unsaved: null }, 'all')
    for (let entry = this.#queue.first; entry; entry = this.#queue.first) {
      const outcome = await this.#gateway.mark(this.roundId, entry.write, this.#ownCommand(entry.commandId))
      if (outcome.ok) {
        this.#refusals = 0
        this.#queue.shift()
        if (this.#reading) this.#answeredMeanwhile.push(entry.write)
        entry.done(true)
      } else if (await this.#isStuck(outcome.problem)) break
    }
    this.#pumping = false
    for (const resolve of this.#idle.splice(0)) resolve()
    // edits made while the last answer was being dealt with
    if (!this.#queue.isEmpty && !this.#snapshot.unsaved) void this.#pump()
  }

  /** Deals with a refused first write; true when sending must stop until a person acts. */
  async #isStuck(problem: Problem): Promise<boolean> {
    this.#refusals += 1
    if (TRY_AGAIN.has(problem.code) || this.#refusals > MOST_REFUSALS) return this.#keepUnsaved(problem)
    await this.read()
    const { model, problem: unread, gone } = this.#snapshot
    if (gone) return true
    if (!model || unread) return this.#keepUnsaved(unread ?? problem)
    const conflicts = this.#queue.settle(({ accountId, indicatorId }) => {
      const cell = model.cellOf(accountId, indicatorId)
      return cell === null ? undefined : model.round.marks[cell.row * model.table.indicators + cell.column]
    }, newCommandId)
    // refused for another reason than other people's edits: it would be refused again
    const forGood = problem.code !== 'CELLS_CHANGED'
    if (forGood) this.#queue.shift()?.done(false)
    this.#show(model.round)
    this.#changed({
      conflicts: [...this.#snapshot.conflicts, ...conflicts],
      refused: forGood ? problem : this.#snapshot.refused,
    })
    return false
  }

  #keepUnsaved(problem: Problem): true {
    const keys = keysOf(this.#queue.writes)
    const has = (accountId: string, indicatorId: string): boolean => keys.has(`${accountId} ${indicatorId}`)
    this.#changed({ unsaved: { cells: keys.size, problem, has } }, 'all')
    return true
  }

  #changed(part: Partial<RoundSnapshot>, redraw?: Redraw): void {
    this.#snapshot = { ...this.#snapshot, ...part, version: this.#snapshot.version + 1 }
    if (part.unsaved !== undefined) this.#gateway.tellUnsaved(part.unsaved !== null)
    if (redraw) for (const listener of this.#redraws) listener(redraw)
    for (const listener of this.#listeners) listener()
  }
}

/** How often in a row marks are settled with other windows' before a person is asked. */
const MOST_REFUSALS = 5

/** Failures that may pass: the marks stay in the grid and are sent again. */
const TRY_AGAIN: ReadonlySet<string> = new Set(['NOT_SAVED', 'CONNECTION_LOST', 'CANCELLED', 'UNEXPECTED'])

const MARK_OF: Readonly<Record<string, 10 | 8 | 6 | 4 | 2>> = { X: 10, '8': 8, '6': 6, '4': 4, '2': 2 }

/** The cells that writes touch, each once. */
function keysOf(writes: readonly MarkWrite[]): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const write of writes)
    for (const { accountId, indicatorId } of writtenCells(write)) keys.add(`${accountId} ${indicatorId}`)
  return keys
}

/** Rows for a round's accounts; the old array when the accounts are the same. */
function rowsOf(round: OpenRound, before: readonly ScoringRow[]): readonly ScoringRow[] {
  const { ids } = round.accounts
  if (ids.length === before.length && ids.every((id, at) => before[at]?.id === id)) return before
  const known = new Map(before.map((row) => [row.id, row]))
  return ids.map((id, at) => {
    const row = known.get(id) ?? { id, at }
    row.at = at
    return row
  })
}
