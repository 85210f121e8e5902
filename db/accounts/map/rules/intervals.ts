import type { Tier } from '../../../evaluation/rules/tiers.ts'

/**
 * The longest time without contact, in days, until the department sets policies of its own per tier (A9). An account
 * that is not graded is treated as an ordinary one.
 */
const INTERVALS: Readonly<Record<Tier, number>> = { key: 30, main: 60, ordinary: 90, small: 180 }

/** Days that may pass without contact with a person of an account of this tier. */
export const contactInterval = (tier: Tier | null): number => INTERVALS[tier ?? 'ordinary']
