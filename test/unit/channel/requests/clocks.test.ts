import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Clock, leftAt } from '../../../../db/channel/requests/rules/clocks.ts'
import { LEVELS, levelAt, levelDue } from '../../../../db/channel/requests/rules/levels.ts'
import {
  advance,
  begin,
  type ClockTerms,
  type Happening,
  type Progress,
} from '../../../../db/channel/requests/rules/progress.ts'
import {
  eventsFrom,
  isOpen,
  REQUEST_EVENTS,
  REQUEST_STATES,
  type RequestEventKind,
  TRANSITIONS,
} from '../../../../db/channel/requests/rules/states.ts'
import { DEFAULT_CALENDAR } from '../../../../db/department/calendar/rules/calendar.ts'
import {
  addWorking,
  compileCalendar,
  workingMs,
} from '../../../../db/department/calendar/rules/workingTime.ts'

const calendar = compileCalendar(DEFAULT_CALENDAR)
const MINUTE = 60_000

/** What a key account is promised in the picture of the room: 30 minutes, 4 hours, 8 hours. */
const KEY: ClockTerms = {
  calendar,
  promised: {
    tier: 'key',
    policyId: null,
    times: { first: 30, update: 240, solution: 480 },
    pausesForThird: false,
    escalation: { late: [], over: [] },
  },
}

/** Shanghai's wall clock as epoch ms. */
const at = (wall: string): number => Date.parse(`${wall}:00+08:00`)
const wall = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const dueOf = (clock: Clock): string => (clock.kind === 'running' ? wall(clock.due) : clock.kind)

/** Lets things happen in turn; fails where a state refuses one. */
function happen(progress: Progress, ...happenings: readonly Happening[]): Progress {
  return happenings.reduce((before, happening) => {
    const next = advance(KEY, before, happening)
    if (!next) throw new Error(`${happening.kind} refused in ${before.state}`)
    return next
  }, progress)
}

