import type { InputOf } from '../../../db/channel/ledger/service/rows.ts'
import type { CaseId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { type cases, NewCase } from '../../../db/recovery/contract.ts'
import type { CASE_EVENTS, CASE_STATES, CaseEventKind } from '../../../db/recovery/rules/states.ts'
import { changeCases, writeAnswer, writeFinding } from '../../../db/recovery/service/change.ts'
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

/** Acknowledges and grades a case, writes what its check found, and checks it. */
export function checkCase(kernel: Kernel, caseId: CaseId): void {
  for (const event of ['acknowledge', 'grade'] as const) step(kernel, caseId, event)
  writeFinding(kernel, { commandId: command(), caseId, before: null, after: { true: 'yes', what: '' } })
  step(kernel, caseId, 'check')
}

/** A case as its page has it. */
export const sheetOf = (kernel: Kernel, caseId: CaseId) => getCase(kernel, { caseId }).case

/** What a customer says who is content. */
export const FINE = { answer: 'accepts', words: '行', personId: null, unasked: '' } as const

/** Ways from `recorded` to each state, for a case that has all that its steps need. */
const WAYS = {
  recorded: [],
  acknowledged: ['acknowledge'],
  graded: ['acknowledge', 'grade'],
  contained: ['acknowledge', 'grade', 'contain'],
  checked: ['acknowledge', 'grade', 'check'],
  agreed: ['acknowledge', 'grade', 'check', 'agree'],
  approved: ['acknowledge', 'grade', 'check', 'agree', 'approve'],
  carriedOut: ['acknowledge', 'grade', 'check', 'agree', 'approve', 'carryOut'],
  told: ['acknowledge', 'grade', 'check', 'agree', 'approve', 'carryOut', 'tell'],
  watched: ['acknowledge', 'grade', 'check', 'agree', 'approve', 'carryOut', 'tell', 'accept'],
  closed: ['acknowledge', 'grade', 'check', 'agree', 'approve', 'carryOut', 'tell', 'accept', 'close'],
  escalated: ['acknowledge', 'grade', 'check', 'agree', 'approve', 'carryOut', 'tell', 'refuse'],
  withdrawn: ['withdraw'],
} as const satisfies Record<(typeof CASE_STATES)[number], readonly (typeof CASE_EVENTS)[number][]>

/** A case brought to a state; it lacks nothing that its steps need. */
export function caseIn(state: keyof typeof WAYS) {
  const department = newCases()
  const { kernel, clock, record } = department
  const caseId = record()
  changeCases(kernel, {
    commandId: command(),
    edits: [{ id: caseId, field: 'explanation', before: '', after: '换料没有会签' }],
  })
  writeFinding(kernel, {
    commandId: command(),
    caseId,
    before: null,
    after: { true: 'no', what: '查无此事' },
  })
  writeAnswer(kernel, { commandId: command(), caseId, before: null, after: FINE })
  for (const event of WAYS[state]) {
    clock.now += 60_000
    step(kernel, caseId, event, { note: '原因' })
  }
  clock.now += 60_000
  return { ...department, caseId }
}
