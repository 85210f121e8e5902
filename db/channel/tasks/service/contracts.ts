import type { z } from 'zod'
import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type AccountId, type CommandId, ContractId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { checkReach } from '../../ledger/service/days.ts'
import { LASTING } from '../../rules/reach.ts'
import type { AccountContract, tasks } from '../contract.ts'

type AddInput = z.output<NonNullable<(typeof tasks.addContract)['~orpc']['inputSchema']>>
type Fields = Omit<AddInput, 'commandId'>

/** Contracts of accounts that are there, those that end first before. */
export function listContracts(
  { db, now }: Kernel,
  { accountId }: { readonly accountId?: AccountId | undefined },
): { today: string; rows: AccountContract[] } {
  const rows = db
    .prepare<object, AccountContract>(
      `SELECT c.id, c.account_id AS accountId, a.name AS account, c.name, c.starts_on AS startsOn,
         c.ends_on AS endsOn, c.note
       FROM account_contract c JOIN account a ON a.id = c.account_id AND a.deleted = 0
       WHERE c.deleted = 0 ${accountId === undefined ? '' : 'AND c.account_id = @accountId'}
       ORDER BY c.ends_on, c.id`,
    )
    .all({ accountId: accountId ?? null })
  return { today: dayOf(now()), rows }
}

/** Adds a contract. @throws Refusal ACCOUNT_NOT_FOUND, CONTRACT_DATES, DAY_OUT_OF_RANGE */
export function addContract(
  kernel: Kernel,
  { commandId, ...fields }: AddInput,
): Outcome<{ contractId: ContractId }> {
  return kernel.write(
    { commandId, label: { command: 'addContract', params: { name: fields.name } } },
    (tx) => {
      check(tx, fields, dayOf(kernel.now()))
      const contractId = ContractId.parse(tx.newId())
      tx.db
        .prepare(
          'INSERT INTO account_contract (id, account_id, name, starts_on, ends_on, note) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(contractId, fields.accountId, fields.name, fields.startsOn, fields.endsOn, fields.note)
      return { contractId }
    },
  )
}

/** Changes a contract. @throws Refusal CONTRACT_NOT_FOUND, ACCOUNT_NOT_FOUND, CONTRACT_DATES, DAY_OUT_OF_RANGE */
export function changeContract(
  kernel: Kernel,
  { commandId, contractId, ...fields }: AddInput & { readonly contractId: ContractId },
): Outcome<object> {
  return kernel.write(
    { commandId, label: { command: 'changeContract', params: { name: fields.name } } },
    (tx) => {
      check(tx, fields, dayOf(kernel.now()))
      const { changes } = tx.db
        .prepare(
          `UPDATE account_contract SET account_id = ?, name = ?, starts_on = ?, ends_on = ?, note = ?
         WHERE id = ? AND deleted = 0`,
        )
        .run(fields.accountId, fields.name, fields.startsOn, fields.endsOn, fields.note, contractId)
      if (changes === 0) throw new Refusal('CONTRACT_NOT_FOUND')
      return {}
    },
  )
}

/** Deletes a contract. @throws Refusal CONTRACT_NOT_FOUND */
export function removeContract(
  kernel: Kernel,
  { commandId, contractId }: { readonly commandId: CommandId; readonly contractId: ContractId },
): Outcome<object> {
  const name = kernel.db
    .prepare<[string], string>('SELECT name FROM account_contract WHERE id = ? AND deleted = 0')
    .pluck()
    .get(contractId)
  if (name === undefined) throw new Refusal('CONTRACT_NOT_FOUND')
  return kernel.write({ commandId, label: { command: 'removeContract', params: { name } } }, (tx) => {
    tx.db.prepare('UPDATE account_contract SET deleted = 1 WHERE id = ?').run(contractId)
    return {}
  })
}

function check(tx: Tx, { accountId, startsOn, endsOn }: Fields, today: string): void {
  for (const day of [startsOn, endsOn]) checkReach(day, LASTING, today)
  const account = tx.db.prepare('SELECT 1 FROM account WHERE id = ? AND deleted = 0').get(accountId)
  if (account === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
  if (startsOn !== null && startsOn > endsOn) throw new Refusal('CONTRACT_DATES')
}
