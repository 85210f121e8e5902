import type Database from 'better-sqlite3'
import { perFile } from '../../../kernel/perFile.ts'
import type { StandingIn } from '../../service/standings.ts'
import { standingReader } from '../../service/standings.ts'
import type { FoundAccount, Marked } from '../contract.ts'
import { fold } from '../rules/grams.ts'
import { type How, rankOf } from '../rules/match.ts'
import type { Query } from '../rules/query.ts'
import { findNames, findTails, type NameHit, placesIn } from './names.ts'
import { shownName, snippet } from './show.ts'
import { findTexts, type TextHit } from './texts.ts'

/** The names of an account. */
export const ACCOUNT_KINDS = ['account', 'accountShort', 'accountCode'] as const

/** An account that was found, before what is shown of it is read. */
interface Candidate {
  readonly accountId: string
  readonly how: How
  readonly name?: NameHit
  readonly text?: TextHit
}

/** The ids of accounts that a query finds by name, short name, code or telephone, best first: for pickers. */
export const findAccountsNamed = (db: Database.Database, query: Query, limit: number): string[] =>
  weighed(db, named(db, query, limit), limit)
    .slice(0, limit)
    .map(({ candidate }) => candidate.accountId)

/** Accounts that a query finds, best first: by name, code, short name, telephone, or a text of their page. */
export function findAccounts(db: Database.Database, query: Query, limit: number): FoundAccount[] {
  const candidates = named(db, query, limit)
  if (candidates.size < limit)
    for (const text of findTexts(db, 'account', query.words, limit)) {
      const accountId = accountIn(db, text)
      if (accountId !== undefined && !candidates.has(accountId))
        candidates.set(accountId, { accountId, how: 'text', text })
    }
  const found: FoundAccount[] = []
  for (const { candidate, standing } of weighed(db, candidates, limit)) {
    if (found.length >= limit) break
    const account = shown(db, candidate, query, standing)
    if (account) found.push(account)
  }
  return found
}

function named(db: Database.Database, query: Query, limit: number): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>()
  for (const { rowId } of query.digits === null ? [] : findTails(db, 'account', query.digits))
    candidates.set(rowId, { accountId: rowId, how: 'phone' })
  for (const name of findNames(db, ACCOUNT_KINDS, query, limit))
    if (!candidates.has(name.rowId))
      candidates.set(name.rowId, { accountId: name.rowId, how: name.how, name })
  return candidates
}

/** The best ones, best first, with where they stand. */
function weighed(
  db: Database.Database,
  candidates: ReadonlyMap<string, Candidate>,
  limit: number,
): { candidate: Candidate; standing: StandingIn | undefined }[] {
  const best = atLeast([...candidates.values()], limit)
  const standing = standingReader(db)
  const standings = new Map(best.map(({ accountId }) => [accountId, standing(accountId)]))
  const weigh = byWeight(standings)
  return best
    .sort((a, b) => rankOf(a.how) - rankOf(b.how) || weigh(a.accountId, b.accountId))
    .map((candidate) => ({ candidate, standing: standings.get(candidate.accountId) }))
}

/** The best ways of finding that give enough between them, with all that was found in these ways. */
export function atLeast<T extends { readonly how: How }>(candidates: readonly T[], enough: number): T[] {
  const ranks = candidates.map(({ how }) => rankOf(how)).sort((a, b) => a - b)
  // some more than are shown: one may turn out to be gone
  const last = ranks[Math.min(ranks.length - 1, enough * 2)] ?? 0
  return candidates.filter(({ how }) => rankOf(how) <= last)
}

/** Key accounts first, then the newer ones. */
export const byWeight =
  (standings: ReadonlyMap<string, StandingIn | undefined>) =>
  (a: string, b: string): number =>
    Number(standings.get(b)?.tier === 'key') - Number(standings.get(a)?.tier === 'key') || (a < b ? 1 : -1)

/** The account that a text belongs to. */
function accountIn(db: Database.Database, { part, rowId }: TextHit): string | undefined {
  if (part === 'account') return rowId
  const column = part === 'referral' ? 'from_id' : 'account_id'
  return db.prepare<[string], string>(`SELECT ${column} FROM "${part}" WHERE id = ?`).pluck().get(rowId)
}

interface AccountLine {
  readonly name: string
  readonly shortName: string
  readonly code: string
  readonly phone: string
  readonly owner: string | null
}

const lineOf = perFile((db) =>
  db.prepare<[string], AccountLine>(
    `SELECT a.name, a.short_name AS shortName, a.code, a.phone, m.name AS owner
     FROM account a LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0
     WHERE a.id = ? AND a.deleted = 0`,
  ),
)

function shown(
  db: Database.Database,
  { accountId, how, name, text }: Candidate,
  query: Query,
  standing: StandingIn | undefined,
): FoundAccount | null {
  const line = lineOf(db).get(accountId)
  if (!line) return null
  const own = shownName(line.name, { kind: 'account', folded: fold(line.name), how }, query)
  return {
    group: 'accounts',
    id: accountId,
    how,
    ...(name ? own : { title: { text: line.name, hits: [] }, reading: '' }),
    code: line.code,
    tier: standing?.tier ?? null,
    score: standing?.score ?? null,
    owner: line.owner,
    detail: detailOf(line, how, name, text, query),
  }
}

function detailOf(
  line: AccountLine,
  how: How,
  name: NameHit | undefined,
  text: TextHit | undefined,
  query: Query,
): Marked | null {
  if (text) return snippet(text.text, text.hits)
  if (how === 'phone') return { text: line.phone, hits: tailIn(line.phone, query.digits ?? '') }
  // most short names are part of the name, which shows the match itself
  if (
    name?.kind === 'accountShort' &&
    placesIn({ kind: 'account', folded: fold(line.name) }, query).length === 0
  )
    return shownName(line.shortName, name, query).title
  if (name?.kind === 'accountCode') return shownName(line.code, name, query).title
  return null
}

/** Where digits stand at the end of a number in a field that may hold several, written with blanks or dashes. */
export function tailIn(written: string, digits: string): [number, number][] {
  const ends = [...digits].join(String.raw`[\s()-]*`)
  const found = new RegExp(`${ends}(?![\\s()-]*\\d)`).exec(written.normalize('NFKC'))
  return found ? [[found.index, found.index + found[0].length]] : []
}
