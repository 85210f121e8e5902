import type Database from 'better-sqlite3'
import { insertRow } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { checkReach } from '../../../channel/ledger/service/days.ts'
import { checkNamed, type InputOf, readJson } from '../../../channel/ledger/service/rows.ts'
import { DUE } from '../../../channel/rules/reach.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type CaseId, RemedyId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { orderKeyBetween } from '../../../kernel/orderKey.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { CASE_LIMITS } from '../../rules/limits.ts'
import { limitOfMe, paidFor } from '../../service/ready.ts'
import { caseAtWork, caseReader, FAMILY, refusePartOfEnded, workedAs } from '../../service/stored.ts'
import type { Remedy, remedies } from '../contract.ts'

interface StoredEnd {
  readonly on: string
  readonly by: string
  readonly note: string
  readonly dropped?: true
}

type Row = Omit<Remedy, 'end'> & { readonly done: string | null }

interface Approval {
  readonly amount: number
  readonly by: string
  readonly on: string
}

/** A case's remedies, what was approved for them, and up to how much may be. @throws Refusal CASE_NOT_FOUND */
export function listRemedies({ db }: Kernel, { caseId }: { readonly caseId: CaseId }) {
  caseReader(db)(caseId)
  return { remedies: remediesOf(db, caseId), approval: approvalOf(db, caseId), limit: limitOfMe(db) }
}

/** The remedies of a case, in their order. */
export const remediesOf = (db: Database.Database, caseId: CaseId): Remedy[] =>
  db
    .prepare<object, Row>(
      `SELECT r.id, r.kind, r.what, iif(m.deleted, NULL, m.id) AS ownerId, m.name AS owner, r.due_on AS dueOn, r.amount, r.done
       FROM case_remedy r LEFT JOIN member m ON m.id = r.owner_id
       WHERE r.case_id IN ${FAMILY} AND r.deleted = 0 ORDER BY r.order_key, r.id`,
    )
    .all({ caseId })
    .map(({ done, ...row }) => {
      const end = readJson<StoredEnd>(done)
      return { ...row, end: end && { ...end, dropped: end.dropped === true } }
    })

const approvalOf = (db: Database.Database, caseId: CaseId): Approval | null =>
  readJson<Approval>(
    db
      .prepare<[CaseId], string | null>('SELECT approval FROM recovery_case WHERE id = ?')
      .pluck()
      .get(caseId) ?? null,
  )

/** Adds a remedy at the end, or changes one. @throws Refusal as the contract says */
export function saveRemedy(
  kernel: Kernel,
  { commandId, caseId, remedyId, remedy }: InputOf<typeof remedies.save>,
): Outcome<{ remedyId: RemedyId }> {
  const command = remedyId === null ? 'addRemedy' : 'changeRemedy'
  return kernel.write({ commandId, label: { command, params: { name: remedy.what } } }, (tx) => {
    caseAtWork(tx.db, caseId)
    checkNamed(tx.db, { member: remedy.ownerId })
    if (remedy.dueOn !== dueOf(tx.db, remedyId))
      checkReach(remedy.dueOn, DUE, dayOf(kernel.now()), 'DUE_OUT_OF_RANGE')
    const { kind, what, ownerId, dueOn, amount } = remedy
    const row = { kind, what, owner_id: ownerId, due_on: dueOn, amount }
    const id = remedyId === null ? insert(tx, caseId, row) : update(tx, remedyId, row)
    refuseAboveApproved(tx, caseId)
    return { remedyId: id }
  })
}

type Written = Readonly<Record<'kind' | 'what' | 'owner_id' | 'due_on' | 'amount', string | number | null>>

function insert(tx: Tx, caseId: CaseId, row: Written): RemedyId {
  const { count, last } = tx.db
    .prepare<[CaseId], { count: number; last: string | null }>(
      'SELECT count(*) AS count, max(order_key) AS last FROM case_remedy WHERE case_id = ? AND deleted = 0',
    )
    .get(caseId) ?? { count: 0, last: null }
  if (count >= CASE_LIMITS.remedies) throw new Refusal('REMEDIES_TOO_MANY', { most: CASE_LIMITS.remedies })
  const order_key = orderKeyBetween(last, null)
  return RemedyId.parse(insertRow(tx, 'case_remedy', { case_id: caseId, order_key, ...row }))
}

