import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../../db/accounts/rules/days.ts'
import { isContact, isExecutive, sortsProven } from '../../../../db/channel/tasks/rules/contacts.ts'
import { isHead, ownerOf } from '../../../../db/channel/tasks/rules/owners.ts'
import { dueAfter, dueInTurn, silentSince, spreadOf } from '../../../../db/channel/tasks/rules/periods.ts'
import { stepDays } from '../../../../db/channel/tasks/rules/playbooks.ts'
import { kindOf, readWhy, reasonKey, type Why, whyJson } from '../../../../db/channel/tasks/rules/reasons.ts'
import {
  daysLate,
  dueDay,
  nextDue,
  REPEAT_UNITS,
  stateOf,
} from '../../../../db/channel/tasks/rules/states.ts'
import { DEFAULT_CALENDAR } from '../../../../db/department/calendar/rules/calendar.ts'
import {
  addWorkingDays,
  compileCalendar,
  isWorkday,
} from '../../../../db/department/calendar/rules/workingTime.ts'

const TODAY = '2026-11-24'
const day = fc.integer({ min: -900, max: 900 }).map((days) => addDays(TODAY, days))
const every = fc.integer({ min: 1, max: 400 })

describe('something that comes round', () => {
  it('is due no earlier than wanted and never in the past, in one period for each stretch of days', () => {
    fc.assert(
      fc.property(day, every, fc.integer({ min: 0, max: 60 }), day, (last, days, ahead, today) => {
        const due = dueAfter(last, days, today, ahead)
        const passed = daysBetween(last, today)
        expect(due !== null).toBe(passed + ahead >= days)
        if (due === null) return
        expect(due.on >= today && due.on >= addDays(last, days)).toBe(true)
        // looked at again within the stretch it is the same period; one stretch later another
        const from = addDays(last, days * Math.floor((passed + ahead) / days) - ahead)
        expect(dueAfter(last, days, from, ahead)?.period).toBe(due.period)
        expect(dueAfter(last, days, addDays(from, days - 1), ahead)?.period).toBe(due.period)
        expect(dueAfter(last, days, addDays(from, days), ahead)?.period).not.toBe(due.period)
      }),
    )
  })

  it('that never happened takes its turn once in each period, whatever the account', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.integer({ min: 20, max: 200 }), (spread, days) => {
        const periods = Array.from({ length: days * 3 }, (_, at) =>
          dueInTurn(spread, days, addDays(TODAY, at), 0),
        )
        const seen = new Set(periods.flatMap((due) => (due ? [due.period] : [])))
        expect(seen.size).toBeGreaterThanOrEqual(3)
        expect(seen.size).toBeLessThanOrEqual(4)
      }),
      { numRuns: 20 },
    )
  })

  it('spreads accounts over the period', () => {
    const ids = Array.from(
      { length: 3_000 },
      (_, at) => `01890000-0000-7000-8000-${String(at * 7_919).padStart(12, '0')}`,
    )
    const today = ids.filter((id) => dueInTurn(spreadOf(id), 90, TODAY, 0)?.on === TODAY)
    // a turn of the last eight days counts as today's
    expect(today.length).toBeGreaterThan((3_000 / 90) * 5)
    expect(today.length).toBeLessThan((3_000 / 90) * 14)
  })

  it('is silent from the last contact on, by whole days', () => {
    expect(silentSince('2026-10-26', 30, TODAY)).toBeNull()
    expect(silentSince('2026-10-25', 30, TODAY)).toEqual({ on: TODAY, period: '2026-10-25/1' })
    expect(silentSince('2026-09-25', 30, TODAY)?.period).toBe('2026-09-25/2')
    expect(silentSince('2020-01-01', 0, TODAY)).toBeNull()
  })
})

describe('a contact', () => {
  it('proves what it is: a visit spares the call, and only executives pay an executive visit', () => {
    expect(sortsProven('visit', false)).toEqual(['visit', 'call'])
    expect(sortsProven('received', true)).toEqual(['visit', 'executiveVisit', 'call'])
    expect(sortsProven('call', true)).toEqual(['call'])
    for (const channel of ['wechat', 'email', 'event'] as const)
      expect(sortsProven(channel, true)).toEqual([])
    expect(isContact('executiveVisit', 'visit', false)).toBe(false)
  })

  it('knows executives by their role', () => {
    for (const role of ['总经理', '副总经理', '董事长', 'General Manager', 'vice-president'])
      expect(isExecutive(role), role).toBe(true)
    for (const role of ['客户经理', '营销总监', '财务经理', '']) expect(isExecutive(role), role).toBe(false)
  })
})

