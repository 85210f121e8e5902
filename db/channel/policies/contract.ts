import { z } from 'zod'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { PolicyId } from '../../kernel/ids.ts'
import { PRIORITIES } from '../requests/rules/words.ts'
import { ENTITLEMENTS } from './rules/entitlements.ts'
import { MOST_DAYS, MOST_GRACE_DAYS, MOST_MINUTES, MOST_MONEY, POLICY_LIMITS } from './rules/limits.ts'

const entitlement = z.enum(ENTITLEMENTS)
// what lies outside of what makes sense is refused by its name: see rules/faults.ts
const minutes = z.int().min(-MOST_MINUTES).max(MOST_MINUTES).nullable()
const days = z.int().min(-MOST_DAYS).max(MOST_DAYS).nullable()
const fen = z.int().min(0).max(MOST_MONEY).nullable()

const ResponseTimesShape = z.object({ first: minutes, update: minutes, solution: minutes })

/** The terms of a policy (A9); see rules/terms.ts. */
export const PolicyTermsShape = z.object({
  entitlements: z.array(entitlement).max(ENTITLEMENTS.length).readonly(),
  details: z.partialRecord(entitlement, z.string().trim().max(POLICY_LIMITS.detail)),
  responses: z.record(z.enum(PRIORITIES), ResponseTimesShape),
  pausesForThird: z.boolean(),
  cadence: z.object({ visit: days, executiveVisit: days, call: days, survey: days, talk: days }),
  gifts: z.object({ yearlyLimit: fen, approvalFrom: fen, eventGuest: z.boolean() }),
  effortShare: z.int().min(0).max(100),
})

/** What a tier gets on a day. */
export const PolicyOnShape = z.object({
  /** null for A9's own terms, before the first version */
  policyId: PolicyId.nullable(),
  fromOn: z.string().nullable(),
  graceDays: z.int().min(0).max(MOST_GRACE_DAYS),
  terms: PolicyTermsShape,
})

/** What every tier gets on a day. */
export const PoliciesOnShape = z.record(z.enum(TIERS), PolicyOnShape)
export type PoliciesOnShape = z.infer<typeof PoliciesOnShape>
