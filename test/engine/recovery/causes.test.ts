import { describe, expect, it } from 'vitest'
import { undo } from '../../../db/kernel/history.ts'
import type { CaseId, WhyId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import {
  checkAction,
  doAction,
  removeAction,
  saveAction,
} from '../../../db/recovery/causes/service/actions.ts'
import {
  getCauses,
  listRoots,
  removeWhy,
  saveWhy,
  setRoot,
} from '../../../db/recovery/causes/service/whys.ts'
import { mergeCases } from '../../../db/recovery/service/merge.ts'
import { command } from '../newKernel.ts'
import { refused } from '../visits/newVisits.ts'
import { newCases, sheetOf } from './newCases.ts'

const DAY = 86_400_000

const ask = (kernel: Kernel, caseId: CaseId, question: string, parentId: WhyId | null): WhyId =>
  saveWhy(kernel, {
    commandId: command(),
    caseId,
    whyId: null,
    parentId,
    ...{ question, answer: '', ours: true, evidence: '' },
  }).whyId

const root = { name: '供应商变更没有会签', lossCause: 'brokenFaith', force: 'ours' } as const

describe('why a case happened', () => {
  it('is asked question by question; one goes with all that hang on it, and comes back', () => {
    const { kernel, record } = newCases()
    const caseId = record()
    const first = ask(kernel, caseId, '为什么发白', null)
    const second = ask(kernel, caseId, '为什么残留水汽', first)
    ask(kernel, caseId, '为什么换料', second)
    const other = ask(kernel, caseId, '为什么没有复检', first)
    const questions = () => getCauses(kernel, { caseId }).whys.map(({ question }) => question)
    expect(questions()).toHaveLength(4)
    removeWhy(kernel, { commandId: command(), whyId: second })
    expect(questions()).toEqual(['为什么发白', '为什么没有复检'])
    undo(kernel, command())
    expect(questions()).toHaveLength(4)
    removeWhy(kernel, { commandId: command(), whyId: other })
    expect(() => removeWhy(kernel, { commandId: command(), whyId: other })).toThrow(refused('ROW_NOT_FOUND'))
  })

  it('is a repeat at once where the account had the same root cause within a year, and graver by a step', () => {
    const { kernel, clock, hengyue, record } = newCases()
    const [first, foreign] = [record({ impact: 4, urgency: 4 }), record({ accountId: hengyue })]
    for (const caseId of [first, foreign]) setRoot(kernel, { commandId: command(), caseId, root })
    expect(listRoots(kernel)).toMatchObject([{ ...root, cases: 2 }])
    clock.now += 364 * DAY
    const again = record({ impact: 4, urgency: 4 })
    expect(sheetOf(kernel, again).grading.severity).toBe(4)
    setRoot(kernel, { commandId: command(), caseId: again, root })
    expect(sheetOf(kernel, again)).toMatchObject({
      grading: { repeat: true, severity: 3 },
      repeatOf: { id: first },
    })
    // whoever's they were, they are told
    expect(
      getCauses(kernel, { caseId: again })
        .repeated.map(({ id }) => id)
        .toSorted(),
    ).toEqual([first, foreign].toSorted())
    clock.now += 2 * 366 * DAY
    const late = record()
    setRoot(kernel, { commandId: command(), caseId: late, root })
    expect(sheetOf(kernel, late)).toMatchObject({ grading: { repeat: false }, repeatOf: null })
    expect(getCauses(kernel, { caseId: late }).repeated).toEqual([])
  })

  it('is read with what was asked of a case that turned out to be the same', () => {
    const { kernel, record } = newCases()
    const [kept, other] = [record(), record()]
    ask(kernel, other, '为什么', null)
    mergeCases(kernel, { commandId: command(), caseId: kept, otherId: other })
    expect(getCauses(kernel, { caseId: kept }).whys).toHaveLength(1)
  })
})

describe('what is done about a cause', () => {
  const act = (kernel: Kernel, caseId: CaseId) =>
    saveAction(kernel, {
      commandId: command(),
      caseId,
      actionId: null,
      ...{ kind: 'preventive', what: '变更要品质会签', ownerId: null, dueOn: '2026-12-15' },
    }).actionId

  it('is looked at 30, 90 and 180 days after it was carried out, not before', () => {
    const { kernel, clock, record } = newCases()
    const caseId = record()
    const actionId = act(kernel, caseId)
    const action = () => getCauses(kernel, { caseId }).actions[0]
    expect(action()?.checks).toEqual([])
    const look = (days: 30 | 90 | 180, works: boolean | null = true) =>
      checkAction(kernel, { commandId: command(), actionId, days, works, note: '' })
    expect(() => look(30)).toThrow(refused('CHECK_TOO_EARLY', { day: '' }))
    doAction(kernel, { commandId: command(), actionId, done: true, note: '' })
    expect(action()?.checks.map(({ dueOn }) => dueOn)).toEqual(['2026-12-24', '2027-02-22', '2027-05-23'])
    clock.now += 29 * DAY
    expect(() => look(30)).toThrow(refused('CHECK_TOO_EARLY', { day: '2026-12-24' }))
    clock.now += DAY
    look(30)
    expect(action()?.checks.map(({ found }) => found?.works)).toEqual([true, undefined, undefined])
    look(30, false)
    expect(action()?.checks[0]?.found?.works).toBe(false)
    look(30, null)
    expect(action()?.checks[0]?.found).toBeNull()
  })

  it('forgets what was found where it turns out not to be carried out', () => {
    const { kernel, clock, record } = newCases()
    const caseId = record()
    const actionId = act(kernel, caseId)
    doAction(kernel, { commandId: command(), actionId, done: true, note: '' })
    clock.now += 30 * DAY
    checkAction(kernel, { commandId: command(), actionId, days: 30, works: true, note: '' })
    doAction(kernel, { commandId: command(), actionId, done: false, note: '' })
    doAction(kernel, { commandId: command(), actionId, done: true, note: '' })
    expect(getCauses(kernel, { caseId }).actions[0]?.checks.every(({ found }) => found === null)).toBe(true)
    removeAction(kernel, { commandId: command(), actionId })
    expect(getCauses(kernel, { caseId }).actions).toEqual([])
  })
})
