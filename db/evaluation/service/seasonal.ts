import type Database from 'better-sqlite3'
import type { AccountId } from '../../kernel/ids.ts'

/** Accounts that cooperate by season (B1): a quiet half-year of theirs is no decline. */
export const seasonalAccounts = (db: Database.Database): Set<AccountId> =>
  new Set(
    db
      .prepare<[], AccountId>(`SELECT id FROM account WHERE cycle = 'seasonal' AND deleted = 0`)
      .pluck()
      .all(),
  )
