import type Database from 'better-sqlite3'
import { fold } from '../../../evaluation/rules/sheet.ts'
import type { AccountId, PersonId } from '../../../kernel/ids.ts'

interface Named {
  readonly id: AccountId
  readonly code: string
  readonly name: string
  readonly shortName: string
}

/** Finds the accounts that a text may mean: by code, else by name, else by short name. */
export function accountFinder(db: Database.Database): (text: string) => readonly AccountId[] {
  const maps = [
    new Map<string, AccountId[]>(),
    new Map<string, AccountId[]>(),
    new Map<string, AccountId[]>(),
  ]
  const rows = db
    .prepare<[], Named>('SELECT id, code, name, short_name AS shortName FROM account WHERE deleted = 0')
    .all()
  for (const { id, code, name, shortName } of rows)
    for (const [at, key] of [fold(code), fold(name), fold(shortName)].entries()) {
      const map = maps[at]
      if (key !== '' && map) map.set(key, [...(map.get(key) ?? []), id])
    }
  return (text) => {
    const key = fold(text)
    for (const map of maps) {
      const ids = map.get(key)
      if (ids) return ids
    }
    return []
  }
}

/** Finds the people of an account whom a name may mean, those who left it too: they answered when they were there. */
export function personFinder(
  db: Database.Database,
): (accountId: AccountId, name: string) => readonly PersonId[] {
  const select = db.prepare<[AccountId], { id: PersonId; name: string }>(
    `SELECT DISTINCT p.id, p.name FROM employment e JOIN person p ON p.id = e.person_id AND p.deleted = 0
     WHERE e.account_id = ? AND e.deleted = 0`,
  )
  return (accountId, name) => {
    const key = fold(name)
    return select.all(accountId).flatMap((person) => (fold(person.name) === key ? [person.id] : []))
  }
}
