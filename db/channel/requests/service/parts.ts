import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { partyCheck } from '../../../accounts/promises/service/add.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type CommandId, type RequestId, RequestPartId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { orderKeyBetween } from '../../../kernel/orderKey.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { checkReach } from '../../ledger/service/days.ts'
import { DUE } from '../../rules/reach.ts'
import type { RequestPart, requests } from '../contract.ts'
import { firstRequest, requestReader } from './stored.ts'

type SaveInput = z.output<NonNullable<(typeof requests.savePart)['~orpc']['inputSchema']>>
type Done = NonNullable<RequestPart['done']>

/** The parts of a request's package solution (B4.7), in their order. */
export const partsOf = (db: Database.Database, requestId: RequestId): RequestPart[] =>
  db
    .prepare<[RequestId], Omit<RequestPart, 'done'> & { done: string | null }>(
      `SELECT p.id, p.what, m.id AS ownerId, m.name AS owner, p.due_on AS dueOn, p.done
       FROM request_part p LEFT JOIN member m ON m.id = p.owner_id AND m.deleted = 0
       WHERE p.request_id = ? AND p.deleted = 0 ORDER BY p.order_key, p.id`,
    )
    .all(requestId)
    .map(({ done, ...part }) => ({ ...part, done: doneOf(done) }))

function doneOf(json: string | null): Done | null {
  if (json === null) return null
  const done: Done = JSON.parse(json)
  return done
}

/** Adds a part or changes one. @throws Refusal REQUEST_NOT_FOUND, PART_NOT_FOUND, MEMBER_NOT_FOUND, DUE_OUT_OF_RANGE */
export function savePart(kernel: Kernel, input: SaveInput): Outcome<{ partId: RequestPartId }> {
  const { commandId, requestId, what, ownerId, dueOn } = input
  const params = { what, name: firstRequest(kernel.db, requestId) }
  const command = input.partId === null ? 'addPart' : 'changePart'
  return kernel.write({ commandId, label: { command, params } }, (tx) => {
    requestReader(tx.db)(requestId)
    partyCheck(tx).parties(ownerId, null)
    if (dueOn !== dueBefore(tx, input.partId)) checkReach(dueOn, DUE, dayOf(kernel.now()), 'DUE_OUT_OF_RANGE')
    const partId = input.partId ?? RequestPartId.parse(tx.newId())
    if (input.partId === null) {
      const last = tx.db
        .prepare<[RequestId], string | null>('SELECT max(order_key) FROM request_part WHERE request_id = ?')
        .pluck()
        .get(requestId)
      tx.db
        .prepare(
          'INSERT INTO request_part (id, request_id, what, owner_id, due_on, order_key) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(partId, requestId, what, ownerId, dueOn, orderKeyBetween(last ?? null, null))
    } else {
      const { changes } = tx.db
        .prepare('UPDATE request_part SET what = ?, owner_id = ?, due_on = ? WHERE id = ? AND deleted = 0')
        .run(what, ownerId, dueOn, partId)
      if (changes === 0) throw new Refusal('PART_NOT_FOUND')
    }
    return { partId }
  })
}

const dueBefore = (tx: Tx, partId: RequestPartId | null): string | null | undefined =>
  tx.db
    .prepare<[RequestPartId | null], string | null>('SELECT due_on FROM request_part WHERE id = ?')
    .pluck()
    .get(partId)

/** Notes that a part was delivered, or takes that back. @throws Refusal PART_NOT_FOUND */
export function deliverPart(
  kernel: Kernel,
  input: { commandId: CommandId; partId: RequestPartId; done: boolean; note: string },
): Outcome<object> {
  const { commandId, partId, note } = input
  const label = {
    command: input.done ? 'deliverPart' : 'undeliverPart',
    params: { what: wordsOf(kernel.db, partId) },
  }
  return kernel.write({ commandId, label }, (tx) => {
    const done: Done = { on: dayOf(kernel.now()), by: kernel.actorName(), note }
    const { changes } = tx.db
      .prepare('UPDATE request_part SET done = ? WHERE id = ? AND deleted = 0')
      .run(input.done ? JSON.stringify(done) : null, partId)
    if (changes === 0) throw new Refusal('PART_NOT_FOUND')
    return {}
  })
}

/** Deletes a part. @throws Refusal PART_NOT_FOUND */
export function removePart(
  kernel: Kernel,
  { commandId, partId }: { commandId: CommandId; partId: RequestPartId },
): Outcome<object> {
  const label = { command: 'removePart', params: { what: wordsOf(kernel.db, partId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const { changes } = tx.db
      .prepare('UPDATE request_part SET deleted = 1 WHERE id = ? AND deleted = 0')
      .run(partId)
    if (changes === 0) throw new Refusal('PART_NOT_FOUND')
    return {}
  })
}

const wordsOf = (db: Database.Database, partId: RequestPartId): string =>
  db.prepare<[RequestPartId], string>('SELECT what FROM request_part WHERE id = ?').pluck().get(partId) ?? ''
