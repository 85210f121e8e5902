import { describe, expect, it } from 'vitest'
import { changeSettings } from '../../../db/department/settings.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { CaseId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { RemedyFields } from '../../../db/recovery/remedies/contract.ts'
import { setLimit } from '../../../db/recovery/remedies/service/offers.ts'
import {
  endRemedy,
  listRemedies,
  removeRemedy,
  saveRemedy,
} from '../../../db/recovery/remedies/service/remedies.ts'
import { changeCases, writeAnswer, writeFinding } from '../../../db/recovery/service/change.ts'
import { command } from '../newKernel.ts'
import { refused } from '../visits/newVisits.ts'
import { checkCase, newCases, sheetOf, step } from './newCases.ts'

/** fen */
const WAN = 1_000_000

const add = (kernel: Kernel, caseId: CaseId, given: Partial<RemedyFields> = {}) =>
  saveRemedy(kernel, {
    commandId: command(),
    caseId,
    remedyId: null,
    remedy: { kind: 'compensation', what: '承担停线半天', ownerId: null, dueOn: null, amount: 0, ...given },
  }).remedyId

/** A case whose solution is agreed on, and who sits here as the general manager. */
function agreedCase() {
  const department = newCases()
  const { kernel, boss, record } = department
  const caseId = record()
  changeSettings(kernel, { me: boss })
  checkCase(kernel, caseId)
  const remedyId = add(kernel, caseId, { amount: 6 * WAN })
  step(kernel, caseId, 'agree')
  return { ...department, caseId, remedyId }
}

