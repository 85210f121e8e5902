import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NoticesGiven } from '../../../../db/channel/notices/contract.ts'
import { NoticeKeeper } from '../../../../db/channel/notices/service/keeper.ts'
import { listNotices, noteSeen } from '../../../../db/channel/notices/service/read.ts'
import { changeNoticeSettings } from '../../../../db/channel/notices/service/settings.ts'
import { NewRequest } from '../../../../db/channel/requests/contract.ts'
import { changeRequests } from '../../../../db/channel/requests/service/change.ts'
import { logRequest } from '../../../../db/channel/requests/service/log.ts'
import { stepRequests } from '../../../../db/channel/requests/service/step.ts'
import { NewTask } from '../../../../db/channel/tasks/contract.ts'
import { addTasks } from '../../../../db/channel/tasks/service/add.ts'
import { snoozeTasks } from '../../../../db/channel/tasks/service/defer.ts'
import { settleTasks } from '../../../../db/channel/tasks/service/settle.ts'
import { DEFAULT_CALENDAR } from '../../../../db/department/calendar/rules/calendar.ts'
import { listCalendars, shapeOf } from '../../../../db/department/calendar/service/read.ts'
import { saveCalendar } from '../../../../db/department/calendar/service/save.ts'
import { addCalendar, assignCalendar } from '../../../../db/department/calendar/service/teams.ts'
import { enterZone } from '../../../../db/department/service/zone.ts'
import { changeSettings } from '../../../../db/department/settings.ts'
import { undo } from '../../../../db/kernel/history.ts'
import type { AccountId, MemberId, RequestId, TaskId } from '../../../../db/kernel/ids.ts'
import type { Kernel } from '../../../../db/kernel/kernel.ts'
import { command, newSampleKernel } from '../../newKernel.ts'

/** Shanghai's wall clock as epoch ms. */
const at = (wall: string): number => Date.parse(`${wall}:00+08:00`)

let now: number
let kernel: Kernel
let keeper: NoticeKeeper
let given: NoticesGiven[]
let accountId: AccountId
let me: MemberId

beforeEach(async () => {
  now = at('2026-11-24T09:05')
  kernel = newSampleKernel(() => now)
  accountId = idOf('account', '恒岳家居集团')
  me = idOf('member', '林晓舟')
  changeSettings(kernel, { me })
  changeNoticeSettings(kernel, { levels: { due: true, warned: true, soon: true, late: true, over: true } })
  clear()
  await wake()
  keeper.look()
  given = []
  mine.clear()
})

/** Takes away what the sample has open, so that only what a test writes is told of. */
function clear(): void {
  kernel.write({ commandId: command(), label: { command: 'test', params: {} } }, (tx) => {
    for (const table of ['request', 'care_task', 'promise', 'quality_incident'])
      tx.db.exec(`UPDATE ${table} SET deleted = 1 WHERE deleted = 0`)
    return {}
  })
}

function idOf<Id extends string>(table: 'account' | 'member', name: string): Id {
  const id = kernel.db.prepare<[string], Id>(`SELECT id FROM ${table} WHERE name = ?`).pluck().get(name)
  if (id === undefined) throw new Error(`no ${name}`)
  return id
}

/** Somebody else of ours. */
function colleague(): MemberId {
  const id = kernel.db
    .prepare<[string], MemberId>(
      `SELECT id FROM member WHERE id <> ? AND role = '客户经理' ORDER BY id LIMIT 1`,
    )
    .pluck()
    .get(me)
  if (id === undefined) throw new Error('nobody else')
  return id
}

/** A start of the engine: nothing is remembered but the file. */
async function wake(): Promise<void> {
  keeper?.stop()
  keeper = new NoticeKeeper(kernel)
  given ??= []
  keeper.listen((event) => given.push(event))
  await keeper.load(() => Promise.resolve())
}

function log(more: Partial<NewRequest> = {}): RequestId {
  const { requestId } = logRequest(kernel, {
    commandId: command(),
    request: NewRequest.parse({ accountId, title: '加急 40 桶水性底漆', ...more }),
  })
  mine.add(requestId)
  return requestId
}

const addTask = (dueOn: string, dueTime = ''): TaskId => {
  const [id] = addTasks(kernel, {
    commandId: command(),
    tasks: [NewTask.parse({ title: '送样', accountId, ownerId: me, dueOn, dueTime })],
  }).taskIds
  if (id === undefined) throw new Error('no task')
  mine.add(id)
  return id
}

