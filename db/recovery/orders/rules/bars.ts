import { ENOUGH } from '../../rules/proof.ts'
import { addMonths, type Baseline, type Orders } from './baseline.ts'

/** Months shown before the one in which it happened, and in all. */
const SHOWN = { before: 6, most: 18 } as const

/** A month of orders beside the baseline. */
export interface OrderBar {
  /** YYYY-MM */
  readonly month: string
  /** fen; null where it isn't known */
  readonly amount: number | null
  /** whether it is one of those that prove it */
  readonly proves: boolean
  /** whether it lies below what is enough; false where that isn't known */
  readonly low: boolean
}

/** What a month has to reach; fen. Null without a baseline. */
export const enoughOf = (baseline: Baseline | null): number | null =>
  baseline && Math.round(baseline.monthly * ENOUGH)

/** The months around a failure as a chart shows them, from half a year before it to the last that proves it. */
export function orderBars(
  orders: Orders,
  {
    baseline,
    months,
    failed,
  }: {
    readonly baseline: Baseline | null
    readonly months: readonly string[]
    readonly failed: string
  },
): OrderBar[] {
  const enough = enoughOf(baseline)
  const last = months.at(-1) ?? failed
  const bars: OrderBar[] = []
  for (let month = addMonths(failed, -SHOWN.before); month <= last; month = addMonths(month, 1)) {
    const amount = orders.get(month) ?? null
    bars.push({
      month,
      amount,
      proves: months.includes(month),
      low: amount !== null && enough !== null && amount < enough,
    })
  }
  return bars.slice(-SHOWN.most)
}
