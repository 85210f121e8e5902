import type { AccountId, FigureId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'

/** Accounts' figures inside a command, in stored units: fen for money, thousandths otherwise. */
export interface FigureValues {
  read(accountId: AccountId, figureId: FigureId): number | null
  /** Null clears the value. Written with {@link FigureValues.save}. */
  write(accountId: AccountId, figureId: FigureId, value: number | null): void
  /** Writes what changed: one update an account, so one entry in the log. Call it at the end of the command. */
  save(): void
}

/** What an account's `figures` hold: values by the figures' ids. */
export type StoredFigures = Readonly<Record<string, number>>

/** The JSON of an account's `figures`. */
export const readFigures = (json: string): StoredFigures => JSON.parse(json)

/** Figures as they are stored. */
export const figuresJson = (figures: ReadonlyMap<FigureId, number>): string =>
  JSON.stringify(Object.fromEntries(figures))

/** The figures of accounts, for many reads and writes in one command. Each account is read once. */
export function figureValues(tx: Tx): FigureValues {
  const select = tx.db.prepare<[AccountId], string>('SELECT figures FROM account WHERE id = ?').pluck()
  const update = tx.db.prepare('UPDATE account SET figures = ? WHERE id = ?')
  const known = new Map<AccountId, Record<string, number>>()
  const changed = new Set<AccountId>()
  const figuresOf = (accountId: AccountId): Record<string, number> => {
    const figures = known.get(accountId) ?? { ...readFigures(select.get(accountId) ?? '{}') }
    known.set(accountId, figures)
    return figures
  }
  return {
    read: (accountId, figureId) => figuresOf(accountId)[figureId] ?? null,
    write(accountId, figureId, value) {
      const figures = figuresOf(accountId)
      if (value === null) delete figures[figureId]
      else figures[figureId] = value
      changed.add(accountId)
    },
    save() {
      for (const accountId of changed) {
        update.run(JSON.stringify(figuresOf(accountId)), accountId)
        tx.breathe()
      }
      changed.clear()
    },
  }
}
