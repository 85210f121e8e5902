import { describe, expect, it } from 'vitest'
import { personReader } from '../../../db/accounts/people/service/read.ts'
import { addPromises } from '../../../db/accounts/promises/service/add.ts'
import { settlePromises } from '../../../db/accounts/promises/service/settle.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { VisitId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { NO_OUTCOME } from '../../../db/visits/rules/outcome.ts'
import { repeatVisit, writeOutcome } from '../../../db/visits/service/change.ts'
import { notePerson } from '../../../db/visits/service/links.ts'
import { listVisits } from '../../../db/visits/service/read.ts'
import { command } from '../newKernel.ts'
import { newVisits, refused, sheetOf, step } from './newVisits.ts'

const reached = (kernel: Kernel, visitId: VisitId): void => {
  const before = { ...NO_OUTCOME, answers: {} }
  writeOutcome(kernel, { commandId: command(), visitId, before, after: { ...before, reach: 'partly' } })
}

const logged = (kernel: Kernel, accountId: string) =>
  kernel.db
    .prepare<[string], { on: string; channel: string; text: string }>(
      'SELECT happened_on AS "on", channel, text FROM log_entry WHERE account_id = ? AND deleted = 0',
    )
    .all(accountId)

describe('the course of a visit', () => {
  it('goes from a proposal to its end, and writes the contact into the log', () => {
    const { kernel, clock, add, nanxun } = newVisits()
    const id = add({ objective: '当面致歉' })
    step(kernel, id, 'approve')
    step(kernel, id, 'confirm')
    clock.now += 6 * 86_400_000
    step(kernel, id, 'hold', { note: '简报来不及冻结' })
    // two working days after Monday
    expect(sheetOf(kernel, id).minutesDueOn).toBe('2026-12-02')
    step(kernel, id, 'finish')
    reached(kernel, id)
    step(kernel, id, 'record')
    step(kernel, id, 'close')
    const visit = sheetOf(kernel, id)
    expect(visit.state).toBe('closed')
    expect(visit.events.map(({ kind }) => kind)).toEqual([
      'approve',
      'confirm',
      'hold',
      'finish',
      'record',
      'close',
    ])
    expect(logged(kernel, nanxun)).toEqual([{ on: '2026-11-30', channel: 'visit', text: '当面致歉 V-0001' }])
  })

  it('is not held before its day, and without a frozen brief only with a reason', () => {
    const { kernel, clock, add } = newVisits()
    const id = add()
    step(kernel, id, 'approve')
    step(kernel, id, 'confirm')
    for (const more of [{}, { note: '急' }])
      expect(() => step(kernel, id, 'hold', more)).toThrow(
        refused('VISIT_TOO_EARLY', { name: '南浔木业', day: '2026-11-30' }),
      )
    clock.now += 6 * 86_400_000
    expect(() => step(kernel, id, 'hold')).toThrow(refused('VISIT_STEP_NEEDS_REASON', { event: 'hold' }))
    step(kernel, id, 'hold', { note: '急' })
    expect(sheetOf(kernel, id).state).toBe('held')
  })

  it('refuses minutes before the visit, and before somebody said what came of it', () => {
    const { kernel, clock, add } = newVisits()
    const id = add({ day: '2026-11-24' })
    expect(() => step(kernel, id, 'record')).toThrow(
      refused('VISIT_STEP_REFUSED', { name: '南浔木业', state: 'proposed', event: 'record' }),
    )
    for (const event of ['approve', 'confirm'] as const) step(kernel, id, event)
    step(kernel, id, 'hold', { note: '急' })
    step(kernel, id, 'finish')
    expect(() => step(kernel, id, 'record')).toThrow(refused('VISIT_NO_OUTCOME'))
    clock.now += 1
    reached(kernel, id)
    step(kernel, id, 'record')
    expect(sheetOf(kernel, id).state).toBe('following')
  })

  it('has to be confirmed again once it is moved', () => {
    const { kernel, add } = newVisits()
    const id = add()
    step(kernel, id, 'approve')
    step(kernel, id, 'confirm')
    expect(() => step(kernel, id, 'move', { day: '2026-12-03' })).toThrow(refused('VISIT_STEP_NEEDS_REASON'))
    step(kernel, id, 'move', { day: '2026-12-03', note: '对方盘点' })
    const { day, state, events } = sheetOf(kernel, id)
    expect({ day, state, from: events.at(-1)?.from }).toEqual({
      day: '2026-12-03',
      state: 'approved',
      from: '2026-11-30',
    })
    undo(kernel, command())
    expect(sheetOf(kernel, id)).toMatchObject({ day: '2026-11-30', state: 'confirmed' })
  })

  it('stands in the list by its day, of which the first lines can be had', () => {
    const { kernel, add } = newVisits()
    const days = ['2026-12-03', '2026-12-01', '2026-12-02']
    for (const day of days) add({ day })
    const first = (limit?: number) => {
      const { rows, more } = listVisits(kernel, limit === undefined ? {} : { limit })
      return { days: rows.map(({ day }) => day), more }
    }
    expect(first()).toEqual({ days: days.toSorted(), more: false })
    expect(first(3)).toEqual(first())
    expect(first(2)).toEqual({ days: days.toSorted().slice(0, 2), more: true })
  })

  it('is missed once its day has passed and nothing was said', () => {
    const { kernel, clock, add } = newVisits()
    add()
    expect(listVisits(kernel, {}).rows[0]?.missed).toBe(false)
    clock.now += 7 * 86_400_000
    expect(listVisits(kernel, {}).rows[0]?.missed).toBe(true)
  })

  it('proposes the next one where it comes again', () => {
    const { kernel, add, chairman, boss } = newVisits()
    const id = add({ day: '2026-11-24' })
    repeatVisit(kernel, { commandId: command(), visitId: id, every: 3 })
    for (const event of ['approve', 'confirm'] as const) step(kernel, id, event)
    step(kernel, id, 'hold', { note: '急' })
    const next = listVisits(kernel, {}).rows.find((row) => row.id !== id)
    expect(next).toMatchObject({ day: '2027-02-24', state: 'proposed', leadId: boss, account: '南浔木业' })
    if (!next) throw new Error('no next visit')
    const sheet = sheetOf(kernel, next.id)
    expect(sheet.theirs.map(({ personId }) => personId)).toEqual([chairman])
    expect(sheet.repeatsEvery).toBe(3)
  })

  it('takes how theirs stood afterwards into their portraits', () => {
    const { kernel, add, chairman } = newVisits()
    const id = add({ day: '2026-11-24' })
    for (const event of ['approve', 'confirm'] as const) step(kernel, id, event)
    step(kernel, id, 'hold', { note: '急' })
    step(kernel, id, 'finish')
    notePerson(kernel, {
      commandId: command(),
      visitId: id,
      personId: chairman,
      attitudeAfter: 'friendly',
      came: true,
    })
    reached(kernel, id)
    step(kernel, id, 'record')
    expect(personReader(kernel.db)(chairman)?.attitude).toBe('friendly')
    expect(sheetOf(kernel, id).theirs[0]).toMatchObject({
      attitudeBefore: 'neutral',
      attitudeAfter: 'friendly',
      came: true,
    })
  })
})

