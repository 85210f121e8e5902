import type Database from 'better-sqlite3'
import type { Derived, Touched } from '../../../kernel/derived.ts'
import { perFile } from '../../../kernel/perFile.ts'
import { SOURCE_TABLES, SOURCES, type Source, type SourceRow } from './indexed.ts'
import { IndexWriter } from './indexWriter.ts'

/** Grows when what is indexed, or how, changes: an index of another version is built anew. */
export const INDEX_VERSION = 5

/** The search index, as the kernel keeps it up to date with every write. */
export const searchIndex: Derived = {
  sources: SOURCE_TABLES,
  update(db, touched, hlc) {
    const { writer, see, readers } = upkeepOf(db)
    const inserted = new Set<string>()
    const rows = new Map<string, string>()
    for (const row of touched) {
      if (!matters(row)) continue
      rows.set(row.rowId, row.tbl)
      if (row.op === 'insert') inserted.add(row.rowId)
    }
    for (const [rowId, tbl] of rows) {
      if (!inserted.has(rowId)) writer.remove(rowId)
      indexRow(writer, tbl, rowId, readers.get(tbl)?.(rowId))
    }
    see.run(hlc)
  },
}

/**
 * Brings single rows up to date inside an open transaction, for writes that go past the log: erasing a person.
 * What was taken out is gone from the file once {@link purgeSearchIndex} has run.
 */
export function reindexRows(
  db: Database.Database,
  rows: Iterable<{ readonly tbl: string; readonly rowId: string }>,
): void {
  const { writer, readers } = upkeepOf(db)
  for (const { tbl, rowId } of rows) {
    writer.remove(rowId)
    indexRow(writer, tbl, rowId, readers.get(tbl)?.(rowId))
  }
}

/**
 * Rewrites the full-text indices without what was taken out of them: after erasing a person, before the file's free
 * pages are overwritten. Call outside a transaction; takes seconds with a million texts.
 */
export function purgeSearchIndex(db: Database.Database): void {
  for (const table of ['search_name_gram', 'search_text_gram'])
    db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`)
}

/** Whether a change touches anything that is searched. */
function matters({ tbl, op, after }: Touched): boolean {
  const source = SOURCES[tbl]
  if (!source) return false
  if (op === 'insert') return true
  const changed: object = JSON.parse(after)
  return 'deleted' in changed || source.columns.some((column) => column in changed)
}

/** Puts a row that isn't in the index into it; undefined where it is gone. */
export function indexRow(writer: IndexWriter, tbl: string, rowId: string, row: SourceRow | undefined): void {
  const source = SOURCES[tbl]
  if (source && row) writer.add(tbl, rowId, source.indexed(row))
}

interface Upkeep {
  readonly writer: IndexWriter
  readonly see: Database.Statement<[string]>
  /** read a row by table, as long as it is there: not deleted, not erased */
  readonly readers: ReadonlyMap<string, (rowId: string) => SourceRow | undefined>
}

/** What keeps an opened file's index. */
export const upkeepOf = perFile(
  (db): Upkeep => ({
    writer: new IndexWriter(db),
    see: db.prepare<[string]>('UPDATE search_state SET seen = ?'),
    readers: new Map(
      Object.entries(SOURCES).map(([tbl, source]) => {
        const read = db.prepare<[string], SourceRow>(`${rowsOf(tbl, source)} AND id = ?`)
        return [tbl, (rowId) => read.get(rowId)]
      }),
    ),
  }),
)

/** The rows of a table that are searched, with the columns that say how. */
export const rowsOf = (tbl: string, { columns }: Source): string =>
  `SELECT id, ${columns.join(', ')} FROM "${tbl}" WHERE deleted = 0${
    columns.includes('erased_at') ? ' AND erased_at IS NULL' : ''
  }`
