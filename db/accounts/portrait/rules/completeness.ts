import type { Tier } from '../../../evaluation/rules/tiers.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import {
  ACCOUNT_FACT_NAMES,
  type AccountFact,
  isPersonPart,
  measuredTier,
  needOf,
  type PersonPart,
  staleShare,
  weightOf,
} from './facts.ts'

/** How much of a fact an archive holds: fresh ones, and ones past their shelf life. */
export interface Held {
  readonly fresh: number
  readonly stale: number
}

/** What an archive holds, by fact; nothing where a fact is absent. */
export type Holdings = Readonly<Partial<Record<AccountFact, Held>>>

/** How far a fact is filled, 0–1: fresh ones count first, then stale ones by their share, never more than are needed. */
function filled(fact: AccountFact, tier: Tier, held: Held | undefined): number {
  if (!held) return 0
  const need = needOf(fact, tier)
  const fresh = Math.min(held.fresh, need)
  const stale = Math.min(held.stale, need - fresh)
  return (fresh + stale * staleShare(fact)) / need
}

/** How complete an account's archive is, percent 0–100, not rounded. More of any fact, or fresher, never lowers it. */
export function completeness(holdings: Holdings, tier: Tier | null): number {
  const measure = measuredTier(tier)
  return ACCOUNT_FACT_NAMES.reduce(
    (sum, fact) => sum + filled(fact, measure, holdings[fact]) * weightOf(fact, measure),
    0,
  )
}

/** What one of the key people adds to the archive of their account: lacking, stale, or fresh. */
export interface PersonHoldings {
  readonly personId: PersonId
  readonly parts: Readonly<Record<PersonPart, 'missing' | 'stale' | 'fresh'>>
}

/** Something to add: a fact of the account, or what one of its people lacks. */
export type Gap =
  | { readonly of: 'account'; readonly fact: AccountFact; readonly stale: boolean; readonly points: number }
  | {
      readonly of: 'person'
      readonly personId: PersonId
      readonly parts: readonly PersonPart[]
      /** all of them are known, but past their shelf life */
      readonly stale: boolean
      readonly points: number
    }

/**
 * What to add next, most valuable first, each with the percent points that it brings once those before it are there.
 * What the people lack is told by person: one talk brings all of it.
 * @param people the key people, the most influential first
 */
export function gaps(
  holdings: Holdings,
  people: readonly PersonHoldings[],
  tier: Tier | null,
  most: number,
): Gap[] {
  const measure = measuredTier(tier)
  const room = new Map<AccountFact, number>(
    ACCOUNT_FACT_NAMES.map((fact) => [
      fact,
      weightOf(fact, measure) * (1 - filled(fact, measure, holdings[fact])),
    ]),
  )
  const found: Gap[] = []
  const left = new Map(people.map((person) => [person.personId, person]))
  while (found.length < most) {
    const best = [...accountGaps(holdings, room), ...personGaps([...left.values()], room, measure)]
      .filter(({ points }) => points > LEAST_POINTS)
      .reduce<Gap | null>((top, gap) => (top === null || gap.points > top.points ? gap : top), null)
    if (best === null) break
    found.push(best)
    takeRoom(best, left, room, measure)
  }
  return found
}

/** Less than a tenth of a point is nothing to send anybody for. */
const LEAST_POINTS = 0.1

const accountGaps = (holdings: Holdings, room: ReadonlyMap<AccountFact, number>): Gap[] =>
  ACCOUNT_FACT_NAMES.filter((fact) => !isPersonPart(fact)).map((fact) => ({
    of: 'account',
    fact,
    stale: (holdings[fact]?.stale ?? 0) > 0,
    points: room.get(fact) ?? 0,
  }))

const personGaps = (
  people: readonly PersonHoldings[],
  room: ReadonlyMap<AccountFact, number>,
  tier: Tier,
): Gap[] =>
  people.flatMap((person) => {
    const brings = bringing(person, room, tier)
    const parts = brings.map(({ part }) => part)
    const points = brings.reduce((sum, one) => sum + one.points, 0)
    return parts.length === 0
      ? []
      : [
          {
            of: 'person',
            personId: person.personId,
            parts,
            stale: parts.every((part) => person.parts[part] === 'stale'),
            points,
          },
        ]
  })

/** What each part that a person lacks would bring, within the room that is left. */
function bringing(
  { parts }: PersonHoldings,
  room: ReadonlyMap<AccountFact, number>,
  tier: Tier,
): { part: PersonPart; points: number }[] {
  const lacking = Object.entries(parts).flatMap(([name, state]) =>
    state !== 'fresh' && isPersonPart(name) ? [{ part: name, state }] : [],
  )
  return lacking
    .map(({ part, state }) => {
      const whole = weightOf(part, tier) / needOf(part, tier)
      const gain = state === 'missing' ? whole : whole * (1 - staleShare(part))
      return { part, points: Math.min(gain, room.get(part) ?? 0) }
    })
    .filter(({ points }) => points > 0)
}

function takeRoom(
  gap: Gap,
  people: Map<PersonId, PersonHoldings>,
  room: Map<AccountFact, number>,
  tier: Tier,
): void {
  if (gap.of === 'account') {
    room.set(gap.fact, 0)
    return
  }
  const person = people.get(gap.personId)
  if (!person) return
  people.delete(gap.personId)
  for (const { part, points } of bringing(person, room, tier)) room.set(part, (room.get(part) ?? 0) - points)
}

/**
 * What each of some steps adds to a percentage, in whole points that add up to the difference of the rounded
 * percentages before and after all of them: 95.6 + 1.6 + 0.9 is shown as 96, +1, +1 and 98.
 */
export function wholeSteps(percent: number, points: readonly number[]): number[] {
  let reached = percent
  return points.map((more) => {
    const before = Math.round(reached)
    reached += more
    return Math.round(reached) - before
  })
}