describe('what was promised at a visit', () => {
  const followed = () => {
    const department = newVisits()
    const { kernel, add, nanxun } = department
    const id = add({ day: '2026-11-24' })
    for (const event of ['approve', 'confirm'] as const) step(kernel, id, event)
    step(kernel, id, 'hold', { note: '急' })
    step(kernel, id, 'finish')
    reached(kernel, id)
    step(kernel, id, 'record')
    const promise = (dueOn: string | null, memberId: typeof department.boss | null) => {
      const [promiseId] = addPromises(kernel, {
        commandId: command(),
        promises: [{ accountId: nanxun, what: '出检测报告', dueOn, memberId, source: 'visit', sourceId: id }],
      }).promiseIds
      if (!promiseId) throw new Error('no promise')
      return promiseId
    }
    return { ...department, id, promise }
  }

  it('keeps the visit open until it is under way with owner and day', () => {
    const { kernel, id, promise } = followed()
    promise(null, null)
    expect(() => step(kernel, id, 'close')).toThrow(
      refused('VISIT_OPEN_COMMITMENTS', { what: '出检测报告', count: 1 }),
    )
  })

  it('lets it be closed while somebody is at it', () => {
    const { kernel, id, promise, boss } = followed()
    promise('2026-12-05', boss)
    step(kernel, id, 'close')
    expect(sheetOf(kernel, id).state).toBe('closed')
  })

  it('keeps it open where it was broken, until the customer releases it', () => {
    const { kernel, id, promise, boss } = followed()
    const promiseId = promise('2026-12-05', boss)
    const settle = (to: 'broken' | 'open' | 'released') =>
      settlePromises(kernel, { commandId: command(), promiseIds: [promiseId], to, note: '客户说不必了' })
    settle('broken')
    expect(() => step(kernel, id, 'close')).toThrow(refused('VISIT_OPEN_COMMITMENTS'))
    settle('open')
    settle('released')
    step(kernel, id, 'close')
    expect(sheetOf(kernel, id).state).toBe('closed')
  })
})
