import type Database from 'better-sqlite3'
import { insertRow, mustExist } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { perFile } from '../../../kernel/perFile.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { OrderMonth, orders } from '../contract.ts'
import type { Orders } from '../rules/baseline.ts'

const orderMonths = perFile((db) =>
  db.prepare<[AccountId], OrderMonth>(
    `SELECT month, sum(amount) AS amount FROM order_month WHERE account_id = ? AND deleted = 0
     GROUP BY month ORDER BY month`,
  ),
)

/** An account's orders by month, in their order. */
export const listOrders = (
  { db }: Pick<Kernel, 'db'>,
  { accountId }: { readonly accountId: AccountId },
): OrderMonth[] => orderMonths(db).all(accountId)

/** An account's orders by month; fen. */
export const ordersOf = (db: Database.Database, accountId: AccountId): Orders =>
  new Map(listOrders({ db }, { accountId }).map(({ month, amount }) => [month, amount]))

/** Writes an account's orders by month, all or none. @throws Refusal ACCOUNT_NOT_FOUND, ORDERS_CHANGED, MONTH_TO_COME */
export function writeOrders(
  kernel: Kernel,
  { commandId, accountId, months }: InputOf<typeof orders.write>,
): Outcome<object> {
  const name =
    kernel.db.prepare<[AccountId], string>('SELECT name FROM account WHERE id = ?').pluck().get(accountId) ??
    ''
  const params = { name, count: months.length }
  return kernel.write({ commandId, label: { command: 'writeOrders', params } }, (tx) => {
    mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
    const current = dayOf(kernel.now()).slice(0, 7)
    const known = ordersOf(tx.db, accountId)
    for (const { month, before, after } of months) {
      if (month > current) throw new Refusal('MONTH_TO_COME', { month })
      if ((known.get(month) ?? null) !== before) throw new Refusal('ORDERS_CHANGED', { month })
      writeMonth(tx, accountId, month, after)
    }
    return {}
  })
}

/** One row holds the month from now on, whatever added up to it before. */
function writeMonth(tx: Tx, accountId: AccountId, month: string, amount: number | null): void {
  const [kept, ...others] = tx.db
    .prepare<[AccountId, string], string>(
      'SELECT id FROM order_month WHERE account_id = ? AND month = ? AND deleted = 0 ORDER BY id',
    )
    .pluck()
    .all(accountId, month)
  const remove = tx.db.prepare('UPDATE order_month SET deleted = 1 WHERE id = ?')
  for (const id of others) remove.run(id)
  if (kept === undefined) {
    if (amount !== null) insertRow(tx, 'order_month', { account_id: accountId, month, amount })
  } else if (amount === null) remove.run(kept)
  else tx.db.prepare('UPDATE order_month SET amount = ? WHERE id = ?').run(amount, kept)
}
