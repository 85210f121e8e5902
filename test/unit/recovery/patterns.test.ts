import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../db/accounts/rules/days.ts'
import {
  CLUSTER_DAYS,
  FEWEST_CASES,
  HISTORY_DAYS,
  poissonTail,
  signOf,
} from '../../../db/recovery/patterns/rules/clusters.ts'
import { MEASURES } from '../../../db/recovery/patterns/rules/dimensions.ts'
import {
  type Counted,
  costOf,
  type Head,
  HeadTally,
  recoveryRate,
  type Trust,
} from '../../../db/recovery/patterns/rules/head.ts'
import { MOST_BARS, paretoOf, VITAL_SHARE } from '../../../db/recovery/patterns/rules/pareto.ts'
import { countedSpan, EARLIEST, spanBefore } from '../../../db/recovery/patterns/rules/spans.ts'

const DAY = 86_400_000

const groups = fc.uniqueArray(
  fc.record({
    key: fc.option(fc.string({ minLength: 1, maxLength: 3 }), { nil: null }),
    count: fc.integer({ min: 1, max: 50 }),
    money: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000_000_000 })),
  }),
  { selector: ({ key }) => key, maxLength: 40 },
)
const measure = fc.constantFrom(...MEASURES)

describe('a Pareto of cases', () => {
  it('loses nothing: bars, the rest and what isn’t known are all cases and all money', () => {
    fc.assert(
      fc.property(groups, measure, (given, by) => {
        const { bars, rest, unknown } = paretoOf(given, by)
        for (const each of MEASURES)
          expect([...bars, rest, unknown].reduce((sum, part) => sum + part[each], 0)).toBe(
            given.reduce((sum, group) => sum + group[each], 0),
          )
        expect(bars.length + rest.groups).toBe(given.filter(({ key }) => key !== null).length)
      }),
    )
  })

  it('goes from the largest down, and its line up to the whole', () => {
    fc.assert(
      fc.property(groups, measure, (given, by) => {
        const { bars, rest } = paretoOf(given, by)
        for (const [at, bar] of bars.entries()) {
          const before = bars[at - 1]
          expect(bar[by]).toBeLessThanOrEqual(before?.[by] ?? Number.POSITIVE_INFINITY)
          expect(bar.cumulative).toBeCloseTo((before?.cumulative ?? 0) + bar.share, 9)
        }
        const last = bars.at(-1)
        if (last && rest[by] === 0) expect(last.cumulative).toBe(1)
        if (rest[by] > 0) expect(bars).toHaveLength(MOST_BARS)
      }),
    )
  })

  it('marks the fewest groups that have four fifths of it', () => {
    fc.assert(
      fc.property(groups, measure, (given, by) => {
        const { vital } = paretoOf(given, by)
        const values = given.flatMap((group) => (group.key === null ? [] : [group[by]]))
        const sum = (count: number) =>
          values
            .toSorted((one, other) => other - one)
            .slice(0, count)
            .reduce((all, value) => all + value, 0)
        const enough = sum(values.length) * VITAL_SHARE
        expect(sum(vital)).toBeGreaterThanOrEqual(enough)
        if (vital > 0) expect(sum(vital - 1)).toBeLessThan(enough)
      }),
    )
  })
})

describe('a cluster of cases', () => {
  const days = fc.integer({ min: 0, max: HISTORY_DAYS })

  it('is a matter of chance: the tail of the Poisson distribution falls with the count and rises with the mean', () => {
    // 1 − e⁻¹ (1 + 1 + ½)
    expect(poissonTail(3, 1)).toBeCloseTo(0.080301, 6)
    expect(poissonTail(0, 5)).toBe(1)
    fc.assert(
      fc.property(fc.nat(30), fc.double({ min: 0, max: 30, noNaN: true }), (count, mean) => {
        const chance = poissonTail(count, mean)
        expect(chance).toBeGreaterThanOrEqual(poissonTail(count + 1, mean))
        expect(chance).toBeLessThanOrEqual(poissonTail(count, mean + 1) + 1e-12)
      }),
    )
  })

  it('takes three cases at least, and more where more came before', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), days, (recent, earlier, known) => {
        const sign = signOf({ recent, earlier, days: known })
        if (recent < FEWEST_CASES) expect(sign).toBeNull()
        // what is a sign stays one when one more comes, and with a quieter past
        if (sign) {
          expect(signOf({ recent: recent + 1, earlier, days: known })).not.toBeNull()
          if (earlier > 0) expect(signOf({ recent, earlier: earlier - 1, days: known })).not.toBeNull()
          expect(recent).toBeGreaterThan(sign.expected)
        }
      }),
    )
  })

  it('is what a quiet year or a young department hasn’t seen, not what a busy one sees every quarter', () => {
    expect(signOf({ recent: 3, earlier: 0, days: HISTORY_DAYS })).not.toBeNull()
    expect(signOf({ recent: 3, earlier: 0, days: 0 })?.expected).toBe(0.5)
    expect(signOf({ recent: 3, earlier: 8, days: HISTORY_DAYS })).toBeNull()
    expect(signOf({ recent: 9, earlier: 8, days: HISTORY_DAYS })).not.toBeNull()
    // half a year is known: eight in it are sixteen a year
    expect(signOf({ recent: 9, earlier: 8, days: 2 * CLUSTER_DAYS })).toBeNull()
  })
})