function update(tx: Tx, remedyId: RemedyId, row: Written): RemedyId {
  const { changes } = tx.db
    .prepare(
      `UPDATE case_remedy SET kind = @kind, what = @what, owner_id = @owner_id, due_on = @due_on, amount = @amount
       WHERE id = @remedyId AND deleted = 0`,
    )
    .run({ ...row, remedyId })
  if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
  return remedyId
}

const dueOf = (db: Database.Database, remedyId: RemedyId | null): string | null =>
  (remedyId &&
    db
      .prepare<[RemedyId], string | null>('SELECT due_on FROM case_remedy WHERE id = ?')
      .pluck()
      .get(remedyId)) ??
  null

/** What goes beyond what was approved has to be approved anew: the solution is sent back first. @throws Refusal ABOVE_APPROVED */
function refuseAboveApproved(tx: Tx, caseId: CaseId): void {
  const approval = approvalOf(tx.db, caseId)
  if (approval === null) return
  const wanted = paidFor(tx.db, caseId)
  if (wanted > approval.amount) throw new Refusal('ABOVE_APPROVED', { approved: approval.amount, wanted })
}

interface Owned {
  readonly caseId: CaseId
  readonly what: string
  readonly kind: Remedy['kind']
  /** fen */
  readonly amount: number
}

/** @throws Refusal ROW_NOT_FOUND */
function ownedRemedy(db: Database.Database, remedyId: RemedyId): Owned {
  const row = db
    .prepare<[RemedyId], Owned>(
      'SELECT case_id AS caseId, what, kind, amount FROM case_remedy WHERE id = ? AND deleted = 0',
    )
    .get(remedyId)
  if (!row) throw new Refusal('ROW_NOT_FOUND')
  return row
}

const ENDS = { delivered: 'deliverRemedy', dropped: 'dropRemedy' } as const

/** Notes that a remedy was delivered or given up, or takes that back. @throws Refusal as the contract says */
export function endRemedy(
  kernel: Kernel,
  { commandId, remedyId, as, note }: InputOf<typeof remedies.end>,
): Outcome<object> {
  const { what } = ownedRemedy(kernel.db, remedyId)
  const command = as === null ? 'reopenRemedy' : ENDS[as]
  return kernel.write({ commandId, label: { command, params: { name: what } } }, (tx) => {
    const { amount, kind, caseId: owner } = ownedRemedy(tx.db, remedyId)
    const caseId = workedAs(tx.db, owner)
    refusePartOfEnded(tx.db, caseId)
    if (as === 'delivered' && amount > 0 && kind !== 'improvement' && approvalOf(tx.db, caseId) === null)
      throw new Refusal('REMEDY_UNAPPROVED')
    const end = {
      on: dayOf(kernel.now()),
      by: kernel.actorName(),
      note,
      ...(as === 'dropped' ? { dropped: true } : {}),
    }
    tx.db
      .prepare('UPDATE case_remedy SET done = ? WHERE id = ?')
      .run(as === null ? null : JSON.stringify(end), remedyId)
    // what was given up counts again once it is taken up again
    refuseAboveApproved(tx, caseId)
    return {}
  })
}

/** Deletes a remedy. @throws Refusal ROW_NOT_FOUND */
export function removeRemedy(
  kernel: Kernel,
  { commandId, remedyId }: InputOf<typeof remedies.remove>,
): Outcome<object> {
  const { what } = ownedRemedy(kernel.db, remedyId)
  return kernel.write({ commandId, label: { command: 'removeRemedy', params: { name: what } } }, (tx) => {
    refusePartOfEnded(tx.db, ownedRemedy(tx.db, remedyId).caseId)
    tx.db.prepare('UPDATE case_remedy SET deleted = 1 WHERE id = ?').run(remedyId)
    return {}
  })
}
