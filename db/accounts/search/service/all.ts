import type Database from 'better-sqlite3'
import type { Kernel } from '../../../kernel/kernel.ts'
import { perFile } from '../../../kernel/perFile.ts'
import type { Found, FoundAccount, FoundPerson } from '../contract.ts'
import { rankOf } from '../rules/match.ts'
import { type Query, readQuery } from '../rules/query.ts'
import { GROUPS, type Group, type Scope } from '../rules/scopes.ts'
import { indexingProgress } from './building.ts'
import { findAccounts } from './foundAccounts.ts'
import { findPeople } from './foundPeople.ts'
import { findEntries, findFiles, findPromises, type TextWords } from './foundWork.ts'
import { findNames, type NameHit } from './names.ts'
import { shownName } from './show.ts'

/** What search answers with. */
interface Answer {
  readonly found: Found[]
  readonly milliseconds: number
  readonly indexing: { done: number; of: number } | null
}

/** Finds everything that all words of a text fit, in the order of the groups, best first in each. */
export function searchAll(
  kernel: Kernel,
  { text, scope, limit }: { readonly text: string; readonly scope: Scope; readonly limit: number },
): Answer {
  const { db } = kernel
  const started = performance.now()
  const query = readQuery(text)
  const found = query.words.length === 0 ? [] : findGroups(db, query, scope, limit)
  return {
    found,
    milliseconds: performance.now() - started,
    indexing: indexingProgress(db),
  }
}

function findGroups(db: Database.Database, query: Query, scope: Scope, limit: number): Found[] {
  const wants = (group: Group): boolean => scope === 'all' || scope === group
  // promises and entries may be meant by the name of whom they are about, so those are looked up in any case
  const aboutNames = wants('accounts') || wants('promises') || wants('entries')
  const accounts = aboutNames ? findAccounts(db, query, limit) : []
  const people = wants('people') || wants('promises') || wants('entries') ? findPeople(db, query, limit) : []
  const asked = textWords(query, [...accounts, ...people])
  const finders: Readonly<Record<Group, () => Found[]>> = {
    accounts: () => accounts,
    people: () => people,
    promises: () => anyOf(asked, limit, (words) => findPromises(db, words, limit)),
    entries: () => anyOf(asked, limit, (words) => findEntries(db, words, limit)),
    files: () => findFiles(db, query, limit),
    members: () => findMembers(db, query, limit),
    tags: () => findTags(db, query, limit),
  }
  return GROUPS.filter(wants).flatMap((group) => finders[group]())
}

/** Names that letters may stand for in texts: `hy` looks for 恒岳 in promises. */
const MOST_SPELLED = 3

/** The words as typed, then the names that they spell. */
function textWords(query: Query, named: readonly (FoundAccount | FoundPerson)[]): TextWords[] {
  const spelled = named.flatMap(({ title, how, reading }) => {
    const marked = title.hits.map(([from, to]) => title.text.slice(from, to)).join('')
    return reading !== '' && marked.length > 1 ? [{ word: marked.toLowerCase(), how }] : []
  })
  const words = new Map(spelled.map(({ word, how }) => [word, how]))
  return [
    { words: query.words, how: 'text' },
    ...(query.words.length > 1
      ? []
      : [...words].slice(0, MOST_SPELLED).map(([word, how]): TextWords => ({ words: [word], how }))),
  ]
}

/** What one way of asking after the other finds, each row once. */
function anyOf<Row extends { readonly id: string }>(
  asked: readonly TextWords[],
  limit: number,
  find: (words: TextWords) => Row[],
): Row[] {
  const found = new Map<string, Row>()
  for (const words of asked) {
    if (found.size >= limit) break
    for (const row of find(words)) if (!found.has(row.id)) found.set(row.id, row)
  }
  return [...found.values()].slice(0, limit)
}

function findMembers(db: Database.Database, query: Query, limit: number): Found[] {
  const { member } = statementsOf(db)
  return findNames(db, ['member'], query, limit)
    .sort(bestFirst)
    .slice(0, limit)
    .flatMap((hit) => {
      const line = member.get(hit.rowId)
      if (!line) return []
      const { id, name, role } = line
      return [{ group: 'members' as const, id, role, how: hit.how, ...shownName(name, hit, query) }]
    })
}

const bestFirst = (a: NameHit, b: NameHit): number => rankOf(a.how) - rankOf(b.how) || b.id - a.id

function findTags(db: Database.Database, query: Query, limit: number): Found[] {
  const hits = findNames(db, ['accountTag', 'personTag'], query, limit).sort(bestFirst)
  const tags = new Map<string, NameHit>()
  for (const hit of hits) if (!tags.has(hit.folded)) tags.set(hit.folded, hit)
  const { count } = statementsOf(db)
  return [...tags.values()].slice(0, limit).map((hit) => ({
    group: 'tags',
    id: hit.folded,
    how: hit.how,
    ...shownName(hit.folded, hit, query),
    accounts: count.get('accountTag', hit.folded) ?? 0,
    people: count.get('personTag', hit.folded) ?? 0,
  }))
}

const statementsOf = perFile((db) => ({
  member: db.prepare<[string], { id: string; name: string; role: string }>(
    'SELECT id, name, role FROM member WHERE id = ? AND deleted = 0',
  ),
  count: db
    .prepare<[string, string], number>('SELECT count(*) FROM search_name WHERE kind = ? AND folded = ?')
    .pluck(),
}))
