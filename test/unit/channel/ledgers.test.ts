import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../db/accounts/rules/days.ts'
import { membershipState, termsMeet } from '../../../db/channel/club/rules/membership.ts'
import { attendanceOf, overbooked } from '../../../db/channel/club/rules/seats.ts'
import {
  consultationState,
  leaning,
  proposedWeight,
  resultOf,
  STANCES,
  share,
} from '../../../db/channel/consultations/rules/opinions.ts'
import { lowestFrom, monthTotals, runningBalances } from '../../../db/channel/incentives/rules/balances.ts'
import { entryKind, reckon, signed } from '../../../db/channel/incentives/rules/reckoning.ts'
import {
  readPoints,
  scoreOf,
  sheetPoints,
  trends,
  weakestItems,
} from '../../../db/channel/mystery/rules/scoring.ts'
import { layOutTrend } from '../../../db/channel/mystery/rules/trendDrawing.ts'
import {
  correctionLate,
  incidentState,
  nextCode,
  recurrences,
} from '../../../db/channel/quality/rules/course.ts'

const TODAY = '2026-11-24'
const day = fc.integer({ min: -800, max: 800 }).map((off) => addDays(TODAY, off))
/** Days that often coincide: what happens on one and the same day is where rules go wrong. */
const nearDay = fc.integer({ min: -4, max: 4 }).map((off) => addDays(TODAY, off))

describe('a quality incident (C1)', () => {
  const course = fc.record({
    correction: fc.option(fc.record({ dueOn: day, doneOn: fc.option(day) })),
    proof: fc.option(fc.record({ on: day })),
  })

  it('is never over without a correction that was carried out and a proof', () => {
    fc.assert(
      fc.property(course, (one) => {
        const over = incidentState(one) === 'proven'
        expect(over).toBe(one.proof !== null && (one.correction?.doneOn ?? null) !== null)
      }),
    )
  })

  it('is late by the days since its correction was due, until that is carried out', () => {
    const due = { correction: { dueOn: '2026-11-18', doneOn: null }, proof: null }
    expect(correctionLate(due, TODAY)).toBe(6)
    expect(correctionLate(due, '2026-11-18')).toBe(0)
    expect(correctionLate({ ...due, correction: { dueOn: '2026-11-18', doneOn: TODAY } }, TODAY)).toBe(0)
  })

  it('recurs within twelve months of the same account and product, and not beyond', () => {
    const one = (id: string, happenedOn: string, productId: string | null = 'uv', accountId = 'a') => ({
      ...{ id, accountId, kind: 'product', productId, happenedOn },
    })
    const counts = recurrences([
      one('1', '2025-11-23'),
      one('2', '2025-11-24'),
      one('3', '2026-11-24'),
      one('4', '2026-11-24', 'uv', 'b'),
      one('5', '2026-11-24', null),
    ])
    expect([...counts]).toEqual([
      ['1', 0],
      ['2', 1],
      ['3', 1],
      ['4', 0],
      ['5', 0],
    ])
  })

  it('gets the code after the highest one, whatever order they come in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1 }), (numbers) => {
        const codes = numbers.map((number) => `Q-${String(number).padStart(4, '0')}`)
        expect(nextCode([...codes, 'C-99999', 'Q-'])).toBe(
          `Q-${String(Math.max(...numbers) + 1).padStart(4, '0')}`,
        )
      }),
    )
    expect(nextCode([])).toBe('Q-0001')
  })
})

describe('a consultation (A9)', () => {
  const opinion = fc.record({
    weight: fc.integer({ min: 1, max: 99 }),
    stance: fc.option(fc.constantFrom(...STANCES)),
  })

  it('weighs every opinion once, and those who are silent for nobody', () => {
    fc.assert(
      fc.property(fc.array(opinion), (opinions) => {
        const result = resultOf(opinions)
        const { weights } = result
        expect(weights.for + weights.against + weights.neutral + weights.silent).toBe(result.whole)
        expect(result.whole).toBe(opinions.reduce((sum, { weight }) => sum + weight, 0))
        const loud = resultOf(opinions.filter(({ stance }) => stance !== null))
        expect(leaning(loud)).toBe(leaning(result))
        expect(share(weights.for, result)).toBe(share(weights.for, loud))
      }),
    )
  })

  it('one key account weighs as much as three small ones', () => {
    expect([
      proposedWeight('key'),
      proposedWeight('main'),
      proposedWeight('small'),
      proposedWeight(null),
    ]).toEqual([3, 2, 1, 1])
    const small = { weight: 1, stance: 'against' } as const
    expect(leaning(resultOf([{ weight: 3, stance: 'for' }, small, small, small]))).toBe('even')
  })

  it('is told only once it is decided and every account that was asked knows', () => {
    const asked = { closesOn: TODAY, outcome: null }
    expect(consultationState(asked, 3, TODAY)).toBe('asking')
    expect(consultationState(asked, 0, addDays(TODAY, 1))).toBe('closed')
    expect(consultationState({ ...asked, outcome: {} }, 1, TODAY)).toBe('decided')
    expect(consultationState({ ...asked, outcome: {} }, 0, TODAY)).toBe('told')
  })
})

