import { beforeEach, describe, expect, it } from 'vitest'
import { CHECKS } from '../../../../db/accounts/handover/rules/checklist.ts'
import {
  makeHandover,
  signHandover,
  tickHandover,
} from '../../../../db/accounts/handover/service/handovers.ts'
import { merge } from '../../../../db/accounts/merging/service/merge.ts'
import { addDays } from '../../../../db/accounts/rules/days.ts'
import { changeTasks, removeTasks } from '../../../../db/channel/tasks/service/change.ts'
import { repeatTask, snoozeTasks, waitTasks } from '../../../../db/channel/tasks/service/defer.ts'
import { getTask } from '../../../../db/channel/tasks/service/get.ts'
import { pasteTasks, previewPaste } from '../../../../db/channel/tasks/service/paste.ts'
import { countTasks } from '../../../../db/channel/tasks/service/read.ts'
import { settleTasks } from '../../../../db/channel/tasks/service/settle.ts'
import { removeMember } from '../../../../db/department/service/members.ts'
import { redo, undo } from '../../../../db/kernel/history.ts'
import { AccountId, MemberId, PersonId, TaskId } from '../../../../db/kernel/ids.ts'
import { command, refusal } from '../../newKernel.ts'
import { type TaskRoom, TODAY, taskRoom } from './rows.ts'

const nobody = '01890000-0000-7000-8000-000000000000'
let room: TaskRoom
beforeEach(() => {
  room = taskRoom()
})

type Settle = Parameters<typeof settleTasks>[1]
const settle = (taskIds: TaskId[], to: Settle['to'], note = '') =>
  settleTasks(room.kernel, { commandId: command(), taskIds, to, note })
const snooze = (taskIds: TaskId[], until: string | null, reason = '客户出差') =>
  snoozeTasks(room.kernel, { commandId: command(), taskIds, until, reason })
const wait = (taskIds: TaskId[], who: string | null) =>
  waitTasks(room.kernel, { commandId: command(), taskIds, on: who === null ? null : { who, memberId: null } })
const takeBack = () => undo(room.kernel, command())

describe('a new task', () => {
  it('is its account’s owner’s; without an account that of who sits at the laptop', () => {
    room.add('送样', { accountId: room.nanxun })
    room.add('晨会')
    expect(room.list().map(({ owner, state }) => [owner, state])).toEqual([
      ['方佩', 'today'],
      ['林晓舟', 'today'],
    ])
  })

  it('keeps a title as it was typed, with no half of a sign in it', () => {
    room.add('“送样”\\A，\n😀 and \ud83d')
    expect(room.titles()).toEqual(['“送样”\\A，\n😀 and \ufffd'])
  })

  it('is refused where a party is not there, or its day is in 1970 or 9999', () => {
    expect(() => room.add('x', { accountId: AccountId.parse(nobody) })).toThrow('ACCOUNT_NOT_FOUND')
    expect(() => room.add('x', { ownerId: MemberId.parse(nobody) })).toThrow('MEMBER_NOT_FOUND')
    expect(() => room.add('x', { personId: PersonId.parse(nobody) })).toThrow('PERSON_NOT_FOUND')
    for (const day of ['1970-01-01', '9999-12-31'])
      expect(() => room.add('x', { dueOn: day })).toThrow(
        expect.objectContaining(
          refusal('DUE_OUT_OF_RANGE', { day, from: '2025-11-23', until: addDays(TODAY, 3_660) }),
        ),
      )
    expect(room.list()).toEqual([])
  })
})

