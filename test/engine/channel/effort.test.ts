import { beforeEach, describe, expect, it } from 'vitest'
import { addEffort } from '../../../db/channel/effort/service/add.ts'
import { changeEffort, removeEffort } from '../../../db/channel/effort/service/change.ts'
import { listEffort } from '../../../db/channel/effort/service/read.ts'
import { effortReport } from '../../../db/channel/effort/service/report.ts'
import { dropTimer, startTimer, stopTimer, timerNow } from '../../../db/channel/effort/service/timer.ts'
import { changeSettings } from '../../../db/department/settings.ts'
import { undo } from '../../../db/kernel/history.ts'
import { AccountId, MemberId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newSampleKernel, refusal } from '../newKernel.ts'

let now: number
let kernel: Kernel
const at = (wall: string): number => new Date(`${wall}:00`).getTime()
const idOf = (table: 'account' | 'member', name: string): string => {
  const id = kernel.db.prepare<[string], string>(`SELECT id FROM ${table} WHERE name = ?`).pluck().get(name)
  if (id === undefined) throw new Error(`no ${name}`)
  return id
}
const account = (name: string) => AccountId.parse(idOf('account', name))
const member = (name: string) => MemberId.parse(idOf('member', name))

beforeEach(() => {
  now = at('2026-11-24T10:00')
  kernel = newSampleKernel(() => now)
})

type Line = Parameters<typeof addEffort>[1]['lines'][number]
const add = (...lines: Line[]) => addEffort(kernel, { commandId: command(), lines })
/** The lines of one of ours. */
const ours = () => listEffort(kernel, { memberId: member('马骁'), limit: 100 }).rows
const line = (more: Partial<Line> = {}): Line => ({
  memberId: member('马骁'),
  accountId: account('恒岳家居集团'),
  minutes: 45,
  ...more,
})

describe('lines', () => {
  it('are added, changed, removed and undone', () => {
    const before = ours().length
    const { effortIds } = add(
      line(),
      line({ minutes: 75, day: '2026-11-20', subject: 'visit', note: '看样' }),
    )
    const [first, second] = effortIds
    if (!first || !second) throw new Error('not added')
    expect(ours()).toHaveLength(before + 2)
    expect(ours().find(({ id }) => id === second)).toMatchObject({
      minutes: 75,
      day: '2026-11-20',
      note: '看样',
    })
    expect(ours().find(({ id }) => id === first)).toMatchObject({
      account: '恒岳家居集团',
      day: '2026-11-24',
    })
    const edit = { effortId: first, field: 'minutes', before: 45, after: 60 } as const
    changeEffort(kernel, { commandId: command(), edits: [edit] })
    expect(ours().find(({ id }) => id === first)?.minutes).toBe(60)
    expect(() => changeEffort(kernel, { commandId: command(), edits: [{ ...edit, after: 61 }] })).toThrow(
      expect.objectContaining(refusal('CELLS_CHANGED', { cells: 1, name: '2026-11-24 1:00', current: '60' })),
    )
    removeEffort(kernel, { commandId: command(), effortIds: [first, second] })
    expect(ours()).toHaveLength(before)
    undo(kernel, command())
    undo(kernel, command())
    expect(ours().find(({ id }) => id === first)?.minutes).toBe(45)
  })

  it('say what they went into', () => {
    const request = kernel.db
      .prepare<[], { id: string; title: string }>("SELECT id, title FROM request WHERE code = 'R-0402'")
      .get()
    if (!request) throw new Error('no request')
    add(line({ subject: 'request', subjectId: request.id }))
    const { rows, minutes } = listEffort(kernel, { subjectId: request.id, limit: 10 })
    expect(rows[0]).toMatchObject({ about: `R-0402 ${request.title}`, subject: 'request' })
    expect(minutes).toBeGreaterThanOrEqual(45)
  })

  it.each([
    [{ minutes: 0 }, 'EFFORT_MINUTES'],
    [{ minutes: -5 }, 'EFFORT_MINUTES'],
    [{ minutes: 1_441 }, 'EFFORT_MINUTES'],
    [{ day: '2026-11-25' }, 'DAY_TO_COME'],
    [{ day: '2020-12-31' }, 'DAY_OUT_OF_RANGE'],
    [{ memberId: MemberId.parse('01890000-0000-7000-8000-000000000000') }, 'MEMBER_NOT_FOUND'],
    [{ accountId: AccountId.parse('01890000-0000-7000-8000-000000000000') }, 'ACCOUNT_NOT_FOUND'],
  ] as const)('are refused with %o', (more, code) => {
    const before = ours().length
    expect(() => add(line(), line(more))).toThrow(expect.objectContaining(refusal(code)))
    expect(ours()).toHaveLength(before)
  })

  it('of a day add up to 24 hours at most, each member’s own', () => {
    const day = '2026-09-05'
    add(line({ day, minutes: 1_000 }), line({ day, minutes: 440 }))
    expect(() => add(line({ day, minutes: 1 }))).toThrow(
      expect.objectContaining(refusal('EFFORT_DAY_FULL', { name: '马骁', day, minutes: 1_441 })),
    )
    add(line({ day, minutes: 1_440, memberId: member('赵敏') }))
    const [first] = listEffort(kernel, { from: day, until: day, memberId: member('马骁'), limit: 1 }).rows
    if (!first) throw new Error('no line')
    const edit = { effortId: first.id, field: 'minutes', before: first.minutes, after: 1_100 } as const
    expect(() => changeEffort(kernel, { commandId: command(), edits: [edit] })).toThrow(
      expect.objectContaining(refusal('EFFORT_DAY_FULL')),
    )
  })
})

