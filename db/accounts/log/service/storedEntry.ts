import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, EntryId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Channel } from '../rules/channels.ts'

/** An entry's own row as commands need it. */
export interface StoredEntry {
  readonly id: EntryId
  readonly accountId: AccountId | null
  readonly account: string | null
  readonly text: string
  readonly happenedOn: string
  readonly channel: Channel
}

/** An entry that isn't deleted. @throws Refusal ENTRY_NOT_FOUND */
export function storedEntry(db: Kernel['db'], entryId: EntryId): StoredEntry {
  const stored = db
    .prepare<[string], StoredEntry>(
      `SELECT e.id, e.account_id AS accountId, a.name AS account, e.text, e.happened_on AS happenedOn, e.channel
       FROM log_entry e LEFT JOIN account a ON a.id = e.account_id WHERE e.id = ? AND e.deleted = 0`,
    )
    .get(entryId)
  if (!stored) throw new Refusal('ENTRY_NOT_FOUND')
  return stored
}

/** The account that a command names in its label. @throws Refusal ENTRY_NOT_FOUND */
export const nameOf = (kernel: Kernel, entryId: EntryId): string =>
  storedEntry(kernel.db, entryId).account ?? ''
