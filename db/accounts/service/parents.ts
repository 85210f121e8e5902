import type Database from 'better-sqlite3'
import { Refusal } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import { parentFault } from '../rules/parents.ts'

/** An account that shall belong to a company. */
export interface WantedParent {
  readonly id: AccountId
  readonly name: string
  readonly parentId: AccountId
}

/**
 * Refuses parents that a command has written and that can't be: the account itself, one of its own, or one that is
 * gone. Call it when all of the command's parents are written. @throws Refusal PARENT_REFUSED
 */
export function refuseParents(db: Database.Database, written: readonly WantedParent[]): void {
  const byId = db.prepare<[string], { name: string; parentId: string | null }>(
    'SELECT name, parent_id AS parentId FROM account WHERE id = ? AND deleted = 0',
  )
  for (const { id, name, parentId } of written) {
    const parent = byId.get(parentId)
    if (!parent) throw new Refusal('PARENT_REFUSED', { name, parent: '', reason: 'gone' })
    const reason = parentFault(id, parentId, (accountId) => byId.get(accountId)?.parentId ?? null)
    if (reason) throw new Refusal('PARENT_REFUSED', { name, parent: parent.name, reason })
  }
}