describe('the club (B4.4)', () => {
  const term = fc
    .tuple(nearDay, fc.option(fc.nat(5)))
    .map(([sinceOn, length]) => ({ sinceOn, untilOn: length === null ? null : addDays(sinceOn, length) }))
  const runsOn = (one: { sinceOn: string; untilOn: string | null }, on: string): boolean =>
    ['running', 'ending'].includes(membershipState(one, on))

  it('two terms meet exactly where a day lies in both', () => {
    fc.assert(
      fc.property(term, term, (one, other) => {
        expect(termsMeet(one, other)).toBe(termsMeet(other, one))
        const later = one.sinceOn > other.sinceOn ? one.sinceOn : other.sinceOn
        expect(termsMeet(one, other)).toBe(runsOn(one, later) && runsOn(other, later))
      }),
    )
  })

  it('says two months ahead that a membership ends', () => {
    const one = { sinceOn: '2026-01-01', untilOn: '2027-01-23' }
    expect(membershipState(one, '2026-11-23')).toBe('running')
    expect(membershipState(one, TODAY)).toBe('ending')
    expect(membershipState(one, '2027-01-23')).toBe('ending')
    expect(membershipState(one, '2027-01-24')).toBe('over')
  })

  it('counts seats of those who come alone, and tells how many are too many', () => {
    const reply = (answer: 'yes' | 'no' | 'open', seats: number) => ({
      invitedOn: TODAY,
      reply: { answer, seats },
      came: null,
    })
    const counted = attendanceOf([
      reply('yes', 4),
      reply('yes', 3),
      reply('open', 9),
      reply('no', 2),
      { invitedOn: TODAY, reply: null, came: 2 },
      { invitedOn: null, reply: null, came: null },
    ])
    expect(counted).toMatchObject({
      invited: 6,
      sent: 5,
      yes: 2,
      silent: 1,
      seatsTaken: 7,
      came: 2,
      uncounted: 5,
    })
    expect([overbooked(6, counted), overbooked(7, counted), overbooked(null, counted)]).toEqual([1, 0, 0])
  })
})

describe('incentives (B4.6)', () => {
  const reckoning = fc.record({
    rate: fc.integer({ min: 1, max: 10_000 }),
    threshold: fc.integer({ min: 0, max: 10 ** 11 }),
    cap: fc.option(fc.integer({ min: 1, max: 10 ** 11 })),
  })

  it('a rule gives nothing below its threshold, never more than its cap, and more for more', () => {
    const base = fc.integer({ min: 0, max: 10 ** 12 })
    fc.assert(
      fc.property(reckoning, base, base, fc.constantFrom('fen', 'points'), (rule, a, b, unit) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(reckon(less, rule, unit)).toBeLessThanOrEqual(reckon(more, rule, unit))
        if (less < rule.threshold) expect(reckon(less, rule, unit)).toBe(0)
        expect(reckon(more, rule, unit)).toBeLessThanOrEqual(rule.cap ?? more)
      }),
    )
  })

  it('0.8% of 1,712 万元 is 13.696 万元, and 1% of its yuan in points', () => {
    const rule = { rate: 80, threshold: 300_000_000, cap: 20_000_000 }
    expect(reckon(1_712_000_000, rule, 'fen')).toBe(13_696_000)
    expect(reckon(2_600_000_000, rule, 'fen')).toBe(20_000_000)
    expect(reckon(299_999_999, rule, 'fen')).toBe(0)
    expect(reckon(1_712_000_000, { rate: 100, threshold: 0, cap: null }, 'points')).toBe(171_200)
  })

  it('a penalty and a pay-out take, everything else gives', () => {
    expect(signed(entryKind('penalty', 5), 5)).toBe(-5)
    expect(signed(entryKind(null, -5), 5)).toBe(-5)
    expect(signed(entryKind('gift', 5), 5)).toBe(5)
    expect(entryKind(null, 5)).toBe('other')
  })

  const posted = fc
    .array(
      fc.record({
        accountId: fc.constantFrom('a', 'b'),
        unit: fc.constantFrom('fen', 'points'),
        amount: fc.integer({ min: -1_000, max: 1_000 }),
        day: nearDay,
      }),
    )
    .map((rows) => rows.map((row, at) => ({ ...row, id: String(at).padStart(4, '0') })))

  it('the last balance of each account and unit is the sum of its entries, in whatever order they are read', () => {
    fc.assert(
      fc.property(posted, (entries) => {
        const balances = runningBalances(entries)
        expect(new Map(runningBalances(entries.toReversed()))).toEqual(new Map(balances))
        for (const group of Map.groupBy(entries, ({ accountId, unit }) => `${accountId}${unit}`).values()) {
          const last = [...group].sort((x, y) => (`${x.day}${x.id}` < `${y.day}${y.id}` ? -1 : 1)).at(-1)
          expect(balances.get(last?.id ?? '')).toBe(group.reduce((sum, { amount }) => sum + amount, 0))
        }
      }),
    )
  })

  it('what may be paid out on a day leaves no later balance below nought', () => {
    fc.assert(
      fc.property(posted, nearDay, (all, on) => {
        const entries = all.filter(({ accountId, unit }) => accountId === 'a' && unit === 'points')
        const most = lowestFrom(entries, on)
        const paid = [
          ...entries,
          { accountId: 'a', unit: 'points' as const, amount: -most, day: on, id: '9999' },
        ]
        const balances = runningBalances(paid)
        const after = paid
          .filter((one) => one.day > on || one.id === '9999')
          .map(({ id }) => balances.get(id) ?? 0)
        expect(Math.min(...after)).toBe(0)
      }),
    )
  })

  it('months add up to the ledger', () => {
    fc.assert(
      fc.property(posted, (entries) => {
        const kinds = entries.map((entry) => ({ ...entry, kind: entryKind(null, entry.amount) }))
        const sum = monthTotals(kinds).reduce(
          (total, { given, taken, paidOut }) => total + given - taken - paidOut,
          0,
        )
        expect(sum).toBe(entries.reduce((total, { amount }) => total + amount, 0))
      }),
    )
  })
})

