import type Database from 'better-sqlite3'
import type { LossCause } from '../../rules/words.ts'
import type { Heat, Pareto } from '../contract.ts'
import type { Dimension, HeatDimension, Measure } from '../rules/dimensions.ts'
import { type Group, MOST_BARS, paretoOf } from '../rules/pareto.ts'
import { namesOf } from './names.ts'
import type { CaseTallies } from './tally.ts'

type Tallies = CaseTallies['groups']

/** The groups of every dimension, by cases and by money, with their names. */
export function paretosOf(
  db: Database.Database,
  tallies: Tallies,
): Record<Dimension, Record<Measure, Pareto>> {
  const of = (by: Dimension, groups: readonly Group[]): Record<Measure, Pareto> => {
    const [count, money] = [paretoOf(groups, 'count'), paretoOf(groups, 'money')]
    const name = namesOf(
      db,
      by,
      [...count.bars, ...money.bars].map(({ key }) => key),
    )
    const named = (pareto: typeof count): Pareto => ({
      ...pareto,
      bars: pareto.bars.map((bar) => ({ ...bar, name: name(bar.key) })),
    })
    return { count: named(count), money: named(money) }
  }
  return {
    rootCause: of('rootCause', tallies.rootCause.groups),
    category: of('category', tallies.category.groups),
    lossCause: of('lossCause', lossCauses(db, tallies.rootCause.groups)),
    product: of('product', tallies.product.groups),
    place: of('place', tallies.place.groups),
    responsible: of('responsible', tallies.responsible.groups),
    account: of('account', tallies.account.groups),
  }
}

/** The seven causes (B3): each root cause belongs to one. */
function lossCauses(db: Database.Database, roots: readonly Group[]): readonly Group[] {
  const causes = new Map(
    db.prepare<[], [string, LossCause]>('SELECT id, loss_cause FROM root_cause').raw().all(),
  )
  const sums = new Map<LossCause | null, Group>()
  for (const { key: root, count, money } of roots) {
    const key = (root === null ? null : causes.get(root)) ?? null
    const sum = sums.get(key)
    sums.set(key, { key, count: (sum?.count ?? 0) + count, money: (sum?.money ?? 0) + money })
  }
  return [...sums.values()]
}

/** The largest groups by month, with their names. */
export function heatsOf(db: Database.Database, tallies: Tallies): Record<HeatDimension, Heat> {
  const of = (by: HeatDimension): Heat => {
    const rows = tallies[by].groups
      .flatMap(({ key, count, months }) => (key === null ? [] : [{ key, count, counts: [...months] }]))
      .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1))
      .slice(0, MOST_BARS)
    const name = namesOf(
      db,
      by,
      rows.map(({ key }) => key),
    )
    return rows.map(({ key, counts }) => ({ key, name: name(key), counts }))
  }
  return { category: of('category'), rootCause: of('rootCause'), product: of('product') }
}
