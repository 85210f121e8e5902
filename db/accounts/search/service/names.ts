import type Database from 'better-sqlite3'
import { perFile } from '../../../kernel/perFile.ts'
import { isHan } from '../rules/grams.ts'
import type { NameKind, TailKind } from '../rules/kinds.ts'
import { type Fit, fitName, type How, rankOf } from '../rules/match.ts'
import { nameExpression, type Query } from '../rules/query.ts'
import { spelledOut } from '../rules/spelling.ts'
import { nameIds, spokenName } from './indexWriter.ts'

/** A row that a query found by one of its names (or its telephone). */
export interface NameHit {
  readonly rowId: string
  readonly kind: NameKind
  readonly folded: string
  /** the index's number: larger is newer */
  readonly id: number
  readonly how: How
}

interface NameRow {
  readonly id: number
  readonly kind: NameKind
  readonly rowId: string
  readonly folded: string
  readonly pinyin: string
  readonly initials: string
}

/** Of very many names that fit equally well this many are weighed against each other. */
const MOST_WEIGHED = 100
/** Names that the full-text index offers and that are looked at one by one. */
const MOST_READ = 300
const LAST = '\u{10FFFF}'

/** Finds names of some kinds that all words fit, best first within what is weighed; `enough` ends the search. */
export function findNames(
  db: Database.Database,
  kinds: readonly NameKind[],
  query: Query,
  enough: number,
): NameHit[] {
  const hits = new Map<string, NameHit>()
  const take = (row: NameRow): void => {
    const before = hits.get(row.rowId)
    // what was found by a beginning can't be found better later on
    if (before && before.id === row.id) return
    const how = fitAll(row, query, row)
    if (how !== null && (!before || rankOf(how) < rankOf(before.how))) hits.set(row.rowId, { ...row, how })
  }
  const { beginning, inside, any } = statementsOf(db)
  const firsts = query.words.length > 1 ? [query.text, ...query.words] : query.words
  for (const column of ['folded', 'pinyin', 'initials'] as const) {
    // a word with a Chinese character in it can't be a spelling
    const words = column === 'folded' ? firsts : query.words.filter((word) => ![...word].some(isHan))
    // a name's first initial is its spelling's first letter
    for (const kind of kinds)
      for (const word of words)
        if (column !== 'initials' || word.length > 1)
          for (const row of beginning[column].all(kind, word, word + LAST, MOST_WEIGHED)) take(row)
  }
  const expression = hits.size < enough ? nameExpression(query.words) : null
  if (expression !== null)
    for (const kind of kinds) {
      const [from, to] = nameIds(kind)
      // FTS5 reads the words' lists before it finds that a range is empty
      if (kind === 'accountCode' || any.get(from, to) === undefined) continue
      for (const row of inside.all(expression, from, to, MOST_READ)) {
        if (hits.size >= MOST_WEIGHED) break
        take(row)
      }
    }
  return [...hits.values()]
}

/** Rows whose telephone ends with the typed digits. */
export function findTails(
  db: Database.Database,
  kind: TailKind,
  digits: string,
): { rowId: string; id: number }[] {
  const tail = [...digits].reverse().join('')
  return statementsOf(db).tails.all(kind, tail, tail + LAST, MOST_WEIGHED)
}

/** How all words fit a name, as the worst of them does; null where one doesn't. `spelled`: what the index has of it. */
export function fitAll(
  { kind, folded }: Pick<NameRow, 'kind' | 'folded'>,
  query: Query,
  spelled?: Pick<NameRow, 'pinyin' | 'initials'>,
): How | null {
  const chars = [...folded]
  let spoken: readonly string[] | undefined
  const heard = (): readonly string[] => {
    spoken ??=
      kind === 'accountCode'
        ? chars
        : // reading it off the index is many times faster than looking it up in the dictionary
          ((spelled && spelledOut(chars, spelled.pinyin, spelled.initials)) ?? spokenName(kind, folded))
    return spoken
  }
  const whole = query.words.length > 1 ? fitName(query.text, chars, () => chars) : null
  if (whole) return whole.how
  let worst: How | null = null
  for (const word of query.words) {
    const fit = fitName(word, chars, heard)
    if (!fit) return null
    if (worst === null || rankOf(fit.how) > rankOf(worst)) worst = fit.how
  }
  return worst
}

/** Where a name fits the words, for showing it; empty where it doesn't. */
export function placesIn({ kind, folded }: Pick<NameRow, 'kind' | 'folded'>, query: Query): number[] {
  const chars = [...folded]
  const spoken = kind === 'accountCode' ? chars : spokenName(kind, folded)
  const fits = query.words.map((word) => fitName(word, chars, () => spoken))
  return [...new Set(fits.flatMap((fit: Fit | null) => fit?.at ?? []))].sort((a, b) => a - b)
}

const statementsOf = perFile((db) => {
  const beginning = (column: 'folded' | 'pinyin' | 'initials') =>
    db.prepare<[string, string, string, number], NameRow>(
      `SELECT id, kind, row_id AS rowId, folded, pinyin, initials FROM search_name
       WHERE kind = ? AND ${column} >= ? AND ${column} < ? ORDER BY ${column} LIMIT ?`,
    )
  return {
    beginning: {
      folded: beginning('folded'),
      pinyin: beginning('pinyin'),
      initials: beginning('initials'),
    },
    inside: db.prepare<[string, number, number, number], NameRow>(
      `SELECT n.id, n.kind, n.row_id AS rowId, n.folded, n.pinyin, n.initials
       FROM (SELECT rowid AS id FROM search_name_gram
             WHERE search_name_gram MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?) g
       CROSS JOIN search_name n ON n.id = g.id`,
    ),
    any: db
      .prepare<[number, number], number>('SELECT 1 FROM search_name WHERE id BETWEEN ? AND ? LIMIT 1')
      .pluck(),
    tails: db.prepare<[string, string, string, number], { rowId: string; id: number }>(
      `SELECT row_id AS rowId, id FROM search_tail
       WHERE kind = ? AND reversed >= ? AND reversed < ? LIMIT ?`,
    ),
  }
})
