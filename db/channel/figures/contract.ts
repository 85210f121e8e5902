import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isDay } from '../../accounts/rules/days.ts'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { AccountId, MemberId } from '../../kernel/ids.ts'
import { REQUEST_KINDS } from '../requests/rules/words.ts'

const Day = z.string().refine(isDay)
const Rate = z.int().nullable()

/** How clocks of one sort went: see rules/clockFigures.ts. */
const ClockFigures = z.object({
  onTime: z.int(),
  missed: z.int(),
  pending: z.int(),
  rate: Rate,
  p50: z.number().nullable(),
  p90: z.number().nullable(),
})

/** How requests went that were asked in a span of days, and what else was kept in it (B4.4, C2, A9). */
export const Figures = z.object({
  requests: z.int(),
  reopened: z.int(),
  reopenRate: Rate,
  clocks: z.object({ first: ClockFigures, update: ClockFigures, solution: ClockFigures }),
  /** our promises settled in the span; null where they can't be told apart (by kind of request) */
  promises: z.object({ kept: z.int(), broken: z.int(), rate: Rate }).nullable(),
  /**
   * days on which cadences were kept of all days, each account and sort of contact counted by itself; null where it isn't
   * told
   */
  cadence: z.object({ kept: z.int(), of: z.int(), rate: Rate }).nullable(),
})
export type Figures = z.infer<typeof Figures>

const Span = z.object({ from: Day, until: Day })

/** The figures 指标 of the VIP channel, each told the same way wherever it stands: see rules/. */
export const figures = {
  /**
   * The figures of a span of days in all, by tier, by manager, by kind of request and by month, oldest first. `memberId`
   * narrows them to the requests, promises and accounts of one of ours (E4).
   */
  report: oc.input(Span.extend({ memberId: MemberId.nullable().default(null) })).output(
    z.object({
      today: z.string(),
      all: Figures,
      tiers: z.array(z.object({ tier: z.enum(TIERS).nullable(), figures: Figures })),
      managers: z.array(z.object({ memberId: MemberId.nullable(), member: z.string(), figures: Figures })),
      kinds: z.array(z.object({ kind: z.enum(REQUEST_KINDS), figures: Figures })),
      months: z.array(Span.extend({ figures: Figures })),
    }),
  ),
  /** One account's figures and effort over a span of days. */
  ofAccount: oc.input(Span.extend({ accountId: AccountId })).output(
    z.object({
      today: z.string(),
      figures: Figures,
      /** minutes of the effort ledger */
      effort: z.int(),
    }),
  ),
}