describe('the list', () => {
  it('shows late ones first, and each where it stands', () => {
    const days = [3, -2, 0, 20, 7, -9]
    for (const days_ of days) room.add(`${days_}`, { dueOn: addDays(TODAY, days_) })
    expect(room.titles()).toEqual(['-9', '-2', '0', '3', '7', '20'])
    expect(room.titles({ show: 'late' })).toEqual(['-9', '-2'])
    expect(room.titles({ show: 'today' })).toEqual(['0'])
    expect(room.titles({ show: 'next7' })).toEqual(['3', '7'])
    expect(room.titles({ show: 'later' })).toEqual(['20'])
    expect(countTasks(room.kernel, {})).toMatchObject({ late: 2, dueToday: 1, next7: 2, later: 1 })
    expect(room.titles({ offset: 1, limit: 2 })).toEqual(['-2', '0'])
  })

  it('is of one account, one owner, one kind, or with a word where asked', () => {
    room.add('送样', { accountId: room.nanxun, kind: 'service' })
    room.add('晨会', { kind: 'internal' })
    expect(room.titles({ accountId: room.nanxun })).toEqual(['送样'])
    expect(room.titles({ ownerId: room.lin })).toEqual(['晨会'])
    expect(room.titles({ kind: 'service' })).toEqual(['送样'])
    expect(room.titles({ text: '南浔' })).toEqual(['送样'])
  })
})

describe('ending', () => {
  it('keeps how, by whom and why; opening again forgets it; undo brings it back', () => {
    const id = room.add('送样')
    settle([id], 'done', '唐总签收')
    expect(room.list()).toEqual([])
    expect(room.row(id).settlement).toMatchObject({ state: 'done', by: room.lin, note: '唐总签收' })
    settle([id], 'open')
    expect(room.row(id).state).toBe('today')
    takeBack()
    expect(room.row(id).state).toBe('done')
    takeBack()
    expect(room.row(id).state).toBe('today')
  })

  it('wants a reason to drop one', () => {
    const id = room.add('送样')
    expect(() => settle([id], 'dropped')).toThrow('REASON_NEEDED')
    settle([id], 'dropped', '不需要了')
    expect(room.titles({ show: 'dropped' })).toEqual(['送样'])
  })

  it('makes the next of a repeated one, once, on the day of the month that it keeps to', () => {
    room.goTo('2027-01-31')
    const id = room.add('对账', { dueOn: '2027-01-31' })
    repeatTask(room.kernel, { commandId: command(), taskId: id, repeats: { every: 'month', count: 1 } })
    settle([id], 'done')
    expect(room.list().map(({ dueOn, why }) => [dueOn, why.code])).toEqual([['2027-02-28', 'repeat']])
    const next = TaskId.parse(room.list()[0]?.id)
    room.goTo('2027-02-28')
    settle([next], 'done')
    expect(room.list().map(({ dueOn }) => dueOn)).toEqual(['2027-03-31'])
    settle([next], 'open')
    expect(room.list().map(({ dueOn }) => dueOn)).toEqual(['2027-02-28'])
    settle([next], 'done')
    expect(room.list().map(({ dueOn }) => dueOn)).toEqual(['2027-03-31'])
  })
})

describe('putting off', () => {
  it('hides a task until its day, with the reason, and then it is due, not late', () => {
    const id = room.add('送样', { dueOn: '2026-11-20' })
    snooze([id], '2026-11-27')
    expect(room.row(id)).toMatchObject({ state: 'snoozed', dueOn: '2026-11-20' })
    expect(room.titles({ show: 'late' })).toEqual([])
    room.goTo('2026-11-27')
    expect(room.row(id).state).toBe('today')
    room.goTo('2026-11-28')
    expect(room.row(id).state).toBe('late')
  })

  it('remembers every time', () => {
    const id = room.add('送样')
    snooze([id], '2026-11-27', '客户出差')
    snooze([id], '2026-11-30', '样品没到')
    expect(getTask(room.kernel, { taskId: id }).snoozes).toMatchObject([
      { until: '2026-11-30', reason: '样品没到', by: '林晓舟' },
      { until: '2026-11-27', reason: '客户出差' },
    ])
  })

  it('is forgotten once it is undone, and remembered again with a redo', () => {
    const id = room.add('送样')
    const { kernel } = room
    const reasons = () => getTask(kernel, { taskId: id }).snoozes.map(({ reason }) => reason)
    snooze([id], '2026-11-27', '客户出差')
    snooze([id], '2026-11-30', '样品没到')
    undo(kernel, command())
    expect(reasons()).toEqual(['客户出差'])
    redo(kernel, command())
    expect(reasons()).toEqual(['样品没到', '客户出差'])
  })

  it('is refused without a reason, to a day that is past, and for what has ended', () => {
    const id = room.add('送样')
    expect(() => snooze([id], '2026-11-27', '')).toThrow('REASON_NEEDED')
    expect(() => snooze([id], TODAY)).toThrow('SNOOZE_PAST')
    settle([id], 'done')
    expect(() => snooze([id], '2026-11-27')).toThrow(
      expect.objectContaining(refusal('TASK_SETTLED', { title: '送样' })),
    )
  })

  it('waits for somebody, counting days from the first word on them', () => {
    const id = room.add('复测数据', { dueOn: '2026-11-20' })
    wait([id], '品质 唐棣')
    room.goTo('2026-11-26')
    wait([id], '品质 唐棣')
    expect(room.row(id)).toMatchObject({ state: 'waiting', waiting: { on: '品质 唐棣', since: TODAY } })
    wait([id], null)
    expect(room.row(id).state).toBe('late')
  })
})

