import { derivedId } from '../../kernel/derivedId.ts'
import type { AccountId, FigureId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'

/** Accounts' figures inside a command, in stored units: fen for money, thousandths otherwise. */
export interface FigureValues {
  read(accountId: AccountId, figureId: FigureId): number | null
  /** Null clears the value. */
  write(accountId: AccountId, figureId: FigureId, value: number | null): void
}

/** The figures of accounts, for many reads and writes in one command. */
export function figureValues(tx: Tx): FigureValues {
  const select = tx.db
    .prepare<[string], number | null>('SELECT value FROM figure_value WHERE id = ? AND deleted = 0')
    .pluck()
  // a row that an undo marked deleted comes back to life with its next value
  const upsert = tx.db.prepare(
    `INSERT INTO figure_value (id, account_id, figure_id, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET value = excluded.value, deleted = 0`,
  )
  return {
    read: (accountId, figureId) => select.get(derivedId(accountId, figureId)) ?? null,
    write: (accountId, figureId, value) => {
      upsert.run(derivedId(accountId, figureId), accountId, figureId, value)
    },
  }
}
