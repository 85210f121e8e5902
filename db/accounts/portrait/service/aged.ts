import type { Tier } from '../../../evaluation/rules/tiers.ts'
import { addDays } from '../../rules/days.ts'
import type { Held } from '../rules/completeness.ts'
import { type AccountFact, measuredTier, shelfDays } from '../rules/facts.ts'

/** A fact as it is read: how many of it there are, and the day of the newest; null where none is known. */
export interface Counted {
  readonly have: number
  /** YYYY-MM-DD */
  readonly newest: string | null
}

/** What a fact counts on `today` (YYYY-MM-DD): all of it is as old as the newest. Without a day it is taken for fresh. */
export function aged(fact: AccountFact, tier: Tier | null, { have, newest }: Counted, today: string): Held {
  const days = shelfDays(fact, measuredTier(tier))
  const stale = days !== null && newest !== null && newest < addDays(today, -days)
  return stale ? { fresh: 0, stale: have } : { fresh: have, stale: 0 }
}
