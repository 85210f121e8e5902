import type Database from 'better-sqlite3'
import { calendarVersion } from '../../../department/calendar/service/read.ts'
import type { CalendarVersionId } from '../../../kernel/ids.ts'
import { CLOCKS, type ClockName } from '../../requests/rules/clocks.ts'
import { LEVELS, type Level, levelDue } from '../../requests/rules/levels.ts'
import type { Progress } from '../../requests/rules/progress.ts'

/** A clock that has reached levels. */
export interface ReachedClock {
  readonly requestId: string
  readonly clock: ClockName
  readonly run: number
  /** its levels with the instants at which it reaches them; those that lay behind when it began to run, from then on */
  readonly at: readonly { readonly level: Level; readonly at: number }[]
}

interface Row {
  readonly id: string
  readonly calendarId: CalendarVersionId | null
  readonly progress: string
}

const STEPS = LEVELS.length
const PER_REQUEST = CLOCKS.length * STEPS

const OPEN = `SELECT id, calendar_id AS calendarId, progress FROM request
  WHERE progress ->> '$.open' = 1 AND deleted = 0`

/**
 * When the clocks of all open requests reach their levels, in memory: looking through fifty thousand of them takes a
 * few milliseconds, where reading them takes a second. Rows of requests that are no longer open are used again.
 */
export class ClockBook {
  private readonly rows = new Map<string, number>()
  private readonly free: number[] = []
  private ids: string[] = []
  /** per request three clocks of four levels: epoch ms, infinite where a level is not to be reached */
  private at = new Float64Array(0)
  private runs = new Int32Array(0)
  /** when the next of a request's levels is reached that was not looked at yet */
  private next = new Float64Array(0)

  /** Reads all open requests, a few hundred at a time; `pause` is awaited between them. */
  async load(db: () => Database.Database, pause: () => Promise<void>): Promise<void> {
    this.rows.clear()
    this.free.length = 0
    this.ids = []
    let last = ''
    for (;;) {
      const rows = db().prepare<[string], Row>(`${OPEN} AND id > ? ORDER BY id LIMIT ${SLICE}`).all(last)
      for (const row of rows) this.put(db(), row)
      const end = rows.at(-1)
      if (!end || rows.length < SLICE) return
      last = end.id
      await pause()
    }
  }

  /** Reads requests again that somebody changed. */
  refresh(db: Database.Database, ids: Iterable<string>): void {
    const select = db.prepare<[string], Row>(`${OPEN} AND id = ?`)
    for (const id of ids) {
      const row = select.get(id)
      if (row) this.put(db, row)
      else this.drop(id)
    }
  }

  /** The clocks with levels that were reached since they were looked at last; each reached level comes once. */
  reached(now: number): ReachedClock[] {
    const found: ReachedClock[] = []
    for (let row = 0; row < this.ids.length; row += 1) {
      if ((this.next[row] ?? Number.POSITIVE_INFINITY) > now) continue
      this.next[row] = this.nextAfter(row, now)
      for (let clock = 0; clock < CLOCKS.length; clock += 1) {
        const reached = this.clockAt(row, clock)
        if (reached?.at.some(({ at }) => at <= now)) found.push(reached)
      }
    }
    return found
  }

  /** Looks at everything anew: the wall clock was set back, or settings have changed. */
  rewind(): void {
    for (let row = 0; row < this.ids.length; row += 1)
      this.next[row] = this.nextAfter(row, Number.NEGATIVE_INFINITY)
  }

  get size(): number {
    return this.rows.size
  }

  private nextAfter(row: number, now: number): number {
    let next = Number.POSITIVE_INFINITY
    for (let step = 0; step < PER_REQUEST; step += 1) {
      const at = this.at[row * PER_REQUEST + step] ?? Number.POSITIVE_INFINITY
      if (at > now && at < next) next = at
    }
    return next
  }

  private clockAt(row: number, clock: number): ReachedClock | undefined {
    const [requestId, name] = [this.ids[row], CLOCKS[clock]]
    if (requestId === undefined || name === undefined) return undefined
    const at = LEVELS.flatMap((level, step) => {
      const instant = this.at[row * PER_REQUEST + clock * STEPS + step] ?? Number.POSITIVE_INFINITY
      return Number.isFinite(instant) ? [{ level, at: instant }] : []
    })
    return { requestId, clock: name, run: this.runs[row * CLOCKS.length + clock] ?? 0, at }
  }

  private put(db: Database.Database, { id, calendarId, progress }: Row): void {
    const { compiled } = calendarVersion(db, calendarId)
    const { clocks }: Progress = JSON.parse(progress)
    const row = this.rows.get(id) ?? this.newRow(id)
    CLOCKS.forEach((name, index) => {
      const clock = clocks[name]
      this.runs[row * CLOCKS.length + index] = clock.kind === 'none' ? 0 : clock.run
      LEVELS.forEach((level, step) => {
        const place = row * PER_REQUEST + index * STEPS + step
        this.at[place] =
          clock.kind === 'running'
            ? (levelDue(compiled, clock, level) ?? clock.from)
            : Number.POSITIVE_INFINITY
      })
    })
    this.next[row] = this.nextAfter(row, Number.NEGATIVE_INFINITY)
  }

  private newRow(id: string): number {
    const row = this.free.pop() ?? this.ids.length
    this.ids[row] = id
    this.rows.set(id, row)
    if (row >= this.next.length) this.grow(Math.max(1_024, this.next.length * 2))
    return row
  }

  private drop(id: string): void {
    const row = this.rows.get(id)
    if (row === undefined) return
    this.rows.delete(id)
    this.free.push(row)
    this.at.fill(Number.POSITIVE_INFINITY, row * PER_REQUEST, (row + 1) * PER_REQUEST)
    this.next[row] = Number.POSITIVE_INFINITY
  }

  private grow(rows: number): void {
    const grown = (from: Float64Array, length: number): Float64Array<ArrayBuffer> => {
      const to = new Float64Array(length).fill(Number.POSITIVE_INFINITY)
      to.set(from)
      return to
    }
    this.at = grown(this.at, rows * PER_REQUEST)
    this.next = grown(this.next, rows)
    const runs = new Int32Array(rows * CLOCKS.length)
    runs.set(this.runs)
    this.runs = runs
  }
}

/** Requests read without a pause. */
const SLICE = 500