describe('the timer', () => {
  const start = (accountId: AccountId | null = account('恒岳家居集团')) =>
    startTimer(kernel, { accountId, subject: 'account', subjectId: null, note: '' })
  const stop = (minutes?: number) => stopTimer(kernel, { commandId: command(), minutes })

  it('writes full minutes for who sits here, and there is one at a time', () => {
    start()
    expect(() => start()).toThrow(expect.objectContaining(refusal('TIMER_RUNS')))
    now += 74 * 60_000 + 31_000
    expect(timerNow(kernel)?.reading).toEqual({ kind: 'sure', minutes: 75 })
    const { effortId, minutes } = stop()
    expect(minutes).toBe(75)
    expect(timerNow(kernel)).toBeNull()
    expect(listEffort(kernel, { from: '2026-11-24', limit: 200 }).rows).toContainEqual(
      expect.objectContaining({ id: effortId, member: '沈知远', minutes: 75, account: '恒岳家居集团' }),
    )
    expect(() => stop()).toThrow(expect.objectContaining(refusal('NO_TIMER')))
  })

  it('stopped at once writes nothing', () => {
    start()
    now += 20_000
    expect(stop()).toMatchObject({ effortId: null, minutes: 0, txnId: null })
    expect(timerNow(kernel)).toBeNull()
  })

  it('that ran over a night asks how long it was, and writes it on the day on which it began', () => {
    start()
    now = at('2026-11-25T08:30')
    expect(timerNow(kernel)).toMatchObject({ reading: { kind: 'night', minutes: 1_350 } })
    expect(() => stop()).toThrow(expect.objectContaining(refusal('TIMER_UNSURE', { kind: 'night' })))
    expect(timerNow(kernel)).not.toBeNull()
    expect(() => stop(0)).toThrow(expect.objectContaining(refusal('EFFORT_MINUTES')))
    expect(timerNow(kernel)).not.toBeNull()
    const { effortId } = stop(90)
    expect(
      listEffort(kernel, { from: '2026-11-24', limit: 200 }).rows.find(({ id }) => id === effortId),
    ).toMatchObject({ day: '2026-11-24', minutes: 90 })
  })

  it('never counts negative when the clock is set back', () => {
    start()
    now = at('2026-11-24T08:00')
    expect(timerNow(kernel)?.reading).toEqual({ kind: 'backwards', minutes: 0 })
    expect(() => stop()).toThrow(expect.objectContaining(refusal('TIMER_UNSURE', { kind: 'backwards' })))
    stop(30)
    expect(timerNow(kernel)).toBeNull()
  })

  it('can be forgotten; without a user of this laptop it is kept until there is one', () => {
    start(null)
    expect(dropTimer(kernel)).toEqual({ dropped: true })
    expect(dropTimer(kernel)).toEqual({ dropped: false })
    changeSettings(kernel, { me: null })
    start()
    now += 600_000
    expect(() => stop()).toThrow(expect.objectContaining(refusal('EFFORT_WHOSE')))
    expect(timerNow(kernel)).not.toBeNull()
  })
})

describe('the report', () => {
  it('tells tiers against the policies, and the sample’s story: a day a week on accounts that bring nothing', () => {
    const report = effortReport(kernel, { from: '2026-09-28', until: '2026-11-22' })
    expect(report).toMatchObject({ profitFigure: '年利润贡献', growthFigure: '同比增长' })
    expect(report.tiers.map(({ tier, target }) => [tier, target])).toEqual([
      ['key', 60],
      ['main', 20],
      ['ordinary', 15],
      ['small', 5],
    ])
    const [worst, next] = report.members
    expect(worst?.member).toBe('林晓舟')
    // a day has 7:30
    expect(worst?.idleAWeek).toBeGreaterThan(6 * 60)
    expect(worst?.idleAWeek).toBeLessThan(9 * 60)
    expect(next?.idleAWeek).toBeLessThan((worst?.idleAWeek ?? 0) / 2)
    const at = report.accounts.names.indexOf('昆明滇池建材')
    expect(report.accounts.bringNothing[at]).toBe(true)
  })
})
