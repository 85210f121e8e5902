import type Database from 'better-sqlite3'
import type { AccountId, PersonId } from '../../../kernel/ids.ts'
import { addDays } from '../../rules/days.ts'
import type { Held, PersonHoldings } from '../rules/completeness.ts'
import { type AccountFact, PERSON_PARTS, type PersonPart, shelfDays } from '../rules/facts.ts'
import { type Scope, scopeParams, within } from './scope.ts'

/** How each part of a person stands, as a number: 0 lacking, 1 stale, 2 fresh. */
const PARTS = {
  birthday: `iif(p.birthday IS NULL, 0, 2)`,
  nativePlace: `iif(p.native_place = '', 0, 2)`,
  attitude: `CASE WHEN p.attitude IS NULL THEN 0
    WHEN coalesce(p.sources ->> '$.attitude.on', p.sources ->> '$."*".on') < @attitudeSince THEN 1 ELSE 2 END`,
  decisionRole: `iif(p.decision_role IS NULL, 0, 2)`,
  coverage: `iif(EXISTS (SELECT 1 FROM coverage c
    WHERE c.person_id = p.id AND c.deleted = 0 AND c.depth > 0), 2, 0)`,
} as const satisfies Record<PersonPart, string>

const COLUMNS = PERSON_PARTS.map((part) => `${PARTS[part]} AS "${part}"`).join(', ')

/** Those who work at accounts of a scope today. */
const employed = (scope: Scope): string =>
  `SELECT DISTINCT e.account_id, e.person_id FROM employment e
   WHERE e.deleted = 0 AND ${within(scope, 'e.account_id')}
     AND (e.until IS NULL OR e.until > substr(@today, 1, length(e.until)))`

const params = (scope: Scope, today: string) => ({
  ...scopeParams(scope),
  today,
  // people's attitudes age alike in every tier
  attitudeSince: addDays(today, -(shelfDays('attitude', 'key') ?? 0)),
})

/** What the people of an account make of its archive. */
export interface PeopleRow {
  readonly accountId: AccountId
  readonly holdings: Partial<Record<AccountFact, Held>>
}

/** Counts, for each account of a scope that has people, what is known of them on `today` (YYYY-MM-DD). */
export function* peopleHoldings(db: Database.Database, scope: Scope, today: string): Generator<PeopleRow> {
  const counts = PERSON_PARTS.flatMap((part) => [
    `sum("${part}" = 2) AS "${part}Fresh"`,
    `sum("${part}" = 1) AS "${part}Stale"`,
  ])
  const rows = db.prepare<object, Readonly<Record<string, number>> & { accountId: AccountId }>(
    `SELECT account_id AS accountId, count(*) AS people, max(decides) AS decides, ${counts.join(', ')}
     FROM (SELECT e.account_id, p.decision_role IS 'decides' AS decides, ${COLUMNS}
           FROM (${employed(scope)}) e JOIN person p ON p.id = e.person_id AND p.deleted = 0)
     GROUP BY account_id`,
  )
  for (const row of rows.iterate(params(scope, today))) {
    const holdings: PeopleRow['holdings'] = {
      people: { fresh: row.people ?? 0, stale: 0 },
      decisionMaker: { fresh: row.decides ?? 0, stale: 0 },
    }
    for (const part of PERSON_PARTS)
      holdings[part] = { fresh: row[`${part}Fresh`] ?? 0, stale: row[`${part}Stale`] ?? 0 }
    yield { accountId: row.accountId, holdings }
  }
}

/** The people of one account with what each lacks, the most influential first. */
export function peopleOf(
  db: Database.Database,
  accountId: AccountId,
  today: string,
): (PersonHoldings & { readonly personId: PersonId; readonly name: string })[] {
  const scope = { from: accountId, to: accountId }
  const rows = db.prepare<object, Readonly<Record<PersonPart, number>> & { id: PersonId; name: string }>(
    `SELECT p.id, p.name, ${COLUMNS}
     FROM (${employed(scope)}) e JOIN person p ON p.id = e.person_id AND p.deleted = 0
     ORDER BY coalesce(p.influence, 0) DESC, p.id`,
  )
  return rows.all(params(scope, today)).map(({ id, name, ...parts }) => ({
    personId: id,
    name,
    parts: {
      birthday: stateAs(parts.birthday),
      nativePlace: stateAs(parts.nativePlace),
      attitude: stateAs(parts.attitude),
      decisionRole: stateAs(parts.decisionRole),
      coverage: stateAs(parts.coverage),
    },
  }))
}

const stateAs = (number: number): 'missing' | 'stale' | 'fresh' =>
  number === 2 ? 'fresh' : number === 1 ? 'stale' : 'missing'
