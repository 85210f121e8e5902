import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../db/accounts/rules/days.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { WinBackId } from '../../../db/kernel/ids.ts'
import {
  changeWinBacks,
  decideWinBack,
  removeWinBacks,
  startWinBack,
  writeInterview,
  writeOutcome,
  writeWorth,
} from '../../../db/recovery/winBack/service/change.ts'
import { getWinBack, listWinBacks } from '../../../db/recovery/winBack/service/read.ts'
import { addSteps, changeStep, doStep, removeStep } from '../../../db/recovery/winBack/service/steps.ts'
import { command } from '../newKernel.ts'
import { newCases } from './newCases.ts'

function lostAccount() {
  const department = newCases()
  const { kernel, nanxun, boss } = department
  const today = dayOf(kernel.now())
  const { winBackId } = startWinBack(kernel, {
    commandId: command(),
    accountId: nanxun,
    lostOn: today,
    caseId: null,
  })
  const ofOne = () => ({ commandId: command(), winBackId })
  const decide = (decision: 'try' | 'leave' | 'courtesy') =>
    decideWinBack(kernel, {
      ...ofOne(),
      before: getWinBack(kernel, { winBackId }).winBack.decision,
      after: { decision, reason: '价值不够', memberId: boss, on: today },
    })
  const weigh = () =>
    writeWorth(kernel, {
      ...ofOne(),
      before: null,
      after: { yearly: 100_000_00, share: 60, years: 3, chance: 30, cost: 20_000_00 },
    })
  const lifecycle = () =>
    kernel.db
      .prepare<[string], string | null>('SELECT lifecycle FROM account WHERE id = ?')
      .pluck()
      .get(nanxun)
  const sheet = () => getWinBack(kernel, { winBackId }).winBack
  return { ...department, today, winBackId, ofOne, decide, weigh, lifecycle, sheet }
}

describe('a lost account', () => {
  it('is lost in the archive too, and is noted once only while it is open', () => {
    const { kernel, nanxun, today, lifecycle, sheet } = lostAccount()
    expect(lifecycle()).toBe('lost')
    expect(sheet()).toMatchObject({ code: 'W-0001', state: 'unasked' })
    const again = () =>
      startWinBack(kernel, { commandId: command(), accountId: nanxun, lostOn: today, caseId: null })
    expect(again).toThrow('WIN_BACK_THERE')
    undo(kernel, command())
    expect(listWinBacks(kernel, {}).rows).toEqual([])
    expect(lifecycle()).not.toBe('lost')
  })
  it('is deliberately not won back: with a reason and who decided, nothing more is planned', () => {
    const { kernel, decide, sheet, ofOne, today, lifecycle, nanxun } = lostAccount()
    decide('leave')
    expect(sheet()).toMatchObject({ state: 'left', decidedBy: '顾长风', outcomes: [] })
    expect(lifecycle()).toBe('lost')
    const plan = () =>
      addSteps(kernel, { ...ofOne(), steps: [{ what: '道歉', ownerId: null, dueOn: today }] })
    expect(plan).toThrow('NOT_DECIDED')
    // it is over: were it lost once more, it would be noted anew
    startWinBack(kernel, { commandId: command(), accountId: nanxun, lostOn: today, caseId: null })
    expect(listWinBacks(kernel, { accountId: nanxun }).rows.map(({ code }) => code)).toEqual([
      'W-0002',
      'W-0001',
    ])
  })
  it('is tried only once it was weighed, and followed until it is back', () => {
    const { kernel, decide, weigh, sheet, ofOne, today, lifecycle } = lostAccount()
    expect(() => decide('try')).toThrow('WORTH_MISSING')
    weigh()
    decide('try')
    expect(sheet()).toMatchObject({ state: 'trying', net: 34_000_00 })
    addSteps(kernel, { ...ofOne(), steps: [{ what: '道歉', ownerId: null, dueOn: today }] })
    const [step] = sheet().steps
    if (!step) throw new Error('no step')
    doStep(kernel, { commandId: command(), stepId: step.id, done: true, note: '' })
    expect(sheet().steps[0]?.done?.on).toBe(today)
    const early = () => writeOutcome(kernel, { ...ofOne(), months: 6, outcome: 'away', note: '' })
    expect(early).toThrow('LOOK_TOO_EARLY')
    writeOutcome(kernel, { ...ofOne(), months: 6, outcome: 'back', note: '第一单' })
    expect(sheet().state).toBe('back')
    expect(lifecycle()).toBe('wonBack')
    undo(kernel, command())
    expect(sheet().state).toBe('trying')
    expect(lifecycle()).toBe('lost')
  })
  it('is let go with courtesy: steps are followed until it is parted from', () => {
    const { kernel, decide, sheet, ofOne, today, lifecycle } = lostAccount()
    decide('courtesy')
    expect(lifecycle()).toBe('letGo')
    addSteps(kernel, { ...ofOne(), steps: [{ what: '感谢信', ownerId: null, dueOn: today }] })
    expect(sheet()).toMatchObject({ state: 'parting', dueOn: today })
    const [step] = sheet().steps
    if (!step) throw new Error('no step')
    changeStep(kernel, {
      commandId: command(),
      stepId: step.id,
      step: { what: '写感谢信', ownerId: null, dueOn: today },
    })
    removeStep(kernel, { commandId: command(), stepId: step.id })
    expect(sheet().state).toBe('parted')
    undo(kernel, command())
    expect(sheet().steps.map(({ what }) => what)).toEqual(['写感谢信'])
  })
  it('keeps what they said, guards it against another window, and refuses what can’t be', () => {
    const { kernel, sheet, ofOne, today, winBackId } = lostAccount()
    const interview = {
      defection: 'pushedByMistake',
      lossCause: 'unresolved',
      force: 'ours',
      why: '检测报告晚了两天',
      personId: null,
      on: today,
      answers: { unheard: '说过三次' },
    } as const
    writeInterview(kernel, { ...ofOne(), before: null, after: interview })
    expect(sheet()).toMatchObject({ state: 'undecided', defection: 'pushedByMistake', interview })
    const over = () =>
      writeInterview(kernel, { ...ofOne(), before: null, after: { ...interview, why: '别的' } })
    expect(over).toThrow('CELLS_CHANGED')
    const later = () =>
      changeWinBacks(kernel, {
        commandId: command(),
        edits: [{ id: winBackId, field: 'lostOn', before: today, after: '2999-01-01' }],
      })
    expect(later).toThrow('DAY_TO_COME')
    removeWinBacks(kernel, { commandId: command(), winBackIds: [winBackId] })
    expect(() => getWinBack(kernel, { winBackId: winBackId satisfies WinBackId })).toThrow('ROW_NOT_FOUND')
  })
})
