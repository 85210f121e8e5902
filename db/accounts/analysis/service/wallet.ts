import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { decimalText } from '../../rules/decimal.ts'
import { figureToDecimal } from '../../rules/figures.ts'
import type { WalletEdit } from '../contract.ts'
import { type AnalysisInput, accountName, mustExist, signature } from './rows.ts'

/**
 * Writes cells of an account's wallet (D4), all or none; null clears one. A cell that already holds its new value is
 * done.
 * @throws Refusal ACCOUNT_NOT_FOUND, PRODUCT_NOT_FOUND, COMPETITOR_NOT_FOUND, CELLS_CHANGED
 */
export function setWallet(kernel: Kernel, input: AnalysisInput<'setWallet'>): Outcome<object> {
  const { commandId, accountId, cells } = input
  const account = accountName(kernel.db, accountId)
  const label = { command: 'setWallet', params: { account, count: cells.length, name: account } }
  return kernel.write({ commandId, label }, (tx) => {
    mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
    for (const id of new Set(cells.map(({ productId }) => productId)))
      mustExist(tx.db, 'product', id, 'PRODUCT_NOT_FOUND')
    for (const id of new Set(cells.flatMap(({ competitorId }) => competitorId ?? [])))
      mustExist(tx.db, 'competitor', id, 'COMPETITOR_NOT_FOUND')
    const write = cellWriter(tx, kernel, accountId)
    const conflicts = cells.flatMap((cell) => {
      tx.breathe()
      return write(cell) ?? []
    })
    const [conflict] = conflicts
    if (conflict)
      throw new Refusal('CELLS_CHANGED', {
        cells: conflicts.length,
        name: productName(tx, conflict.cell),
        current: conflict.current === null ? null : decimalText(figureToDecimal(conflict.current, 'money')),
      })
    return {}
  })
}

interface Conflict {
  readonly cell: WalletEdit
  readonly current: number | null
}

/** Writes one cell and gives back a conflict where it holds neither the value before nor the one after. */
function cellWriter(tx: Tx, kernel: Kernel, accountId: string): (cell: WalletEdit) => Conflict | null {
  const { by, on } = signature(kernel)
  const read = tx.db.prepare<[string, string, string | null, number], { id: string; amount: number }>(
    `SELECT id, amount FROM wallet
     WHERE account_id = ? AND product_id = ? AND competitor_id IS ? AND year = ? AND deleted = 0
     ORDER BY id DESC`,
  )
  const clear = tx.db.prepare('UPDATE wallet SET deleted = 1, noted_on = ?, noted_by = ? WHERE id = ?')
  const change = tx.db.prepare('UPDATE wallet SET amount = ?, noted_on = ?, noted_by = ? WHERE id = ?')
  const insert = tx.db.prepare(
    `INSERT INTO wallet (id, account_id, product_id, competitor_id, year, amount, noted_on, noted_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET amount = excluded.amount, noted_on = excluded.noted_on,
       noted_by = excluded.noted_by, deleted = 0`,
  )
  return (cell) => {
    const { productId, competitorId, year, before, after } = cell
    // two laptops or a merge may have left several rows: the newest is the one that is shown
    const rows = read.all(accountId, productId, competitorId, year)
    const current = rows[0]?.amount ?? null
    if (current === after) return null
    if (current !== before) return { cell, current }
    if (after === null) for (const { id } of rows) clear.run(on, by, id)
    else if (rows[0]) change.run(after, on, by, rows[0].id)
    else {
      const id = derivedId(accountId, productId, competitorId ?? '', String(year))
      insert.run(id, accountId, productId, competitorId, year, after, on, by)
    }
    return null
  }
}

const productName = (tx: Tx, { productId, year }: WalletEdit): string =>
  `${tx.db.prepare<[string], string>('SELECT name FROM product WHERE id = ?').pluck().get(productId) ?? ''} ${year}`