describe('changing', () => {
  const change = (
    taskId: TaskId,
    field: 'title' | 'dueOn' | 'ownerId',
    before: string | null,
    after: string,
  ) => changeTasks(room.kernel, { commandId: command(), edits: [{ taskId, field, before, after }] })

  it('writes values that still hold what was seen', () => {
    const id = room.add('送样')
    change(id, 'dueOn', TODAY, '2026-12-01')
    change(id, 'ownerId', room.lin, room.fang)
    expect(room.row(id)).toMatchObject({ dueOn: '2026-12-01', owner: '方佩' })
    expect(() => change(id, 'title', '别的', '打样')).toThrow(
      expect.objectContaining(refusal('CELLS_CHANGED', { cells: 1, name: '送样', current: '送样' })),
    )
    expect(() => change(id, 'title', '送样', ' ')).toThrow('VALUE_REFUSED')
    expect(() => change(id, 'dueOn', '2026-12-01', '2026-02-30')).toThrow('VALUE_REFUSED')
    expect(() => change(id, 'dueOn', '2026-12-01', '9999-01-01')).toThrow('DUE_OUT_OF_RANGE')
    expect(() => change(id, 'ownerId', room.fang, nobody)).toThrow('MEMBER_NOT_FOUND')
  })

  it('deletes, and undo brings back', () => {
    const id = room.add('送样')
    removeTasks(room.kernel, { commandId: command(), taskIds: [id] })
    expect(room.list()).toEqual([])
    takeBack()
    expect(room.titles()).toEqual(['送样'])
  })
})

describe('a pasted block', () => {
  it('is taken whole: 5,000 lines with accounts and owners by name', () => {
    const text = Array.from(
      { length: 5_000 },
      (_, at) => `任务${at}\t恒岳家居集团\t方佩\t2026-12-01\t拜访`,
    ).join('\r\n')
    expect(pasteTasks(room.kernel, { commandId: command(), text }).added).toBe(5_000)
    expect(room.list()).toHaveLength(5_000)
    expect(room.list()[0]).toMatchObject({ account: '恒岳家居集团', owner: '方佩', kind: 'visit' })
    takeBack()
    expect(room.list()).toEqual([])
  })

  it('is refused whole where a line is wrong, with what is wrong on each', () => {
    const text = [
      '任务\t负责人\t到期\t客户\t类型',
      '送样\t王二\t2026-12-01\t恒岳家居集团\t拜访',
      '打样\t林晓舟\t1970-01-01\t恒岳\t',
      '',
      '对账\t\t9999-12-31\t\t占卜',
      '\t\t某天\t\t',
    ].join('\n')
    const { problems, lines, tasks } = previewPaste(room.kernel, { text })
    expect([lines, tasks.length]).toEqual([4, 0])
    expect(problems.map(({ line, column, problem }) => `${line} ${column} ${problem}`)).toEqual([
      // as they stand in what was pasted, its head being the first line
      '2 owner unknownOwner',
      '3 account unknownAccount',
      '3 dueOn dayOutOfRange',
      '5 dueOn dayOutOfRange',
      '5 kind unknownKind',
      '6 title missing',
      '6 dueOn unreadableDay',
    ])
    expect(() => pasteTasks(room.kernel, { commandId: command(), text })).toThrow(
      expect.objectContaining(
        refusal('PASTE_REFUSED', { problems: 7, line: 2, text: '王二', reason: 'unknownOwner' }),
      ),
    )
    expect(room.list()).toEqual([])
  })

  it.each([
    '任务\t负责人\t到期\t客户',
    '任务名称\t责任人\t截止日期（必填）\t客户名称',
    'Task\tAssigned to\tDue date\tCustomer',
    '事项：\t经办\t到期日期\t备注',
  ])('may be headed as “%s”', (head) => {
    const text = ['', head, '送样\t林晓舟\t2026-12-01\t'].join('\n')
    const { problems, tasks } = previewPaste(room.kernel, { text })
    expect(problems).toEqual([])
    expect(tasks).toMatchObject([{ title: '送样', owner: '林晓舟', dueOn: '2026-12-01' }])
  })

  it('is refused where it is empty or longer than 5,000 lines', () => {
    expect(() => pasteTasks(room.kernel, { commandId: command(), text: ' \n' })).toThrow('PASTE_EMPTY')
    expect(() => pasteTasks(room.kernel, { commandId: command(), text: '任务\n'.repeat(5_001) })).toThrow(
      expect.objectContaining(refusal('PASTE_TOO_LONG', { lines: 5_001, max: 5_000 })),
    )
  })
})

