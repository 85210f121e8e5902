import type Database from 'better-sqlite3'
import { perFile } from '../../../kernel/perFile.ts'
import { standingReader } from '../../service/standings.ts'
import type { FoundPerson, Marked } from '../contract.ts'
import { fold } from '../rules/grams.ts'
import { type How, rankOf } from '../rules/match.ts'
import type { Query } from '../rules/query.ts'
import { ACCOUNT_KINDS, atLeast, byWeight, tailIn } from './foundAccounts.ts'
import { findNames, findTails, fitAll } from './names.ts'
import { shownName, snippet } from './show.ts'
import { findTexts, type TextHit } from './texts.ts'

interface Candidate {
  readonly personId: string
  readonly how: How
  readonly byName: boolean
  readonly text?: TextHit
}

/** The ids of people whom a query finds by name, company or telephone, best first: for pickers. */
export function findPeopleNamed(db: Database.Database, query: Query, limit: number): string[] {
  return weighed(db, atLeast([...named(db, query, limit).values()], limit))
    .slice(0, limit)
    .map(({ line }) => line.id)
}

/**
 * People that a query finds, best first: by name, telephone, name and company (`王 恒岳`), or a text of their page. Never
 * by what is masked.
 */
export function findPeople(db: Database.Database, query: Query, limit: number): FoundPerson[] {
  const candidates = named(db, query, limit)
  if (candidates.size < limit)
    for (const text of findTexts(db, 'person', query.words, limit)) {
      const personId = text.part === 'person' ? text.rowId : personIn(db, text.rowId)
      if (personId !== undefined && !candidates.has(personId))
        candidates.set(personId, { personId, how: 'text', byName: false, text })
    }
  return weighed(db, atLeast([...candidates.values()], limit))
    .slice(0, limit)
    .map(({ line, candidate }) => shown(line, candidate, query))
}

function named(db: Database.Database, query: Query, limit: number): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>()
  const take = (candidate: Candidate): void => {
    const before = candidates.get(candidate.personId)
    if (!before || rankOf(candidate.how) < rankOf(before.how)) candidates.set(candidate.personId, candidate)
  }
  if (query.digits !== null)
    for (const { rowId } of findTails(db, 'person', query.digits))
      take({ personId: rowId, how: 'phone', byName: false })
  for (const { rowId, how } of findNames(db, ['person'], query, limit))
    take({ personId: rowId, how, byName: true })
  if (query.words.length > 1)
    for (const [personId, how] of byCompany(db, query)) take({ personId, how, byName: true })
  return candidates
}

const personIn = (db: Database.Database, employmentId: string): string | undefined =>
  db.prepare<[string], string>('SELECT person_id FROM employment WHERE id = ?').pluck().get(employmentId)

/** Companies whose people are looked at, and people of each. */
const MOST_COMPANIES = 20
const MOST_EMPLOYEES = 100

/** People who have some of the words in their name (or job), while the others name their company. */
function byCompany(db: Database.Database, query: Query): Map<string, How> {
  const { employees } = statementsOf(db)
  const found = new Map<string, How>()
  for (const word of query.words) {
    const rest = query.words.filter((other) => other !== word)
    const companies = findNames(db, ACCOUNT_KINDS, { ...query, text: word, words: [word] }, 1)
      .sort((a, b) => rankOf(a.how) - rankOf(b.how))
      .slice(0, MOST_COMPANIES)
    for (const company of companies)
      for (const { id, name, job } of employees.all(company.rowId, MOST_EMPLOYEES)) {
        const how = fitsBeside(name, job, rest)
        if (how !== null && !found.has(id)) found.set(id, how)
      }
  }
  return found
}

function fitsBeside(name: string, job: string, words: readonly string[]): How | null {
  const folded = fold(name)
  let best: How | null = words.every((word) => fold(job).includes(word)) ? 'text' : null
  const inName = words.filter((word) => !fold(job).includes(word))
  if (inName.length === 0) return best
  best = fitAll({ kind: 'person', folded }, { text: inName.join(' '), words: inName, digits: null })
  return best
}

interface PersonLine {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly accountId: string | null
  readonly company: string | null
  readonly jobTitle: string | null
}

const statementsOf = perFile((db) => ({
  employees: db.prepare<[string, number], { id: string; name: string; job: string }>(
    `SELECT p.id, p.name, e.title || ' ' || e.department AS job FROM employment e
     JOIN person p ON p.id = e.person_id AND p.deleted = 0 AND p.erased_at IS NULL
     WHERE e.account_id = ? AND e.deleted = 0 AND e.until IS NULL LIMIT ?`,
  ),
  line: db.prepare<[string], PersonLine>(
    `SELECT p.id, p.name, p.phone, a.id AS accountId, a.name AS company, e.title AS jobTitle
     FROM person p
     LEFT JOIN employment e ON e.person_id = p.id AND e.deleted = 0 AND e.until IS NULL
     LEFT JOIN account a ON a.id = e.account_id AND a.deleted = 0
     WHERE p.id = ? AND p.deleted = 0 ORDER BY a.id IS NULL, e.since DESC, e.id DESC LIMIT 1`,
  ),
}))

/** The best candidates with where they work now, those of key accounts first among equals, then the newer ones. */
function weighed(
  db: Database.Database,
  candidates: readonly Candidate[],
): { line: PersonLine; candidate: Candidate }[] {
  const { line: read } = statementsOf(db)
  const lines = candidates.flatMap((candidate) => {
    const line = read.get(candidate.personId)
    return line ? [{ line, candidate }] : []
  })
  const standing = standingReader(db)
  const standings = new Map(
    lines.map(({ line }) => [line.id, line.accountId === null ? undefined : standing(line.accountId)]),
  )
  const weigh = byWeight(standings)
  return lines.sort(
    (a, b) => rankOf(a.candidate.how) - rankOf(b.candidate.how) || weigh(a.line.id, b.line.id),
  )
}

function shown(line: PersonLine, { how, byName, text }: Candidate, query: Query): FoundPerson {
  const own = shownName(line.name, { kind: 'person', folded: fold(line.name), how }, query)
  return {
    group: 'people',
    id: line.id,
    how,
    ...(byName ? own : { title: { text: line.name, hits: [] }, reading: '' }),
    accountId: line.accountId,
    company: line.company,
    jobTitle: line.jobTitle ?? '',
    detail: detailOf(line, how, text, query),
  }
}

function detailOf(line: PersonLine, how: How, text: TextHit | undefined, query: Query): Marked | null {
  if (text) return snippet(text.text, text.hits)
  return how === 'phone' ? { text: line.phone, hits: tailIn(line.phone, query.digits ?? '') } : null
}
