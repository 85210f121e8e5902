import { beforeEach, describe, expect, test } from 'vitest'
import { addEntry } from '../../../db/accounts/log/service/write.ts'
import { undo } from '../../../db/kernel/history.ts'
import { type AccountId, type MemberId, PersonId, type VisitId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { importBusy } from '../../../db/visits/calendar/service/importBusy.ts'
import { planCoverage } from '../../../db/visits/plan/service/coverage.ts'
import { freeDay } from '../../../db/visits/plan/service/freeDay.ts'
import { acceptProposals, proposeVisits } from '../../../db/visits/plan/service/propose.ts'
import { planYear } from '../../../db/visits/plan/service/year.ts'
import { addVisits } from '../../../db/visits/service/add.ts'
import { removeVisits } from '../../../db/visits/service/change.ts'
import { listExecutives, setExecutive } from '../../../db/visits/service/executives.ts'
import { listVisits } from '../../../db/visits/service/read.ts'
import { stepVisits } from '../../../db/visits/service/step.ts'
import { command, newSampleKernel, refusal } from '../newKernel.ts'

let now: number
let kernel: Kernel
let accountId: AccountId
let boss: MemberId

const named = <Id extends string>(table: 'account' | 'member', name: string): Id => {
  const id = kernel.db.prepare<[string], Id>(`SELECT id FROM ${table} WHERE name = ?`).pluck().get(name)
  if (id === undefined) throw new Error(`no ${table} ${name}`)
  return id
}

beforeEach(() => {
  // a Tuesday morning in Shanghai
  now = Date.parse('2026-11-24T02:00:00Z')
  kernel = newSampleKernel(() => now)
  accountId = named('account', '南浔木业')
  boss = named('member', '顾长风')
  // the sample's own visits and executives are no part of these stories
  const visitIds = listVisits(kernel, {}).rows.map(({ id }) => id)
  if (visitIds.length > 0) removeVisits(kernel, { commandId: command(), visitIds })
  for (const { memberId } of listExecutives(kernel))
    setExecutive(kernel, { commandId: command(), memberId, executive: null })
  makeExecutive(boss, 1, 2)
})

const makeExecutive = (memberId: MemberId, rank: number, monthly: number) =>
  setExecutive(kernel, { commandId: command(), memberId, executive: { rank, city: '杭州', monthly } })

function plan(day: string, more: Partial<Parameters<typeof addVisits>[1]['visits'][number]> = {}): VisitId {
  const visit = {
    title: '',
    day,
    accountIds: [accountId],
    leadId: boss,
    memberIds: [],
    personIds: [],
    ...more,
  }
  const [id] = addVisits(kernel, { commandId: command(), visits: [visit] }).visitIds
  if (!id) throw new Error('not planned')
  return id
}

type Event = Parameters<typeof stepVisits>[1]['event']
function step(visitId: VisitId, ...events: readonly Event[]): void {
  for (const event of events) {
    now += 60_000
    stepVisits(kernel, { commandId: command(), visitIds: [visitId], event, note: 'why' })
  }
}

const rowOf = (id: AccountId) => planYear(kernel, { year: 2026 }).rows.find((row) => row.accountId === id)

describe('the year’s plan', () => {
  test('counts what is due by the cadence, what was done, and when the next is due', () => {
    expect(rowOf(accountId)).toMatchObject({ tier: 'key', cadence: 90, due: 4, done: 0 })
    step(plan('2026-11-20'), 'approve', 'confirm', 'hold', 'finish')
    expect(rowOf(accountId)).toMatchObject({ done: 1, lastMet: '2026-11-20', nextDue: '2027-02-18' })
  })

  test('takes a contact of an executive from the work log', () => {
    const contact = {
      accountId,
      memberId: boss,
      happenedOn: '2026-11-23',
      channel: 'visit',
      text: '见面',
    } as const
    addEntry(kernel, { commandId: command(), ...contact, people: [], next: null, files: [], promises: [] })
    expect(rowOf(accountId)).toMatchObject({ done: 0, lastMet: '2026-11-23', nextDue: '2027-02-21' })
  })

  test('tells what was missed, and the visit that makes up for it', () => {
    const missed = plan('2026-11-03')
    const failed = plan('2026-10-06')
    step(failed, 'miss')
    const told = () =>
      planYear(kernel, { year: 2026 }).missed.map(({ visitId, madeUpOn }) => [visitId, madeUpOn])
    expect(told()).toEqual([
      [failed, null],
      [missed, null],
    ])
    plan('2026-12-01')
    expect(told()).toEqual([
      [failed, '2026-12-01'],
      [missed, '2026-12-01'],
    ])
  })

  test('counts the load of executives without what did not take place, and marks what clashes', () => {
    plan('2026-12-01', { time: '09:00', city: '湖州' })
    plan('2026-12-01', { time: '10:00', city: '湖州', accountIds: [named('account', '恒岳家居集团')] })
    plan('2026-12-02')
    step(plan('2026-12-03'), 'cancel')
    step(plan('2026-11-04'), 'miss')
    const { loads, marks } = planYear(kernel, { year: 2026 })
    expect(loads).toMatchObject([
      { name: '顾长风', monthly: 2, months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3] },
    ])
    expect(marks.map(({ day, clash }) => [day, clash])).toEqual([
      ['2026-11-04', false],
      ['2026-12-01', true],
      ['2026-12-01', true],
      ['2026-12-02', false],
    ])
  })

  test('gives its first accounts with their visits, and tells how much there is', () => {
    plan('2026-12-01', { accountIds: [accountId, named('account', '恒岳家居集团')] })
    for (const day of ['2026-12-02', '2026-12-03']) plan(day)
    const whole = planYear(kernel, { year: 2026 })
    expect(whole).toMatchObject({ more: false, count: 3 })
    for (const limit of [1, whole.rows.length - 1, whole.rows.length]) {
      const first = planYear(kernel, { year: 2026, limit })
      expect(first.rows).toEqual(whole.rows.slice(0, limit))
      expect(first.more).toBe(limit < whole.rows.length)
      expect(first.marks).toEqual(whole.marks.filter(({ rows }) => rows.some((row) => row < limit)))
      expect([first.count, first.loads, first.missed]).toEqual([3, whole.loads, whole.missed])
    }
  })

  test('shows an account without cadence in the year of its visit', () => {
    const small = planYear(kernel, { year: 2026 }).rows.map((row) => row.accountId)
    const other = kernel.db
      .prepare<[string], AccountId>(
        'SELECT id FROM account WHERE id NOT IN (SELECT value FROM json_each(?)) LIMIT 1',
      )
      .pluck()
      .get(JSON.stringify(small))
    if (other === undefined) throw new Error('all accounts have a cadence')
    plan('2026-12-01', { accountIds: [other] })
    expect(rowOf(other)).toMatchObject({ cadence: null, due: 0, done: 0, nextDue: null })
    expect(planYear(kernel, { year: 2027 }).rows.some((row) => row.accountId === other)).toBe(false)
  })
})

