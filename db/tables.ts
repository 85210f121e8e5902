import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { account, figure } from './accounts/tables.ts'
import { localState, member } from './department/tables.ts'
import {
  exception,
  indicator,
  markNote,
  marks,
  publication,
  reopening,
  result,
  round,
  sheet,
} from './evaluation/tables.ts'
import { change, commandReceipt, logState, migration, txn } from './kernel/tables.ts'

/** Rows that laptops will exchange: every write of them is logged by triggers and can be undone. */
export const sharedTables: readonly SQLiteTable[] = [
  account,
  figure,
  member,
  sheet,
  indicator,
  round,
  marks,
  markNote,
  exception,
  publication,
  reopening,
  result,
]

/** Rows of this laptop alone. */
export const localTables: readonly SQLiteTable[] = [logState, migration, commandReceipt, localState]

/** The history itself. */
export const logTables: readonly SQLiteTable[] = [txn, change]

/** Rows that can be recomputed from the shared ones. */
export const derivedTables: readonly SQLiteTable[] = []
