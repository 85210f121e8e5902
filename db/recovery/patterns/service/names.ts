import type Database from 'better-sqlite3'
import type { Dimension } from '../rules/dimensions.ts'

/** Where the names of keys stand; what is a word itself, or a place, needs none. */
const TABLES = {
  rootCause: 'root_cause',
  product: 'product',
  responsible: 'member',
  account: 'account',
  category: null,
  lossCause: null,
  place: null,
} as const satisfies Record<Dimension, string | null>

/** Names of what keys stand for; those that are gone keep theirs. '' where the key is a word or a place. */
export function namesOf(
  db: Database.Database,
  by: Dimension,
  keys: readonly string[],
): (key: string) => string {
  const table = TABLES[by]
  if (table === null) return () => ''
  const names = new Map(
    db
      .prepare<[string], [string, string]>(
        `SELECT id, name FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
      )
      .raw()
      .all(JSON.stringify(keys)),
  )
  return (key) => names.get(key) ?? ''
}
