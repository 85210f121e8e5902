import { addEntry } from '../../../../db/accounts/log/service/write.ts'
import { addPeople } from '../../../../db/accounts/people/service/write.ts'
import { addAccounts } from '../../../../db/accounts/service/write.ts'
import type { NewTask } from '../../../../db/channel/tasks/contract.ts'
import { type TaskRow, taskRows } from '../../../../db/channel/tasks/rules/taskTable.ts'
import { addTasks } from '../../../../db/channel/tasks/service/add.ts'
import { listTasks } from '../../../../db/channel/tasks/service/read.ts'
import { addMember } from '../../../../db/department/service/members.ts'
import { changeSettings } from '../../../../db/department/settings.ts'
import { addSheet, changeSheet } from '../../../../db/evaluation/service/editSheet.ts'
import { markCells } from '../../../../db/evaluation/service/marking.ts'
import { publishRound } from '../../../../db/evaluation/service/publishing.ts'
import { addRound } from '../../../../db/evaluation/service/rounds.ts'
import type { AccountId, EntryId, MemberId, PersonId, TaskId } from '../../../../db/kernel/ids.ts'
import type { Kernel } from '../../../../db/kernel/kernel.ts'
import { command, newKernel } from '../../newKernel.ts'

/** Publishes a round on the clock's day: a mark for each account, X for key, 6 for main, 4 for ordinary. */
export function publishTiers({ kernel, hengyue, nanxun }: TaskRoom, marks: string): void {
  const from = { kind: 'template', template: 'blank', language: 'zh' } as const
  const { sheetId } = addSheet(kernel, { commandId: command(), name: '考评表', from })
  const indicatorIds = changeSheet(kernel, {
    commandId: command(),
    sheetId,
    cells: [],
    add: [{ after: null, indicator: { name: '忠诚度', weight: 10_000 } }],
    remove: [],
    move: [],
  }).added
  const { roundId } = addRound(kernel, { commandId: command(), name: '2026 上半年', sheetId })
  markCells(kernel, {
    commandId: command(),
    roundId,
    accountIds: [hengyue, nanxun],
    indicatorIds,
    expected: '--',
    marks,
    gesture: 'edit',
  })
  publishRound(kernel, { commandId: command(), roundId, note: '' })
}

/** Somebody at an account, with a birthday as people type it. */
export const addPerson = (
  { kernel }: TaskRoom,
  accountId: AccountId,
  name: string,
  birthday: string,
): PersonId => {
  const [id] = addPeople(kernel, {
    commandId: command(),
    entryId: null,
    people: [
      {
        name,
        birthday,
        custom: [],
        employments: [{ accountId, title: '', department: '', since: null, until: null }],
      },
    ],
  }).personIds
  if (!id) throw new Error('not added')
  return id
}

/** A department of three with two accounts, whose clock stands where a test puts it. */
export interface TaskRoom {
  readonly kernel: Kernel
  readonly hengyue: AccountId
  readonly nanxun: AccountId
  readonly lin: MemberId
  readonly fang: MemberId
  readonly head: MemberId
  /** moves the clock to ten o'clock of a day */
  goTo(day: string): void
  add(title: string, task?: Partial<NewTask>): TaskId
  list(input?: Partial<Parameters<typeof listTasks>[1]>): TaskRow[]
  titles(input?: Partial<Parameters<typeof listTasks>[1]>): string[]
  row(id: string): TaskRow
  /** writes an entry of the work log */
  contact(accountId: AccountId, on: string, channel?: 'visit' | 'call' | 'wechat', by?: MemberId): EntryId
}

export const TODAY = '2026-11-24'

/** Opens one on a day, {@link TODAY} where none is given. */
export function taskRoom(day = TODAY): TaskRoom {
  let now = at(day)
  const kernel = newKernel(() => now)
  const member = (name: string, role: string) =>
    addMember(kernel, { commandId: command(), name, role }).memberId
  const head = member('沈知远', '大客户部负责人')
  const lin = member('林晓舟', '客户经理')
  const fang = member('方佩', '客户经理')
  const [hengyue, nanxun] = addAccounts(kernel, {
    commandId: command(),
    accounts: [
      { name: '恒岳家居集团', ownerId: lin },
      { name: '南浔木业', ownerId: fang },
    ],
  }).accountIds
  if (!hengyue || !nanxun) throw new Error('no accounts')
  changeSettings(kernel, { me: lin })
  const list: TaskRoom['list'] = (input = {}) =>
    taskRows(listTasks(kernel, { show: 'open', text: '', offset: 0, limit: 60_000, ...input }))
  return {
    ...{ kernel, hengyue, nanxun, lin, fang, head, list },
    goTo(day) {
      now = at(day)
    },
    add(title, task = {}) {
      const [id] = addTasks(kernel, {
        commandId: command(),
        tasks: [{ title, dueOn: TODAY, ...task }],
      }).taskIds
      if (!id) throw new Error('not added')
      return id
    },
    titles: (input) => list(input).map(({ title }) => title),
    row(id) {
      const found = [...list(), ...list({ show: 'settled' })].find((task) => task.id === id)
      if (!found) throw new Error('no such task')
      return found
    },
    contact: (accountId, on, channel = 'call', by = lin) =>
      addEntry(kernel, {
        commandId: command(),
        accountId,
        memberId: by,
        happenedOn: on,
        channel,
        text: '谈了排产',
        next: null,
        people: [],
        files: [],
        promises: [],
      }).entryId,
  }
}

const at = (day: string): number => new Date(`${day}T10:00:00`).getTime()
