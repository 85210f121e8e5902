import type { Tier } from '../../../evaluation/rules/tiers.ts'
import type { Priority } from '../../requests/rules/words.ts'
import type { PolicyTerms, ResponseTimes } from './terms.ts'

/** Days for which an account keeps what it had, as long as the department has published nothing else. */
export const DEFAULT_GRACE_DAYS = 30

/** Response times of a tier by priority: urgent ones in half the time, those that may wait in twice of it. */
function byPriority(first: number, update: number | null, solution: number): Record<Priority, ResponseTimes> {
  const scaled = (factor: number): ResponseTimes => ({
    first: first * factor,
    update: update === null ? null : update * factor,
    solution: solution * factor,
  })
  return { urgent: scaled(0.5), normal: scaled(1), low: scaled(2) }
}

/** A9 分级管理办法 as it stands until the department publishes policies of its own; key and main get 80% of the effort. */
export const DEFAULT_TERMS: Readonly<Record<Tier, PolicyTerms>> = {
  key: {
    entitlements: [
      ...(['team', 'history', 'talks', 'rivals', 'guarantee', 'payment', 'priority', 'early'] as const),
      ...(['custom', 'visits', 'opinion', 'complaints', 'guest', 'share'] as const),
    ],
    details: {},
    responses: byPriority(30, 240, 480),
    pausesForThird: false,
    cadence: { visit: 14, executiveVisit: 90, call: 7, survey: 180, talk: 30 },
    gifts: { yearlyLimit: 600_000, approvalFrom: 100_000, eventGuest: true },
    effortShare: 60,
  },
  main: {
    entitlements: ['payment', 'share', 'prices'],
    details: {},
    responses: byPriority(120, 480, 960),
    pausesForThird: true,
    cadence: { visit: 30, executiveVisit: 180, call: 14, survey: 365, talk: 90 },
    gifts: { yearlyLimit: 200_000, approvalFrom: 50_000, eventGuest: false },
    effortShare: 20,
  },
  ordinary: {
    entitlements: ['growth', 'volume', 'standard', 'prepaid'],
    details: {},
    responses: byPriority(240, null, 1_200),
    pausesForThird: true,
    cadence: { visit: 90, executiveVisit: null, call: 30, survey: null, talk: null },
    gifts: { yearlyLimit: 50_000, approvalFrom: 20_000, eventGuest: false },
    effortShare: 15,
  },
  small: {
    entitlements: ['review', 'standard', 'prepaid', 'charges'],
    details: {},
    responses: byPriority(480, null, 2_400),
    pausesForThird: true,
    cadence: { visit: null, executiveVisit: null, call: 90, survey: null, talk: null },
    gifts: { yearlyLimit: 0, approvalFrom: 0, eventGuest: false },
    effortShare: 5,
  },
}

/**
 * What an account without a tier gets: the response times and bounds on gifts of ordinary ones, whose policy holds for
 * whoever nobody has graded yet, and none of the entitlements, contacts and efforts that a tier earns.
 */
export const withoutTier = (ordinary: PolicyTerms): PolicyTerms => ({
  ...ordinary,
  entitlements: [],
  details: {},
  cadence: { visit: null, executiveVisit: null, call: null, survey: null, talk: null },
  gifts: { ...ordinary.gifts, eventGuest: false },
  effortShare: 0,
})
