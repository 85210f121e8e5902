import type Database from 'better-sqlite3'
import { insertRow, mustExist } from '../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../accounts/rules/days.ts'
import { checkNamed, type InputOf, readJson } from '../../channel/ledger/service/rows.ts'
import { termsReader } from '../../channel/policies/service/termsOf.ts'
import { Refusal } from '../../kernel/errors.ts'
import { type AccountId, GiftId, type VisitId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { Gift, visits } from '../contract.ts'
import { giftStanding } from '../rules/gifts.ts'
import { openVisitReader, refuseClosedOf } from './stored.ts'

type StoredGift = Omit<Gift, 'approval' | 'needsApproval' | 'over'> & { readonly approval: string | null }

/** Gifts of a visit, each with what the account's policy says of it on the visit's day (A9). */
export function giftsOf(db: Database.Database, visitId: VisitId, day: string): Gift[] {
  const rows = db
    .prepare<[VisitId], StoredGift>(
      `SELECT g.id, g.account_id AS accountId, a.name AS account, p.id AS personId, p.name AS person, g.what, g.amount,
         g.approval
       FROM visit_gift g LEFT JOIN account a ON a.id = g.account_id AND a.deleted = 0
       LEFT JOIN person p ON p.id = g.person_id AND p.deleted = 0
       WHERE g.visit_id = ? AND g.deleted = 0 ORDER BY g.id`,
    )
    .all(visitId)
  if (rows.length === 0) return []
  const accountIds = [...new Set(rows.map(({ accountId }) => accountId))]
  const terms = termsReader(db, day, accountIds)
  const given = yearReader(db, day)
  return rows.map(({ approval, ...row }) => {
    const { gifts } = terms(row.accountId).terms
    const standing = giftStanding({ ...gifts, amount: row.amount, year: given(row.accountId) })
    return { ...row, ...standing, approval: readJson<NonNullable<Gift['approval']>>(approval) }
  })
}

/** What an account is given in the year of a day, fen: gifts of visits that weren't called off. */
function yearReader(db: Database.Database, day: string): (accountId: AccountId) => number {
  const sum = db
    .prepare<object, number>(
      `SELECT coalesce(sum(g.amount), 0) FROM visit_gift g JOIN visit v ON v.id = g.visit_id AND v.deleted = 0
         AND v.progress ->> '$.state' NOT IN ('cancelled', 'notHeld')
       WHERE g.account_id = @accountId AND g.deleted = 0 AND substr(v.day, 1, 4) = @year`,
    )
    .pluck()
  return (accountId) => sum.get({ accountId, year: day.slice(0, 4) }) ?? 0
}

/** Adds a gift, or changes one; a change takes its approval back. @throws Refusal as the contract says */
export function saveGift(
  kernel: Kernel,
  input: InputOf<typeof visits.saveGift>,
): Outcome<{ giftId: GiftId }> {
  const { commandId, visitId, accountId, personId, what, amount } = input
  const command = input.giftId === null ? 'addVisitGift' : 'changeVisitGift'
  return kernel.write({ commandId, label: { command, params: { name: what } } }, (tx) => {
    openVisitReader(tx.db)(visitId)
    mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
    checkNamed(tx.db, { person: personId })
    const row = { account_id: accountId, person_id: personId, what, amount, approval: null }
    if (input.giftId === null)
      return { giftId: GiftId.parse(insertRow(tx, 'visit_gift', { visit_id: visitId, ...row })) }
    const { changes } = tx.db
      .prepare(
        `UPDATE visit_gift SET account_id = ?, person_id = ?, what = ?, amount = ?, approval = ?
         WHERE id = ? AND deleted = 0`,
      )
      .run(accountId, personId, what, amount, null, input.giftId)
    if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return { giftId: input.giftId }
  })
}

/** Approves a gift, or takes that back. @throws Refusal ROW_NOT_FOUND */
export function approveGift(
  kernel: Kernel,
  { commandId, giftId, approved }: InputOf<typeof visits.approveGift>,
): Outcome<object> {
  const command = approved ? 'approveVisitGift' : 'disapproveVisitGift'
  const approval = { by: kernel.actorName(), on: dayOf(kernel.now()) }
  return writeGift(
    kernel,
    commandId,
    giftId,
    command,
    'approval = ?',
    approved ? JSON.stringify(approval) : null,
  )
}

/** Deletes a gift. @throws Refusal ROW_NOT_FOUND */
export const removeGift = (
  kernel: Kernel,
  { commandId, giftId }: InputOf<typeof visits.removeGift>,
): Outcome<object> => writeGift(kernel, commandId, giftId, 'removeVisitGift', 'deleted = ?', 1)

function writeGift(
  kernel: Kernel,
  commandId: InputOf<typeof visits.removeGift>['commandId'],
  giftId: GiftId,
  command: string,
  set: string,
  value: string | number | null,
): Outcome<object> {
  const name =
    kernel.db.prepare<[GiftId], string>('SELECT what FROM visit_gift WHERE id = ?').pluck().get(giftId) ?? ''
  return kernel.write({ commandId, label: { command, params: { name } } }, (tx) => {
    refuseClosedOf(tx.db, 'visit_gift', giftId)
    const { changes } = tx.db
      .prepare(`UPDATE visit_gift SET ${set} WHERE id = ? AND deleted = 0`)
      .run(value, giftId)
    if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return {}
  })
}
