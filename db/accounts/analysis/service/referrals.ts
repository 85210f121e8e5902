import { Refusal } from '../../../kernel/errors.ts'
import type { RowId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { type AnalysisInput, accountName, insertRow, mustExist, patchRow, signature } from './rows.ts'

const REFERRAL = {
  table: 'referral',
  columns: { happenedOn: 'happened_on', brought: 'brought', note: 'note', fromPersonId: 'from_person_id' },
  name: 'note',
  signed: true,
} as const

/** Notes that one account brought another (C4). @throws Refusal ACCOUNT_NOT_FOUND, REFERRED_ITSELF; ROW_NOT_FOUND for the person */
export function addReferral(kernel: Kernel, input: AnalysisInput<'addReferral'>): Outcome<{ rowId: RowId }> {
  const { commandId, fromId, toId, fromPersonId, happenedOn, brought, note } = input
  if (fromId === toId) throw new Refusal('REFERRED_ITSELF')
  const params = { account: accountName(kernel.db, fromId), name: accountName(kernel.db, toId) }
  return kernel.write({ commandId, label: { command: 'addReferral', params } }, (tx) => {
    for (const id of [fromId, toId]) mustExist(tx.db, 'account', id, 'ACCOUNT_NOT_FOUND')
    if (fromPersonId !== null) mustExist(tx.db, 'person', fromPersonId, 'ROW_NOT_FOUND')
    const { by, on } = signature(kernel)
    return {
      rowId: insertRow(tx, 'referral', {
        from_id: fromId,
        from_person_id: fromPersonId,
        to_id: toId,
        happened_on: happenedOn,
        brought,
        note,
        noted_on: on,
        noted_by: by,
      }),
    }
  })
}

/** @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED */
export function editReferral(kernel: Kernel, input: AnalysisInput<'editReferral'>): Outcome<object> {
  const name =
    kernel.db
      .prepare<[string], string>(
        'SELECT a.name FROM referral r JOIN account a ON a.id = r.to_id WHERE r.id = ?',
      )
      .pluck()
      .get(input.rowId) ?? ''
  return kernel.write(
    { commandId: input.commandId, label: { command: 'editReferral', params: { name } } },
    (tx) => {
      patchRow(tx, kernel, REFERRAL, input)
      return {}
    },
  )
}
