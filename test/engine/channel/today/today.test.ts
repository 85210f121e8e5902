import { beforeEach, describe, expect, test } from 'vitest'
import { addEntry } from '../../../../db/accounts/log/service/write.ts'
import { addPeople } from '../../../../db/accounts/people/service/write.ts'
import { NewPromise } from '../../../../db/accounts/promises/contract.ts'
import { addPromises } from '../../../../db/accounts/promises/service/add.ts'
import { settlePromises } from '../../../../db/accounts/promises/service/settle.ts'
import { NewRequest } from '../../../../db/channel/requests/contract.ts'
import { logRequest } from '../../../../db/channel/requests/service/log.ts'
import { deliverPart, savePart } from '../../../../db/channel/requests/service/parts.ts'
import { stepRequests } from '../../../../db/channel/requests/service/step.ts'
import { NewTask } from '../../../../db/channel/tasks/contract.ts'
import { addTasks } from '../../../../db/channel/tasks/service/add.ts'
import { snoozeTasks, waitTasks } from '../../../../db/channel/tasks/service/defer.ts'
import { settleTasks } from '../../../../db/channel/tasks/service/settle.ts'
import type { TodayItem, TodayPage } from '../../../../db/channel/today/contract.ts'
import { SECTIONS, type Section } from '../../../../db/channel/today/rules/sections.ts'
import { openAside, openToday, readBadges } from '../../../../db/channel/today/service/open.ts'
import { removeMember } from '../../../../db/department/service/members.ts'
import { changeSettings } from '../../../../db/department/settings.ts'
import { undo } from '../../../../db/kernel/history.ts'
import type { AccountId, MemberId, RequestId, TaskId } from '../../../../db/kernel/ids.ts'
import type { Kernel } from '../../../../db/kernel/kernel.ts'
import { command, newSampleKernel } from '../../newKernel.ts'

/** Shanghai's wall clock as epoch ms. */
const at = (wall: string): number => Date.parse(`${wall}:00+08:00`)

let now: number
let kernel: Kernel
let accountId: AccountId
let me: MemberId
let other: MemberId

beforeEach(() => {
  now = at('2026-11-24T10:00')
  kernel = newSampleKernel(() => now)
  accountId = idOf('account', '恒岳家居集团')
  me = idOf('member', '林晓舟')
  other = one<MemberId>(
    `SELECT id FROM member WHERE name <> '林晓舟' AND role = '客户经理' ORDER BY id LIMIT 1`,
  )
  changeSettings(kernel, { me })
})

function one<Value>(sql: string): Value {
  const value = kernel.db.prepare<[], Value>(sql).pluck().get()
  if (value === undefined) throw new Error(`nothing: ${sql}`)
  return value
}

const idOf = <Id>(table: 'account' | 'member', name: string): Id =>
  one<Id>(`SELECT id FROM ${table} WHERE name = '${name}'`)

const task = (title: string, dueOn: string, more: Partial<NewTask> = {}): TaskId => {
  const tasks = [NewTask.parse({ title, accountId, ownerId: me, dueOn, ...more })]
  const [id] = addTasks(kernel, { commandId: command(), tasks }).taskIds
  if (id === undefined) throw new Error('no task')
  return id
}

const request = (title: string, askedAt: string, more: Partial<NewRequest> = {}): RequestId =>
  logRequest(kernel, {
    commandId: command(),
    request: NewRequest.parse({
      accountId,
      title,
      ownerId: me,
      askedAt: new Date(at(askedAt)).toISOString(),
      ...more,
    }),
  }).requestId

/** Where a line with these words stands, of whose lines are asked for. */
function found(what: string, whose: 'mine' | 'all' = 'mine'): { section: Section; item: TodayItem }[] {
  const { lists } = openToday(kernel, { whose })
  return SECTIONS.flatMap((section) =>
    lists[section].items.flatMap((item) => (item.what === what ? [{ section, item }] : [])),
  )
}