/** What the test itself made: the sample's own work comes and goes. */
const mine = new Set<string>()

/** What was told since the last look: `first late`, `task due`. */
function told(wall: string): string[] {
  now = at(wall)
  given.length = 0
  keeper.look()
  return given.flatMap(({ notices, heldBack }) => [
    ...(heldBack > 0 ? [`held ${heldBack}`] : []),
    ...notices.flatMap(({ id, clock, kind, level }) => (mine.has(id) ? [`${clock ?? kind} ${level}`] : [])),
  ])
}

describe('a request’s clocks', () => {
  test('are told of level by level, each once', () => {
    log()
    // a key account’s first response is promised within half an hour
    expect(told('2026-11-24T09:20')).toEqual([])
    expect(told('2026-11-24T09:28')).toEqual(['first warned'])
    expect(told('2026-11-24T09:29')).toEqual([])
    expect(told('2026-11-24T09:32')).toEqual(['first soon'])
    expect(told('2026-11-24T09:36')).toEqual(['first late'])
    expect(told('2026-11-24T09:36')).toEqual([])
    expect(told('2026-11-24T09:51')).toEqual(['first over'])
  })

  test('of which three ended while the laptop slept are each told of once, by the highest level', () => {
    log()
    expect(told('2026-11-25T11:00').toSorted()).toEqual(['first over', 'solution late', 'update over'])
    expect(told('2026-11-25T11:01')).toEqual([])
  })

  test('are told of no second time when the clock is set back, goes on again, or the engine starts anew', async () => {
    log()
    expect(told('2026-11-24T09:36')).toEqual(['first late'])
    expect(told('2026-11-24T09:10')).toEqual([])
    expect(told('2026-11-24T09:30')).toEqual([])
    expect(told('2026-11-24T09:37')).toEqual([])
    await wake()
    expect(told('2026-11-24T09:38')).toEqual([])
    expect(told('2026-11-24T09:51')).toEqual(['first over'])
  })

  test('that were met or stand still are not told of; undone, they are again', () => {
    const requestId = log()
    const step = (event: 'respond' | 'waitCustomer') =>
      stepRequests(kernel, { commandId: command(), requestIds: [requestId], event, note: '', waitingFor: '' })
    step('respond')
    expect(told('2026-11-24T09:40')).toEqual([])
    step('waitCustomer')
    expect(told('2026-11-25T11:00')).toEqual([])
    undo(kernel, command())
    undo(kernel, command())
    expect(told('2026-11-25T11:00').toSorted()).toEqual(['first over', 'solution late', 'update over'])
  })

  test('begin to concern who takes the request over', () => {
    const other = colleague()
    const requestId = log({ ownerId: other })
    expect(told('2026-11-24T09:36')).toEqual([])
    changeRequests(kernel, {
      commandId: command(),
      edits: [{ requestId, field: 'ownerId', before: other, after: me }],
    })
    expect(told('2026-11-24T09:36')).toEqual(['first late'])
  })

  test('concern backup and sponsor once they are late', () => {
    const other = colleague()
    log({ ownerId: other, backupId: me })
    expect(told('2026-11-24T09:32')).toEqual([])
    expect(told('2026-11-24T09:36')).toEqual(['first late'])
  })
})

describe('what is due on a day', () => {
  test('is told of on its day, before its time, and when it is late', () => {
    addTask('2026-11-25', '16:00')
    expect(told('2026-11-24T17:00')).toEqual([])
    expect(told('2026-11-25T09:00')).toEqual(['task due'])
    expect(told('2026-11-25T15:45')).toEqual(['task soon'])
    expect(told('2026-11-25T16:00')).toEqual(['task late'])
    expect(told('2026-11-26T09:00')).toEqual([])
  })

  test('is told of anew once it was put off, and no more when it is done', () => {
    const taskId = addTask('2026-11-24')
    expect(told('2026-11-24T09:10')).toEqual(['task due'])
    snoozeTasks(kernel, { commandId: command(), taskIds: [taskId], until: '2026-11-26', reason: '客户出差' })
    expect(told('2026-11-25T09:10')).toEqual([])
    expect(told('2026-11-26T09:10')).toEqual(['task due'])
    settleTasks(kernel, { commandId: command(), taskIds: [taskId], to: 'done', note: '' })
    expect(told('2026-11-27T09:10')).toEqual([])
    expect(listNotices(kernel).rows.some(({ id }) => id === taskId)).toBe(false)
  })
})

