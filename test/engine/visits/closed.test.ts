import { describe, expect, it } from 'vitest'
import { NO_OUTCOME } from '../../../db/visits/rules/outcome.ts'
import { changeVisits, writeOutcome } from '../../../db/visits/service/change.ts'
import { addCost, removeCost } from '../../../db/visits/service/costs.ts'
import { setAccounts, setMember, setPeople } from '../../../db/visits/service/links.ts'
import { saveTopic } from '../../../db/visits/service/topics.ts'
import { command } from '../newKernel.ts'
import { newVisits, refused, sheetOf, step } from './newVisits.ts'

describe('a visit', () => {
  it('stays as it is once it is closed, until it is reopened with a reason', () => {
    const { kernel, clock, add, boss, chairman, nanxun } = newVisits()
    const id = add()
    const outcome = (reach: 'partly' | 'reached') => ({
      commandId: command(),
      visitId: id,
      before: { ...NO_OUTCOME, answers: {} },
      after: { ...NO_OUTCOME, answers: {}, reach },
    })
    const given = { commandId: command(), visitId: id, what: '差旅', amount: 100 }
    const { costId } = addCost(kernel, given)
    for (const event of ['approve', 'confirm'] as const) step(kernel, id, event)
    clock.now += 6 * 86_400_000
    step(kernel, id, 'hold', { note: '急' })
    step(kernel, id, 'finish')
    writeOutcome(kernel, outcome('partly'))
    for (const event of ['record', 'close'] as const) step(kernel, id, event)
    const before = sheetOf(kernel, id)
    const topic = { topic: '补', memberId: null, personId: null, minutes: 5, bottomLine: '', concession: '' }
    const edit = { id, field: 'objective', before: '', after: '另一个' } as const
    const written = { commandId: command(), visitId: id }
    const changes: readonly (() => unknown)[] = [
      () => changeVisits(kernel, { commandId: command(), edits: [edit] }),
      () => writeOutcome(kernel, outcome('reached')),
      () => addCost(kernel, { ...given, commandId: command() }),
      () => removeCost(kernel, { commandId: command(), costId }),
      () => saveTopic(kernel, { ...written, topicId: null, topic }),
      () => setPeople(kernel, { ...written, personIds: [chairman], there: false }),
      () => setMember(kernel, { ...written, memberId: boss, part: null }),
      () => setAccounts(kernel, { ...written, accountIds: [nanxun], there: false }),
    ]
    for (const change of changes)
      expect(change, String(change)).toThrow(refused('VISIT_CLOSED', { name: '南浔木业' }))
    expect(sheetOf(kernel, id)).toEqual(before)
    step(kernel, id, 'reopen', { note: '补记' })
    changeVisits(kernel, { commandId: command(), edits: [edit] })
    expect(sheetOf(kernel, id).objective).toBe('另一个')
  })
})
