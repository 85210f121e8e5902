import type Database from 'better-sqlite3'
import { personSyllables, syllablesOf } from '../../pinyin.ts'
import { fold, isSpoken, nameGrams, reversed, textGrams } from '../rules/grams.ts'
import { NAME_KINDS, type NameKind, TAIL_KINDS } from '../rules/kinds.ts'
import { classOf, type Indexed, type IndexedName, TEXT_CLASSES, type TextClass } from './indexed.ts'

/** Ids of a kind or table lie in a range of their own, so that the full-text index can be asked for one of them. */
const RANGE = 2 ** 40

/** The ids of the names of a kind: from, to. */
export const nameIds = (kind: NameKind): readonly [number, number] => rangeOf(NAME_KINDS.indexOf(kind))
/** What stands before the grams of a class of texts. */
export const markOf = (of: TextClass): string => String(TEXT_CLASSES.indexOf(of))

const rangeOf = (at: number): readonly [number, number] => [(at + 1) * RANGE, (at + 2) * RANGE - 1]

// a code is read letter by letter, and nobody looks for the middle of it by sound
const UNSPOKEN: ReadonlySet<NameKind> = new Set<NameKind>(['accountCode'])
const PERSONAL: ReadonlySet<NameKind> = new Set<NameKind>(['person', 'member'])

/** The reading of each character of a folded name of a kind. */
export const spokenName = (kind: NameKind, folded: string): string[] =>
  PERSONAL.has(kind) ? personSyllables(folded) : syllablesOf(folded)

/** Writes the search index of one opened file, inside whatever transaction is open. */
export class IndexWriter {
  readonly #db: Database.Database
  readonly #statements: ReturnType<typeof statements>
  /** the newest id of each range; ids may be left out, never used twice */
  readonly #newest = new Map<string, number>()

  constructor(db: Database.Database) {
    this.#db = db
    this.#statements = statements(db)
  }

  /** Puts a row into the index that isn't there. */
  add(tbl: string, rowId: string, { names, tails, texts, nextStep = '' }: Indexed): void {
    for (const name of names) this.#addName(rowId, name)
    for (const { kind, digits } of tails)
      this.#statements.addTail.run(
        this.#nextId('search_tail', rangeOf(TAIL_KINDS.indexOf(kind))),
        kind,
        rowId,
        reversed(digits),
      )
    this.#addText(tbl, rowId, texts.filter(Boolean).join('\n'))
    this.#addText('next_step', rowId, nextStep)
  }

  /** Takes a row out of the index, whether it is there or not. */
  remove(rowId: string): void {
    const { names, tails, texts } = this.#statements
    for (const id of names.all(rowId)) {
      this.#statements.removeName.run(id)
      this.#statements.removeNameGrams.run(id)
    }
    for (const id of tails.all(rowId)) this.#statements.removeTail.run(id)
    for (const id of texts.all(rowId)) {
      this.#statements.removeText.run(id)
      this.#statements.removeTextGrams.run(id)
    }
  }

  /** Empties the index. */
  clear(): void {
    for (const table of ['search_name', 'search_tail', 'search_text']) this.#db.exec(`DELETE FROM ${table}`)
    for (const table of ['search_name_gram', 'search_text_gram'])
      this.#db.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`)
    this.#newest.clear()
  }

  #addText(part: string, rowId: string, text: string): void {
    if (text === '') return
    const of = classOf(part)
    const grams = textGrams(fold(text), markOf(of))
    if (grams.length === 0) return
    const id = this.#nextId('search_text', rangeOf(TEXT_CLASSES.indexOf(of)))
    this.#statements.addText.run(id, part, rowId)
    this.#statements.addTextGrams.run(id, grams.join(' '))
  }

  #addName(rowId: string, { kind, name }: IndexedName): void {
    const folded = fold(name)
    if (folded === '') return
    const id = this.#nextId('search_name', nameIds(kind))
    if (UNSPOKEN.has(kind)) {
      this.#statements.addName.run(id, kind, rowId, folded, '', '')
      return
    }
    const spoken = spokenName(kind, folded)
    const heard = spoken.filter(isSpoken)
    const initials = heard.map((piece) => String.fromCodePoint(piece.codePointAt(0) ?? 32)).join('')
    this.#statements.addName.run(id, kind, rowId, folded, heard.join(''), initials)
    const grams = nameGrams(folded, spoken)
    if (grams.length > 0) this.#statements.addNameGrams.run(id, grams.join(' '))
  }

  #nextId(table: string, [from, to]: readonly [number, number]): number {
    const key = `${table} ${from}`
    const newest =
      this.#newest.get(key) ??
      this.#db
        .prepare<[number, number], number | null>(`SELECT max(id) FROM ${table} WHERE id BETWEEN ? AND ?`)
        .pluck()
        .get(from, to) ??
      from
    this.#newest.set(key, newest + 1)
    return newest + 1
  }
}

const statements = (db: Database.Database) => ({
  addName: db.prepare<[number, string, string, string, string, string]>(
    'INSERT INTO search_name (id, kind, row_id, folded, pinyin, initials) VALUES (?, ?, ?, ?, ?, ?)',
  ),
  addNameGrams: db.prepare<[number, string]>('INSERT INTO search_name_gram (rowid, grams) VALUES (?, ?)'),
  addTail: db.prepare<[number, string, string, string]>(
    'INSERT INTO search_tail (id, kind, row_id, reversed) VALUES (?, ?, ?, ?)',
  ),
  addText: db.prepare<[number, string, string]>(
    'INSERT INTO search_text (id, part, row_id) VALUES (?, ?, ?)',
  ),
  addTextGrams: db.prepare<[number, string]>('INSERT INTO search_text_gram (rowid, grams) VALUES (?, ?)'),
  names: db.prepare<[string], number>('SELECT id FROM search_name WHERE row_id = ?').pluck(),
  tails: db.prepare<[string], number>('SELECT id FROM search_tail WHERE row_id = ?').pluck(),
  texts: db.prepare<[string], number>('SELECT id FROM search_text WHERE row_id = ?').pluck(),
  removeName: db.prepare<[number]>('DELETE FROM search_name WHERE id = ?'),
  removeNameGrams: db.prepare<[number]>('DELETE FROM search_name_gram WHERE rowid = ?'),
  removeTail: db.prepare<[number]>('DELETE FROM search_tail WHERE id = ?'),
  removeText: db.prepare<[number]>('DELETE FROM search_text WHERE id = ?'),
  removeTextGrams: db.prepare<[number]>('DELETE FROM search_text_gram WHERE rowid = ?'),
})