describe('the remedies of a case', () => {
  it('are what its solution is made of; given up, they cost nothing', () => {
    const { kernel, record } = newCases()
    const caseId = record()
    checkCase(kernel, caseId)
    expect(sheetOf(kernel, caseId).bars).toEqual([{ event: 'agree', bar: 'noSolution' }])
    const remedyId = add(kernel, caseId, { amount: 9 * WAN })
    add(kernel, caseId, { kind: 'improvement', what: '供应商变更增加品质会签' })
    expect(sheetOf(kernel, caseId)).toMatchObject({ bars: [], paid: 9 * WAN })
    endRemedy(kernel, { commandId: command(), remedyId, as: 'dropped', note: '客户不要' })
    expect(sheetOf(kernel, caseId).paid).toBe(0)
    undo(kernel, command())
    removeRemedy(kernel, { commandId: command(), remedyId })
    expect(listRemedies(kernel, { caseId }).remedies.map(({ what }) => what)).toEqual([
      '供应商变更增加品质会签',
    ])
  })

  it('are never less than nothing', () => {
    const fields = { kind: 'compensation', what: '赔', ownerId: null, dueOn: null } as const
    expect(RemedyFields.safeParse({ ...fields, amount: -1 }).success).toBe(false)
    expect(RemedyFields.safeParse({ ...fields, amount: 0 }).success).toBe(true)
  })

  it('are approved by whose role may, and not beyond what was approved', () => {
    const { kernel, caseId, remedyId } = agreedCase()
    setLimit(kernel, { commandId: command(), role: '总经理', amount: 5 * WAN })
    expect(() => step(kernel, caseId, 'approve')).toThrow(
      refused('CASE_BARRED', { code: 'C-0001', reason: 'overLimit' }),
    )
    setLimit(kernel, { commandId: command(), role: '总经理', amount: 6 * WAN })
    step(kernel, caseId, 'approve')
    expect(listRemedies(kernel, { caseId })).toMatchObject({
      approval: { amount: 6 * WAN, by: '顾长风', on: '2026-11-24' },
      limit: 6 * WAN,
    })
    const remedy = {
      kind: 'compensation',
      what: '多赔',
      ownerId: null,
      dueOn: null,
      amount: 7 * WAN,
    } as const
    expect(() => saveRemedy(kernel, { commandId: command(), caseId, remedyId, remedy })).toThrow(
      refused('ABOVE_APPROVED', { approved: 6 * WAN, wanted: 7 * WAN }),
    )
    expect(() => add(kernel, caseId, { amount: 1 })).toThrow(refused('ABOVE_APPROVED'))
    // sent back, it is open again, and approved no longer
    step(kernel, caseId, 'sendBack', { note: '客户要更多' })
    saveRemedy(kernel, { commandId: command(), caseId, remedyId, remedy })
    expect(listRemedies(kernel, { caseId }).approval).toBeNull()
  })

  it('are approved by somebody, and by a role that may once any role has a limit', () => {
    const { kernel, boss, caseId } = agreedCase()
    changeSettings(kernel, { me: null })
    expect(() => step(kernel, caseId, 'approve')).toThrow(
      refused('CASE_BARRED', { code: 'C-0001', reason: 'unnamed' }),
    )
    changeSettings(kernel, { me: boss })
    setLimit(kernel, { commandId: command(), role: '客户经理', amount: 9 * WAN })
    expect(() => step(kernel, caseId, 'approve')).toThrow(
      refused('CASE_BARRED', { code: 'C-0001', reason: 'overLimit' }),
    )
    expect(sheetOf(kernel, caseId).approvers).toEqual(['客户经理'])
    undo(kernel, command())
    step(kernel, caseId, 'approve')
  })

  it('are not handed over before what they cost is approved', () => {
    const { kernel, caseId, remedyId } = agreedCase()
    const deliver = () => endRemedy(kernel, { commandId: command(), remedyId, as: 'delivered', note: '' })
    expect(deliver).toThrow(refused('REMEDY_UNAPPROVED'))
    step(kernel, caseId, 'approve')
    deliver()
  })

  it('have to be delivered before they are called carried out, improvements aside', () => {
    const { kernel, caseId, remedyId } = agreedCase()
    add(kernel, caseId, { kind: 'improvement', what: '改流程' })
    step(kernel, caseId, 'approve')
    expect(() => step(kernel, caseId, 'carryOut')).toThrow(
      refused('CASE_BARRED', { code: 'C-0001', reason: 'undelivered' }),
    )
    endRemedy(kernel, { commandId: command(), remedyId, as: 'delivered', note: '' })
    for (const event of ['carryOut', 'tell'] as const) step(kernel, caseId, event)
    expect(sheetOf(kernel, caseId).state).toBe('told')
  })

  it('are compared with what closed cases of the category were paid', () => {
    const { kernel, boss, record } = newCases()
    const answer = { answer: 'accepts', words: '', personId: null, unasked: '' } as const
    changeSettings(kernel, { me: boss })
    const settle = (loss: number, paid: number): void => {
      const caseId = record({ category: 'product' })
      const lost = { id: caseId, field: 'loss', before: null, after: loss } as const
      changeCases(kernel, { commandId: command(), edits: [lost] })
      writeFinding(kernel, { commandId: command(), caseId, before: null, after: { true: 'no', what: '' } })
      writeAnswer(kernel, { commandId: command(), caseId, before: null, after: answer })
      for (const event of ['acknowledge', 'grade', 'check'] as const) step(kernel, caseId, event)
      const remedyId = add(kernel, caseId, { amount: paid })
      for (const event of ['agree', 'approve'] as const) step(kernel, caseId, event)
      endRemedy(kernel, { commandId: command(), remedyId, as: 'delivered', note: '' })
      for (const event of ['carryOut', 'tell', 'accept', 'close'] as const) step(kernel, caseId, event)
    }
    for (const share of [0.4, 0.5, 0.6]) settle(10 * WAN, share * 10 * WAN)
    const caseId = record({ category: 'product' })
    const lost = { id: caseId, field: 'loss', before: null, after: 30 * WAN } as const
    changeCases(kernel, { commandId: command(), edits: [lost] })
    add(kernel, caseId, { amount: 18.6 * WAN })
    expect(sheetOf(kernel, caseId).fairness).toMatchObject({ ratio: 0.62, median: 0.5, verdict: 'usual' })
    add(kernel, caseId, { amount: 5 * WAN })
    expect(sheetOf(kernel, caseId).fairness?.verdict).toBe('high')
  })
})
