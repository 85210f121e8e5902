import type Database from 'better-sqlite3'
import { getTableColumns } from 'drizzle-orm'
import { actorName } from '../../../department/settings.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CommandId, PersonId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Language } from '../../../terms/language.ts'
import { ATTITUDE_WORDS, depthWord, LINE_WORDS, ROLE_WORDS } from '../../../terms/map.ts'
import {
  CHANNEL_WORDS,
  GENDER_WORDS,
  PERSON_FIELD_WORDS,
  PROMISE_STATE_WORDS,
} from '../../../terms/people.ts'
import { plainText } from '../../log/rules/mentions.ts'
import { birthdayText, readBirthday } from '../../people/rules/birthday.ts'
import { SENSITIVE_FIELDS, type SensitiveField } from '../../people/rules/fields.ts'
import { person } from '../../people/tables.ts'
import { readSources, sourceOf } from '../../rules/sources.ts'
import type { Held } from '../contract.ts'
import { heldInBriefs } from './briefs.ts'

type Line = Held['parts'][number]['lines'][number]
type PersonRow = Readonly<Record<string, string | number | null>>

/**
 * Everything that is kept about a person, and the record that somebody looked at each sensitive fact of it.
 * @throws Refusal PERSON_NOT_FOUND
 */
export function held(
  kernel: Kernel,
  { commandId, personId, language }: { commandId: CommandId; personId: PersonId; language: Language },
): Held {
  const { db } = kernel
  const row = db
    .prepare<[string], PersonRow>('SELECT * FROM person WHERE id = ? AND deleted = 0')
    .get(personId)
  if (!row) throw new Refusal('PERSON_NOT_FOUND')
  const parts: Held['parts'] = [
    { part: 'facts', lines: [...facts(row, language), ...customFacts(db, row)] },
    { part: 'warningSigns', lines: rows(db, SIGNS, personId, true) },
    { part: 'employments', lines: rows(db, EMPLOYMENTS, personId) },
    { part: 'coverage', lines: coverageLines(db, personId, language) },
    { part: 'relations', lines: relationLines(db, personId, language) },
    { part: 'entries', lines: entryLines(db, personId, language) },
    { part: 'promises', lines: promiseLines(db, personId, language) },
    { part: 'requests', lines: rows(db, REQUESTS, personId) },
    { part: 'visits', lines: visitLines(db, personId, language) },
    { part: 'cases', lines: caseLines(db, personId) },
    { part: 'reveals', lines: revealLines(db, personId, language) },
  ]
  const signs = parts.some(({ part, lines }) => part === 'warningSigns' && lines.length > 0)
  recordLooks(kernel, commandId, { personId, name: String(row.name) }, [
    ...sensitiveFacts(row),
    ...(signs ? (['warningSigns'] as const) : []),
  ])
  return {
    name: String(row.name),
    basis: String(row.basis),
    retainUntil: row.retain_until === null ? null : String(row.retain_until),
    parts: parts.filter(({ lines }) => lines.length > 0),
  }
}

/** Columns that are no fact of their own. */
const NO_FACT: ReadonlySet<string> = new Set([
  ...['id', 'name', 'tags', 'custom', 'sources', 'basis', 'retainUntil'],
  ...['mergedInto', 'erasedAt', 'deleted'],
])

function facts(row: PersonRow, language: Language): Line[] {
  const sources = readSources(String(row.sources))
  const words: Readonly<Record<string, string>> = PERSON_FIELD_WORDS[language]
  const tags: string[] = JSON.parse(String(row.tags))
  const known = Object.entries(getTableColumns(person)).flatMap(([field, { name }]): Line[] => {
    const value = row[name]
    if (NO_FACT.has(field) || value === null || value === undefined || value === '') return []
    const on = sourceOf(sources, field)?.on ?? null
    return [
      {
        label: words[field] ?? field,
        value: factText(field, value, language),
        on,
        sensitive: isSensitive(field),
      },
    ]
  })
  const tagged: Line[] =
    tags.length === 0 ? [] : [{ label: words.tags ?? '', value: tags.join('、'), on: null, sensitive: false }]
  return [...known, ...tagged]
}

const isSensitive = (field: string): field is SensitiveField =>
  SENSITIVE_FIELDS.some((sensitive) => sensitive === field)

/** A stored value as it is read; choices in the words of the language. */
function factText(field: string, value: string | number, language: Language): string {
  const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    gender: GENDER_WORDS[language],
    attitude: ATTITUDE_WORDS[language],
    decisionRole: ROLE_WORDS[language],
  }
  if (field === 'birthday') {
    const birthday = readBirthday(String(value))
    return birthday ? birthdayText(birthday, language) : String(value)
  }
  return choices[field]?.[String(value)] ?? String(value)
}

