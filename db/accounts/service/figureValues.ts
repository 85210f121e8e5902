import { derivedId } from '../../kernel/derivedId.ts'
import type { AccountId, FigureId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'

/** Accounts' figures inside a command, in stored units: fen for money, thousandths otherwise. */
export interface FigureValues {
  read(accountId: AccountId, figureId: FigureId): number | null
  /** Null clears the value. */
  write(accountId: AccountId, figureId: FigureId, value: number | null): void
}

/** A row of the table; one that an undo marked deleted holds no value and comes back to life with its next one. */
interface StoredValue {
  readonly id: string
  readonly value: number | null
}

/** The figures of accounts, for many reads and writes in one command. Each account's rows are read once. */
export function figureValues(tx: Tx): FigureValues {
  const select = tx.db
    .prepare<[AccountId], [FigureId, string, number | null]>(
      `SELECT figure_id, id, CASE deleted WHEN 0 THEN value END FROM figure_value WHERE account_id = ?`,
    )
    .raw()
  const insert = tx.db.prepare(
    'INSERT INTO figure_value (id, account_id, figure_id, value) VALUES (?, ?, ?, ?)',
  )
  const update = tx.db.prepare('UPDATE figure_value SET value = ?, deleted = 0 WHERE id = ?')
  const accounts = new Map<AccountId, Map<FigureId, StoredValue>>()
  const valuesOf = (accountId: AccountId): Map<FigureId, StoredValue> => {
    const known = accounts.get(accountId)
    if (known) return known
    const rows = select.all(accountId)
    const values = new Map(rows.map(([figureId, id, value]) => [figureId, { id, value }]))
    accounts.set(accountId, values)
    return values
  }
  return {
    read: (accountId, figureId) => valuesOf(accountId).get(figureId)?.value ?? null,
    write(accountId, figureId, value) {
      const values = valuesOf(accountId)
      const stored = values.get(figureId)
      const id = stored?.id ?? derivedId(accountId, figureId)
      if (stored) update.run(value, id)
      else if (value !== null) insert.run(id, accountId, figureId, value)
      else return
      values.set(figureId, { id, value })
    },
  }
}