describe('whose a task is', () => {
  const holders = { account: 'a', backup: 'b', head: 'h' }
  it('is who holds the role, else the account’s owner, their backup, the head', () => {
    const all = () => true
    expect(ownerOf({ role: 'head', memberId: null }, holders, all)).toBe('h')
    expect(ownerOf({ role: 'member', memberId: 'm' }, holders, all)).toBe('m')
    expect(ownerOf({ role: 'member', memberId: 'm' }, holders, (id) => id !== 'm')).toBe('a')
    expect(ownerOf({ role: 'account', memberId: null }, holders, (id) => id !== 'a')).toBe('b')
    expect(ownerOf({ role: 'account', memberId: null }, holders, (id) => id === 'h')).toBe('h')
    expect(ownerOf({ role: 'account', memberId: null }, holders, () => false)).toBeNull()
  })

  it('knows the head by their role', () => {
    expect(isHead('大客户部负责人')).toBe(true)
    expect(isHead('客户经理')).toBe(false)
  })
})

describe('a reason', () => {
  const whys: Why[] = [
    { code: 'cadence', sort: 'visit', every: 14, last: null, policyId: null },
    { code: 'cadence', sort: 'call', every: 7, last: TODAY, policyId: null },
    { code: 'silence', days: 30, last: TODAY },
    { code: 'birthday', on: TODAY, lunar: true },
    { code: 'festival', festival: 'midAutumn', on: TODAY },
    { code: 'festival', festival: 'newYear', on: TODAY },
    { code: 'contract', contractId: 'c', endsOn: TODAY },
    { code: 'invitation', eventId: 'e', on: TODAY, sent: false },
    { code: 'service', every: 180, last: null },
  ]
  it('is one and the same by its key, and every other has another', () => {
    expect(new Set(whys.map(reasonKey)).size).toBe(whys.length)
    expect(reasonKey({ code: 'silence', days: 45, last: '2026-01-01' })).toBe('silence')
    expect(reasonKey({ code: 'own', by: null })).toBeNull()
  })

  it('is kept as it is, and says what is to be done', () => {
    for (const why of whys) expect(readWhy(whyJson(why))).toEqual(why)
    expect(whys.map(kindOf)).toContain('greeting')
  })
})

describe('steps of a template', () => {
  const compiled = compileCalendar(DEFAULT_CALENDAR)
  const add = (from: string, count: number) => addWorkingDays(compiled, from, count)

  it('fall on working days where only those count, and never before an earlier step of fewer days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-01-05', days)),
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 }),
        (start, offsets) => {
          const sorted = [...offsets].sort((a, b) => a - b)
          const working = stepDays(
            sorted.map((after) => ({ after, working: true })),
            start,
            add,
          )
          const calendar = stepDays(
            sorted.map((after) => ({ after, working: false })),
            start,
            add,
          )
          expect(calendar).toEqual(sorted.map((after) => addDays(start, after)))
          expect([...working].sort()).toEqual(working)
          for (const [at, on] of working.entries()) {
            expect(on >= (calendar[at] ?? '')).toBe(true)
            if (sorted[at] !== 0) expect(isWorkday(compiled, on), on).toBe(true)
          }
        },
      ),
    )
  })

  it('skip the National Day holiday and work on its make-up Saturday', () => {
    expect(stepDays([{ after: 1, working: true }], '2026-09-30', add)).toEqual(['2026-10-08'])
  })
})

describe('where a task stands', () => {
  const open = { dueOn: TODAY, snooze: null, waiting: null, settlement: null }
  it('is told by its day; put off it is due when it is back, and late after', () => {
    expect(stateOf(open, TODAY)).toBe('today')
    expect(stateOf(open, addDays(TODAY, 1))).toBe('late')
    expect(stateOf(open, addDays(TODAY, -7))).toBe('next7')
    expect(stateOf(open, addDays(TODAY, -8))).toBe('later')
    const off = { ...open, snooze: { until: addDays(TODAY, 3) } }
    expect(stateOf(off, addDays(TODAY, 2))).toBe('snoozed')
    expect(stateOf(off, addDays(TODAY, 3))).toBe('today')
    expect(daysLate(off, addDays(TODAY, 5))).toBe(2)
    expect(dueDay({ dueOn: '2027-01-01', snooze: { until: TODAY } })).toBe('2027-01-01')
    expect(stateOf({ ...open, waiting: {} }, addDays(TODAY, 9))).toBe('waiting')
    expect(stateOf({ ...open, settlement: { state: 'dropped' } }, TODAY)).toBe('dropped')
  })

  it('comes again after its day and after today, by whole steps from its first day', () => {
    fc.assert(
      fc.property(
        fc.record({ every: fc.constantFrom(...REPEAT_UNITS), count: fc.integer({ min: 1, max: 12 }) }),
        day,
        day,
        (repeats, due, today) => {
          const next = nextDue(repeats, due, today)
          expect(next > due && next > today).toBe(true)
          if (today <= due) expect(daysBetween(due, next)).toBeLessThanOrEqual(repeats.count * 366)
        },
      ),
    )
    expect(nextDue({ every: 'month', count: 1, day: 31 }, '2027-02-28', '2027-02-28')).toBe('2027-03-31')
    expect(nextDue({ every: 'year', count: 1 }, '2028-02-29', '2028-02-29')).toBe('2029-02-28')
    expect(nextDue({ every: 'week', count: 2 }, '2026-11-24', '2026-12-20')).toBe('2026-12-22')
  })
})