function customFacts(db: Database.Database, row: PersonRow): Line[] {
  const values: Readonly<Record<string, string | number>> = JSON.parse(String(row.custom))
  return db
    .prepare<[], { id: string; name: string; kind: string }>(
      `SELECT id, name, kind FROM custom_field WHERE subject = 'person' AND deleted = 0 ORDER BY order_key, id`,
    )
    .all()
    .flatMap(({ id, name, kind }) => {
      const value = values[id]
      if (value === undefined) return []
      const text = kind === 'person' ? memberName(db, String(value)) : String(value)
      return [{ label: name, value: text, on: null, sensitive: false }]
    })
}

const memberName = (db: Database.Database, id: string): string =>
  db.prepare<[string], string>('SELECT name FROM member WHERE id = ?').pluck().get(id) ?? ''

interface Row {
  readonly label: string
  readonly value: string
  readonly on: string | null
}

const rows = (db: Database.Database, sql: string, personId: string, sensitive = false): Line[] =>
  db
    .prepare<[string], Row>(sql)
    .all(personId)
    .map((row) => ({ ...row, sensitive }))

const SIGNS = `SELECT w.sign AS label, concat_ws(' · ', w.why, m.name) AS value, w.noted_on AS "on"
  FROM warning_sign w LEFT JOIN member m ON m.id = w.noted_by
  WHERE w.person_id = ? AND w.deleted = 0 ORDER BY w.noted_on`

const EMPLOYMENTS = `SELECT a.name AS label,
    concat_ws(' · ', nullif(e.title, ''), nullif(e.department, ''), concat(e.since, ' – ', e.until)) AS value, NULL AS "on"
  FROM employment e JOIN account a ON a.id = e.account_id
  WHERE e.person_id = ? AND e.deleted = 0 ORDER BY e.since`

const REQUESTS = `SELECT r.code AS label, concat_ws(' · ', r.title, nullif(r.detail, '')) AS value,
    substr(r.asked_at, 1, 10) AS "on"
  FROM request r WHERE r.person_id = ? AND r.deleted = 0 ORDER BY r.asked_at DESC`

/** Visits that they are at, what was noted of them and given to them there, and what frozen briefs say of them. */
const visitLines = (db: Database.Database, personId: PersonId, language: Language): Line[] => [
  ...[VISITS, VISIT_NOTES, VISIT_GIFTS].flatMap((sql) => rows(db, sql, personId)),
  ...heldInBriefs(db, personId, language),
]

const VISITS = `SELECT v.code AS label,
    concat_ws(' · ', nullif(v.title, ''), nullif(v.objective, ''), (SELECT group_concat(t.topic, '、') FROM visit_topic t
      WHERE t.visit_id = v.id AND t.person_id = p.person_id AND t.deleted = 0)) AS value, v.day AS "on"
  FROM visit_person p JOIN visit v ON v.id = p.visit_id AND v.deleted = 0
  WHERE p.person_id = ? AND p.deleted = 0 ORDER BY v.day DESC`

const VISIT_NOTES = `SELECT v.code AS label, n.text AS value, substr(n.noted_at, 1, 10) AS "on"
  FROM visit_note n JOIN visit v ON v.id = n.visit_id AND v.deleted = 0
  WHERE n.person_id = ? AND n.deleted = 0 ORDER BY n.noted_at DESC`

const VISIT_GIFTS = `SELECT v.code AS label, g.what AS value, v.day AS "on"
  FROM visit_gift g JOIN visit v ON v.id = g.visit_id AND v.deleted = 0
  WHERE g.person_id = ? AND g.deleted = 0 ORDER BY v.day DESC`

/** Cases in which they complained or spoke, what they said when they were asked why they left, ideas and surveys. */
const caseLines = (db: Database.Database, personId: PersonId): Line[] =>
  [CASES, CASE_WORDS, INTERVIEWS, ASKED_FOR, SURVEYED]
    .flatMap((sql) => rows(db, sql, personId))
    .toSorted((one, other) => (other.on ?? '').localeCompare(one.on ?? ''))

/** The person asked for, and those that were merged into them: what JSON says of somebody keeps the id that it began with. */
const PEOPLE = `(WITH RECURSIVE people(id) AS (
  SELECT ? UNION SELECT q.id FROM people JOIN person q ON q.merged_into = people.id) SELECT id FROM people)`

const CASES = `WITH them(id) AS MATERIALIZED ${PEOPLE}
  SELECT c.code AS label, concat_ws(' · ', c.title, nullif(c.words, ''), nullif(c.remedy_asked, ''),
    CASE WHEN c.answer ->> '$.personId' IN them THEN c.answer ->> '$.words' END) AS value,
    substr(c.came_at, 1, 10) AS "on"
  FROM recovery_case c WHERE c.deleted = 0 AND (c.person_id IN them OR c.answer ->> '$.personId' IN them
    OR c.apology ->> '$.personId' IN them)`

const CASE_WORDS = `SELECT c.code AS label, e.note AS value, substr(e.at, 1, 10) AS "on"
  FROM case_event e JOIN recovery_case c ON c.id = e.case_id AND c.deleted = 0
  WHERE e.person_id = ? AND e.note <> '' AND e.deleted = 0`

