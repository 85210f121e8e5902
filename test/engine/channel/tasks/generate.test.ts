import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { removeEntries } from '../../../../db/accounts/log/service/write.ts'
import { merge } from '../../../../db/accounts/merging/service/merge.ts'
import { editPeople } from '../../../../db/accounts/people/service/write.ts'
import { addDays } from '../../../../db/accounts/rules/days.ts'
import { DEFAULT_RULES } from '../../../../db/channel/tasks/rules/careRules.ts'
import { CARE_REASONS, type CareReason } from '../../../../db/channel/tasks/rules/reasons.ts'
import { saveCareRule } from '../../../../db/channel/tasks/service/careRules.ts'
import { removeTasks } from '../../../../db/channel/tasks/service/change.ts'
import { addContract, changeContract } from '../../../../db/channel/tasks/service/contracts.ts'
import { generateIfDue, generateTasks } from '../../../../db/channel/tasks/service/generate.ts'
import { listPlaybooks, savePlaybook, startPlaybook } from '../../../../db/channel/tasks/service/playbooks.ts'
import { settleTasks } from '../../../../db/channel/tasks/service/settle.ts'
import { undo } from '../../../../db/kernel/history.ts'
import { TaskId } from '../../../../db/kernel/ids.ts'
import { insertOne } from '../../accounts/rows.ts'
import { command } from '../../newKernel.ts'
import { addPerson, publishTiers, type TaskRoom, TODAY, taskRoom } from './rows.ts'

let room: TaskRoom
beforeEach(() => {
  room = taskRoom('2026-05-04')
  publishTiers(room, 'X6')
  room.goTo(TODAY)
})

const generate = () => generateTasks(room.kernel, { commandId: command() })
const only = (reason: CareReason): void => {
  for (const one of CARE_REASONS)
    saveCareRule(room.kernel, {
      commandId: command(),
      reason: one,
      rule: { ...DEFAULT_RULES[one], on: one === reason },
    })
}
const of = (code: string) => room.list().filter(({ why }) => why.code === code)
const settle = (id: string | undefined, to: 'done' | 'dropped') =>
  settleTasks(room.kernel, { commandId: command(), taskIds: [TaskId.parse(id)], to, note: '不需要' })

describe('a cadence', () => {
  beforeEach(() => only('cadence'))
  const visits = () =>
    room.list({ accountId: room.hengyue }).filter(({ why }) => why.code === 'cadence' && why.sort === 'visit')

  it('asks for the next visit before it is due, with the last one and what the policy wants', () => {
    room.contact(room.hengyue, '2026-11-12', 'visit')
    generate()
    expect(visits()).toMatchObject([
      {
        account: '恒岳家居集团',
        owner: '林晓舟',
        dueOn: '2026-11-26',
        why: { every: 14, last: '2026-11-12' },
      },
    ])
  })

  it('makes one for each reason, however often it runs, and the second run leaves no transaction', () => {
    room.contact(room.hengyue, '2026-09-12', 'visit')
    expect(generate().made).toBeGreaterThan(0)
    const before = room.list()
    expect(generate()).toMatchObject({ made: 0, closed: 0, txnId: null })
    expect(generateIfDue(room.kernel)).toEqual({ made: 0, closed: 0 })
    expect(room.list()).toEqual(before)
    // much later the same one still stands, and no second beside it
    room.goTo('2027-01-20')
    generate()
    expect(visits()).toHaveLength(1)
  })

  it('ends at once when the contact is written, by that entry; taken back with it', () => {
    room.contact(room.hengyue, '2026-11-02', 'visit')
    generate()
    const [task] = visits()
    const entryId = room.contact(room.hengyue, TODAY, 'visit', room.fang)
    expect(visits()).toEqual([])
    expect(room.row(task?.id ?? '').settlement).toMatchObject({
      state: 'done',
      by: room.fang,
      contact: { entryId, on: TODAY },
    })
    removeEntries(room.kernel, { commandId: command(), entryIds: [entryId] })
    expect(visits()).toHaveLength(1)
  })

  it('ends at the next run where the contact came another way, and a call is no visit', () => {
    room.contact(room.hengyue, '2026-11-02', 'visit')
    generate()
    room.contact(room.hengyue, TODAY, 'call')
    expect(visits()).toHaveLength(1)
    insertOne(room.kernel, 'log_entry', {
      account_id: room.hengyue,
      happened_on: '2026-11-20',
      channel: 'received',
      text: '来访',
      recorded_at: '2026-11-20T02:00:00.000Z',
    })
    expect(generate().closed).toBe(1)
    expect(visits()).toEqual([])
  })

  it('is not asked for again in the period in which it was dropped, but in the next', () => {
    room.contact(room.hengyue, '2026-11-02', 'visit')
    generate()
    settle(visits()[0]?.id, 'dropped')
    generate()
    expect(visits()).toEqual([])
    room.goTo('2026-12-02')
    generate()
    expect(visits()).toHaveLength(1)
  })
})

