import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../../db/accounts/rules/days.ts'
import { AccountId, MemberId, PersonId } from '../../../db/kernel/ids.ts'
import type { DueAccount, ProposeFacts } from '../../../db/visits/plan/rules/facts.ts'
import { placeOf } from '../../../db/visits/plan/rules/places.ts'
import { propose } from '../../../db/visits/plan/rules/propose.ts'

const uuid = (kind: string, number: number): string =>
  `0190${kind}00-0000-7000-8000-${String(number).padStart(12, '0')}`
const account = (number: number): AccountId => AccountId.parse(uuid('aa', number))
const member = (number: number): MemberId => MemberId.parse(uuid('bb', number))

const TODAY = '2026-11-24'
const REGIONS = ['山东临沂', '山东济南', '浙江东阳', '重庆', '']
const isWorkday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Facts with some executives, accounts and days on which somebody is away. */
const someFacts: fc.Arbitrary<ProposeFacts> = fc
  .record({
    span: fc.integer({ min: 0, max: 370 }),
    later: fc.integer({ min: -20, max: 60 }),
    executives: fc.array(
      fc.record({ rank: fc.integer({ min: 1, max: 4 }), monthly: fc.integer({ min: 1, max: 3 }) }),
      {
        maxLength: 4,
      },
    ),
    accounts: fc.array(
      fc.record({
        region: fc.constantFrom(...REGIONS),
        every: fc.constantFrom(30, 90, 180),
        last: fc.option(fc.integer({ min: 0, max: 400 })),
        planned: fc.option(fc.integer({ min: 0, max: 90 }), { freq: 4 }),
        lead: fc.option(fc.integer({ min: 0, max: 5 })),
        rank: fc.option(fc.integer({ min: 1, max: 3 })),
        depth: fc.integer({ min: 0, max: 4 }),
      }),
      { maxLength: 12 },
    ),
    away: fc.integer({ min: 2, max: 9 }),
    load: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ span, later, executives, accounts, away, load }) => {
    const from = addDays(TODAY, later)
    return {
      from,
      until: addDays(from, span),
      today: TODAY,
      executives: executives.map((each, at) => ({ ...each, memberId: member(at), name: `M${at}` })),
      accounts: accounts.map(
        (each, at): DueAccount => ({
          accountId: account(at),
          name: `A${at}`,
          tier: 'key',
          region: each.region,
          every: each.every,
          lastMet: each.last === null ? null : addDays(TODAY, -each.last),
          plannedOn: each.planned === null ? null : addDays(TODAY, each.planned),
          lastLead: each.lead === null ? null : member(each.lead),
          leaders:
            each.rank === null
              ? []
              : [
                  {
                    personId: PersonId.parse(uuid('cc', at)),
                    name: `P${at}`,
                    title: 'CEO',
                    rank: each.rank,
                    cells: executives.map(() => ({ depth: each.depth, wanted: 3 })),
                  },
                ],
        }),
      ),
      isWorkday,
      // away on some days, each executive on others
      isFree: (memberId, day) => (daysBetween('2026-01-01', day) + Number(memberId.slice(-1))) % away !== 0,
      loadOf: (memberId, month) => (Number(memberId.slice(-1)) + Number(month.slice(5))) % (load + 1),
    }
  })

const all = (check: (facts: ProposeFacts) => void): void =>
  fc.assert(fc.property(someFacts, check), { numRuns: 120 })

