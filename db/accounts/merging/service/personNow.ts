import type Database from 'better-sqlite3'
import type { PersonId } from '../../../kernel/ids.ts'
import { survivorOf } from './merge.ts'

/** The name under which somebody whom JSON points to is known now; null where they are gone or erased. */
export const personNow = (db: Database.Database, id: PersonId): string | null =>
  db
    .prepare<[string], string>('SELECT name FROM person WHERE id = ? AND deleted = 0')
    .pluck()
    .get(survivorOf(db, 'person', id)) ?? null
