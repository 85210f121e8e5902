import type Database from 'better-sqlite3'
import { addDays } from '../../accounts/rules/days.ts'
import type { AccountId } from '../../kernel/ids.ts'
import { lastDayOf, type Orders, proofMonths } from '../orders/rules/baseline.ts'
import { ordersOf } from '../orders/service/orders.ts'
import { proofOf } from '../rules/proof.ts'
import { proofFrom, type Trusted } from './weigh.ts'

/** The last day on which a customer must have been told so that all months that prove it are over; YYYY-MM-DD. */
export function lastProvable(today: string): string {
  let day = today
  while (lastDayOf(proofMonths(day).at(-1) ?? day) >= today) day = addDays(day, -1)
  return day
}

/** A case as it is asked about among many; when it came is ISO-8601 UTC. */
interface Told extends Omit<Trusted, 'cameAt'> {
  readonly cameAt: string
}

/** Tells of many cases whether trust is proven back: as proofFor does of one, reading each account's orders once. */
export function recoveredReader(db: Database.Database, today: string): (told: Told) => boolean {
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
    if (!known.has(told.accountId)) return false
    // most cases fail, or can't be proven, by what the customer says: no order changes that
    const said = proofOf({ before: told.contentBefore, after: told.contentAfter, orders: null })
    if (said.kind !== 'notYet' || said.content !== 'back') return false
    const trusted = { ...told, cameAt: Date.parse(told.cameAt) }
    return proofFrom(ordersBy(told.accountId), trusted, today).proof.kind === 'recovered'
  }
}