describe('mystery visits (C6)', () => {
  const mark = (points: number, given: number | null, text = String(points)) => ({
    key: text,
    text,
    points,
    given,
  })

  it('a whole sheet scores what was given; with four fifths marked it is scaled, with less there is no score', () => {
    expect(scoreOf([mark(40, 33), mark(60, 50)])).toEqual({ score: 830, marked: 100, unmarked: 0 })
    expect(scoreOf([mark(20, null), mark(80, 60)])).toEqual({ score: 750, marked: 80, unmarked: 1 })
    expect(scoreOf([mark(21, null), mark(79, 79)]).score).toBeNull()
  })

  it('a score lies between nought and a hundred whatever is given', () => {
    const marks = fc.array(
      fc
        .integer({ min: 1, max: 100 })
        .chain((points) =>
          fc.record({ points: fc.constant(points), given: fc.option(fc.integer({ min: 0, max: points })) }),
        ),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(marks, (all) => {
        const { score } = scoreOf(all)
        expect(score === null || (score >= 0 && score <= 1_000)).toBe(true)
        if (all.every(({ given, points }) => given === points) && sheetPoints(all) >= 80)
          expect(score).toBe(1_000)
      }),
    )
  })

  it('tells the trend of each place by day: 83, 85, 88', () => {
    const visit = (id: string, place: string, on: string, score: number | null) => ({
      id,
      place,
      day: on,
      score,
      marks: [],
    })
    const [first, ...others] = trends([
      visit('3', '杭州展厅', '2026-11-12', 880),
      visit('1', '杭州展厅', '2026-05-20', 830),
      visit('9', '热线', '2026-06-01', null),
      visit('2', '杭州展厅', '2026-08-20', 850),
      visit('4', '武汉', '2026-08-20', 700),
    ])
    expect(first?.points.map(({ score }) => score)).toEqual([830, 850, 880])
    expect(first?.change).toBe(50)
    expect(others.map(({ place }) => place)).toEqual(['武汉'])
  })

  it('the weakest item lost the largest share of its points; what was not marked does not count', () => {
    const items = weakestItems([
      { marks: [mark(20, 10, '接电话'), mark(80, 79, '报价'), mark(5, null, '回访')] },
      { marks: [mark(20, 12, '接电话')] },
    ])
    expect(items).toEqual([
      { text: '接电话', visits: 2, share: 550 },
      { text: '报价', visits: 1, share: 988 },
    ])
  })

  it('draws a higher score higher, all within the box', () => {
    const box = { left: 40, right: 400, top: 20, bottom: 120 }
    const scores = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(scores, (all) => {
        const points = all.map((score, at) => ({ id: String(at), day: TODAY, score }))
        const drawn = layOutTrend({ points }, box).points
        for (const one of drawn) {
          expect(one.y >= box.top && one.y <= box.bottom && one.x >= box.left && one.x <= box.right).toBe(
            true,
          )
          for (const other of drawn) if (one.score > other.score) expect(one.y).toBeLessThan(other.y)
        }
      }),
    )
  })
})

it.each([
  ['15', 15],
  ['０', 0],
  [' ', null],
  // neither clipped to what it may be at most nor at least
  ['999', undefined],
  ['16', undefined],
  ['-5', undefined],
  ['7.5', undefined],
  ['很好', undefined],
])('points typed as “%s” for an item of 15 are %s', (typed, points) => {
  expect(readPoints(typed, 15)).toBe(points)
})
