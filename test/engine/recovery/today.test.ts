import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../../db/accounts/rules/days.ts'
import type { Section } from '../../../db/channel/today/rules/sections.ts'
import { openToday } from '../../../db/channel/today/service/open.ts'
import { changeSettings } from '../../../db/department/settings.ts'
import { checkAction, doAction, saveAction } from '../../../db/recovery/causes/service/actions.ts'
import { endRemedy, saveRemedy } from '../../../db/recovery/remedies/service/remedies.ts'
import {
  decideWinBack,
  startWinBack,
  writeOutcome,
  writeWorth,
} from '../../../db/recovery/winBack/service/change.ts'
import { addSteps } from '../../../db/recovery/winBack/service/steps.ts'
import { command } from '../newKernel.ts'
import { newCases, step } from './newCases.ts'

const DAY = 86_400_000

let department: ReturnType<typeof newCases>
beforeEach(() => {
  department = newCases()
  changeSettings(department.kernel, { me: department.boss })
})

/** The lines of a list that come from service recovery, as kind and text. */
function linesOf(section: Section, whose: 'mine' | 'all' = 'mine') {
  const kinds: readonly string[] = ['case', 'remedy', 'action', 'check', 'winBackStep', 'winBackLook']
  return openToday(department.kernel, { whose })
    .lists[section].items.filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, what, done }) => `${kind} ${what}${done ? ' ✓' : ''}`)
}

describe('Today shows of service recovery', () => {
  it('an open case by the clock that ends first, to whoever answers for it', () => {
    const { clock, boss, deputy, kernel, record } = department
    record({ ownerId: boss, impact: 1, urgency: 1 })
    record({ ownerId: deputy, title: '别人的' })
    expect([...linesOf('today'), ...linesOf('next7')]).toEqual(['case UV 面漆发白'])
    expect([...linesOf('today', 'all'), ...linesOf('next7', 'all')]).toHaveLength(2)
    clock.now += 30 * DAY
    expect(linesOf('late')).toEqual(['case UV 面漆发白'])
    const { late } = openToday(kernel, { whose: 'mine' }).lists
    expect(late.items[0]?.lateMinutes).toBeGreaterThan(0)
  })
  it('a remedy and an action until they are done, and then the looks at the action one after another', () => {
    const { clock, boss, kernel, record } = department
    const caseId = record({ ownerId: boss })
    const today = dayOf(clock.now)
    const { remedyId } = saveRemedy(kernel, {
      commandId: command(),
      caseId,
      remedyId: null,
      remedy: { kind: 'exchange', what: '换货', ownerId: boss, dueOn: today, amount: 0 },
    })
    const { actionId } = saveAction(kernel, {
      ...{ commandId: command(), caseId, actionId: null, kind: 'corrective', what: '品质会签' },
      ownerId: null,
      dueOn: addDays(today, -1),
    })
    expect(linesOf('today')).toContain('remedy 换货')
    expect(linesOf('late')).toContain('action 品质会签')
    endRemedy(kernel, { commandId: command(), remedyId, as: 'delivered', note: '' })
    doAction(kernel, { commandId: command(), actionId, done: true, note: '' })
    expect(linesOf('today')).toEqual(expect.arrayContaining(['remedy 换货 ✓', 'action 品质会签 ✓']))
    expect(linesOf('late')).not.toContain('action 品质会签')
    clock.now += 30 * DAY
    expect(linesOf('today')).toContain('check 品质会签')
    checkAction(kernel, { commandId: command(), actionId, days: 30, works: true, note: '' })
    expect(linesOf('today')).not.toContain('check 品质会签')
    clock.now += 61 * DAY
    expect(linesOf('late')).toContain('check 品质会签')
  })
  it('nothing of a case that was withdrawn', () => {
    const { clock, boss, kernel, record } = department
    const caseId = record({ ownerId: boss })
    saveRemedy(kernel, {
      commandId: command(),
      caseId,
      remedyId: null,
      remedy: { kind: 'exchange', what: '换货', ownerId: boss, dueOn: dayOf(clock.now), amount: 0 },
    })
    step(kernel, caseId, 'withdraw', { note: '记错客户' })
    expect([...linesOf('today'), ...linesOf('next7'), ...linesOf('late')]).toEqual([])
  })
  it('what was told to the customer among what waits for them', () => {
    const { clock, boss, kernel, record } = department
    const caseId = record({ ownerId: boss, impact: 4, urgency: 4 })
    kernel.write({ commandId: command(), label: { command: 'x', params: {} } }, (tx) => {
      tx.db
        .prepare(`UPDATE recovery_case SET progress = json_set(progress, '$.state', 'told') WHERE id = ?`)
        .run(caseId)
      return {}
    })
    expect(linesOf('waiting')).toEqual(['case UV 面漆发白'])
    expect(linesOf('today')).toEqual([])
    expect(clock.now).toBeGreaterThan(0)
  })
  it('steps of winning an account back, and the looks after half a year and a year', () => {
    const { clock, boss, kernel, nanxun } = department
    const today = dayOf(clock.now)
    const started = { commandId: command(), accountId: nanxun, lostOn: today, caseId: null, ownerId: boss }
    const { winBackId } = startWinBack(kernel, started)
    const ofOne = () => ({ commandId: command(), winBackId })
    const after = { yearly: 1, share: 50, years: 1, chance: 50, cost: 0 }
    writeWorth(kernel, { ...ofOne(), before: null, after })
    const decision = { decision: 'try', reason: '值得', memberId: boss, on: today } as const
    decideWinBack(kernel, { ...ofOne(), before: null, after: decision })
    addSteps(kernel, { ...ofOne(), steps: [{ what: '道歉', ownerId: boss, dueOn: today }] })
    expect(linesOf('today')).toContain('winBackStep 道歉')
    clock.now += 190 * DAY
    expect(linesOf('late')).toContain('winBackLook W-0001')
    writeOutcome(kernel, { ...ofOne(), months: 6, outcome: 'partly', note: '' })
    expect(linesOf('late')).not.toContain('winBackLook W-0001')
  })
})
