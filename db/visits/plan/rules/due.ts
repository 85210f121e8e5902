import { addDays } from '../../../accounts/rules/days.ts'
import { TIERS, type Tier } from '../../../evaluation/rules/tiers.ts'

/** How many visits of executives a year a cadence asks for. @param every days; null where none are asked for */
export const visitsAYear = (every: number | null): number =>
  every === null ? 0 : Math.max(1, Math.round(365 / every))

/**
 * The day on which the next visit is due: a cadence after the last one, and today where there never was one. Null without
 * a cadence. Days are YYYY-MM-DD.
 */
export const nextDue = (every: number | null, lastMet: string | null, today: string): string | null =>
  every === null ? null : lastMet === null ? today : addDays(lastMet, every)

/** What the order of the plan goes by. */
export interface Ranked {
  readonly tier: Tier | null
  /** visits that the year asks for, and those that took place */
  readonly due: number
  readonly done: number
  /** YYYY-MM-DD */
  readonly nextDue: string | null
  readonly name: string
}

const rankOf = (tier: Tier | null): number => (tier === null ? TIERS.length : TIERS.indexOf(tier))

/** The order of the plan: by tier, then the largest gap, then who is due first. */
export const byNeed = (one: Ranked, other: Ranked): number =>
  rankOf(one.tier) - rankOf(other.tier) ||
  other.due - other.done - (one.due - one.done) ||
  (one.nextDue ?? '9').localeCompare(other.nextDue ?? '9') ||
  one.name.localeCompare(other.name, 'zh')
