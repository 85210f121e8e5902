import { textOf } from './cells.ts'
import type { GridColumn } from './types.ts'

/** Milliseconds that are left of an idle moment when preparing stops. */
const SPARE_MS = 2
/** Rows between two looks at the clock. */
const AT_ONCE = 50

/**
 * Finds rows by what they show: every word typed stands in one of the row's shown cells, or in what a column is found
 * by besides. A row's text is put together once.
 */
export class QuickFilter<Row extends object> {
  #columns: readonly GridColumn<Row>[] = []
  #words: readonly string[] = []
  #texts = new WeakMap<Row, string>()
  #unprepared: { readonly rows: readonly Row[]; at: number } | null = null
  #waiting = 0

  /** Takes the columns that are shown; false where they are the same as before. Texts of other ones are forgotten. */
  show(columns: readonly GridColumn<Row>[]): boolean {
    const known = new Set(this.#columns)
    if (columns.length === known.size && columns.every((column) => known.has(column))) return false
    this.#columns = columns
    this.#texts = new WeakMap()
    if (this.#unprepared !== null) this.prepare(this.#unprepared.rows)
    return true
  }

  set text(text: string) {
    this.#words = text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
  }

  get isActive(): boolean {
    return this.#words.length > 0
  }

  passes(row: Row): boolean {
    const text = this.#textOf(row)
    return this.#words.every((word) => text.includes(word))
  }

  /** Rows that were changed in place say something else now. */
  forget(rows: Iterable<Row>): void {
    for (const row of rows) this.#texts.delete(row)
  }

  /** Puts rows' texts together while the browser has nothing else to do, until the answered function is called. */
  prepare(rows: readonly Row[]): () => void {
    this.#unprepared = { rows, at: 0 }
    this.#waitForIdle()
    return () => {
      cancelIdleCallback(this.#waiting)
      this.#unprepared = null
    }
  }

  #waitForIdle(): void {
    cancelIdleCallback(this.#waiting)
    this.#waiting = requestIdleCallback((idle) => this.#prepareSome(idle))
  }

  #prepareSome(idle: IdleDeadline): void {
    const left = this.#unprepared
    if (left === null) return
    while (left.at < left.rows.length && idle.timeRemaining() > SPARE_MS) {
      for (const row of left.rows.slice(left.at, left.at + AT_ONCE)) this.#textOf(row)
      left.at += AT_ONCE
    }
    if (left.at < left.rows.length) this.#waitForIdle()
  }

  #textOf(row: Row): string {
    const before = this.#texts.get(row)
    if (before !== undefined) return before
    let text = ''
    // no word that is typed holds the sign between two cells
    for (const column of this.#columns)
      text += `${textOf(column, row)}\n${column.search === undefined ? '' : `${column.search(row)}\n`}`
    const folded = text.toLowerCase()
    this.#texts.set(row, folded)
    return folded
  }
}