const sectionOf = (what: string, whose: 'mine' | 'all' = 'mine'): Section | undefined =>
  found(what, whose)[0]?.section

describe('care tasks', () => {
  test.each([
    ['2026-11-22', 'late'],
    ['2026-11-24', 'today'],
    ['2026-11-25', 'next7'],
    ['2026-12-01', 'next7'],
    ['2026-12-02', undefined],
  ])('due on %s are %s', (dueOn, section) => {
    task('送样', dueOn)
    expect(sectionOf('送样')).toBe(section)
    expect(sectionOf('送样', 'all')).toBe(section)
  })

  test('say their account with its tier, and when they are due', () => {
    task('送样', '2026-11-24', { dueTime: '16:00' })
    expect(found('送样')[0]?.item).toMatchObject({
      ...{
        kind: 'task',
        account: '恒岳家居集团',
        tier: 'key',
        dueOn: '2026-11-24',
        dueTime: '16:00',
        done: false,
      },
    })
  })

  test('wait for others, are put off, come back and are done today', () => {
    const id = task('送样', '2026-11-22')
    const ids = { commandId: command(), taskIds: [id] }
    waitTasks(kernel, { ...ids, on: { who: '品质部', memberId: null } })
    expect(found('送样')).toMatchObject([{ section: 'waiting', item: { who: '品质部' } }])
    waitTasks(kernel, { ...ids, commandId: command(), on: null })
    snoozeTasks(kernel, { ...ids, commandId: command(), until: '2026-11-25', reason: '客户出差' })
    expect(found('送样')).toEqual([])
    now = at('2026-11-25T09:00')
    expect(found('送样')).toMatchObject([{ section: 'today', item: { dueOn: '2026-11-25' } }])
    settleTasks(kernel, { ...ids, commandId: command(), to: 'done', note: '' })
    expect(found('送样')).toMatchObject([{ section: 'today', item: { done: true } }])
    now = at('2026-11-26T09:00')
    expect(found('送样')).toEqual([])
  })

  test('of a colleague are the department’s, and whoever leaves leaves theirs to who holds the account', () => {
    task('送样', '2026-11-24', { ownerId: other })
    expect(sectionOf('送样')).toBeUndefined()
    expect(found('送样', 'all')[0]?.item.who).not.toBeNull()
    removeMember(kernel, { commandId: command(), memberId: other })
    expect(sectionOf('送样')).toBe('today')
  })

  test('of an account that is gone are nowhere, and come back with it', () => {
    task('送样', '2026-11-24')
    kernel.write({ commandId: command(), label: { command: 'removeAccounts', params: {} } }, (tx) => {
      tx.db.prepare('UPDATE account SET deleted = 1 WHERE id = ?').run(accountId)
      return {}
    })
    expect(found('送样', 'all')).toEqual([])
    undo(kernel, command())
    expect(sectionOf('送样', 'all')).toBe('today')
  })
})

