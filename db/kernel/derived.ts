import type Database from 'better-sqlite3'

/** A row that a unit wrote, as the log knows it. */
export interface Touched {
  readonly tbl: string
  readonly rowId: string
  readonly op: 'insert' | 'update'
  /** JSON of the columns that it has now: all of them on insert, the changed ones on update */
  readonly after: string
}

/**
 * What is derived from shared rows and kept beside them, such as the search index. The kernel brings it up to date in
 * the transaction that changes them, whoever changes them: a command, its undo, an import.
 */
export interface Derived {
  /** the tables that it is derived from */
  readonly sources: readonly string[]
  /**
   * Runs inside the transaction of a unit, after its writes. Rows may come more than once.
   * @param hlc clock reading of the unit's newest transaction
   */
  update(db: Database.Database, touched: Iterable<Touched>, hlc: string): void
}
