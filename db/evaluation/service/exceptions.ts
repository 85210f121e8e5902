import { derivedId } from '../../kernel/derivedId.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import { openRecord } from './roundData.ts'
import type { RoundInput } from './rounds.ts'

/**
 * Classifies an account straight into key or main (A7), or changes such an exception.
 * @throws Refusal ROUND_NOT_FOUND, ROUND_LOCKED, ACCOUNT_NOT_FOUND
 */
export function placeException(kernel: Kernel, input: RoundInput<'except'>): Outcome<object> {
  const { commandId, roundId, accountId, tier, reason, approver, expires = null } = input
  const name = kernel.db
    .prepare<[string], string>('SELECT name FROM account WHERE id = ? AND deleted = 0')
    .pluck()
    .get(accountId)
  if (name === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
  return kernel.write({ commandId, label: { command: 'placeException', params: { name, tier } } }, (tx) => {
    openRecord(tx.db, roundId)
    tx.db
      .prepare(
        `INSERT INTO exception (id, round_id, account_id, tier, reason, approver, expires)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET tier = excluded.tier, reason = excluded.reason,
           approver = excluded.approver, expires = excluded.expires, deleted = 0`,
      )
      .run(derivedId(roundId, accountId), roundId, accountId, tier, reason, approver, expires)
    return {}
  })
}

/** Takes an exception back. @throws Refusal ROUND_NOT_FOUND, ROUND_LOCKED */
export function removeException(kernel: Kernel, input: RoundInput<'removeException'>): Outcome<object> {
  const { commandId, roundId, exceptionId } = input
  const name =
    kernel.db
      .prepare<[string], string>(
        'SELECT a.name FROM exception e JOIN account a ON a.id = e.account_id WHERE e.id = ?',
      )
      .pluck()
      .get(exceptionId) ?? ''
  return kernel.write({ commandId, label: { command: 'removeException', params: { name } } }, (tx) => {
    openRecord(tx.db, roundId)
    tx.db.prepare('UPDATE exception SET deleted = 1 WHERE id = ? AND round_id = ?').run(exceptionId, roundId)
    return {}
  })
}