describe('requests', () => {
  test('are late by their nearest clock, in working minutes', () => {
    request('加急', '2026-11-24T09:05')
    // half an hour was promised; 25 minutes have passed since
    expect(found('加急')).toMatchObject([
      { section: 'late', item: { kind: 'request', clock: 'first', lateMinutes: 25, tier: 'key' } },
    ])
  })

  test('are due today, within seven days, wait for the customer, and are done today', () => {
    const id = request('加急', '2026-11-24T09:50')
    expect(found('加急')).toMatchObject([{ section: 'today', item: { clock: 'first' } }])
    const step = (event: 'respond' | 'waitCustomer' | 'solve') =>
      stepRequests(kernel, { commandId: command(), requestIds: [id], event, note: '', waitingFor: '' })
    now = at('2026-11-24T17:30')
    step('respond')
    expect(found('加急')).toMatchObject([{ section: 'next7', item: { clock: 'solution' } }])
    step('waitCustomer')
    expect(found('加急')).toMatchObject([{ section: 'waiting', item: { since: now, clock: null } }])
    step('solve')
    expect(found('加急')).toMatchObject([{ section: 'today', item: { done: true } }])
  })

  test('of which I am the backup are mine too, and say whose they are', () => {
    request('加急', '2026-11-24T09:50', { ownerId: other, backupId: me })
    const owner = one<string>(`SELECT name FROM member WHERE id = '${other}'`)
    expect(found('加急')).toMatchObject([{ section: 'today', item: { who: owner } }])
    request('另一件', '2026-11-24T09:50')
    expect(found('另一件')).toMatchObject([{ section: 'today', item: { who: null } }])
    request('别人的', '2026-11-24T09:50', { ownerId: other })
    expect(found('别人的')).toEqual([])
  })

  test('have parts: mine are due, those of colleagues I wait for', () => {
    const requestId = request('一揽子', '2026-11-24T09:50')
    const part = (what: string, ownerId: MemberId) =>
      savePart(kernel, { commandId: command(), requestId, partId: null, what, ownerId, dueOn: '2026-11-24' })
        .partId
    const mine = part('出检测报告', me)
    part('调配方', other)
    expect(found('出检测报告')).toMatchObject([{ section: 'today', item: { kind: 'part', of: requestId } }])
    expect(sectionOf('调配方')).toBe('waiting')
    expect(sectionOf('调配方', 'all')).toBe('today')
    deliverPart(kernel, { commandId: command(), partId: mine, done: true, note: '' })
    expect(found('出检测报告')).toMatchObject([{ section: 'today', item: { done: true } }])
  })
})

describe('promises and next steps', () => {
  const promise = (what: string, dueOn: string | null, side: 'ours' | 'theirs' = 'ours') => {
    const promises = [NewPromise.parse({ accountId, what, dueOn, side, memberId: me, madeOn: '2026-11-20' })]
    const [id] = addPromises(kernel, { commandId: command(), promises }).promiseIds
    if (id === undefined) throw new Error('no promise')
    return id
  }

  test('ours are due, theirs are waited for, kept ones are done', () => {
    const id = promise('出报告', '2026-11-23')
    promise('回签合同', null, 'theirs')
    expect(sectionOf('出报告')).toBe('late')
    expect(found('回签合同')).toMatchObject([{ section: 'waiting', item: { since: at('2026-11-20T00:00') } }])
    settlePromises(kernel, { commandId: command(), promiseIds: [id], to: 'kept', note: '' })
    expect(found('出报告')).toMatchObject([{ section: 'today', item: { done: true } }])
    undo(kernel, command())
    expect(sectionOf('出报告')).toBe('late')
  })

  test('next steps of the log are due on their day', () => {
    addEntry(kernel, {
      ...{ commandId: command(), accountId, memberId: me, happenedOn: '2026-11-20', channel: 'call' },
      ...{ text: '谈了交期', people: [], files: [], promises: [] },
      next: { step: '回电确认', on: '2026-11-24', by: me },
    })
    expect(found('回电确认')).toMatchObject([{ section: 'today', item: { kind: 'step' } }])
  })

  test('broken promises lower the kept-rate, and its twelve weeks show when', () => {
    const before = openAside(kernel, { whose: 'mine' }).kept
    const id = promise('出报告', '2026-11-23')
    settlePromises(kernel, { commandId: command(), promiseIds: [id], to: 'broken', note: '' })
    const after = openAside(kernel, { whose: 'mine' }).kept
    expect(after.broken).toBe(before.broken + 1)
    expect(after.weeks.at(-1)).toBe(after.rate)
    expect(after.weeks.slice(0, -1)).toEqual(before.weeks.slice(0, -1))
  })
})

