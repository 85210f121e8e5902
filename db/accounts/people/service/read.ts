import type Database from 'better-sqlite3'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, PersonId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { personPinyin } from '../../pinyin.ts'
import type { PersonFact } from '../../portrait/rules/personFacts.ts'
import { peopleCompleteness } from '../../portrait/service/person.ts'
import { dayOf } from '../../rules/days.ts'
import { readSources } from '../../rules/sources.ts'
import { readQuery } from '../../search/rules/query.ts'
import { findPeople } from '../../search/service/foundPeople.ts'
import type { BirthdayShown, Coverage, Employment, PersonPage, PersonRow, Reveal } from '../contract.ts'
import { ageOn, nextBirthday } from '../lunar.ts'
import { readBirthday } from '../rules/birthday.ts'
import { isCurrent } from '../rules/employments.ts'
import { MASKED_FIELDS, MOST_FOUND, type SensitiveField } from '../rules/fields.ts'
import { STORED_PERSON, type StoredPerson } from './columns.ts'

/** Reads single people; undefined where one doesn't exist, is deleted or was merged. */
export function personReader(db: Database.Database): (id: PersonId) => StoredPerson | undefined {
  const byId = db.prepare<[PersonId], StoredPerson>(
    `SELECT ${STORED_PERSON} FROM person p WHERE p.id = ? AND p.deleted = 0`,
  )
  return (id) => byId.get(id)
}

type StoredEmployment = Omit<Employment, 'current'> & { readonly personId: PersonId }

const EMPLOYMENT = `e.id, e.person_id AS personId, e.account_id AS accountId, a.name AS accountName, e.title,
  e.department, e.since, e.until`

/** Where people work and worked, by person: the current ones first, then the newest. */
export function employmentsOf(
  db: Database.Database,
  personIds: readonly PersonId[],
  today: string,
): ReadonlyMap<PersonId, Employment[]> {
  const rows = db
    .prepare<[string], StoredEmployment>(
      `SELECT ${EMPLOYMENT} FROM json_each(?) ids CROSS JOIN employment e ON e.person_id = ids.value
       JOIN account a ON a.id = e.account_id AND a.deleted = 0 WHERE e.deleted = 0`,
    )
    .all(JSON.stringify(personIds))
    .map(({ personId, ...row }) => ({ personId, employment: { ...row, current: isCurrent(row, today) } }))
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  return new Map(
    [...byPerson].map(([id, found]) => [id, found.map(({ employment }) => employment).sort(newestFirst)]),
  )
}

