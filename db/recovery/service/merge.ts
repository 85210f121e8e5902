import type { InputOf } from '../../channel/ledger/service/rows.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { cases } from '../contract.ts'
import { caseEventInserter } from './step.ts'
import { caseName, caseReader } from './stored.ts'

/**
 * Makes two cases of an account one: nothing is moved, the second is read as part of the first, so undoing it leaves both
 * as they were.
 * @throws Refusal CASE_NOT_FOUND, CASES_DIFFER
 */
export function mergeCases(
  kernel: Kernel,
  { commandId, caseId, otherId }: InputOf<typeof cases.merge>,
): Outcome<object> {
  const label = { command: 'mergeCases', params: { name: caseName(kernel.db, otherId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const read = caseReader(tx.db)
    const [kept, other] = [read(caseId), read(otherId)]
    if (caseId === otherId || kept.accountId !== other.accountId)
      throw new Refusal('CASES_DIFFER', { code: kept.code, other: other.code })
    // what had been merged into the other one comes along
    tx.db
      .prepare('UPDATE recovery_case SET merged_into = ? WHERE id = ? OR merged_into = ?')
      .run(caseId, otherId, otherId)
    caseEventInserter(
      tx,
      kernel.actorName(),
    )({
      caseId,
      kind: 'merged',
      at: kernel.now(),
      note: `${other.code} ${other.title}`,
      personId: null,
    })
    return {}
  })
}
