import type { Channel } from '../../../accounts/log/rules/channels.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { isExecutive, sortsProven } from '../rules/contacts.ts'
import { settler } from './settle.ts'
import { openTasks } from './stored.ts'

/** A contact that was just written into the work log. */
export interface Contact {
  readonly entryId: string
  readonly accountId: string | null
  readonly memberId: string | null
  readonly channel: Channel
  /** YYYY-MM-DD */
  readonly on: string
}

/**
 * Ends the tasks that a contact answers, inside the command that writes it: those of cadences it is a contact of, and of
 * silence. What happened before the task's own last contact answers nothing.
 */
export function endByContact(tx: Tx, { entryId, accountId, memberId, channel, on }: Contact): void {
  if (accountId === null) return
  const role = memberId === null ? undefined : roleOf(tx, memberId)
  const sorts: readonly string[] = sortsProven(channel, isExecutive(role ?? ''))
  const settle = settler(tx)
  for (const task of openTasks(tx.db, 't.account_id = @accountId', { accountId })) {
    const { why } = task
    const answers = why.code === 'silence' || (why.code === 'cadence' && sorts.includes(why.sort))
    if (answers && on > (why.last ?? ''))
      settle(task, { state: 'done', at: tx.now, by: memberId, note: '', contact: { entryId, on } })
  }
}

const roleOf = (tx: Tx, memberId: string): string | undefined =>
  tx.db.prepare<[string], string>('SELECT role FROM member WHERE id = ?').pluck().get(memberId)

/**
 * Opens again what entries ended that are being deleted, inside that command: the contact is taken back, and so is what
 * it answered.
 */
export function openWithoutContact(tx: Tx, entryIds: readonly string[]): void {
  const ended = tx.db
    .prepare<[string], string>(
      `SELECT t.id FROM log_entry e JOIN care_task t ON t.account_id = e.account_id
       WHERE e.id = ? AND t.deleted = 0 AND t.settlement ->> '$.contact.entryId' = e.id`,
    )
    .pluck()
  const settle = settler(tx)
  for (const entryId of entryIds) for (const id of ended.all(entryId)) settle({ id }, null)
}