describe('the day for a visit in another month', () => {
  const dayIn = (month: string, visitId: VisitId | null) => freeDay(kernel, { month, visitId }).day

  test('is the same day, else the next working day on which nobody is elsewhere', async () => {
    const visitId = plan('2026-12-02', { city: '湖州' })
    // 2 January 2027 is a Saturday of the New Year’s holiday
    expect(dayIn('2027-01', visitId)).toBe('2027-01-04')
    plan('2027-01-04', { city: '佛山' })
    expect(dayIn('2027-01', visitId)).toBe('2027-01-05')
    const calendar = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART;VALUE=DATE:20270105',
      'LOCATION:杭州',
      'END:VEVENT',
      'END:VCALENDAR',
    ]
    await importBusy(kernel, {
      commandId: command(),
      memberId: boss,
      file: new File([calendar.join('\n')], 'x.ics'),
    })
    expect(dayIn('2027-01', visitId)).toBe('2027-01-06')
  })

  test('is from today on for a new one, and none in a month that has passed', () => {
    expect(dayIn('2026-11', null)).toBe('2026-11-24')
    expect(dayIn('2026-10', null)).toBeNull()
  })
})

describe('coverage', () => {
  test('tells how executives know leaders, who went and who came', () => {
    const hengyue = named<AccountId>('account', '恒岳家居集团')
    const person = kernel.db
      .prepare<[string], string>('SELECT id FROM person WHERE name = ?')
      .pluck()
      .get('吴国梁')
    if (person === undefined) throw new Error('nobody')
    step(
      plan('2026-11-20', { accountIds: [hengyue], personIds: [PersonId.parse(person)] }),
      'approve',
      'confirm',
      'hold',
    )
    step(plan('2026-11-10', { accountIds: [hengyue], direction: 'come' }), 'approve', 'confirm', 'hold')
    const { executives, accounts, leaders } = planCoverage(kernel)
    const at = accounts.findIndex((account) => account.accountId === hengyue)
    expect(executives).toMatchObject([{ name: '顾长风', rank: 1 }])
    expect(accounts[at]).toMatchObject({
      went: 1,
      came: 1,
      nextDue: '2027-02-18',
      faces: [{ name: '顾长风' }, {}],
    })
    const leader = leaders.find(({ name }) => name === '吴国梁')
    expect(leader).toMatchObject({ title: '董事长', rank: 1, account: at })
    expect(leader?.cells).toEqual([{ depth: 2, wanted: 2, lastMet: '2026-11-20' }])
  })
})

