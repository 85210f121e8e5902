import type { InputOf } from '../../../db/channel/ledger/service/rows.ts'
import type { CaseId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { type cases, NewCase } from '../../../db/recovery/contract.ts'
import type { CaseEventKind } from '../../../db/recovery/rules/states.ts'
import { recordCase } from '../../../db/recovery/service/record.ts'
import { getCase } from '../../../db/recovery/service/sheet.ts'
import { stepCases } from '../../../db/recovery/service/step.ts'
import { command } from '../newKernel.ts'
import { newVisits } from '../visits/newVisits.ts'

/** The department of the visits' tests, with cases recorded for its first account. */
export function newCases() {
  const department = newVisits()
  const { kernel, nanxun } = department
  const record = (given: Partial<NewCase> = {}): CaseId =>
    recordCase(kernel, {
      commandId: command(),
      case: NewCase.parse({ accountId: nanxun, title: 'UV 面漆发白', ...given }),
    }).caseId
  return { ...department, record }
}

type StepInput = InputOf<typeof cases.step>

/** Lets something happen to a case. */
export const step = (
  kernel: Kernel,
  caseId: CaseId,
  event: CaseEventKind,
  more: Partial<Pick<StepInput, 'note' | 'at' | 'grading'>> = {},
): object => stepCases(kernel, { commandId: command(), caseIds: [caseId], event, note: '', ...more })

/** A case as its page has it. */
export const sheetOf = (kernel: Kernel, caseId: CaseId) => getCase(kernel, { caseId }).case
