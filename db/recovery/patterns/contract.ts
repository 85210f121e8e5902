import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Day } from '../../channel/ledger/contract.ts'
import { CaseId } from '../../kernel/ids.ts'
import { DIMENSIONS, HEAT_DIMENSIONS, MEASURES } from './rules/dimensions.ts'

const Span = z.object({ from: Day, until: Day })

/** Figures of a span, see rules/head.ts. Amounts are fen. */
const Head = z.object({
  came: z.int(),
  ended: z.int(),
  recovered: z.int(),
  failed: z.int(),
  notYet: z.int(),
  /** days */
  daysToTrust: z.number().nullable(),
  kept: z.int(),
  unrecovered: z.int(),
  paid: z.int(),
  loss: z.int(),
})

/** fen for `money` */
const Amounts = z.object({ count: z.int(), money: z.int() })

/** Groups of a measure, the largest first, see rules/pareto.ts. Names are those of what a key stands for; '' for a word. */
const Pareto = z.object({
  bars: z.array(
    Amounts.extend({ key: z.string(), name: z.string(), share: z.number(), cumulative: z.number() }),
  ),
  rest: Amounts.extend({ groups: z.int() }),
  unknown: Amounts,
  vital: z.int(),
})
export type Pareto = z.infer<typeof Pareto>

/** Cases of groups by month, the largest group first. `counts` are those of the months in their order. */
const Heat = z.array(z.object({ key: z.string(), name: z.string(), counts: z.array(z.int()) }))
export type Heat = z.infer<typeof Heat>

/** By what the cases of a cluster are alike: each is a key with its name; '' for a word or a place. */
const Alike = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rootCause'), key: z.string(), name: z.string() }),
  z.object({ kind: z.literal('product'), key: z.string(), name: z.string(), category: z.string() }),
  z.object({ kind: z.literal('place'), key: z.string(), name: z.string(), category: z.string() }),
  z.object({ kind: z.literal('responsible'), key: z.string(), name: z.string() }),
])

/** Cases that are alike and came more often than their past lets one expect, see rules/clusters.ts. */
const Cluster = z.object({
  alike: Alike,
  /** cases of the last 90 days, and how many of these are still open */
  count: z.int(),
  open: z.int(),
  /** cases of the year before */
  earlier: z.int(),
  expected: z.number(),
  /** 0–1 */
  chance: z.number(),
  /** epoch ms */
  newestAt: z.number(),
  /** the newest of them */
  newest: z.array(z.object({ id: CaseId, code: z.string(), title: z.string() })),
})
export type Cluster = z.infer<typeof Cluster>

/** Patterns 规律 over all cases (B3, C1): what comes again, where, by whom, and what it costs. Withdrawn ones count nowhere. */
export const patterns = {
  /** What a span of days shows, compared with as many days before it; days to come are left out, see rules/spans.ts. */
  report: oc.input(Span).output(
    z.object({
      /** YYYY-MM-DD */
      today: z.string(),
      /** up to today, its earlier end first */
      span: Span,
      head: Head,
      /** null where no case had come by then: nothing to compare with */
      before: Span.extend({ head: Head }).nullable(),
      paretos: z.record(z.enum(DIMENSIONS), z.record(z.enum(MEASURES), Pareto)),
      /** YYYY-MM, the newest of the span; with the cases that came in them by group */
      months: z.array(z.string()),
      heat: z.record(z.enum(HEAT_DIMENSIONS), Heat),
      /** of the 90 days that end with the span, the newest first */
      clusterSpan: Span,
      clusters: z.array(Cluster),
    }),
  ),
}
