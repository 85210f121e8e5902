import { log } from '../../../db/accounts/log/contract.ts'
import { addEntry } from '../../../db/accounts/log/service/write.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { AccountId, PersonId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command } from '../newKernel.ts'

const nobody = '01890000-0000-7000-8000-000000000000'

/** The day that the tests' laptop has. */
export const TODAY = '2026-11-22'

/** A clock at noon of {@link TODAY}. */
export const noon = (): number => new Date(2026, 10, 22, 12).getTime()

/** An account by name. */
export function account(kernel: Kernel, name: string): AccountId {
  const { accountIds } = addAccounts(kernel, { commandId: command(), accounts: [{ name }] })
  return accountIds[0] ?? AccountId.parse(nobody)
}

/** A person, working nowhere. */
export function person(kernel: Kernel, name: string): PersonId {
  return kernel.write({ commandId: command(), label: { command: 'addPeople', params: {} } }, (tx) => {
    const id = PersonId.parse(tx.newId())
    tx.db.prepare('INSERT INTO person (id, name) VALUES (?, ?)').run(id, name)
    return { id }
  }).id
}

/** Puts one row in the place of another, as merging does. */
export function mergeInto(kernel: Kernel, table: 'person' | 'account', id: string, keptId: string): void {
  kernel.write({ commandId: command(), label: { command: 'merge', params: {} } }, (tx) => {
    tx.db.prepare(`UPDATE ${table} SET deleted = 1, merged_into = ? WHERE id = ?`).run(keptId, id)
    return {}
  })
}

const AddInput = log.add['~orpc'].inputSchema

/** Adds an entry with what the contract adds to what is given. */
export function write(kernel: Kernel, input: object) {
  const whole = { commandId: command(), accountId: null, channel: 'visit', text: '', ...input }
  if (AddInput === undefined) throw new Error('log.add takes no input')
  return addEntry(kernel, AddInput.parse(whole))
}
