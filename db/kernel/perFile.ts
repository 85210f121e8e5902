import type Database from 'better-sqlite3'

/**
 * What is made once for each opened file: prepared statements above all. Preparing takes longer than most of them run,
 * and gives its memory back only when the collector comes by.
 */
export function perFile<Made>(make: (db: Database.Database) => Made): (db: Database.Database) => Made {
  const made = new WeakMap<Database.Database, Made>()
  return (db) => {
    const before = made.get(db)
    if (before !== undefined) return before
    const fresh = make(db)
    made.set(db, fresh)
    return fresh
  }
}
