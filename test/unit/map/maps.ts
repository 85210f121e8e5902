import fc from 'fast-check'
import type { MapCoverage, RelationshipMap } from '../../../db/accounts/map/contract.ts'
import { ATTITUDES, DECISION_ROLES } from '../../../db/accounts/people/rules/fields.ts'
import { MemberId, PersonId, RowId } from '../../../db/kernel/ids.ts'

const uuid = (kind: number, number: number): string =>
  `0189000${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`
export const personId = (number: number): PersonId => PersonId.parse(uuid(1, number))
export const memberId = (number: number): MemberId => MemberId.parse(uuid(2, number))

export const person = (
  number: number,
  facts: Partial<RelationshipMap['people'][number]> = {},
): RelationshipMap['people'][number] => ({
  id: personId(number),
  name: `人${number}`,
  title: '',
  attitude: null,
  decisionRole: null,
  influence: null,
  lastMet: '2026-11-20',
  ...facts,
})

export const member = (number: number): RelationshipMap['members'][number] => ({
  id: memberId(number),
  name: `我${number}`,
  role: '',
  owner: false,
})

export const covers = (
  ours: number,
  theirs: number,
  depth: number,
  wanted: number | null = null,
): MapCoverage => ({ memberId: memberId(ours), personId: personId(theirs), depth, wanted })

export const reports = (from: number, to: number): RelationshipMap['relations'][number] => ({
  id: RowId.parse(uuid(3, from * 1000 + to)),
  fromId: personId(from),
  toId: personId(to),
  kind: 'reports',
  note: '',
})

export const mapOf = (parts: Partial<RelationshipMap>): RelationshipMap => ({
  accountName: '恒岳',
  today: '2026-11-24',
  tier: 'key',
  interval: 30,
  people: [],
  members: [],
  relations: [],
  coverage: [],
  places: [],
  ...parts,
})

/** Maps of up to 40 people, with any reporting lines (circles too), coverage and places. */
export const anyMap = fc.integer({ min: 0, max: 40 }).chain((count) => {
  const one = fc.integer({ min: 0, max: Math.max(count - 1, 0) })
  const ours = fc.integer({ min: 0, max: 5 })
  const facts = fc.record({
    attitude: fc.option(fc.constantFrom(...ATTITUDES)),
    decisionRole: fc.option(fc.constantFrom(...DECISION_ROLES)),
    influence: fc.option(fc.integer({ min: 1, max: 5 })),
    lastMet: fc.option(fc.constantFrom('2026-11-20', '2026-10-24', '2024-02-29')),
  })
  const few = count === 0 ? 0 : 60
  return fc
    .record({
      people: fc.array(facts, { minLength: count, maxLength: count }),
      members: fc.integer({ min: 0, max: 6 }),
      lines: fc.array(fc.tuple(one, one), { maxLength: few }),
      coverage: fc.array(fc.tuple(ours, one, fc.integer({ min: 0, max: 4 }), fc.option(ours)), {
        maxLength: few,
      }),
      places: fc.uniqueArray(
        fc.tuple(one, fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 })),
        { maxLength: count === 0 ? 0 : 5, selector: ([at]) => at },
      ),
    })
    .map((parts) =>
      mapOf({
        people: parts.people.map((known, at) => person(at, known)),
        members: Array.from({ length: parts.members }, (_, at) => member(at)),
        relations: parts.lines.map(([from, to]) => reports(from, to)),
        coverage: parts.coverage.map(([from, to, depth, wanted]) => covers(from, to, depth, wanted)),
        places: parts.places.map(([at, x, y]) => ({ nodeId: personId(at), x, y })),
      }),
    )
})