describe('silence', () => {
  beforeEach(() => only('silence'))

  it('restarts at the last real contact, of whatever sort', () => {
    room.contact(room.hengyue, '2026-10-25')
    generate()
    expect(of('silence')).toMatchObject([{ dueOn: TODAY, why: { days: 30, last: '2026-10-25' } }])
    room.contact(room.hengyue, TODAY, 'wechat')
    expect(of('silence')).toEqual([])
    room.goTo(addDays(TODAY, 29))
    generate()
    expect(of('silence')).toEqual([])
    room.goTo(addDays(TODAY, 30))
    generate()
    expect(of('silence')).toMatchObject([{ why: { last: TODAY } }])
  })

  it('is not spoken of where there never was a contact', () => {
    expect(generate().made).toBe(0)
  })

  it('that somebody deleted is not spoken of again in the same period', () => {
    room.contact(room.hengyue, '2026-10-20')
    generate()
    const taskIds = of('silence').map(({ id }) => TaskId.parse(id))
    removeTasks(room.kernel, { commandId: command(), taskIds })
    expect(generate()).toMatchObject({ made: 0, txnId: null })
    expect(of('silence')).toEqual([])
  })

  it('an older contact written late ends nothing', () => {
    room.contact(room.hengyue, '2026-10-20')
    generate()
    room.contact(room.hengyue, '2026-10-18')
    expect(of('silence')).toHaveLength(1)
  })

  it('never piles up and never stays after a contact, whatever happens in whatever order', () => {
    const deed = fc.oneof(
      fc.record({ kind: fc.constant('contact' as const), back: fc.integer({ min: 0, max: 40 }) }),
      fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 50 }) }),
      fc.record({ kind: fc.constantFrom('done' as const, 'dropped' as const) }),
    )
    fc.assert(
      fc.property(fc.array(deed, { minLength: 3, maxLength: 10 }), (deeds) => {
        room = taskRoom('2026-05-04')
        publishTiers(room, 'X6')
        room.goTo(TODAY)
        let today = TODAY
        let last = ''
        for (const one of deeds) {
          if (one.kind === 'days') {
            today = addDays(today, one.days)
            room.goTo(today)
          } else if (one.kind === 'contact') {
            const on = addDays(today, -one.back)
            room.contact(room.hengyue, on)
            last = on > last ? on : last
          } else if (of('silence')[0]) settle(of('silence')[0]?.id, one.kind)
          generate()
          expect(generate().txnId).toBeNull()
          const open = of('silence')
          expect(open.length).toBeLessThanOrEqual(1)
          for (const { why } of open) expect(why.code === 'silence' && why.last).toBe(last)
          if (last > addDays(today, -30)) expect(open).toEqual([])
        }
      }),
      { numRuns: 5 },
    )
  })
})

describe('birthdays', () => {
  beforeEach(() => only('birthday'))
  const days = () => of('birthday').map(({ person, dueOn }) => [person, dueOn])

  it('are kept by their own calendar', () => {
    addPerson(room, room.hengyue, '吴国梁', '农历1967年十月廿一')
    addPerson(room, room.hengyue, '郑明霞', '1980-11-26')
    addPerson(room, room.nanxun, '陆芳', '1980-12-26')
    generate()
    expect(days()).toEqual([
      ['郑明霞', '2026-11-26'],
      ['吴国梁', '2026-11-29'],
    ])
  })

  it('in a leap month on the ordinary one in years without it, and on the 29th where a month has no 30th', () => {
    addPerson(room, room.hengyue, '闰月生', '农历2020年闰四月初八')
    addPerson(room, room.hengyue, '三十生', '农历1990年七月三十')
    // 四月初八 of 2026 is 24 May; the seventh month of 2026 has 30 days, that of 2027 29
    room.goTo('2026-05-20')
    generate()
    expect(days()).toEqual([['闰月生', '2026-05-24']])
    room.goTo('2026-09-06')
    generate()
    expect(days()[1]?.[0]).toBe('三十生')
  })

  it('come once a year; a corrected one takes the old task away', () => {
    const personId = addPerson(room, room.hengyue, '郑明霞', '1980-11-26')
    generate()
    generate()
    expect(days()).toHaveLength(1)
    const before = '1980-11-26'
    editPeople(room.kernel, {
      commandId: command(),
      fields: [{ personId, field: 'birthday', before, after: '1980-11-28' }],
      custom: [],
      entryId: null,
    })
    generate()
    expect(days()).toEqual([['郑明霞', '2026-11-28']])
    expect(room.list({ show: 'dropped' })).toMatchObject([{ settlement: { gone: true } }])
  })

  it('of two people who are one are one', () => {
    const keepId = addPerson(room, room.hengyue, '郑明霞', '1980-11-26')
    const goneId = addPerson(room, room.hengyue, '郑明霞', '1980-11-26')
    generate()
    expect(days()).toHaveLength(2)
    merge(room.kernel, { commandId: command(), subject: 'person', keepId, goneId, take: [] })
    expect(days()).toHaveLength(1)
    generate()
    expect(days()).toHaveLength(1)
  })
})

