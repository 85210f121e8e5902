import type Database from 'better-sqlite3'
import { Refusal } from '../../../kernel/errors.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { addDays, dayOf } from '../../rules/days.ts'
import { readSources, sourceOf } from '../../rules/sources.ts'
import {
  type FactState,
  PERSON_FACT_NAMES,
  PERSON_FACTS,
  type PersonFact,
  personCompleteness,
  stateOf,
} from '../rules/personFacts.ts'

/** Facts of a person with what makes one known. */
const KNOWN = {
  attitude: 'attitude IS NOT NULL',
  decisionRole: 'decision_role IS NOT NULL',
  phone: `phone <> '' OR wechat <> '' OR email <> ''`,
  birthday: 'birthday IS NOT NULL',
  influence: 'influence IS NOT NULL',
  brandsView: `brands_view <> ''`,
  preconditions: `preconditions <> ''`,
  nativePlace: `native_place <> ''`,
  interests: `interests <> ''`,
  rhythm: `rhythm <> ''`,
  family: `family <> ''`,
  career: `career <> ''`,
} as const satisfies Record<PersonFact, string>

const COLUMNS = PERSON_FACT_NAMES.map((fact) => `(${KNOWN[fact]}) AS "${fact}"`).join(', ')

type PersonFlags = Readonly<Record<PersonFact, 0 | 1>> & { readonly id: PersonId; readonly sources: string }

/** How complete people's portraits are, with all that is missing or stale, by id; only of people who are there. */
export function peopleCompleteness(
  db: Database.Database,
  personIds: readonly PersonId[],
  today: string,
): Map<PersonId, ReturnType<typeof personCompleteness>> {
  const rows = db
    .prepare<[string], PersonFlags>(
      `SELECT id, sources, ${COLUMNS} FROM person
       WHERE deleted = 0 AND id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(personIds))
  return new Map(rows.map((row) => [row.id, personCompleteness(statesOf(row, today))]))
}

function statesOf(row: PersonFlags, today: string): Record<PersonFact, FactState> {
  const sources = readSources(row.sources)
  const state = (fact: PersonFact): FactState => {
    const { shelfDays } = PERSON_FACTS[fact]
    const before = shelfDays === null ? null : addDays(today, -shelfDays)
    return stateOf(row[fact] === 1, before, sourceOf(sources, fact)?.on ?? null)
  }
  return {
    attitude: state('attitude'),
    decisionRole: state('decisionRole'),
    phone: state('phone'),
    birthday: state('birthday'),
    influence: state('influence'),
    brandsView: state('brandsView'),
    preconditions: state('preconditions'),
    nativePlace: state('nativePlace'),
    interests: state('interests'),
    rhythm: state('rhythm'),
    family: state('family'),
    career: state('career'),
  }
}

/** One person: percent, and the three most valuable gaps. @throws Refusal PERSON_NOT_FOUND */
export function personPortrait(kernel: Kernel, personId: PersonId) {
  const found = peopleCompleteness(kernel.db, [personId], dayOf(kernel.now())).get(personId)
  if (!found) throw new Refusal('PERSON_NOT_FOUND')
  return { percent: found.percent, gaps: found.gaps.slice(0, 3).map((gap) => ({ ...gap })) }
}
