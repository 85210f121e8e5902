import type Database from 'better-sqlite3'
import { addDays, dayOf } from '../../accounts/rules/days.ts'
import type { AccountId } from '../../kernel/ids.ts'
import { lastDayOf, type Orders, proofMonths } from '../orders/rules/baseline.ts'
import { ordersOf } from '../orders/service/orders.ts'
import { type Proof, proofOf } from '../rules/proof.ts'
import { proofFrom, type Trusted } from './weigh.ts'

/** The last day on which a customer must have been told so that all months that prove it are over; YYYY-MM-DD. */
function lastProvable(today: string): string {
  let day = today
  while (lastDayOf(proofMonths(day).at(-1) ?? day) >= today) day = addDays(day, -1)
  return day
}

/** A case as it is asked about among many; when it came is ISO-8601 UTC. */
interface Told extends Omit<Trusted, 'cameAt'> {
  readonly cameAt: string
}

/** Tells of many cases what is proven: as proofFor does of one, reading each account's orders once. */
export function proofReader(db: Database.Database, today: string): (told: Told) => Proof['kind'] {
  const last = lastProvable(today)
  const known = new Map<AccountId, Orders | null>(
    db
      .prepare<[], AccountId>('SELECT DISTINCT account_id FROM order_month')
      .pluck()
      .all()
      .map((id) => [id, null]),
  )
  const ordersBy = (accountId: AccountId): Orders => {
    const orders = known.get(accountId) ?? ordersOf(db, accountId)
    known.set(accountId, orders)
    return orders
  }
  return (told) => {
    const { kind } = proofOf({ before: told.contentBefore, after: told.contentAfter, orders: null })
    // no order changes what failed by what the customer says, and most others have none that could be known yet
    if (kind === 'failed' || told.toldAt === null || !known.has(told.accountId)) return kind
    if (dayOf(told.toldAt) > last) return kind
    const trusted = { ...told, cameAt: Date.parse(told.cameAt) }
    return proofFrom(ordersBy(told.accountId), trusted, today).proof.kind
  }
}
