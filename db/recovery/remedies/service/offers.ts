import { insertRow } from '../../../accounts/analysis/service/rows.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { OfferId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { Offer, remedies } from '../contract.ts'

/** Settings of the department have no time of their own. */
const SETTINGS = '00000000-0000-7000-8000-000000000000'

/** What the department offers beyond what is owed, by name. */
export const listOffers = ({ db }: Kernel): Offer[] =>
  db
    .prepare<[], Offer>(
      'SELECT id, name, kind, cost, note FROM remedy_offer WHERE deleted = 0 ORDER BY name, id',
    )
    .all()

/** Adds an offer, or changes one. @throws Refusal ROW_NOT_FOUND */
export function saveOffer(
  kernel: Kernel,
  { commandId, offerId, offer }: InputOf<typeof remedies.saveOffer>,
): Outcome<{ offerId: OfferId }> {
  const command = offerId === null ? 'addOffer' : 'changeOffer'
  return kernel.write({ commandId, label: { command, params: { name: offer.name } } }, (tx) => {
    if (offerId === null) return { offerId: OfferId.parse(insertRow(tx, 'remedy_offer', offer)) }
    const { changes } = tx.db
      .prepare(
        `UPDATE remedy_offer SET name = @name, kind = @kind, cost = @cost, note = @note
         WHERE id = @offerId AND deleted = 0`,
      )
      .run({ ...offer, offerId })
    if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return { offerId }
  })
}

/** Deletes an offer. @throws Refusal ROW_NOT_FOUND */
export function removeOffer(
  kernel: Kernel,
  { commandId, offerId }: InputOf<typeof remedies.removeOffer>,
): Outcome<object> {
  const name =
    kernel.db.prepare<[OfferId], string>('SELECT name FROM remedy_offer WHERE id = ?').pluck().get(offerId) ??
    ''
  return kernel.write({ commandId, label: { command: 'removeOffer', params: { name } } }, (tx) => {
    const { changes } = tx.db
      .prepare('UPDATE remedy_offer SET deleted = 1 WHERE id = ? AND deleted = 0')
      .run(offerId)
    if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return {}
  })
}

/** The limits by role, the highest first. */
export const listLimits = ({ db }: Pick<Kernel, 'db'>) =>
  db
    .prepare<[], { role: string; amount: number }>(
      'SELECT role, amount FROM approval_limit WHERE deleted = 0 ORDER BY amount DESC, role',
    )
    .all()

/** Sets a role's limit; null lifts it. */
export function setLimit(
  kernel: Kernel,
  { commandId, role, amount }: InputOf<typeof remedies.setLimit>,
): Outcome<object> {
  const command = amount === null ? 'liftLimit' : 'setLimit'
  return kernel.write({ commandId, label: { command, params: { name: role } } }, (tx) => {
    writeLimit(tx, role, amount)
    return {}
  })
}

/** Writes a role's limit inside a command; null lifts it. @param amount fen */
export function writeLimit(tx: Tx, role: string, amount: number | null): void {
  tx.db
    .prepare(
      `INSERT INTO approval_limit (id, role, amount, deleted) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET amount = excluded.amount, deleted = excluded.deleted`,
    )
    .run(derivedId(SETTINGS, 'approvalLimit', role), role, amount ?? 0, amount === null ? 1 : 0)
}
