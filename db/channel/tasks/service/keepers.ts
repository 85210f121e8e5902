import type { Tx } from '../../../kernel/unit.ts'
import { reasonKey } from '../rules/reasons.ts'
import { holdersReader } from './holders.ts'
import { openTasks } from './stored.ts'

/**
 * Gives the open tasks of somebody who leaves to those who go on, inside the command that removes them: to each
 * account's owner, else their backup, else the department's head. Call when the member is marked as gone.
 */
export function moveTasksOf(tx: Tx, memberId: string): void {
  const holders = holdersReader(tx.db)
  const give = tx.db.prepare('UPDATE care_task SET owner_id = ? WHERE id = ?')
  for (const { id, accountId } of openTasks(tx.db, 't.owner_id = @memberId', { memberId })) {
    const heir = holders.ownerOf(accountId, 'account')
    // with nobody to take it, whose it was says more than nothing
    if (heir !== null) give.run(heir, id)
    tx.breathe()
  }
}

/**
 * Of two accounts or people that become one, takes the tasks away that would stand there twice, inside the command and
 * before they move: at most one is open for each reason. A birthday is its person's, whatever becomes of the account.
 */
export function joinTasks(tx: Tx, subject: 'account' | 'person', goneId: string, keepId: string): void {
  const of = (id: string) =>
    openTasks(tx.db, `t.${subject}_id = @id`, { id }).flatMap((task) => {
      const key = reasonKey(task.why)
      const theirs = (task.why.code === 'birthday') === (subject === 'person')
      return key !== null && theirs ? [{ id: task.id, key }] : []
    })
  const kept = new Set(of(keepId).map(({ key }) => key))
  const remove = tx.db.prepare('UPDATE care_task SET deleted = 1 WHERE id = ?')
  for (const { id, key } of of(goneId)) {
    if (kept.has(key)) remove.run(id)
    tx.breathe()
  }
}
