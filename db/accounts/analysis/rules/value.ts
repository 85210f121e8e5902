import { COSTS, VALUE_ITEMS, VALUES, type ValueItem } from './kinds.ts'
import { type Judged, newestOf } from './newest.ts'

/** The lowest and highest grade of a value or cost (C5). */
export const VALUE_GRADES = { min: 1, max: 10 } as const

/** One grade of a value or a cost. */
export interface ValueJudgement extends Judged {
  readonly item: ValueItem
  /** 1–10 */
  readonly grade: number
}

/** C5: what an account gets from us against what it costs them. */
export interface DeliveredValue {
  /** sum of the four values, 4–40; null while one of them is not judged */
  readonly values: number | null
  /** sum of the four costs, 4–40; null while one of them is not judged */
  readonly costs: number | null
  /** delivered value 让渡价值 = values − costs, −36 to 36; null while any of the eight is not judged */
  readonly total: number | null
  /** what nobody has judged yet */
  readonly missing: readonly ValueItem[]
}

/** The delivered value 顾客让渡价值 of an account by the newest judgement of each item: Σ values − Σ costs (C5). */
export function deliveredValue(judged: readonly ValueJudgement[]): DeliveredValue {
  const newest = newestOf(judged, ({ item }) => item)
  const sum = (items: readonly ValueItem[]): number | null =>
    items.reduce<number | null>((total, item) => {
      const grade = newest.get(item)?.grade
      return total === null || grade === undefined ? null : total + grade
    }, 0)
  const values = sum(VALUES)
  const costs = sum(COSTS)
  return {
    values,
    costs,
    total: values === null || costs === null ? null : values - costs,
    missing: VALUE_ITEMS.filter((item) => !newest.has(item)),
  }
}

/** The delivered value at the end of each day on which something was judged, oldest first; from when it is whole. */
export function valueTrend(judged: readonly ValueJudgement[]): { on: string; total: number }[] {
  const days = [...new Set(judged.map(({ notedOn }) => notedOn))].sort()
  return days.flatMap((on) => {
    const { total } = deliveredValue(judged.filter(({ notedOn }) => notedOn <= on))
    return total === null ? [] : [{ on, total }]
  })
}

/** The item whose change would help the most: the lowest value or the highest cost; null while nothing is judged. */
export function weakestItem(judged: readonly ValueJudgement[]): ValueJudgement | null {
  const costs: readonly ValueItem[] = COSTS
  const burden = ({ item, grade }: ValueJudgement): number =>
    costs.includes(item) ? grade : VALUE_GRADES.max + VALUE_GRADES.min - grade
  const newest = newestOf(judged, ({ item }) => item)
  const inOrder = VALUE_ITEMS.flatMap((item) => newest.get(item) ?? [])
  return inOrder.reduce<ValueJudgement | null>(
    (worst, one) => (worst === null || burden(one) > burden(worst) ? one : worst),
    null,
  )
}
