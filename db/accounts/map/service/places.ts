import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, CommandId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { accountReader } from '../../service/read.ts'
import type { MapPlace } from '../contract.ts'
import { placeText } from '../rules/places.ts'

/** Keeps where people stand on an account's map; the others stay where they are. @throws Refusal ACCOUNT_NOT_FOUND */
export function placeNodes(
  kernel: Kernel,
  input: { commandId: CommandId; accountId: AccountId; places: readonly MapPlace[] },
): Outcome<object> {
  const { commandId, accountId, places } = input
  const label = { command: 'placeNodes', params: { name: accountName(kernel, accountId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const keep = tx.db.prepare(
      `INSERT INTO map_place (id, account_id, node_id, place) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET place = excluded.place, deleted = 0
       WHERE place <> excluded.place OR deleted = 1`,
    )
    for (const { nodeId, x, y } of places)
      keep.run(derivedId(accountId, nodeId, 'place'), accountId, nodeId, placeText({ x, y }))
    return {}
  })
}

/** Forgets all places of an account's map, so that it lays itself out. @throws Refusal ACCOUNT_NOT_FOUND */
export function resetPlaces(
  kernel: Kernel,
  { commandId, accountId }: { commandId: CommandId; accountId: AccountId },
): Outcome<object> {
  const label = { command: 'resetPlaces', params: { name: accountName(kernel, accountId) } }
  return kernel.write({ commandId, label }, (tx) => {
    tx.db.prepare('UPDATE map_place SET deleted = 1 WHERE account_id = ? AND deleted = 0').run(accountId)
    return {}
  })
}

function accountName({ db }: Kernel, accountId: AccountId): string {
  const account = accountReader(db)(accountId)
  if (!account) throw new Refusal('ACCOUNT_NOT_FOUND')
  return account.name
}
