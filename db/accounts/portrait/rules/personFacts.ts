/** What a portrait of a person should hold (A2): percent points of a full one, and days for which it stays fresh. */
interface PersonFactRule {
  readonly weight: number
  readonly shelfDays: number | null
}

const HALF_A_YEAR = 183
const YEAR = 365

/**
 * The table of what makes a person's portrait complete, in the order in which equal ones are worth learning. The
 * weights add up to 100; what is known but stale counts half. `phone` stands for any way to reach them.
 */
export const PERSON_FACTS = {
  attitude: { weight: 14, shelfDays: HALF_A_YEAR },
  decisionRole: { weight: 12, shelfDays: null },
  phone: { weight: 10, shelfDays: null },
  birthday: { weight: 10, shelfDays: null },
  influence: { weight: 8, shelfDays: null },
  brandsView: { weight: 8, shelfDays: YEAR },
  preconditions: { weight: 8, shelfDays: YEAR },
  nativePlace: { weight: 6, shelfDays: null },
  interests: { weight: 6, shelfDays: null },
  rhythm: { weight: 6, shelfDays: null },
  family: { weight: 6, shelfDays: null },
  career: { weight: 6, shelfDays: null },
} as const satisfies Readonly<Record<string, PersonFactRule>>

/** Something that a person's portrait should hold: the name of its field. */
export type PersonFact = keyof typeof PERSON_FACTS

/** All of them, in the table's order. */
export const PERSON_FACT_NAMES: readonly PersonFact[] = Object.keys(PERSON_FACTS).filter(
  (name): name is PersonFact => name in PERSON_FACTS,
)

/** How a fact of a person stands: lacking, past its shelf life, or fresh. */
export type FactState = 'missing' | 'stale' | 'fresh'

/** What a stale fact still counts, of one that is fresh. */
const STALE_SHARE = 0.5

const share = (state: FactState): number => (state === 'fresh' ? 1 : state === 'stale' ? STALE_SHARE : 0)

/** How complete a person's portrait is, percent 0–100, and what to learn next, most valuable first. */
export function personCompleteness(states: Readonly<Record<PersonFact, FactState>>): {
  readonly percent: number
  readonly gaps: readonly { readonly fact: PersonFact; readonly stale: boolean; readonly points: number }[]
} {
  const parts = PERSON_FACT_NAMES.map((fact) => {
    const { weight } = PERSON_FACTS[fact]
    const earned = weight * share(states[fact])
    return { fact, stale: states[fact] === 'stale', points: weight - earned, earned }
  })
  return {
    percent: Math.round(parts.reduce((sum, { earned }) => sum + earned, 0)),
    gaps: parts
      .filter(({ points }) => points > 0)
      .map(({ fact, stale, points }) => ({ fact, stale, points }))
      .toSorted((a, b) => b.points - a.points),
  }
}

/**
 * How a fact stands that is known or not, on `today` (YYYY-MM-DD).
 * @param before the first day that is still fresh; null where the fact doesn't age
 * @param on YYYY-MM-DD on which it was learned or confirmed; one without a day is taken for fresh
 */
export const stateOf = (known: boolean, before: string | null, on: string | null): FactState =>
  !known ? 'missing' : before !== null && on !== null && on < before ? 'stale' : 'fresh'
