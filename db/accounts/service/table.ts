import type Database from 'better-sqlite3'
import type { Kernel } from '../../kernel/kernel.ts'
import type { AccountTable } from '../contract.ts'
import { listCustomFields } from '../custom/service/fields.ts'
import { pinyinText } from '../pinyin.ts'
import { type AccountField, FIELD_NAMES, shapeOf } from '../rules/accountFields.ts'
import { customStrip, figureStrip, STRIP_SEPARATOR } from '../rules/strips.ts'
import { COLUMN_OF } from './columns.ts'
import { listFigures } from './figures.ts'
import { newestPublication } from './standings.ts'

/**
 * A page of the list of accounts as the grid takes it, sorted by pinyin: put together within SQLite, column by column,
 * because making 100,000 objects of 30 fields in the engine, checking them and reading them again takes seconds.
 */
export function accountTable(
  kernel: Kernel,
  { from, limit }: { readonly from: number; readonly limit: number },
): AccountTable {
  const { db } = kernel
  const figures = listFigures(db)
  const custom = listCustomFields(db, 'account')
  const publication = newestPublication(db)
  const all = countAccounts(db)
  const strips = new Map<string, string>([
    ['id', 'a.id'],
    ['pinyin', 'n.pinyin'],
    ...(publication === null ? [] : RESULT),
    ...FIELD_NAMES.map((field): [string, string] => [field, fieldSql(field)]),
    ...figures.map(({ id }): [string, string] => [figureStrip(id), jsonValue('a.figures', id)]),
    ...custom.map(({ id }): [string, string] => [customStrip(id), jsonValue('a.custom', id)]),
  ])
  const names = [...strips.keys()]
  const columns = [...strips.values()].map(
    (sql) => `group_concat(coalesce(${sql}, ''), '${STRIP_SEPARATOR}')`,
  )
  const sql = `SELECT count(*), ${columns.join(', ')} FROM (${orderSql(db, all)}) n
    CROSS JOIN account a ON a.id = n.row_id ${publication === null ? '' : RESULT_JOIN}`
  const given = publication === null ? [limit, from] : [limit, from, publication]
  const [count = 0, ...texts] =
    db
      .prepare<unknown[], [number, ...string[]]>(sql)
      .raw()
      .get(...given) ?? []
  return {
    figures,
    custom,
    all,
    count,
    // a column without any value is nothing but separators
    strips: Object.fromEntries(
      names.flatMap((name, at): [string, string][] => {
        const text = texts[at] ?? ''
        return text.length < count ? [] : [[name, text]]
      }),
    ),
  }
}

const RESULT: [string, string][] = [
  ['tier', 'r.standing'],
  ['score', 'r.score'],
]
// without statistics, SQLite would walk a whole round for each account: hence the named index
const RESULT_JOIN = `LEFT JOIN result r INDEXED BY result_account
  ON r.publication_id = ? AND r.account_id = a.id AND r.deleted = 0`

/**
 * The accounts' ids in their order, with their spelling, from the search index; spelled here while that is being
 * built. The order of the outer loop is the order of the strips.
 */
function orderSql(db: Database.Database, all: number): string {
  const spelled = db
    .prepare<[], number>(`SELECT count(*) FROM search_name WHERE kind = 'account'`)
    .pluck()
    .get()
  if (spelled === all)
    return `SELECT s.row_id, s.pinyin || ' ' || s.initials AS pinyin FROM search_name s INDEXED BY search_name_pinyin
      WHERE s.kind = 'account' ORDER BY s.pinyin LIMIT ? OFFSET ?`
  spellIn(db)
  return `SELECT id AS row_id, spell(name) AS pinyin FROM account WHERE deleted = 0 ORDER BY 2, name LIMIT ? OFFSET ?`
}

function fieldSql(field: AccountField): string {
  const column = `a.${COLUMN_OF[field]}`
  if (field === 'ownerId') return `iif(${column} IN (SELECT id FROM member WHERE deleted = 0), ${column}, '')`
  if (field === 'parentId') return `(SELECT p.id FROM account p WHERE p.id = ${column} AND p.deleted = 0)`
  if (field === 'tags') return `nullif(${column}, '[]')`
  // a text from outside may hold anything
  return shapeOf(field).kind === 'text' ? `replace(${column}, '${STRIP_SEPARATOR}', '')` : column
}

/** Ids hold nothing that SQL or JSON paths would read otherwise. */
const jsonValue = (column: string, id: string): string => `json_extract(${column}, '$."${id}"')`

const countAccounts = (db: Database.Database): number =>
  db.prepare<[], number>('SELECT count(*) FROM account WHERE deleted = 0').pluck().get() ?? 0

const spelling = new WeakSet<Database.Database>()

function spellIn(db: Database.Database): void {
  if (spelling.has(db)) return
  db.function('spell', { deterministic: true }, (name) => pinyinText(String(name)))
  spelling.add(db)
}