describe('tasks of somebody who leaves', () => {
  it('go to the account’s owner, else the head, in the same command; undo gives them back', () => {
    room.add('送样', { accountId: room.hengyue, ownerId: room.fang })
    room.add('打样', { accountId: room.nanxun })
    const owners = () => room.list().map(({ title, owner, formerOwner }) => [title, owner, formerOwner])
    removeMember(room.kernel, { commandId: command(), memberId: room.fang })
    expect(owners()).toEqual([
      ['送样', '林晓舟', null],
      ['打样', '沈知远', null],
    ])
    takeBack()
    expect(owners()).toEqual([
      ['送样', '方佩', null],
      ['打样', '方佩', null],
    ])
  })

  it('show who goes on where another laptop removed them', () => {
    room.add('送样', { accountId: room.hengyue, ownerId: room.fang })
    const { db } = room.kernel
    db.exec(`UPDATE log_state SET mode = 'apply'`)
    db.prepare('UPDATE member SET deleted = 1 WHERE id = ?').run(room.fang)
    db.exec(`UPDATE log_state SET mode = 'closed'`)
    expect(room.list()).toMatchObject([{ owner: '林晓舟', formerOwner: '方佩' }])
    expect(room.titles({ ownerId: room.lin })).toEqual(['送样'])
  })

  it('move along with a hand-over, open ones only', () => {
    const open = room.add('送样', { accountId: room.hengyue })
    const done = room.add('打样', { accountId: room.hengyue })
    settle([done], 'done')
    const { handoverId } = makeHandover(room.kernel, {
      commandId: command(),
      fromId: room.lin,
      toId: room.fang,
      accountIds: [room.hengyue],
      dueOn: null,
      note: '',
    })
    for (const side of ['giver', 'taker'] as const) {
      for (const check of CHECKS)
        tickHandover(room.kernel, { commandId: command(), handoverId, check, side, done: true })
      signHandover(room.kernel, { commandId: command(), handoverId, side })
    }
    expect([room.row(open).owner, room.row(done).owner]).toEqual(['方佩', '林晓舟'])
  })
})

describe('two accounts that become one', () => {
  it('bring their tasks along', () => {
    room.add('送样', { accountId: room.nanxun })
    merge(room.kernel, {
      commandId: command(),
      subject: 'account',
      keepId: room.hengyue,
      goneId: room.nanxun,
      take: [],
    })
    expect(room.list()).toMatchObject([{ title: '送样', account: '恒岳家居集团' }])
    takeBack()
    expect(room.list()).toMatchObject([{ account: '南浔木业' }])
  })
})
