import { checkNamed, type InputOf } from '../../channel/ledger/service/rows.ts'
import { derivedId } from '../../kernel/derivedId.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import { visitReader } from '../../visits/service/stored.ts'
import type { cases } from '../contract.ts'
import { caseName, caseReader } from './stored.ts'

/** Lets one of ours work on a case, or no longer. @throws Refusal CASE_NOT_FOUND, MEMBER_NOT_FOUND */
export function setCaseMember(
  kernel: Kernel,
  { commandId, caseId, memberId, part, there }: InputOf<typeof cases.setMember>,
): Outcome<object> {
  const params = { name: caseName(kernel.db, caseId) }
  const command = there ? 'addCaseMember' : 'removeCaseMember'
  return kernel.write({ commandId, label: { command, params } }, (tx) => {
    caseReader(tx.db)(caseId)
    checkNamed(tx.db, { member: memberId })
    tx.db
      .prepare(
        `INSERT INTO case_member (id, case_id, member_id, part, deleted) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET deleted = excluded.deleted, part = excluded.part`,
      )
      .run(derivedId(caseId, memberId), caseId, memberId, part, there ? 0 : 1)
    return {}
  })
}

/** Says that a visit is paid for a case, or no longer. @throws Refusal CASE_NOT_FOUND, VISIT_NOT_FOUND */
export function setCaseVisit(
  kernel: Kernel,
  { commandId, caseId, visitId, there }: InputOf<typeof cases.setVisit>,
): Outcome<object> {
  const params = { name: caseName(kernel.db, caseId) }
  const command = there ? 'addCaseVisit' : 'removeCaseVisit'
  return kernel.write({ commandId, label: { command, params } }, (tx) => {
    caseReader(tx.db)(caseId)
    visitReader(tx.db)(visitId)
    tx.db
      .prepare(
        `INSERT INTO case_visit (id, case_id, visit_id, deleted) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET deleted = excluded.deleted`,
      )
      .run(derivedId(caseId, visitId), caseId, visitId, there ? 0 : 1)
    return {}
  })
}