const INTERVIEWS = `SELECT w.code AS label, concat_ws(' · ', nullif(w.interview ->> '$.why', ''),
    (SELECT group_concat(a.value, ' · ') FROM json_each(w.interview, '$.answers') a)) AS value,
    w.interview ->> '$.on' AS "on"
  FROM win_back w WHERE w.interview ->> '$.personId' IN ${PEOPLE} AND w.deleted = 0`

const ASKED_FOR = `SELECT i.code AS label, i.title AS value, k.asked_on AS "on"
  FROM idea_asker k JOIN idea i ON i.id = k.idea_id AND i.deleted = 0 WHERE k.person_id = ? AND k.deleted = 0`

const SURVEYED = `SELECT s.name AS label, concat_ws(' · ', r.score, nullif(r.words, '')) AS value, r.answered_on AS "on"
  FROM survey_answer r JOIN survey s ON s.id = r.survey_id AND s.deleted = 0
  WHERE r.person_id = ? AND r.deleted = 0`

const coverageLines = (db: Database.Database, personId: string, language: Language): Line[] =>
  db
    .prepare<[string], { name: string; depth: number }>(
      `SELECT m.name, c.depth FROM coverage c JOIN member m ON m.id = c.member_id
       WHERE c.person_id = ? AND c.deleted = 0 ORDER BY c.depth DESC, m.name`,
    )
    .all(personId)
    .map(({ name, depth }) => ({
      label: name,
      value: depthWord(depth, language),
      on: null,
      sensitive: false,
    }))

const relationLines = (db: Database.Database, personId: string, language: Language): Line[] =>
  db
    .prepare<{ id: string }, { name: string; kind: keyof (typeof LINE_WORDS)['zh']; note: string }>(
      `SELECT o.name, r.kind, r.note FROM relation r
       JOIN person o ON o.id = CASE WHEN r.from_id = @id THEN r.to_id ELSE r.from_id END
       WHERE (r.from_id = @id OR r.to_id = @id) AND r.deleted = 0 ORDER BY r.kind, o.name`,
    )
    .all({ id: personId })
    .map(({ name, kind, note }) => ({
      label: LINE_WORDS[language][kind],
      value: [name, note].filter((part) => part !== '').join(' · '),
      on: null,
      sensitive: false,
    }))

const entryLines = (db: Database.Database, personId: string, language: Language): Line[] =>
  db
    .prepare<[string], { channel: keyof (typeof CHANNEL_WORDS)['zh']; text: string; on: string }>(
      `SELECT e.channel, e.text, e.happened_on AS "on" FROM log_person p JOIN log_entry e ON e.id = p.entry_id
       WHERE p.person_id = ? AND p.deleted = 0 AND e.deleted = 0 ORDER BY e.happened_on DESC, e.id DESC`,
    )
    .all(personId)
    .map(({ channel, text, on }) => ({
      label: CHANNEL_WORDS[language][channel],
      value: plainText(text),
      on,
      sensitive: false,
    }))

const promiseLines = (db: Database.Database, personId: string, language: Language): Line[] =>
  db
    .prepare<[string], { what: string; state: keyof (typeof PROMISE_STATE_WORDS)['zh']; on: string }>(
      `SELECT what, coalesce(settlement ->> '$.state', 'open') AS state, made_on AS "on" FROM promise
       WHERE person_id = ? AND deleted = 0 ORDER BY made_on DESC`,
    )
    .all(personId)
    .map(({ what, state, on }) => ({
      label: PROMISE_STATE_WORDS[language][state],
      value: what,
      on,
      sensitive: false,
    }))

const revealLines = (db: Database.Database, personId: string, language: Language): Line[] =>
  db
    .prepare<[string], { field: SensitiveField; by: string; at: string }>(
      'SELECT field, by, at FROM reveal WHERE person_id = ? AND deleted = 0 ORDER BY at DESC',
    )
    .all(personId)
    .map(({ field, by, at }) => ({
      label: PERSON_FIELD_WORDS[language][field],
      value: by,
      on: at.slice(0, 10),
      sensitive: false,
    }))

/** Showing all of it is a look at every sensitive fact that is there. */
function recordLooks(
  kernel: Kernel,
  commandId: CommandId,
  { personId, name }: { readonly personId: string; readonly name: string },
  seen: readonly SensitiveField[],
): void {
  if (seen.length === 0) return
  kernel.write({ commandId, label: { command: 'revealFact', params: { name } }, final: [] }, (tx) => {
    const insert = tx.db.prepare('INSERT INTO reveal (id, person_id, field, by, at) VALUES (?, ?, ?, ?, ?)')
    for (const field of seen) insert.run(tx.newId(), personId, field, actorName(tx.db), tx.now)
    return {}
  })
}

/** The sensitive facts that a person's row holds. */
const sensitiveFacts = (row: PersonRow): SensitiveField[] =>
  Object.entries(getTableColumns(person)).flatMap(([field, { name }]) =>
    isSensitive(field) && row[name] !== '' ? [field] : [],
  )