describe('the three clocks of a request', () => {
  const asked = begin(KEY, at('2026-11-24T09:05'))

  test('end as in the picture of the room: 09:35, 14:35 after lunch, 09:35 the next day', () => {
    expect(dueOf(asked.clocks.first)).toBe('2026-11-24 09:35')
    expect(dueOf(asked.clocks.update)).toBe('2026-11-24 14:35')
    expect(dueOf(asked.clocks.solution)).toBe('2026-11-25 09:35')
  })

  test('pass over the Spring Festival, count a make-up Saturday, and do not lose a leap day', () => {
    const solved = (start: string): string => dueOf(begin(KEY, at(start)).clocks.solution)
    // Saturday the 14th is worked for the festival, which ends on Monday the 23rd
    expect(solved('2026-02-13T17:00')).toBe('2026-02-14 17:30')
    expect(solved('2026-02-14T17:00')).toBe('2026-02-24 17:30')
    expect(solved('2024-02-28T17:45')).toBe('2024-03-01 09:15')
  })

  test('note every end that passed unmet, once for each run, with who was to be told', () => {
    const told = ['唐棣', '马骁']
    const late = happen(asked, { kind: 'respond', at: at('2026-11-24T15:00'), told })
    expect(late.misses).toEqual([
      { clock: 'first', run: 1, at: at('2026-11-24T09:35'), told },
      { clock: 'update', run: 1, at: at('2026-11-24T14:35'), told },
    ])
    // the next news is promised anew, and missed anew; pausing and going on notes nothing twice
    const again = happen(
      late,
      { kind: 'waitCustomer', at: at('2026-11-25T11:00') },
      { kind: 'resume', at: at('2026-11-25T14:00') },
      { kind: 'solve', at: at('2026-11-25T16:00') },
    )
    expect(again.misses.map(({ clock, run }) => `${clock} ${run}`)).toEqual([
      'first 1',
      'update 1',
      'update 2',
      'solution 1',
    ])
    expect(happen(asked, { kind: 'respond', at: at('2026-11-24T09:20') }).misses).toEqual([])
  })

  test('stop while the customer is waited for, and go on with what was left', () => {
    const waiting = happen(
      asked,
      { kind: 'respond', at: at('2026-11-24T09:15') },
      { kind: 'waitCustomer', at: at('2026-11-24T10:05'), waitingFor: '邓总助' },
    )
    expect(waiting.clocks.solution).toMatchObject({ kind: 'paused', left: (480 - 60) * MINUTE })
    expect(waiting.waitingFor).toBe('邓总助')
    const resumed = happen(waiting, { kind: 'resume', at: at('2026-11-25T09:05') })
    // 7 hours from 09:05: 2:55 before lunch, 4:05 after it
    expect(dueOf(resumed.clocks.solution)).toBe('2026-11-25 17:35')
    expect(resumed.waitingFor).toBe('')
  })

  test('never stop for ourselves, and for third parties only where the policy says so', () => {
    const running = (kind: RequestEventKind, terms: ClockTerms): string | undefined =>
      advance(terms, asked, { kind, at: at('2026-11-24T09:10') })?.clocks.solution.kind
    const generous = { ...KEY, promised: { ...KEY.promised, pausesForThird: true } }
    expect(running('waitUs', generous)).toBe('running')
    expect(running('waitThird', KEY)).toBe('running')
    expect(running('waitThird', generous)).toBe('paused')
    expect(running('waitCustomer', KEY)).toBe('paused')
  })

  test('go from one way of waiting to another without a gap', () => {
    const moved = happen(
      asked,
      { kind: 'waitCustomer', at: at('2026-11-24T09:35') },
      { kind: 'waitUs', at: at('2026-11-24T10:35') },
    )
    expect(dueOf(moved.clocks.solution)).toBe('2026-11-25 10:35')
  })

  test('begin the next news anew with each news, and meet the first answer once', () => {
    const told = happen(
      asked,
      { kind: 'respond', at: at('2026-11-24T09:20') },
      { kind: 'update', at: at('2026-11-24T11:00') },
    )
    expect(told.clocks.first).toMatchObject({ kind: 'met', left: 15 * MINUTE })
    expect(dueOf(told.clocks.update)).toBe('2026-11-24 16:30')
    expect(told.clocks.update).toMatchObject({ run: 3 })
  })

  test('answered late stays late; ended unanswered and late counts as missed, in time it counts no more', () => {
    const late = happen(asked, { kind: 'respond', at: at('2026-11-24T10:00') })
    expect(late.clocks.first).toMatchObject({ kind: 'met', left: -25 * MINUTE })
    const missed = happen(asked, { kind: 'cancel', at: at('2026-11-24T10:00') })
    expect(missed.clocks.first).toMatchObject({ kind: 'missed' })
    expect(missed.clocks.solution).toEqual({ kind: 'none' })
  })

  test('opened again, the solution goes on with what was left when it was solved', () => {
    const solved = happen(asked, { kind: 'solve', at: at('2026-11-24T10:05') })
    expect(solved.clocks.solution).toMatchObject({ kind: 'met', left: 420 * MINUTE })
    const again = happen(solved, { kind: 'reopen', at: at('2026-11-26T09:00') })
    expect(again).toMatchObject({ state: 'working', reopened: 1, solvedAt: null, endedAt: null })
    expect(dueOf(again.clocks.solution)).toBe('2026-11-26 17:30')
    expect(dueOf(again.clocks.update)).toBe('2026-11-26 14:30')
    expect(again.clocks.first.kind).toBe('met')
  })
})

