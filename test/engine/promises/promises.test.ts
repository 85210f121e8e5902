import { beforeEach, describe, expect, it } from 'vitest'
import type { NewPromise } from '../../../db/accounts/promises/contract.ts'
import { tallyOf } from '../../../db/accounts/promises/rules/keptRate.ts'
import { addPromises } from '../../../db/accounts/promises/service/add.ts'
import { changePromises, removePromises } from '../../../db/accounts/promises/service/change.ts'
import {
  listPromises,
  promiseStanding,
  standingByMember,
} from '../../../db/accounts/promises/service/read.ts'
import { settlePromises } from '../../../db/accounts/promises/service/settle.ts'
import { addAccounts, removeAccounts } from '../../../db/accounts/service/write.ts'
import { addMember } from '../../../db/department/service/members.ts'
import { changeSettings } from '../../../db/department/settings.ts'
import { undo } from '../../../db/kernel/history.ts'
import { AccountId, MemberId, PersonId, type PromiseId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel, refusal } from '../newKernel.ts'

const TODAY = '2026-11-24'
const nobody = '01890000-0000-7000-8000-000000000000'
let kernel: Kernel
let a = AccountId.parse(nobody)
let b = AccountId.parse(nobody)
let lin = MemberId.parse(nobody)

beforeEach(() => {
  kernel = newKernel(() => new Date(`${TODAY}T10:00:00`).getTime())
  const accounts = [{ name: '恒岳家居集团' }, { name: '南浔木业' }]
  const added = addAccounts(kernel, { commandId: command(), accounts }).accountIds
  a = added[0] ?? a
  b = added[1] ?? b
  lin = addMember(kernel, { commandId: command(), name: '林晓舟', role: '' }).memberId
  changeSettings(kernel, { me: lin })
})

const add = (what: string, promise: Partial<NewPromise> = {}): PromiseId => {
  const [id] = addPromises(kernel, {
    commandId: command(),
    promises: [{ accountId: a, what, ...promise }],
  }).promiseIds
  if (!id) throw new Error('not added')
  return id
}
type Settle = Parameters<typeof settlePromises>[1]
const settle = (promiseIds: PromiseId[], to: Settle['to'], more: Partial<Settle> = {}) =>
  settlePromises(kernel, { commandId: command(), promiseIds, to, note: '', ...more })
const list = (input: Partial<Parameters<typeof listPromises>[1]> = {}) =>
  listPromises(kernel, { show: 'all', offset: 0, limit: 500, ...input })
const words = (input?: Parameters<typeof list>[0]) => list(input).rows.map(({ what }) => what)
const change = (
  promiseId: PromiseId,
  field: 'what' | 'dueOn' | 'madeOn' | 'side' | 'memberId' | 'personId',
  before: string | null,
  after: string | null,
) => changePromises(kernel, { commandId: command(), edits: [{ promiseId, field, before, after }] })

describe('a new promise', () => {
  it('is ours, made today by who sits at the laptop, and open', () => {
    add('样板房专色打样送展厅', { dueOn: '2026-11-25' })
    expect(list().rows).toMatchObject([
      {
        account: '恒岳家居集团',
        side: 'ours',
        member: '林晓舟',
        madeOn: TODAY,
        state: 'open',
        settledOn: null,
      },
    ])
  })

  it('is refused where a party is not there or it is due before it was made', () => {
    expect(() => add('x', { accountId: AccountId.parse(nobody) })).toThrow('ACCOUNT_NOT_FOUND')
    expect(() => add('x', { memberId: MemberId.parse(nobody) })).toThrow('MEMBER_NOT_FOUND')
    expect(() => add('x', { personId: PersonId.parse(nobody) })).toThrow('PERSON_NOT_FOUND')
    expect(() => add('x', { madeOn: TODAY, dueOn: '2026-11-23' })).toThrow(
      expect.objectContaining(refusal('DUE_BEFORE_MADE', { madeOn: TODAY, dueOn: '2026-11-23' })),
    )
    expect(list().total).toBe(0)
  })
})

describe('the ledger', () => {
  it('shows open promises first by their day, those without one after them, settled ones last, newest first', () => {
    const old = add('早已了结', { madeOn: '2026-01-01' })
    const fresh = add('刚了结', { madeOn: '2026-01-01' })
    add('没有日子')
    add('十二月五日', { dueOn: '2026-12-05' })
    add('晚了', { madeOn: '2026-11-01', dueOn: '2026-11-20' })
    settle([old], 'kept', { on: '2026-02-01' })
    settle([fresh], 'broken', { on: '2026-11-01' })
    expect(words()).toEqual(['晚了', '十二月五日', '没有日子', '刚了结', '早已了结'])
    expect(words({ show: 'late' })).toEqual(['晚了'])
    expect(words({ show: 'open' })).toEqual(['晚了', '十二月五日', '没有日子'])
    expect(words({ show: 'settled' })).toEqual(['刚了结', '早已了结'])
    expect(list({ offset: 1, limit: 2 })).toMatchObject({
      total: 5,
      rows: [{ what: '十二月五日' }, { what: '没有日子' }],
    })
  })

  it('is of one account, one of ours, or one side where asked, and leaves out deleted accounts', () => {
    const fang = addMember(kernel, { commandId: command(), name: '方佩', role: '' }).memberId
    add('甲')
    add('乙', { accountId: b, memberId: fang })
    add('他们的', { accountId: b, side: 'theirs' })
    expect(words({ accountId: a })).toEqual(['甲'])
    expect(words({ memberId: fang })).toEqual(['乙'])
    expect(words({ side: 'theirs' })).toEqual(['他们的'])
    removeAccounts(kernel, { commandId: command(), accountIds: [b] })
    expect(words()).toEqual(['甲'])
  })
})