describe('outside of work', () => {
  test('notices are held back, and told of as one when work begins', () => {
    now = at('2026-11-24T17:25')
    log()
    addTask('2026-11-25', '08:00')
    keeper.look()
    given.length = 0
    expect(told('2026-11-25T05:00')).toEqual([])
    expect(told('2026-11-25T08:10')).toEqual([])
    const before = listNotices(kernel).unseen
    const opening = told('2026-11-25T09:00')
    expect(opening[0]).toMatch(/^held \d/)
    expect(listNotices(kernel).unseen).toBeGreaterThan(before)
    expect(told('2026-11-25T09:01')).toEqual([])
  })

  test('is outside of the own team’s work: whoever works in Berlin is told at their morning, not at the department’s', () => {
    const { calendarId } = addCalendar(kernel, {
      commandId: command(),
      name: '柏林组',
      copyOf: null,
      ownName: '部门',
    })
    const { versionId } = listCalendars(kernel).calendars.find(({ id }) => id === calendarId) ?? {}
    saveCalendar(kernel, {
      commandId: command(),
      calendarId,
      before: versionId ?? null,
      name: '柏林组',
      content: { ...shapeOf(DEFAULT_CALENDAR), timeZone: 'Europe/Berlin' },
    })
    assignCalendar(kernel, { commandId: command(), memberIds: [me], calendarId })
    addTask('2026-11-25')
    expect(told('2026-11-25T10:00')).toEqual([])
    expect(told('2026-11-25T16:30')[0]).toMatch(/^held \d/)
  })
})

describe('a time zone changed in flight', () => {
  const land = (timeZone: string): void => void enterZone({ timeZone })
  beforeEach(() => {
    changeNoticeSettings(kernel, { quiet: null, onlyAtWork: false })
  })
  afterEach(() => land('Asia/Shanghai'))

  test('moves no clock of a request, and tells of none twice', () => {
    log()
    expect(told('2026-11-24T09:36')).toEqual(['first late'])
    land('America/New_York')
    expect(told('2026-11-24T09:37')).toEqual([])
    expect(told('2026-11-24T09:51')).toEqual(['first over'])
    land('Asia/Shanghai')
    expect(told('2026-11-24T09:52')).toEqual([])
  })

  test('lets what is due on a day be due by the day where the laptop is, each level once', () => {
    addTask('2026-11-25', '16:00')
    expect(told('2026-11-25T00:30')).toEqual(['task due'])
    land('Europe/Berlin')
    // it is the 24th again, then the 25th once more
    expect(told('2026-11-25T01:00')).toEqual([])
    expect(told('2026-11-25T09:00')).toEqual([])
    // four in the afternoon there is eleven at night at home
    expect(told('2026-11-25T16:30')).toEqual([])
    expect(told('2026-11-25T22:46')).toEqual(['task soon'])
    expect(told('2026-11-25T23:01')).toEqual(['task late'])
    land('Asia/Shanghai')
    expect(told('2026-11-25T23:02')).toEqual([])
  })
})

test('notices say what their records say now, and are seen one by one or all at once', () => {
  const requestId = log()
  addTask('2026-11-24')
  told('2026-11-24T09:36')
  const { rows } = listNotices(kernel)
  const request = rows.find(({ id }) => id === requestId)
  expect(request).toMatchObject({
    account: '恒岳家居集团',
    tier: 'key',
    level: 'late',
    seen: false,
    owner: null,
  })
  const unseen = listNotices(kernel).unseen
  noteSeen(kernel, { keys: [request?.key ?? ''] })
  expect(listNotices(kernel).unseen).toBe(unseen - 1)
  changeRequests(kernel, {
    commandId: command(),
    edits: [{ requestId, field: 'title', before: '加急 40 桶水性底漆', after: '改成 50 桶' }],
  })
  expect(listNotices(kernel).rows.find(({ id }) => id === requestId)?.what).toContain('改成 50 桶')
  noteSeen(kernel, { keys: null })
  expect(listNotices(kernel).unseen).toBe(0)
})

test('a level that is turned off is not told of, nor when it is turned on again', () => {
  changeNoticeSettings(kernel, { levels: { due: true, warned: false, soon: false, late: true, over: true } })
  log()
  expect(told('2026-11-24T09:33')).toEqual([])
  changeNoticeSettings(kernel, { levels: { due: true, warned: true, soon: true, late: true, over: true } })
  expect(told('2026-11-24T09:34')).toEqual([])
  expect(told('2026-11-24T09:36')).toEqual(['first late'])
})