describe('quality and consultations', () => {
  test('corrections are due, and consultations by whom still has to answer or to be told', () => {
    const write = (sql: string, ...values: (string | null)[]) =>
      kernel.write({ commandId: command(), label: { command: 'addIncident', params: {} } }, (tx) => {
        tx.db.prepare(sql).run(...values)
        return {}
      })
    const id = (at_: number) => `018f0000-0000-7000-8000-00000000000${at_}`
    write(
      `INSERT INTO quality_incident (id, code, account_id, kind, severity, title, happened_on, owner_id, correction)
       VALUES (?, 'Q-1', ?, 'product', 'severe', '发白', '2026-11-01', ?, ?)`,
      ...[
        id(1),
        accountId,
        me,
        JSON.stringify({ what: '换批次', dueOn: '2026-11-25', doneOn: null, by: null }),
      ],
    )
    expect(found('换批次')).toMatchObject([{ section: 'next7', item: { kind: 'correction' } }])
    write(
      `INSERT INTO consultation (id, title, kind, question, closes_on, decides_on, owner_id)
       VALUES (?, '十二月调价', 'price', '涨百分之三？', '2026-11-24', '2026-12-01', ?)`,
      ...[id(2), me],
    )
    write(`INSERT INTO opinion (id, consultation_id, account_id) VALUES (?, ?, ?)`, id(3), id(2), accountId)
    expect(found('十二月调价')).toMatchObject([{ section: 'today', item: { count: 1, of: null } }])
    write(`UPDATE opinion SET given = '{}' WHERE id = ?`, id(3))
    expect(found('十二月调价')).toEqual([])
    write(`UPDATE consultation SET outcome = '{"on":"2026-11-20"}' WHERE id = ?`, id(2))
    expect(found('十二月调价')).toMatchObject([{ section: 'next7', item: { count: 1, of: id(2) } }])
    // an incident without proof puts the account at risk
    const risk = openAside(kernel, { whose: 'mine' }).risks.rows.find((row) => row.accountId === accountId)
    expect(risk?.reasons).toContainEqual({ code: 'incidents', count: 1 })
  })
})

test('birthdays of both calendars are near, with the age where it is known', () => {
  const person = (name: string, birthday: string) => ({
    ...{ name, birthday, custom: [] },
    employments: [{ accountId, title: '采购', department: '', since: null, until: null }],
  })
  addPeople(kernel, {
    commandId: command(),
    entryId: null,
    people: [
      person('郑一', '1980-11-26'),
      person('郑二', '11月27日'),
      // 2026-11-28 is the 20th of the tenth lunar month
      person('郑三', '农历1970年十月二十'),
      person('郑四', '1980-12-02'),
    ],
  })
  const rows = openAside(kernel, { whose: 'mine' }).birthdays.rows.filter(({ person: name }) =>
    name.startsWith('郑'),
  )
  expect(rows.map(({ person: name, on, age }) => `${name} ${on} ${age}`)).toEqual(
    expect.arrayContaining(['郑一 2026-11-26 46', '郑二 2026-11-27 null']),
  )
  expect(rows.find(({ person: name }) => name === '郑三')?.birthday).toMatch(/^lunar:1970/)
  expect(rows.some(({ person: name }) => name === '郑四')).toBe(false)
})

test('lists are cut, their counts are not, and the rail counts what is late', () => {
  const tasks = Array.from({ length: 70 }, (_, nth) =>
    NewTask.parse({ title: `第 ${nth} 件`, accountId, ownerId: me, dueOn: '2026-11-20' }),
  )
  const before = readBadges(kernel)
  addTasks(kernel, { commandId: command(), tasks })
  const { late }: TodayPage['lists'] = openToday(kernel, { whose: 'mine' }).lists
  expect(late.items).toHaveLength(50)
  expect(readBadges(kernel).late).toBe(before.late + 70)
  expect(late.open).toBe(readBadges(kernel).late)
  const whole = openToday(kernel, { whose: 'mine', lines: { late: 250 } }).lists
  expect(whole.late.items).toHaveLength(late.open)
})

test('nobody’s are nobody’s: without a user of the laptop only the department’s are shown', () => {
  task('送样', '2026-11-24')
  changeSettings(kernel, { me: null })
  expect(sectionOf('送样')).toBeUndefined()
  expect(sectionOf('送样', 'all')).toBe('today')
})
