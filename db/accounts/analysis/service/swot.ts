import type Database from 'better-sqlite3'
import { Refusal } from '../../../kernel/errors.ts'
import type { RowId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { orderKeyBetween } from '../../../kernel/orderKey.ts'
import type { Quadrant } from '../rules/kinds.ts'
import { type AnalysisInput, accountName, insertRow, mustExist, patchRow, signature } from './rows.ts'

const SWOT = { table: 'swot_item', columns: { text: 'text' }, name: 'text', signed: true } as const

interface Placed {
  readonly id: RowId
  readonly orderKey: string
}

/** Adds a point to a quadrant (E3), after its last one. @throws Refusal ACCOUNT_NOT_FOUND */
export function addSwot(kernel: Kernel, input: AnalysisInput<'addSwot'>): Outcome<{ rowId: RowId }> {
  const { commandId, accountId, quadrant, text } = input
  const label = { command: 'addSwot', params: { account: accountName(kernel.db, accountId), name: text } }
  return kernel.write({ commandId, label }, (tx) => {
    mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
    const { by, on } = signature(kernel)
    const last = placesIn(tx.db, accountId, quadrant).at(-1)
    return {
      rowId: insertRow(tx, 'swot_item', {
        account_id: accountId,
        quadrant,
        text,
        noted_on: on,
        noted_by: by,
        order_key: orderKeyBetween(last?.orderKey ?? null, null),
      }),
    }
  })
}

/** Puts another text in a point's place. @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED */
export const editSwot = (kernel: Kernel, input: AnalysisInput<'editSwot'>): Outcome<object> =>
  kernel.write(
    {
      commandId: input.commandId,
      label: { command: 'editSwot', params: { name: input.after.text ?? input.before.text ?? '' } },
    },
    (tx) => {
      patchRow(tx, kernel, SWOT, input)
      return {}
    },
  )

/** Moves a point into a quadrant behind another one; null puts it first. @throws Refusal ROW_NOT_FOUND */
export function moveSwot(kernel: Kernel, input: AnalysisInput<'moveSwot'>): Outcome<object> {
  const { commandId, rowId, quadrant, after } = input
  const name =
    kernel.db.prepare<[string], string>('SELECT text FROM swot_item WHERE id = ?').pluck().get(rowId) ?? ''
  return kernel.write({ commandId, label: { command: 'moveSwot', params: { name } } }, (tx) => {
    const accountId = tx.db
      .prepare<[string], string>('SELECT account_id FROM swot_item WHERE id = ? AND deleted = 0')
      .pluck()
      .get(rowId)
    if (accountId === undefined) throw new Refusal('ROW_NOT_FOUND')
    const key = keyBehind(
      placesIn(tx.db, accountId, quadrant).filter(({ id }) => id !== rowId),
      after,
    )
    tx.db.prepare('UPDATE swot_item SET quadrant = ?, order_key = ? WHERE id = ?').run(quadrant, key, rowId)
    return {}
  })
}

/**
 * The order key of a row that shall stand behind another one of a list, or first. Where two laptops gave neighbours
 * the same key, it goes behind both.
 * @throws Refusal ROW_NOT_FOUND where the other one isn't in the list
 */
export function keyBehind(
  placed: readonly { readonly id: string; readonly orderKey: string }[],
  after: string | null,
): string {
  const at = after === null ? -1 : placed.findIndex(({ id }) => id === after)
  if (after !== null && at === -1) throw new Refusal('ROW_NOT_FOUND')
  const before = placed[at]?.orderKey ?? null
  const next = placed.slice(at + 1).find(({ orderKey }) => before === null || orderKey > before)
  return orderKeyBetween(before, next?.orderKey ?? null)
}

const placesIn = (db: Database.Database, accountId: string, quadrant: Quadrant): Placed[] =>
  db
    .prepare<[string, string], Placed>(
      `SELECT id, order_key AS orderKey FROM swot_item
       WHERE account_id = ? AND quadrant = ? AND deleted = 0 ORDER BY order_key, id`,
    )
    .all(accountId, quadrant)