describe('festivals, contracts, services', () => {
  it('greet before Spring Festival the tiers that are greeted', () => {
    only('festival')
    room.goTo('2027-01-31')
    generate()
    expect(new Map(of('festival').map(({ account, dueOn }) => [account, dueOn]))).toEqual(
      new Map([
        ['恒岳家居集团', '2027-02-05'],
        ['南浔木业', '2027-02-05'],
      ]),
    )
  })

  it('speak of a contract before it ends, and no more once it is prolonged', () => {
    only('contract')
    const fields = { accountId: room.hengyue, name: '框架合同', startsOn: null, note: '' }
    const { contractId } = addContract(room.kernel, { commandId: command(), ...fields, endsOn: '2026-12-31' })
    generate()
    expect(of('contract')).toMatchObject([{ kind: 'contract', dueOn: '2026-12-01' }])
    changeContract(room.kernel, { commandId: command(), contractId, ...fields, endsOn: '2027-12-31' })
    generate()
    expect(of('contract')).toEqual([])
    expect(room.list({ show: 'done' })).toHaveLength(1)
    expect(() =>
      addContract(room.kernel, {
        commandId: command(),
        ...fields,
        startsOn: '2027-01-01',
        endsOn: '2026-01-01',
      }),
    ).toThrow('CONTRACT_DATES')
  })

  it('ask for an invitation, then for its answer', () => {
    only('invitation')
    const eventId = insertOne(room.kernel, 'club_event', { name: '年会', kind: 'awards', day: '2026-12-01' })
    const invitation = insertOne(room.kernel, 'invitation', { event_id: eventId, account_id: room.hengyue })
    generate()
    expect(of('invitation')).toMatchObject([{ why: { sent: false } }])
    const { kernel } = room
    kernel.write({ commandId: command(), label: { command: 'addAccounts', params: {} } }, (tx) => {
      tx.db.prepare('UPDATE invitation SET invited_on = ? WHERE id = ?').run(TODAY, invitation)
      return {}
    })
    expect(generate()).toMatchObject({ made: 1, closed: 1 })
    expect(of('invitation')).toMatchObject([{ dueOn: '2026-11-28', why: { sent: true } }])
  })

  it('spread extra services over the period where none was given yet', () => {
    only('service')
    let made = 0
    for (let days = 0; days < 180; days += 5) {
      room.goTo(addDays(TODAY, days))
      made += generate().made
      for (const { id } of of('service')) settle(id, 'dropped')
    }
    expect(made).toBe(1)
  })
})

describe('generation', () => {
  it('leaves undo alone', () => {
    room.add('送样')
    room.contact(room.hengyue, '2026-09-01')
    generate()
    const made = room.list().length
    undo(room.kernel, command())
    undo(room.kernel, command())
    expect(room.titles()).not.toContain('送样')
    expect(room.list()).toHaveLength(made - 1)
  })

  it('joins tasks of accounts that become one', () => {
    only('silence')
    room.contact(room.hengyue, '2026-10-01')
    room.contact(room.nanxun, '2026-09-01')
    generate()
    expect(of('silence')).toHaveLength(2)
    const ids = { keepId: room.hengyue, goneId: room.nanxun }
    merge(room.kernel, { commandId: command(), subject: 'account', ...ids, take: [] })
    expect(of('silence')).toMatchObject([{ account: '恒岳家居集团' }])
    expect(generate().txnId).toBeNull()
  })
})

describe('a template', () => {
  const step = { kind: 'call', note: '', owner: 'account', memberId: null } as const
  const save = () =>
    savePlaybook(room.kernel, {
      commandId: command(),
      playbookId: null,
      name: '重要客户升级',
      note: '',
      steps: [
        { ...step, title: '致电报喜', after: 0, working: false },
        { ...step, title: '寄政策函', after: 2, working: true },
        { ...step, title: '回访', after: 7, working: false, owner: 'head' },
      ],
    }).playbookId

  it('makes its steps by calendar or working days, each with its owner, once for a start', () => {
    const playbookId = save()
    const start = () =>
      startPlaybook(room.kernel, {
        commandId: command(),
        playbookId,
        accountIds: [room.hengyue],
        startOn: '2026-11-27',
      }).made
    expect(start()).toBe(3)
    expect(start()).toBe(0)
    expect(room.list().map(({ title, dueOn, owner }) => [title, dueOn, owner])).toEqual([
      ['致电报喜', '2026-11-27', '林晓舟'],
      ['寄政策函', '2026-12-01', '林晓舟'],
      ['回访', '2026-12-04', '沈知远'],
    ])
    expect(listPlaybooks(room.kernel)).toMatchObject([{ open: 1 }])
  })

  it('stands in the place of a single task where a rule says so', () => {
    only('silence')
    const rule = { ...DEFAULT_RULES.silence, playbookId: save() }
    saveCareRule(room.kernel, { commandId: command(), reason: 'silence', rule })
    room.contact(room.hengyue, '2026-10-01')
    expect(generate().made).toBe(3)
    expect(generate().txnId).toBeNull()
    room.contact(room.hengyue, TODAY)
    expect(room.list()).toEqual([])
  })
})
