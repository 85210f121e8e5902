import type { Tx } from '../../../kernel/unit.ts'
import { holdersReader } from '../../tasks/service/holders.ts'

/**
 * Gives the open requests of somebody who leaves to those who go on, inside the command that removes them: to the backup,
 * else the account's owner, else the department's head. Call when the member is marked as gone.
 */
export function moveRequestsOf(tx: Tx, memberId: string): void {
  const holders = holdersReader(tx.db)
  const give = tx.db.prepare('UPDATE request SET owner_id = ? WHERE id = ?')
  const open = tx.db
    .prepare<[string], { id: string; accountId: string; backupId: string | null }>(
      `SELECT id, account_id AS accountId, backup_id AS backupId FROM request
       WHERE owner_id = ? AND progress ->> '$.open' = 1 AND deleted = 0`,
    )
    .all(memberId)
  for (const { id, accountId, backupId } of open) {
    const heir =
      backupId !== null && holders.isMember(backupId) ? backupId : holders.ownerOf(accountId, 'account')
    // with nobody to take it, whose it was says more than nothing
    if (heir !== null) give.run(heir, id)
    tx.breathe()
  }
}