const newestFirst = (a: Employment, b: Employment): number =>
  Number(b.current) - Number(a.current) ||
  compare(b.until ?? '', a.until ?? '') ||
  compare(b.since ?? '', a.since ?? '') ||
  compare(b.id, a.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A person as lists show them: what is sensitive stays behind. */
export function toPersonRow(
  person: StoredPerson,
  employments: readonly Employment[],
  completeness: number,
  today: string,
): PersonRow {
  const { privatePhone, family, health, idNumber, custom, sources, erasedAt, tags, ...open } = person
  return {
    ...open,
    tags: JSON.parse(tags),
    custom: JSON.parse(custom),
    pinyin: personPinyin(person.name),
    birthdayShown: birthdayShown(person.birthday, today),
    employments: employments
      .filter(({ current }) => current)
      .map(({ id, accountId, accountName, title }) => ({ id, accountId, accountName, title })),
    completeness,
  }
}

/** A kept birthday with what it means today; null where there is none. */
export function birthdayShown(stored: string | null, today: string): BirthdayShown | null {
  const birthday = stored === null ? undefined : readBirthday(stored)
  if (stored === null || !birthday) return null
  return { stored, next: nextBirthday(birthday, today), age: ageOn(birthday, today) }
}

/** Everything of a person but what is masked. @throws Refusal PERSON_NOT_FOUND */
export function getPerson(kernel: Kernel, personId: PersonId): PersonPage {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const person = personReader(db)(personId)
  if (!person) throw new Refusal('PERSON_NOT_FOUND')
  const employments = employmentsOf(db, [personId], today).get(personId) ?? []
  const portrait = peopleCompleteness(db, [personId], today).get(personId)
  const warnings = warningCount(db, personId)
  const filled: SensitiveField[] = MASKED_FIELDS.filter((field) => person[field] !== '')
  if (warnings > 0) filled.push('warningSigns')
  return {
    ...toPersonRow(person, employments, portrait?.percent ?? 0, today),
    sources: readSources(person.sources),
    missing: missingFacts(portrait),
    stale: portrait?.gaps.flatMap(({ fact, stale }) => (stale ? [fact] : [])) ?? [],
    allEmployments: employments,
    coverage: coverageOf(db, personId),
    filled,
    warnings,
    reveals: revealsOf(db, personId),
    erasedAt: person.erasedAt,
  }
}

/** What a portrait lacks altogether, most useful first, without what is merely stale. */
export const missingFacts = (
  portrait: { readonly gaps: readonly { readonly fact: PersonFact; readonly stale: boolean }[] } | undefined,
): PersonFact[] => portrait?.gaps.flatMap(({ fact, stale }) => (stale ? [] : [fact])) ?? []

const warningCount = (db: Database.Database, personId: PersonId): number =>
  db
    .prepare<[PersonId], number>('SELECT count(*) FROM warning_sign WHERE person_id = ? AND deleted = 0')
    .pluck()
    .get(personId) ?? 0

/** Our people who know a person or should, best first. Those who left are not among them. */
export const coverageOf = (db: Database.Database, personId: PersonId): Coverage[] =>
  db
    .prepare<[PersonId], Coverage>(
      `SELECT c.member_id AS memberId, m.name AS memberName, c.depth, c.wanted
       FROM coverage c JOIN member m ON m.id = c.member_id AND m.deleted = 0
       WHERE c.person_id = ? AND c.deleted = 0 ORDER BY c.depth DESC, c.wanted DESC, m.name`,
    )
    .all(personId)

const MOST_REVEALS = 50

const revealsOf = (db: Database.Database, personId: PersonId): Reveal[] =>
  db
    .prepare<[PersonId, number], Reveal>(
      'SELECT field, "by", at FROM reveal WHERE person_id = ? AND deleted = 0 ORDER BY at DESC LIMIT ?',
    )
    .all(personId, MOST_REVEALS)

interface ListInput {
  readonly attitude?: string | undefined
  readonly decisionRole?: string | undefined
  readonly accountId?: AccountId | undefined
  /** whom search finds by it */
  readonly text?: string | undefined
  readonly after?: PersonId | undefined
  readonly limit: number
}

/** A chunk of all people, newest first. */
export function listPeople(
  kernel: Kernel,
  { attitude, decisionRole, accountId, text = '', after, limit }: ListInput,
): { rows: PersonRow[]; count: number; more: boolean } {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const tests = ['p.deleted = 0']
  if (attitude) tests.push('p.attitude = @attitude')
  if (decisionRole) tests.push('p.decision_role = @decisionRole')
  if (accountId)
    tests.push('p.id IN (SELECT person_id FROM employment WHERE account_id = @accountId AND deleted = 0)')
  if (text !== '') tests.push('p.id IN (SELECT value FROM json_each(@found))')
  const found = text === '' ? [] : findPeople(db, readQuery(text), MOST_FOUND).map(({ id }) => id)
  const filter = { attitude, decisionRole, accountId, found: JSON.stringify(found) }
  const fits = tests.join(' AND ')
  const count = db
    .prepare<[object], number>(`SELECT count(*) FROM person p WHERE ${fits}`)
    .pluck()
    .get(filter)
  const rows = db
    .prepare<[object], StoredPerson>(
      `SELECT ${STORED_PERSON} FROM person p WHERE ${fits} ${after ? 'AND p.id < @after' : ''}
       ORDER BY p.id DESC LIMIT @limit`,
    )
    .all({ ...filter, after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const ids = shown.map(({ id }) => id)
  const employments = employmentsOf(db, ids, today)
  const portraits = peopleCompleteness(db, ids, today)
  return {
    rows: shown.map((person) => {
      const { id } = person
      return toPersonRow(person, employments.get(id) ?? [], portraits.get(id)?.percent ?? 0, today)
    }),
    count: count ?? 0,
    more: rows.length > limit,
  }
}