describe('proposals', () => {
  test('are on free working days of the span from tomorrow on', () => {
    all((facts) => {
      for (const { day, leadId } of propose(facts).proposals) {
        expect(day >= facts.from && day <= facts.until && day > facts.today).toBe(true)
        expect(isWorkday(day)).toBe(true)
        expect(facts.isFree(leadId, day)).toBe(true)
      }
    })
  })

  test('never have anybody in two places on one day', () => {
    all((facts) => {
      const { proposals } = propose(facts)
      expect(new Set(proposals.map(({ leadId, day }) => `${leadId} ${day}`)).size).toBe(proposals.length)
    })
  })

  test('go beyond nobody’s month without saying so', () => {
    all((facts) => {
      const counts = new Map<string, number>()
      const { proposals } = propose(facts)
      for (const { leadId, day, reasons } of proposals) {
        const month = `${leadId} ${day.slice(0, 7)}`
        counts.set(month, (counts.get(month) ?? 0) + 1)
        expect(reasons.some(({ code }) => code === 'load' || code === 'overload')).toBe(true)
      }
      for (const [month, count] of counts) {
        const [leadId = '', of = ''] = month.split(' ')
        const lead = facts.executives.find(({ memberId }) => memberId === leadId)
        const beyond = facts.loadOf(MemberId.parse(leadId), of) + count - (lead?.monthly ?? 0)
        const told = proposals.filter(
          (each) =>
            each.leadId === leadId &&
            each.day.startsWith(of) &&
            each.reasons.some(({ code }) => code === 'overload'),
        ).length
        expect(told).toBe(Math.min(count, Math.max(0, beyond)))
      }
    })
  })

  test('each say why, for one account and due day', () => {
    all((facts) => {
      const { proposals, unplaced } = propose(facts)
      for (const { reasons } of proposals) expect(reasons[0]?.code).toBe('due')
      expect(new Set(proposals.map(({ key }) => key)).size).toBe(proposals.length)
      if (facts.executives.length === 0) {
        expect(proposals).toEqual([])
        expect(unplaced.every(({ why }) => why === 'nobody')).toBe(true)
      }
    })
  })

  test('are made for everything that is due and not planned, and nothing else', () => {
    all((facts) => {
      const { proposals, unplaced } = propose(facts)
      const first = facts.from > TODAY ? facts.from : addDays(TODAY, 1)
      for (const { accountId, every, lastMet, plannedOn } of facts.accounts) {
        const last = [lastMet, plannedOn]
          .flatMap((day) => day ?? [])
          .toSorted()
          .at(-1)
        const due = last === undefined ? first : addDays(last, every)
        const found = [...proposals, ...unplaced].filter((each) => each.accountId === accountId).length
        const then = due < first ? first : due
        expect(found).toBe(
          due > facts.until ? 0 : 1 + Math.max(0, Math.floor(daysBetween(then, facts.until) / every)),
        )
      }
    })
  })

  test('of one trip have one lead, one area and neighbouring days', () => {
    all((facts) => {
      const trips = Map.groupBy(
        propose(facts).proposals.filter(({ trip }) => trip !== null),
        ({ trip }) => trip,
      )
      for (const visits of trips.values()) {
        expect(visits.length).toBeGreaterThan(1)
        expect(visits.length).toBeLessThanOrEqual(4)
        expect(new Set(visits.map(({ leadId, area }) => `${leadId} ${area}`)).size).toBe(1)
        const days = visits.map(({ day }) => day).toSorted()
        for (const [at, day] of days.slice(1).entries())
          expect(daysBetween(days[at] ?? '', day)).toBeLessThanOrEqual(3)
        for (const { reasons } of visits) expect(reasons.some(({ code }) => code === 'trip')).toBe(true)
      }
    })
  })

  test('are the same for the same facts', () => {
    all((facts) => {
      expect(propose(facts)).toEqual(propose(facts))
    })
  })
})

describe('places', () => {
  test.each([
    ['山东临沂', '临沂', '山东'],
    ['浙江省 湖州市', '湖州', '浙江'],
    ['重庆', '重庆', '重庆'],
    ['广西壮族自治区南宁市', '南宁', '广西'],
    ['Bavaria, Munich', 'Munich', 'Bavaria'],
    ['', '', ''],
  ])('of %j', (region, city, area) => expect(placeOf(region)).toEqual({ city, area }))
})
