import { Refusal } from '../../../kernel/errors.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { checkReach } from '../../ledger/service/days.ts'
import { DUE } from '../../rules/reach.ts'
import type { StoredTask } from './stored.ts'

/** @throws Refusal DUE_OUT_OF_RANGE for a day that no task can have */
export function refuseDue(day: string, today: string): void {
  checkReach(day, DUE, today, 'DUE_OUT_OF_RANGE')
}

/** Whom a task names. */
interface Parties {
  readonly accountId: string | null
  readonly personId: string | null
  readonly ownerId: string | null
}

/** Checks that those whom a task names are there. @throws when called: ACCOUNT_NOT_FOUND, PERSON_NOT_FOUND, MEMBER_NOT_FOUND */
export function partyCheck(tx: Tx): (parties: Parties) => void {
  const there = (table: 'account' | 'member' | 'person') =>
    tx.db.prepare<[string], 1>(`SELECT 1 FROM ${table} WHERE id = ? AND deleted = 0`).pluck()
  const accounts = there('account')
  const members = there('member')
  const people = there('person')
  return ({ accountId, personId, ownerId }) => {
    if (accountId !== null && accounts.get(accountId) === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
    if (personId !== null && people.get(personId) === undefined) throw new Refusal('PERSON_NOT_FOUND')
    if (ownerId !== null && members.get(ownerId) === undefined) throw new Refusal('MEMBER_NOT_FOUND')
  }
}

/** What a command's label calls a task: its title, else its account's name. Empty where there is none. */
export const taskName = (db: Tx['db'], id: string | undefined): string =>
  (id &&
    db
      .prepare<[string], string>(
        `SELECT CASE t.title WHEN '' THEN coalesce(a.name, '') ELSE t.title END
         FROM care_task t LEFT JOIN account a ON a.id = t.account_id WHERE t.id = ?`,
      )
      .pluck()
      .get(id)) ??
  ''

/** The label of a command on several tasks. */
export const labelOf = (command: string, db: Tx['db'], ids: readonly string[]) => ({
  command,
  params: { count: new Set(ids).size, name: taskName(db, ids[0]) },
})

/** @throws Refusal TASK_SETTLED for a task that is no longer open */
export function refuseSettled(tx: Tx, task: StoredTask): void {
  if (task.settlement !== null) throw new Refusal('TASK_SETTLED', { title: taskName(tx.db, task.id) })
}

/** A task that is there. @throws Refusal TASK_NOT_FOUND */
export function there(task: StoredTask | undefined): StoredTask {
  if (!task) throw new Refusal('TASK_NOT_FOUND')
  return task
}
