import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../../db/accounts/handover/rules/checklist.ts'
import { makeHandover, signHandover, tickHandover } from '../../../db/accounts/handover/service/handovers.ts'
import { merge } from '../../../db/accounts/merging/service/merge.ts'
import { addPeople } from '../../../db/accounts/people/service/write.ts'
import { erase } from '../../../db/accounts/privacy/service/erase.ts'
import { held } from '../../../db/accounts/privacy/service/held.ts'
import { searchAll } from '../../../db/accounts/search/service/all.ts'
import { removeAccounts } from '../../../db/accounts/service/write.ts'
import { undo } from '../../../db/kernel/history.ts'
import { listOrders, writeOrders } from '../../../db/recovery/orders/service/orders.ts'
import { noteCase, writeApology } from '../../../db/recovery/service/change.ts'
import { listCases } from '../../../db/recovery/service/read.ts'
import { startWinBack, writeInterview } from '../../../db/recovery/winBack/service/change.ts'
import { getWinBack, listWinBacks } from '../../../db/recovery/winBack/service/read.ts'
import { live } from '../accounts/rows.ts'
import { command } from '../newKernel.ts'
import { newCases, sheetOf, step } from './newCases.ts'

/** A complaint of 费文娟, who spoke and was apologised to, and who was asked why the account left. */
function complaint() {
  const department = newCases()
  const { kernel, boss, nanxun, buyer, record } = department
  const caseId = record({ personId: buyer, words: '费文娟：下一批会不会再白？', ownerId: boss })
  noteCase(kernel, { commandId: command(), caseId, text: '费文娟等检测报告', theirs: true, personId: buyer })
  const apology = { memberId: boss, personId: buyer, on: '2026-11-24', how: 'phone', words: '' } as const
  writeApology(kernel, { commandId: command(), caseId, before: null, after: apology })
  const lost = { accountId: nanxun, lostOn: '2026-11-24', caseId, ownerId: boss }
  const { winBackId } = startWinBack(kernel, { commandId: command(), ...lost })
  writeInterview(kernel, {
    ...{ commandId: command(), winBackId, before: null },
    after: {
      ...{ defection: 'pushedByMistake', lossCause: 'unresolved', force: 'ours', why: '报告晚了' },
      ...{ personId: buyer, on: '2026-11-24', answers: { unheard: '费文娟说过三次' } },
    },
  })
  return { ...department, caseId, winBackId }
}

describe('what the archive does with its people and accounts holds for service recovery too', () => {
  it('shows somebody all that is kept of them in cases and interviews, and erases their name from it', async () => {
    const { kernel, buyer } = complaint()
    const before = held(kernel, { commandId: command(), personId: buyer, language: 'zh' })
    const told = before.parts.find(({ part }) => part === 'cases')?.lines.map(({ value }) => value)
    expect(told).toHaveLength(3)
    expect(told?.join()).toContain('下一批会不会再白')
    await erase(kernel, {
      ...{ commandId: command(), personId: buyer, basis: '本人书面要求' },
      ...{ blankEntries: true, removeBackups: true },
    })
    const left = JSON.stringify([
      ...['recovery_case', 'case_event', 'win_back'].map((table) => live(kernel, table)),
      kernel.db.prepare('SELECT before, after FROM change').all(),
      kernel.db.prepare('SELECT label FROM txn').all(),
    ])
    expect(left).not.toContain('费文娟')
    expect(left).toContain('下一批会不会再白')
  })
  it('follows somebody who turned out to be another', () => {
    const { kernel, buyer, nanxun, caseId, winBackId } = complaint()
    const job = { accountId: nanxun, title: '总经理', department: '', since: null, until: null }
    const { personIds } = addPeople(kernel, {
      ...{ commandId: command(), entryId: null },
      people: [{ name: '费总', employments: [job], custom: [] }],
    })
    const [keepId] = personIds
    if (!keepId) throw new Error('nobody')
    merge(kernel, { commandId: command(), subject: 'person', keepId, goneId: buyer, take: [] })
    expect(sheetOf(kernel, caseId)).toMatchObject({ person: '费总', apologyTo: '费总' })
    expect(getWinBack(kernel, { winBackId }).winBack.asked).toBe('费总')
    const { parts } = held(kernel, { commandId: command(), personId: keepId, language: 'en' })
    expect(parts.find(({ part }) => part === 'cases')?.lines).toHaveLength(3)
  })
  it('moves cases, lost accounts and orders with an account that turned out to be another, and back', () => {
    const { kernel, nanxun, hengyue } = complaint()
    for (const accountId of [nanxun, hengyue])
      writeOrders(kernel, {
        ...{ commandId: command(), accountId },
        months: [{ month: '2026-10', before: null, after: 100 }],
      })
    merge(kernel, { commandId: command(), subject: 'account', keepId: hengyue, goneId: nanxun, take: [] })
    expect(listCases(kernel, { show: 'all', accountId: hengyue }).count).toBe(1)
    expect(listWinBacks(kernel, { accountId: hengyue }).rows).toHaveLength(1)
    expect(listOrders(kernel, { accountId: hengyue })).toEqual([{ month: '2026-10', amount: 200 }])
    undo(kernel, command())
    expect(listCases(kernel, { show: 'all', accountId: nanxun }).count).toBe(1)
    expect(listOrders(kernel, { accountId: nanxun })).toEqual([{ month: '2026-10', amount: 100 }])
  })
  it('hands over what is open of it with the account; what ended stays with who did it', () => {
    const { kernel, boss, deputy, nanxun, caseId, winBackId, record } = complaint()
    kernel.write({ commandId: command(), label: { command: 'x', params: {} } }, (tx) => {
      tx.db.prepare('UPDATE account SET owner_id = ? WHERE id = ?').run(boss, nanxun)
      return {}
    })
    const ended = record({ ownerId: boss, title: '记错了' })
    step(kernel, ended, 'withdraw', { note: '记错客户' })
    const { handoverId } = makeHandover(kernel, {
      ...{ commandId: command(), fromId: boss, toId: deputy, accountIds: [nanxun], dueOn: null, note: '' },
    })
    for (const side of ['giver', 'taker'] as const) {
      for (const check of CHECKS)
        tickHandover(kernel, { commandId: command(), handoverId, check, side, done: true })
      signHandover(kernel, { commandId: command(), handoverId, side })
    }
    expect(sheetOf(kernel, caseId).ownerId).toBe(deputy)
    expect(sheetOf(kernel, ended).ownerId).toBe(boss)
    expect(getWinBack(kernel, { winBackId }).winBack.ownerId).toBe(deputy)
  })
  it('opens a case again only while its account is there', () => {
    const { kernel, nanxun, record } = complaint()
    const caseId = record({ title: '记错了' })
    step(kernel, caseId, 'withdraw', { note: '记错客户' })
    removeAccounts(kernel, { commandId: command(), accountIds: [nanxun] })
    expect(() => step(kernel, caseId, 'reopen', { note: '没有记错' })).toThrow('ACCOUNT_NOT_FOUND')
    undo(kernel, command())
    step(kernel, caseId, 'reopen', { note: '没有记错' })
    expect(sheetOf(kernel, caseId)).toMatchObject({ state: 'recorded', reopened: 1 })
  })
  it('finds a case by its code and by what the customer said', () => {
    const { kernel, caseId } = complaint()
    for (const text of ['C-0001', '会不会再白'])
      expect(searchAll(kernel, { text, scope: 'all', limit: 5 }).found).toEqual(
        expect.arrayContaining([expect.objectContaining({ group: 'promises', kind: 'case', id: caseId })]),
      )
  })
})
