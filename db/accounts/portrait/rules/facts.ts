import type { Tier } from '../../../evaluation/rules/tiers.ts'
import { contactInterval } from '../../map/rules/intervals.ts'

/** A fact's weight in each tier, percent points of a full archive: what a key account's must hold, a small one's needn't. */
type Weights = readonly [key: number, main: number, ordinary: number, small: number]

/** What an archive should hold, how much of it, how long it stays true. */
interface FactRule {
  readonly weights: Weights
  /** days after which it is stale; by tier where a list, null where it doesn't age */
  readonly shelfDays: number | null | 'contactInterval'
  /** what a stale one still counts, of one that is fresh */
  readonly staleShare: number
  /** how many of it make it full, by tier where a list */
  readonly need: number | Weights
}

const once = (weights: Weights): FactRule => ({ weights, shelfDays: null, staleShare: 1, need: 1 })
const aging = (weights: Weights, shelfDays: number, need: number | Weights = 1): FactRule => ({
  weights,
  shelfDays,
  staleShare: 0.5,
  need,
})

/** How many key people an account of each tier should be known by. */
const PEOPLE: Weights = [5, 3, 2, 1]
const HALF_A_YEAR = 183
const YEAR = 365
const YEAR_AND_A_HALF = 548

/**
 * The table of what makes an archive complete (A2, B4, C5, D3, D4, E3), in the order in which equal ones are worth
 * adding. The weights of a tier add up to 100. A fact that is known but stale counts half; a contact that is too long
 * ago counts nothing. An account that isn't graded is measured as an ordinary one.
 */
export const ACCOUNT_FACTS = {
  // who keeps it, what it is
  ownerId: once([4, 5, 8, 10]),
  lifecycle: once([1, 2, 4, 6]),
  kind: once([1, 2, 4, 6]),
  cycle: once([1, 2, 4, 6]),
  industry: once([1, 2, 4, 6]),
  region: once([1, 2, 4, 6]),
  address: once([1, 2, 3, 5]),
  phone: once([1, 2, 4, 9]),
  cooperationSince: once([1, 2, 3, 4]),
  figures: once([4, 5, 5, 8]),
  // how it does business (E1, E3, B4.5)
  staff: aging([1, 1, 2, 0], YEAR_AND_A_HALF),
  revenue: aging([2, 2, 2, 0], YEAR_AND_A_HALF),
  marketPosition: aging([2, 3, 1, 0], YEAR_AND_A_HALF),
  business: aging([2, 3, 2, 0], YEAR_AND_A_HALF),
  sellingMode: aging([2, 2, 2, 0], YEAR_AND_A_HALF),
  technicalContent: once([1, 2, 1, 0]),
  creditDays: aging([2, 3, 5, 6], YEAR),
  paymentBehaviour: aging([2, 3, 4, 4], YEAR),
  group: once([3, 2, 0, 0]),
  // the people (A2)
  decisionMaker: once([6, 6, 6, 0]),
  people: { ...once([6, 6, 7, 14]), need: PEOPLE },
  birthday: { ...once([4, 2, 1, 0]), need: PEOPLE },
  nativePlace: { ...once([2, 1, 0, 0]), need: PEOPLE },
  attitude: aging([5, 4, 4, 0], HALF_A_YEAR, PEOPLE),
  decisionRole: { ...once([3, 2, 2, 0]), need: PEOPLE },
  coverage: { ...once([5, 4, 2, 0]), need: PEOPLE },
  // the relation
  contact: { weights: [8, 8, 10, 10], shelfDays: 'contactInterval', staleShare: 0, need: 1 },
  // the analyses
  wallet: aging([6, 5, 0, 0], YEAR),
  rivals: once([3, 3, 0, 0]),
  swot: aging([5, 4, 0, 0], YEAR, 4),
  stickiness: aging([3, 1, 0, 0], YEAR, 3),
  value: aging([5, 2, 0, 0], YEAR, 8),
  decision: aging([6, 5, 6, 0], YEAR),
} as const satisfies Readonly<Record<string, FactRule>>

/** Something that an account's archive should hold. */
export type AccountFact = keyof typeof ACCOUNT_FACTS

/** All of them, in the table's order. */
export const ACCOUNT_FACT_NAMES: readonly AccountFact[] = Object.keys(ACCOUNT_FACTS).filter(
  (name): name is AccountFact => name in ACCOUNT_FACTS,
)

/** Facts that each of the key people has or lacks. */
export const PERSON_PARTS = ['birthday', 'nativePlace', 'attitude', 'decisionRole', 'coverage'] as const
export type PersonPart = (typeof PERSON_PARTS)[number]

/** Whether a fact of an account is one that its people have or lack. */
export const isPersonPart = (fact: string): fact is PersonPart => PERSON_PARTS.some((part) => part === fact)

const PLACE = { key: 0, main: 1, ordinary: 2, small: 3 } as const satisfies Readonly<Record<Tier, number>>

/** The tier that an account is measured by. */
export const measuredTier = (tier: Tier | null): Tier => tier ?? 'ordinary'

/** How many of a fact make it full in a tier. */
export function needOf(fact: AccountFact, tier: Tier): number {
  const rule: FactRule = ACCOUNT_FACTS[fact]
  return typeof rule.need === 'number' ? rule.need : rule.need[PLACE[tier]]
}

/** What a fact is worth in a tier, in percent points. */
export function weightOf(fact: AccountFact, tier: Tier): number {
  const rule: FactRule = ACCOUNT_FACTS[fact]
  return rule.weights[PLACE[tier]]
}

/** Days for which a fact stays fresh in a tier; null where it doesn't age. */
export function shelfDays(fact: AccountFact, tier: Tier): number | null {
  const rule: FactRule = ACCOUNT_FACTS[fact]
  return rule.shelfDays === 'contactInterval' ? contactInterval(tier) : rule.shelfDays
}

/** What a stale one still counts, 0–1. */
export const staleShare = (fact: AccountFact): number => ACCOUNT_FACTS[fact].staleShare
