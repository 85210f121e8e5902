import type Database from 'better-sqlite3'
import type { Kernel } from '../../../kernel/kernel.ts'
import { perFile } from '../../../kernel/perFile.ts'
import { SOURCE_TABLES, SOURCES, type SourceRow } from './indexed.ts'
import { INDEX_VERSION, indexRow, rowsOf, upkeepOf } from './upkeep.ts'

/** Rows in one transaction while the index is built: some tens of milliseconds. */
const ROWS_AT_ONCE = 1_000
/** How long opening may wait for the index: a department of some thousand accounts is whole by then. */
const AT_ONCE_MS = 400

interface State {
  readonly version: number
  readonly tbl: string | null
  readonly after: string
  readonly seen: string
}

/**
 * How far the search index is: rows in it of rows to be read; null once it is whole. Told by the rows' numbers instead of
 * counting a million of them for each key that is typed meanwhile.
 */
export function indexingProgress(db: Database.Database): { done: number; of: number } | null {
  const state = readState(db)
  if (!state || state.tbl === null) return null
  const at = SOURCE_TABLES.indexOf(state.tbl)
  const number = (sql: string, ...given: readonly string[]): number =>
    db
      .prepare<string[], number | null>(sql)
      .pluck()
      .get(...given) ?? 0
  const rows = SOURCE_TABLES.map((tbl) => number(`SELECT max(rowid) FROM "${tbl}"`))
  const sum = (list: readonly number[]): number => list.reduce((total, count) => total + count, 0)
  const here = number(`SELECT rowid FROM "${state.tbl}" WHERE id = ?`, state.after)
  return { done: sum(rows.slice(0, at)) + here, of: sum(rows) }
}

/** Builds the whole index now. For tests and the command line; the engine uses {@link startIndexing}. */
export function rebuildIndex(kernel: Kernel): void {
  kernel.writeLocal((db) => begin(db))
  let more = true
  while (more) more = kernel.writeLocal((db) => step(db))
}

/**
 * Builds the index where it is missing, stale or of another version: when a folder is opened and after a restore. A
 * small one is whole when this returns, a large one is built between the engine's other work; meanwhile searching
 * finds what is in it.
 */
export function startIndexing(kernel: Kernel): { stop(): void } {
  let next: NodeJS.Immediate | undefined
  const goOn = (): void => {
    try {
      if (kernel.writeLocal((db) => step(db))) next = setImmediate(goOn)
      // whatever was found while it was built may have been incomplete
      else
        kernel.feed.tell({
          txnId: null,
          commandId: null,
          tables: [],
          label: null,
          undo: kernel.undoStacks.state(),
        })
    } catch (error) {
      kernel.log.error(error)
    }
  }
  const check = (): void => {
    clearImmediate(next)
    try {
      if (isStale(kernel.db)) kernel.writeLocal((db) => begin(db))
      const until = performance.now() + AT_ONCE_MS
      let more = true
      while (more && performance.now() < until) more = kernel.writeLocal((db) => step(db))
      if (more) next = setImmediate(goOn)
    } catch (error) {
      // a full disk must not keep anybody from their data
      kernel.log.error(error)
    }
  }
  check()
  // a restore put another file in this one's place
  let file = kernel.db
  const deaf = kernel.feed.listen(({ txnId }) => {
    if (txnId !== null || kernel.db === file) return
    file = kernel.db
    check()
  })
  return {
    stop() {
      deaf()
      clearImmediate(next)
    },
  }
}

const stateOf = perFile((db) =>
  db.prepare<[], State>('SELECT version, tbl, after, seen FROM search_state WHERE id = 1'),
)
const readState = (db: Database.Database): State | undefined => stateOf(db).get()

const newestHlc = (db: Database.Database): string =>
  db.prepare<[], string | null>('SELECT max(hlc) FROM txn').pluck().get() ?? ''

/** Whether the index has to be built from its beginning. */
function isStale(db: Database.Database): boolean {
  const state = readState(db)
  return !state || state.version !== INDEX_VERSION || state.seen !== newestHlc(db)
}

function begin(db: Database.Database): void {
  upkeepOf(db).writer.clear()
  db.prepare('DELETE FROM search_state').run()
  db.prepare('INSERT INTO search_state (id, version, tbl, after, seen) VALUES (1, ?, ?, ?, ?)').run(
    INDEX_VERSION,
    SOURCE_TABLES[0],
    '',
    newestHlc(db),
  )
}

/** Reads the next rows into the index; false once it is whole. Rows that were written meanwhile are in it already. */
function step(db: Database.Database): boolean {
  const state = readState(db)
  const tbl = state?.tbl
  const source = tbl ? SOURCES[tbl] : undefined
  if (!state || !tbl || !source) return false
  const { writer } = upkeepOf(db)
  const rows = db
    .prepare<[string, number], SourceRow & { id: string }>(
      `${rowsOf(tbl, source)} AND id > ? ORDER BY id LIMIT ?`,
    )
    .all(state.after, ROWS_AT_ONCE)
  for (const row of rows) {
    writer.remove(row.id)
    indexRow(writer, tbl, row.id, row)
  }
  const last = rows.at(-1)
  const move = db.prepare<[string | null, string]>('UPDATE search_state SET tbl = ?, after = ?')
  if (last && rows.length === ROWS_AT_ONCE) move.run(tbl, last.id)
  else move.run(SOURCE_TABLES[SOURCE_TABLES.indexOf(tbl) + 1] ?? null, '')
  return true
}