describe('settling', () => {
  it('keeps how, when, by whom and with what note; reopening forgets it; undo brings it back', () => {
    const id = add('打样', { dueOn: TODAY })
    settle([id], 'kept', { note: '唐总签收' })
    expect(list().rows).toMatchObject([
      { state: 'kept', settledOn: TODAY, settledBy: '林晓舟', note: '唐总签收' },
    ])
    settle([id], 'open')
    expect(list().rows).toMatchObject([{ state: 'open', settledOn: null, settledBy: null, note: '' }])
    undo(kernel, command())
    expect(list().rows).toMatchObject([{ state: 'kept', note: '唐总签收' }])
  })

  it('needs the customer’s word for a release', () => {
    const id = add('打样')
    expect(() => settle([id], 'released')).toThrow('RELEASE_NEEDS_NOTE')
    settle([id], 'released', { note: '郑总说不必了' })
    expect(list().rows).toMatchObject([{ state: 'released' }])
  })

  it('settles many as one command, and refuses all where one is settled otherwise', () => {
    const [one, two] = [add('一'), add('二')]
    settle([one], 'broken')
    expect(() => settle([one, two], 'kept')).toThrow(
      expect.objectContaining(refusal('PROMISE_STATE', { what: '一', state: 'broken' })),
    )
    expect(words({ show: 'open' })).toEqual(['二'])
    settle([one, two], 'broken')
    expect(words({ show: 'open' })).toEqual([])
    undo(kernel, command())
    expect(words({ show: 'open' })).toEqual(['二'])
  })
})

describe('changing', () => {
  it('changes a value, and refuses one that another window changed meanwhile', () => {
    const id = add('打样')
    change(id, 'dueOn', null, '2026-12-05')
    expect(list().rows).toMatchObject([{ dueOn: '2026-12-05' }])
    expect(() => change(id, 'dueOn', null, '2026-12-08')).toThrow(
      expect.objectContaining(refusal('CELLS_CHANGED', { cells: 1, name: '打样', current: '2026-12-05' })),
    )
    change(id, 'dueOn', '2026-12-05', '')
    expect(list().rows).toMatchObject([{ dueOn: null }])
  })

  it.each([
    ['what', '打样', '  '],
    ['what', '打样', null],
    ['dueOn', null, '2026-02-29'],
    ['madeOn', TODAY, null],
    ['side', 'ours', 'both'],
    ['memberId', null, 'nobody'],
  ] as const)('refuses %s %s → %s', (field, before, after) => {
    const id = add('打样')
    expect(() => change(id, field, before, after)).toThrow('VALUE_REFUSED')
  })

  it('removes and brings back', () => {
    const id = add('打样')
    removePromises(kernel, { commandId: command(), promiseIds: [id] })
    expect(list().total).toBe(0)
    expect(() => settle([id], 'kept')).toThrow('PROMISE_NOT_FOUND')
    undo(kernel, command())
    expect(list().total).toBe(1)
  })
})

describe('the kept-rate', () => {
  it('is told for ours and theirs, for all time and the last 90 days, as the one rule counts it', () => {
    const made = { madeOn: '2026-01-01' }
    const kept = ['一', '二', '三'].map((what) => add(what, made))
    const broken = add('失信', made)
    const released = add('免除', made)
    add('晚了', { ...made, dueOn: '2026-11-01' })
    add('他们的', { ...made, side: 'theirs', dueOn: '2026-11-01' })
    settle(kept.slice(0, 2), 'kept', { on: '2026-03-01' })
    settle(kept.slice(2), 'kept', { on: '2026-11-01' })
    settle([broken], 'broken', { on: '2026-11-02' })
    settle([released], 'released', { on: '2026-11-02', note: '客户说算了' })
    const { ours, theirs } = promiseStanding(kernel, { accountId: a })
    expect(ours.all).toEqual({ open: 1, late: 1, kept: 3, broken: 1, released: 1, rate: 750 })
    expect(ours.recent).toEqual({ open: 1, late: 1, kept: 1, broken: 1, released: 1, rate: 500 })
    expect(theirs.all).toEqual({ open: 1, late: 1, kept: 0, broken: 0, released: 0, rate: null })
    const { rate, ...counts } = ours.all
    expect(rate).not.toBeNull()
    expect(tallyOf(list({ side: 'ours' }).rows, TODAY)).toEqual(counts)
    expect(standingByMember(kernel)).toMatchObject([{ member: '林晓舟', standing: { all: { rate: 750 } } }])
  })
})
