import type Database from 'better-sqlite3'
import { insertRow } from '../../accounts/analysis/service/rows.ts'
import type { InputOf } from '../../channel/ledger/service/rows.ts'
import { Refusal } from '../../kernel/errors.ts'
import { CostId, type VisitId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { VisitSheet, visits } from '../contract.ts'
import { openVisitReader, refuseClosedOf } from './stored.ts'

/** What a visit cost, in the order in which it was noted. */
export const costsOf = (db: Database.Database, visitId: VisitId): VisitSheet['costs'] =>
  db
    .prepare<[VisitId], VisitSheet['costs'][number]>(
      'SELECT id, what, amount FROM visit_cost WHERE visit_id = ? AND deleted = 0 ORDER BY id',
    )
    .all(visitId)

/** Adds a cost. @throws Refusal VISIT_NOT_FOUND */
export function addCost(
  kernel: Kernel,
  { commandId, visitId, what, amount }: InputOf<typeof visits.addCost>,
): Outcome<{ costId: CostId }> {
  return kernel.write({ commandId, label: { command: 'addVisitCost', params: { name: what } } }, (tx) => {
    openVisitReader(tx.db)(visitId)
    return { costId: CostId.parse(insertRow(tx, 'visit_cost', { visit_id: visitId, what, amount })) }
  })
}

/** Deletes a cost. @throws Refusal ROW_NOT_FOUND */
export function removeCost(
  kernel: Kernel,
  { commandId, costId }: InputOf<typeof visits.removeCost>,
): Outcome<object> {
  const name =
    kernel.db.prepare<[CostId], string>('SELECT what FROM visit_cost WHERE id = ?').pluck().get(costId) ?? ''
  return kernel.write({ commandId, label: { command: 'removeVisitCost', params: { name } } }, (tx) => {
    refuseClosedOf(tx.db, 'visit_cost', costId)
    const { changes } = tx.db
      .prepare('UPDATE visit_cost SET deleted = 1 WHERE id = ? AND deleted = 0')
      .run(costId)
    if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return {}
  })
}