describe('the arithmetic of pauses', () => {
  const minutes = fc.integer({ min: 1, max: 3_000 })
  const start = fc.date({ min: new Date('2024-01-02'), max: new Date('2026-10-01'), noInvalidDate: true })

  test('pausing n times equals pausing once for the sum, whatever the hours', () => {
    fc.assert(
      fc.property(
        start,
        fc.array(fc.tuple(minutes, minutes), { minLength: 1, maxLength: 8 }),
        (from, spells) => {
          const begun = begin(KEY, from.getTime())
          let now = from.getTime()
          let many = begun
          let worked = 0
          for (const [work, pause] of spells) {
            now = addWorking(calendar, now, work)
            worked += work
            many = happen(many, { kind: 'waitCustomer', at: now })
            now += pause * MINUTE
            many = happen(many, { kind: 'resume', at: now })
          }
          const worked1 = addWorking(calendar, from.getTime(), worked)
          const once = happen(begun, { kind: 'waitCustomer', at: worked1 }, { kind: 'resume', at: now })
          expect(many.clocks.solution).toEqual(once.clocks.solution)
          expect(leftAt(calendar, many.clocks.solution, now)).toBe((480 - worked) * MINUTE)
        },
      ),
    )
  })

  test('what is left falls by the working time that passes, before and after its end', () => {
    fc.assert(
      fc.property(start, minutes, (from, passed) => {
        const { solution } = begin(KEY, from.getTime()).clocks
        const now = from.getTime() + passed * MINUTE
        expect(leftAt(calendar, solution, now)).toBe(480 * MINUTE - workingMs(calendar, from.getTime(), now))
      }),
    )
  })

  test('a clock read before it began, as when the laptop was set back, has its whole time', () => {
    const { solution } = begin(KEY, at('2026-11-24T09:05')).clocks
    expect(leftAt(calendar, solution, at('2026-11-20T09:05'))).toBe(480 * MINUTE)
  })
})

describe('the levels of a clock', () => {
  test('a quarter before its end, a quarter of an hour, its end, and half as much again', () => {
    const { solution } = begin(KEY, at('2026-11-24T09:05')).clocks
    const level = (when: string) => levelAt(calendar, solution, at(when))
    expect(level('2026-11-24T16:34')).toBeNull()
    expect(level('2026-11-24T16:35')).toBe('warned')
    expect(level('2026-11-25T09:19')).toBe('warned')
    expect(level('2026-11-25T09:20')).toBe('soon')
    expect(level('2026-11-25T09:35')).toBe('soon')
    expect(level('2026-11-25T09:36')).toBe('late')
    expect(level('2026-11-25T15:05')).toBe('over')
  })

  test('each is reached at the moment that is told for it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2024-01-02'), max: new Date('2026-10-01'), noInvalidDate: true }),
        fc.constantFrom(...LEVELS),
        (from, level) => {
          const { solution } = begin(KEY, from.getTime()).clocks
          const due = levelDue(calendar, solution, level)
          if (due === null) throw new Error('a new clock has reached nothing')
          const reached = (now: number): boolean => {
            const stands = levelAt(calendar, solution, now)
            return stands !== null && LEVELS.indexOf(stands) >= LEVELS.indexOf(level)
          }
          expect(reached(due - 1)).toBe(false)
          // the end itself is in time
          expect(reached(addWorking(calendar, due, 1))).toBe(true)
        },
      ),
    )
  })
})

describe('the states of a request', () => {
  test('every way through them ends in a state from which it can be opened again, and open means not ended', () => {
    const anyEvent = fc.constantFrom(...REQUEST_EVENTS)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyEvent, fc.integer({ min: 1, max: 600 })), { maxLength: 30 }),
        (steps) => {
          let progress = begin(KEY, at('2026-11-24T09:05'))
          let now = at('2026-11-24T09:05')
          for (const [kind, minutes] of steps) {
            now += minutes * MINUTE
            const next = advance(KEY, progress, { kind, at: now })
            expect(next !== undefined).toBe(eventsFrom(progress.state).includes(kind))
            if (next) progress = next
            expect(progress.open).toBe(isOpen(progress.state) ? 1 : 0)
            const kinds = Object.values(progress.clocks).map((clock) => clock.kind)
            if (progress.open === 0) expect(kinds).not.toContain('running')
            if (progress.state === 'waitingCustomer') expect(kinds).not.toContain('running')
          }
          if (progress.open === 0) expect(eventsFrom(progress.state)).toEqual(['reopen'])
        },
      ),
    )
  })

  test('each can be left, and none leads out of the list', () => {
    for (const state of REQUEST_STATES) {
      expect(eventsFrom(state).length).toBeGreaterThan(0)
      for (const target of Object.values(TRANSITIONS[state])) expect(REQUEST_STATES).toContain(target)
    }
  })
})
