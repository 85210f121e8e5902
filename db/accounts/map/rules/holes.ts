import { daysBetween } from '../../rules/days.ts'
import type { MapPerson, RelationshipMap } from '../contract.ts'

/** What is missing in how we are connected to an account; the most pressing first. */
export type Hole =
  /** nobody is marked as the one who decides */
  | { readonly kind: 'noDecider' }
  /** who decides, and none of ours knows them */
  | { readonly kind: 'noContact'; readonly personId: string }
  /** only one of ours knows them: when they leave, the line is cut */
  | { readonly kind: 'onlyOne'; readonly personId: string; readonly memberId: string }
  /** no contact for longer than the tier's interval; days null where there never was one */
  | { readonly kind: 'notMet'; readonly personId: string; readonly days: number | null }
  /** one of ours knows them less well than we want */
  | {
      readonly kind: 'thin'
      readonly personId: string
      readonly memberId: string
      readonly depth: number
      readonly wanted: number
    }

/** Everything that {@link holesOf} looks at. */
export type Connections = Pick<RelationshipMap, 'people' | 'members' | 'coverage' | 'today' | 'interval'>

/** The holes of a map, the most pressing first: by kind, then by how much the person counts. */
export function holesOf(map: Connections): readonly Hole[] {
  if (map.people.length === 0) return []
  const decided = map.people.some(({ decisionRole }) => decisionRole === 'decides')
  const holes = map.people.flatMap((person) =>
    holesOfPerson(map, person).map((hole) => ({ hole, press: PRESS[hole.kind] + weightOf(person) })),
  )
  const sorted = holes.sort((a, b) => b.press - a.press).map(({ hole }) => hole)
  return decided ? sorted : [{ kind: 'noDecider' }, ...sorted]
}

/** The person whose connection is weakest by all their holes together, with these; null where none has any. */
export function weakestLine(
  map: Connections,
): { readonly person: MapPerson; readonly holes: readonly Hole[] } | null {
  const counted = map.people.map((person) => {
    const holes = holesOfPerson(map, person)
    const press = holes.reduce((sum, { kind }) => sum + PRESS[kind], 0)
    return { person, holes, press: press === 0 ? 0 : press + weightOf(person) }
  })
  const [worst] = counted.sort((a, b) => b.press - a.press)
  return worst && worst.press > 0 ? { person: worst.person, holes: worst.holes } : null
}

function holesOfPerson(map: Connections, person: MapPerson): readonly Hole[] {
  const ours = new Set<string>(map.members.map(({ id }) => id))
  const lines = map.coverage.filter(({ personId, memberId }) => personId === person.id && ours.has(memberId))
  const known = lines.filter(({ depth }) => depth > 0)
  const holes: Hole[] = []
  const [only] = known
  if (!only && person.decisionRole === 'decides') holes.push({ kind: 'noContact', personId: person.id })
  if (only && known.length === 1)
    holes.push({ kind: 'onlyOne', personId: person.id, memberId: only.memberId })
  const days = person.lastMet === null ? null : daysBetween(person.lastMet, map.today)
  if (days === null || days > map.interval) holes.push({ kind: 'notMet', personId: person.id, days })
  for (const { memberId, depth, wanted } of lines)
    if (wanted !== null && wanted > depth)
      holes.push({ kind: 'thin', personId: person.id, memberId, depth, wanted })
  return holes
}

/** How pressing each kind is; far enough apart that a person's weight only orders within it. */
const PRESS: Readonly<Record<Hole['kind'], number>> = {
  noDecider: 80,
  noContact: 60,
  notMet: 40,
  onlyOne: 20,
  thin: 0.5,
}

const ROLE_WEIGHTS = { decides: 10, approves: 8, keepsGate: 6, influences: 4, uses: 2 } as const

/** How much a person counts: by their role in the decision, then by influence (3 where nobody said). */
const weightOf = ({ decisionRole, influence }: MapPerson): number =>
  (decisionRole === null ? 0 : ROLE_WEIGHTS[decisionRole]) + (influence ?? 3)
