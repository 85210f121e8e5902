import type Database from 'better-sqlite3'
import { perFile } from '../../../kernel/perFile.ts'
import { fold } from '../rules/grams.ts'
import { textExpression } from '../rules/query.ts'
import { holdsWord, wordPlaces } from '../rules/wordPlaces.ts'
import { SOURCES, type TextClass, tableOf, textsOf } from './indexed.ts'
import { markOf } from './indexWriter.ts'
import { upkeepOf } from './upkeep.ts'

/** A row that was found by one of its texts. */
export interface TextHit {
  /** the table that has it, or `next_step` */
  readonly part: string
  readonly rowId: string
  /** the text that fits, as it is written, and where */
  readonly text: string
  readonly hits: readonly (readonly [from: number, to: number])[]
}

/** Texts that the index offers and that are read to see whether they hold the words. */
const MOST_READ = 120

/** Finds texts of a class that hold all words, newest first. Words are folded. */
export function findTexts(
  db: Database.Database,
  of: TextClass,
  words: readonly string[],
  limit: number,
): TextHit[] {
  const found = new Map<string, TextHit>()
  for (const openEnd of [false, true]) {
    const expression = textExpression(words, markOf(of), openEnd)
    if (expression === null || found.size >= limit) break
    for (const { part, rowId } of statementOf(db).all(expression, MOST_READ)) {
      if (found.has(part + rowId)) continue
      const hit = hitIn(db, part, rowId, words)
      if (hit) found.set(part + rowId, { part, rowId, ...hit })
      if (found.size >= limit) break
    }
  }
  return [...found.values()]
}

/** The text of a row that holds the words; of several words in several texts the first one's. */
function hitIn(
  db: Database.Database,
  part: string,
  rowId: string,
  words: readonly string[],
): Pick<TextHit, 'text' | 'hits'> | null {
  const row = upkeepOf(db).readers.get(tableOf(part))?.(rowId)
  const indexed = row && SOURCES[tableOf(part)]?.indexed(row)
  const texts = indexed ? textsOf(part, indexed) : []
  const folded = texts.map(fold)
  if (!words.every((word) => folded.some((text) => holdsWord(text, word)))) return null
  const text = texts.find((_, at) => words.some((word) => holdsWord(folded[at] ?? '', word)))
  return text === undefined ? null : { text, hits: rangesIn(text, words) }
}

/** Where words stand in a text, as [from, to) of its own characters. */
export function rangesIn(text: string, words: readonly string[]): [number, number][] {
  const plain = text.toLowerCase()
  // folding that changes lengths (full-width forms don't, ligatures do) would put marks beside the words
  const same = fold(text).length === text.length ? fold(text) : plain
  return words.flatMap((word) => wordPlaces(same, word)).sort(([a], [b]) => a - b)
}

const statementOf = perFile((db) =>
  db.prepare<[string, number], { part: string; rowId: string }>(
    `SELECT t.part, t.row_id AS rowId
     FROM (SELECT rowid AS id FROM search_text_gram
           WHERE search_text_gram MATCH ? ORDER BY rowid DESC LIMIT ?) g
     CROSS JOIN search_text t ON t.id = g.id`,
  ),
)
