import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isDay } from '../../accounts/rules/days.ts'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { AccountId, MemberId } from '../../kernel/ids.ts'

const Day = z.string().refine(isDay)

/** What one of ours did as leader of visits in a span. */
export const ExecutiveEffect = z.object({
  memberId: MemberId,
  name: z.string(),
  held: z.int(),
  /** average effect, 0–100; null where none can be told yet */
  points: z.int().nullable(),
  /** promises of ours made at these visits that were kept, and that were settled as kept or broken or are late */
  kept: z.int(),
  due: z.int(),
})
export type ExecutiveEffect = z.infer<typeof ExecutiveEffect>

/** An account before and after its visits of a span: side by side, not as cause and effect. */
export const AccountEffect = z.object({
  accountId: AccountId,
  name: z.string(),
  tier: z.enum(TIERS).nullable(),
  held: z.int(),
  /** average effect, 0–100; null where none can be told yet */
  points: z.int().nullable(),
  /** YYYY-MM-DD of the first and last visit held */
  first: z.string(),
  last: z.string(),
  /** tenths of a point by the round published last before the first visit, and by the newest one after it */
  scoreBefore: z.int().nullable(),
  scoreAfter: z.int().nullable(),
  /** promises broken and quality incidents in the 90 days before the first visit, and in the 90 days after the last */
  riskBefore: z.int(),
  riskAfter: z.int(),
  /** the 90 days after the last visit are over */
  settled: z.boolean(),
})
export type AccountEffect = z.infer<typeof AccountEffect>

/** How visits worked: per executive and per account (issue of the executive visits). */
export const visitEffect = {
  /** Visits held in a span of days, both ends among them. */
  overview: oc.input(z.object({ from: Day, until: Day })).output(
    z.object({
      today: z.string(),
      held: z.int(),
      points: z.int().nullable(),
      executives: z.array(ExecutiveEffect),
      accounts: z.array(AccountEffect),
    }),
  ),
}
