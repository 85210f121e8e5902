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

/** What counts of a fact, 0 to what is needed: fresh ones first, then stale ones by their share, never more. */
function counted(fact: AccountFact, tier: Tier, held: Held | undefined): number {
  if (!held) return 0
  const need = needOf(fact, tier)
  const fresh = Math.min(held.fresh, need)
  return fresh + Math.min(held.stale, need - fresh) * staleShare(fact)
}

/** What so many of a fact are worth, percent points. */
const worth = (fact: AccountFact, tier: Tier, count: number): number =>
  (count / needOf(fact, tier)) * weightOf(fact, tier)

/** How complete an account's archive is, percent 0–100, not rounded. More of any fact, or fresher, never lowers it. */
export function completeness(holdings: Holdings, tier: Tier | null): number {
  const measure = measuredTier(tier)
  return ACCOUNT_FACT_NAMES.reduce(
    (sum, fact) => sum + worth(fact, measure, counted(fact, measure, holdings[fact])),
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
  const now = new Map<AccountFact, Held>(
    ACCOUNT_FACT_NAMES.map((fact) => [fact, holdings[fact] ?? NOTHING_HELD]),
  )
  const found: Gap[] = []
  const left = new Map(people.map((person) => [person.personId, person]))
  while (found.length < most) {
    const best = [...accountGaps(now, measure), ...personGaps([...left.values()], now, measure)]
      .filter(({ points }) => points > LEAST_POINTS)
      .reduce<Gap | null>((top, gap) => (top === null || gap.points > top.points ? gap : top), null)
    if (best === null) break
    found.push(best)
    takeIn(best, left, now, measure)
  }
  return found
}

const NOTHING_HELD: Held = { fresh: 0, stale: 0 }

/** What there is of each fact once the gaps that were found are filled. */
type Now = ReadonlyMap<AccountFact, Held>

/** Less than a tenth of a point is nothing to send anybody for. */
const LEAST_POINTS = 0.1

const accountGaps = (now: Now, tier: Tier): Gap[] =>
  ACCOUNT_FACT_NAMES.filter((fact) => !isPersonPart(fact)).map((fact) => ({
    of: 'account',
    fact,
    stale: (now.get(fact)?.stale ?? 0) > 0,
    points: worth(fact, tier, needOf(fact, tier) - counted(fact, tier, now.get(fact))),
  }))

const personGaps = (people: readonly PersonHoldings[], now: Now, tier: Tier): Gap[] =>
  people.flatMap((person) => {
    const brings = bringing(person, now, tier)
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

/**
 * What each part that a person lacks would bring. Where others' stale ones fill the need already, one that was missing
 * takes the place of one of those and brings only what is fresher.
 */
function bringing(
  { parts }: PersonHoldings,
  now: Now,
  tier: Tier,
): { part: PersonPart; held: Held; points: number }[] {
  const lacking = Object.entries(parts).flatMap(([name, state]) =>
    state !== 'fresh' && isPersonPart(name) ? [{ part: name, state }] : [],
  )
  return lacking
    .map(({ part, state }) => {
      const before = now.get(part) ?? NOTHING_HELD
      const held = {
        fresh: before.fresh + 1,
        stale: state === 'stale' ? Math.max(0, before.stale - 1) : before.stale,
      }
      // counts are exact, percentages aren't: equal gaps must be equal, or their order is left to rounding
      const more = counted(part, tier, held) - counted(part, tier, before)
      return { part, held, points: worth(part, tier, more) }
    })
    .filter(({ points }) => points > 0)
}

function takeIn(
  gap: Gap,
  people: Map<PersonId, PersonHoldings>,
  now: Map<AccountFact, Held>,
  tier: Tier,
): void {
  if (gap.of === 'account') {
    now.set(gap.fact, { fresh: needOf(gap.fact, tier), stale: 0 })
    return
  }
  const person = people.get(gap.personId)
  if (!person) return
  people.delete(gap.personId)
  for (const { part, held } of bringing(person, now, tier)) now.set(part, held)
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