describe('proposals', () => {
  const propose = (from = '2026-11-24', until = '2027-01-31') => proposeVisits(kernel, { from, until })

  test('of what is due say why, and are planned with their trips in one command', () => {
    makeExecutive(named('member', '何敬之'), 2, 20)
    const { proposals } = propose()
    expect(proposals.length).toBeGreaterThan(5)
    const together = proposals.filter(({ trip }) => trip !== null)
    expect(together.length).toBeGreaterThan(1)
    const trips = [...new Set(together.map(({ trip }) => trip))]
    const { visitIds, tripIds } = acceptProposals(kernel, {
      commandId: command(),
      trips: trips.map((trip) => `行程 ${trip}`),
      visits: proposals.map(({ accountId: id, leadId, day, city, personId, trip }) => ({
        ...{ accountId: id, leadId, day, city, personId },
        trip: trip === null ? null : trips.indexOf(trip),
      })),
    })
    expect(visitIds).toHaveLength(proposals.length)
    expect(tripIds).toHaveLength(trips.length)
    const { rows } = listVisits(kernel, {})
    expect(rows.filter(({ tripId }) => tripId !== null)).toHaveLength(together.length)
    expect(planYear(kernel, { year: 2026 }).marks.every(({ clash }) => !clash)).toBe(true)
    // what is planned is no longer proposed
    const again = propose().proposals.map(({ key }) => key)
    expect(again.filter((key) => proposals.some((proposal) => proposal.key === key))).toEqual([])
    undo(kernel, command())
    expect(listVisits(kernel, {}).rows).toEqual([])
    expect(propose().proposals).toEqual(proposals)
  })

  test('keep off days on which an executive’s own calendar is full', async () => {
    const [before] = propose().proposals
    if (!before) throw new Error('nothing proposed')
    const day = before.day.replaceAll('-', '')
    const calendar = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      `DTSTART:${day}T100000`,
      'DURATION:PT1H',
      'END:VEVENT',
      'END:VCALENDAR',
    ]
    await importBusy(kernel, {
      commandId: command(),
      memberId: boss,
      file: new File([calendar.join('\n')], 'x.ics'),
    })
    expect(propose().proposals.some((each) => each.leadId === boss && each.day === before.day)).toBe(false)
  })

  test('of a span that ends before it begins are refused', () => {
    expect(() => propose('2026-12-01', '2026-11-30')).toThrow(
      expect.objectContaining(refusal('DAYS_OUT_OF_ORDER')),
    )
  })
})
