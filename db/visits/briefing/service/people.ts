import type Database from 'better-sqlite3'
import { MASKED_FIELDS } from '../../../accounts/people/rules/fields.ts'
import { PERSON_COLUMNS } from '../../../accounts/people/service/columns.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { VisitSheet } from '../../contract.ts'
import type { BriefContent } from '../contract.ts'
import type { Secret } from '../rules/words.ts'

type Row = BriefContent['sections']['people'][number]
type Person = Extract<Row, { kind: 'person' }>
type Stored = Pick<
  Person,
  | 'decisionRole'
  | 'influence'
  | 'phone'
  | 'birthday'
  | 'nativePlace'
  | 'greeting'
  | 'rhythm'
  | 'interests'
  | 'preconditions'
  | 'brandsView'
  | 'lastMet'
  | 'promised'
> & { readonly id: PersonId }

/** Masked facts that a brief tells its named readers: a number of an identity card helps nobody at a meeting. */
const TOLD = MASKED_FIELDS.filter((field) => field !== 'idNumber')

/** Theirs at a visit with what ours have to know of them, and after each the facts that are masked elsewhere. */
export function peopleRows(db: Database.Database, theirs: VisitSheet['theirs']): Row[] {
  const ids = JSON.stringify(theirs.flatMap(({ personId, gone }) => (gone ? [] : [personId])))
  const facts = new Map(
    db
      .prepare<[string], Stored>(FACTS)
      .all(ids)
      .map((row) => [row.id, row]),
  )
  const knownBy = Map.groupBy(
    db.prepare<[string], { id: PersonId; name: string }>(KNOWN_BY).all(ids),
    ({ id }) => id,
  )
  const secrets = Map.groupBy(
    db.prepare<object, { id: PersonId; what: Secret; key: string; text: string }>(SECRET).all({ ids }),
    ({ id }) => id,
  )
  return theirs.flatMap(({ personId, accountId, name, title, attitude, gone }): Row[] => {
    const { id: _, ...known } = facts.get(personId) ?? { id: personId, ...NOTHING }
    const key = `person:${personId}`
    const person: Person = {
      ...{ key, private: false, kind: 'person', personId },
      ...(gone
        ? { accountId: null, name: '', title: '', attitude: null }
        : { accountId, name, title, attitude }),
      ...known,
      knownBy: (knownBy.get(personId) ?? []).map((member) => member.name),
      gone,
    }
    const told = (secrets.get(personId) ?? []).map(
      ({ what, key: own, text }): Row => ({
        ...{ key: `${what}:${own}`, private: true, kind: 'secret', personId },
        ...{ name, what, text, masked: false },
      }),
    )
    return [person, ...told]
  })
}

const NOTHING = {
  decisionRole: null,
  influence: null,
  phone: '',
  birthday: null,
  nativePlace: '',
  greeting: '',
  rhythm: '',
  interests: '',
  preconditions: '',
  brandsView: '',
  lastMet: null,
  promised: 0,
} as const

const FACTS = `SELECT p.id, p.decision_role AS decisionRole, p.influence, p.phone, p.birthday,
    p.native_place AS nativePlace, p.greeting, p.rhythm, p.interests, p.preconditions, p.brands_view AS brandsView,
    (SELECT max(e.happened_on) FROM log_person l JOIN log_entry e ON e.id = l.entry_id AND e.deleted = 0
     WHERE l.person_id = p.id AND l.deleted = 0) AS lastMet,
    (SELECT count(*) FROM promise r WHERE r.person_id = p.id AND r.side = 'ours' AND r.settlement IS NULL
     AND r.deleted = 0) AS promised
  FROM json_each(?) one JOIN person p ON p.id = one.value`

const KNOWN_BY = `SELECT c.person_id AS id, m.name FROM json_each(?) one
  JOIN coverage c ON c.person_id = one.value AND c.deleted = 0 AND c.depth > 0
  JOIN member m ON m.id = c.member_id AND m.deleted = 0 ORDER BY c.depth DESC, m.name`

const SECRET = [
  ...TOLD.map(
    (field) => `SELECT p.id, '${field}' AS what, p.id AS key, p.${PERSON_COLUMNS[field]} AS text
      FROM json_each(@ids) one JOIN person p ON p.id = one.value WHERE p.${PERSON_COLUMNS[field]} <> ''`,
  ),
  `SELECT w.person_id, 'warning', w.id, concat_ws(' · ', w.sign, nullif(w.why, ''))
    FROM json_each(@ids) one JOIN warning_sign w ON w.person_id = one.value AND w.deleted = 0`,
].join(' UNION ALL ')