describe('the head figures', () => {
  const amount = fc.nat(1_000_000)
  const trust: fc.Arbitrary<Trust> = fc.oneof(
    fc.record({
      proof: fc.constant('recovered' as const),
      acceptedAt: fc.option(
        fc.integer({ min: 0, max: 400 }).map((days) => days * DAY),
        { nil: null },
      ),
    }),
    fc.record({ proof: fc.constantFrom('failed' as const, 'notYet' as const) }),
  )
  const counted = fc.array(
    fc.record({ cameAt: fc.constant(0), atRisk: amount, paid: amount, loss: amount, trust }),
  )
  const headOf = (cases: readonly Counted[]): Head => {
    const tally = new HeadTally()
    for (const one of cases) tally.came(one)
    return tally.head
  }
  const one = { cameAt: 0, atRisk: 0, paid: 0, loss: 0, trust: { proof: 'notYet' } } as const

  it('have a rate of what is proven either way: what isn’t proven yet counts neither for nor against', () => {
    fc.assert(
      fc.property(counted, (cases) => {
        const count = (proof: Trust['proof']): number =>
          cases.filter((each) => each.trust.proof === proof).length
        const head = headOf(cases)
        const { came, recovered, failed, notYet } = head
        expect([recovered, failed, notYet]).toEqual([count('recovered'), count('failed'), count('notYet')])
        expect(recovered + failed + notYet).toBe(came)
        expect(recoveryRate(head)).toBe(recovered + failed === 0 ? null : recovered / (recovered + failed))
        expect(recoveryRate(headOf([...cases, one]))).toBe(recoveryRate(head))
      }),
    )
  })

  it('lose no money that was at risk: it is kept where trust is proven back, still at risk everywhere else', () => {
    fc.assert(
      fc.property(counted, (cases) => {
        const { kept, unrecovered } = headOf(cases)
        const atRisk = (of: readonly Counted[]): number => of.reduce((sum, each) => sum + each.atRisk, 0)
        expect(kept).toBe(atRisk(cases.filter((each) => each.trust.proof === 'recovered')))
        expect(kept + unrecovered).toBe(atRisk(cases))
      }),
    )
  })

  it('count what was paid and lost as cost, not what is only at risk', () => {
    const head = headOf([
      { ...one, paid: 9_400_000, loss: 30_000_000, atRisk: 99_000_000 },
      { ...one, loss: 100 },
    ])
    expect(costOf(head)).toBe(39_400_100)
  })

  it('have the middle number of days until recovered ones were accepted, to a tenth', () => {
    const accepted = (days: number): Counted => ({
      ...one,
      trust: { proof: 'recovered', acceptedAt: days * DAY },
    })
    const unnoted: Counted = { ...one, trust: { proof: 'recovered', acceptedAt: null } }
    expect(headOf([2, 30, 5.26].map(accepted)).daysToTrust).toBe(5.3)
    expect(headOf([accepted(2), unnoted, one]).daysToTrust).toBe(2)
    expect(headOf([one, unnoted]).daysToTrust).toBeNull()
  })
})

describe('the days that are counted of a span', () => {
  const TODAY = '2026-12-01'
  const day = fc.integer({ min: -750_000, max: 300_000 }).map((days) => addDays(TODAY, days))

  it('go up to today, the earlier end first, whatever is asked', () => {
    fc.assert(
      fc.property(day, day, (from, until) => {
        const span = countedSpan({ from, until }, TODAY)
        expect([EARLIEST, span.from, span.until, TODAY]).toEqual(
          [EARLIEST, span.from, span.until, TODAY].toSorted(),
        )
        expect(countedSpan({ from: until, until: from }, TODAY)).toEqual(span)
        // what can be counted stays as it is
        expect(countedSpan(span, TODAY)).toEqual(span)
        if (from >= EARLIEST && from <= until && until <= TODAY) expect(span).toEqual({ from, until })
      }),
    )
  })

  it('are cut where they are to come, and turned where they are the wrong way round', () => {
    expect(countedSpan({ from: '2026-12-01', until: '2025-01-01' }, TODAY)).toEqual({
      from: '2025-01-01',
      until: '2026-12-01',
    })
    expect(countedSpan({ from: '0001-01-01', until: '2999-01-01' }, TODAY)).toEqual({
      from: EARLIEST,
      until: TODAY,
    })
  })
})

describe('the span that another is compared with', () => {
  it('has as many days and ends the day before', () => {
    expect(spanBefore({ from: '2026-03-01', until: '2026-03-31' })).toEqual({
      from: '2026-01-29',
      until: '2026-02-28',
    })
    const { from, until } = spanBefore({ from: '2025-11-25', until: '2026-11-24' })
    expect([from, until, daysBetween(from, until)]).toEqual(['2024-11-25', '2025-11-24', 364])
  })
})
