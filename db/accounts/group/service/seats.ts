import type Database from 'better-sqlite3'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, CommandId, MemberId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Seat } from '../contract.ts'

interface SeatInput {
  readonly commandId: CommandId
  readonly accountId: AccountId
  readonly memberId: MemberId
}

/** The working group of an account, by name; colleagues who have left don't sit in it. */
export const seatsOf = (db: Database.Database, accountId: AccountId): Seat[] =>
  db
    .prepare<[AccountId], Seat>(
      `SELECT s.member_id AS memberId, m.name, s.function FROM group_seat s
       JOIN member m ON m.id = s.member_id AND m.deleted = 0
       WHERE s.account_id = ? AND s.deleted = 0 ORDER BY s.id`,
    )
    .all(accountId)

/** Gives a colleague a seat, or changes what they do there. @throws Refusal ACCOUNT_NOT_FOUND, MEMBER_NOT_FOUND */
export function setSeat(
  kernel: Kernel,
  { commandId, accountId, memberId, function: task }: SeatInput & { readonly function: string },
): Outcome<object> {
  const params = namesOf(kernel.db, accountId, memberId)
  return kernel.write({ commandId, label: { command: 'setSeat', params } }, (tx) => {
    tx.db
      .prepare(
        `INSERT INTO group_seat (id, account_id, member_id, function) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET function = excluded.function, deleted = 0`,
      )
      .run(derivedId(accountId, memberId), accountId, memberId, task)
    return {}
  })
}

/** Takes a colleague out of an account's working group. @throws Refusal ACCOUNT_NOT_FOUND, MEMBER_NOT_FOUND */
export function removeSeat(kernel: Kernel, { commandId, accountId, memberId }: SeatInput): Outcome<object> {
  const params = namesOf(kernel.db, accountId, memberId)
  return kernel.write({ commandId, label: { command: 'removeSeat', params } }, (tx) => {
    tx.db
      .prepare('UPDATE group_seat SET deleted = 1 WHERE account_id = ? AND member_id = ? AND deleted = 0')
      .run(accountId, memberId)
    return {}
  })
}

function namesOf(
  db: Database.Database,
  accountId: AccountId,
  memberId: MemberId,
): { account: string; member: string } {
  const nameIn = (table: 'account' | 'member', id: string): string | undefined =>
    db.prepare<[string], string>(`SELECT name FROM ${table} WHERE id = ? AND deleted = 0`).pluck().get(id)
  const account = nameIn('account', accountId)
  const member = nameIn('member', memberId)
  if (account === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
  if (member === undefined) throw new Refusal('MEMBER_NOT_FOUND')
  return { account, member }
}
