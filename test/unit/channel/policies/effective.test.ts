import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_TERMS, withoutTier } from '../../../../db/channel/policies/rules/defaults.ts'
import { effectiveTerms, isInForce, versionOn } from '../../../../db/channel/policies/rules/effective.ts'
import { EXCEPTIONAL, TERMS, termOf } from '../../../../db/channel/policies/rules/termList.ts'
import { TIERS } from '../../../../db/evaluation/rules/tiers.ts'
import { PolicyExceptionId, PolicyId } from '../../../../db/kernel/ids.ts'
import { dayAt, exceptions, START, someTerms, steps, valuesIn, versions, worthOf } from './policyCases.ts'

const situation = fc.record({ steps, versions, exceptions })
const aDay = fc.nat({ max: 180 }).map(dayAt)
const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`

/** What the policy of the tier of a day says on it, by looking at everything. */
function plainOn(
  { steps: at, versions: all }: Pick<Parameters<typeof effectiveTerms>[0], 'steps' | 'versions'>,
  day: string,
) {
  const tier =
    at
      .filter(({ fromOn }) => fromOn <= day)
      .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
      .at(-1)?.tier ?? null
  const on = all
    .filter((each) => each.tier === (tier ?? 'ordinary') && each.fromOn <= day)
    .toSorted((a, b) => (`${a.fromOn} ${a.publishedAt}` < `${b.fromOn} ${b.publishedAt}` ? -1 : 1))
    .at(-1)
  const terms = on?.terms ?? DEFAULT_TERMS[tier ?? 'ordinary']
  return { tier, graceDays: on?.graceDays ?? 30, terms: tier === null ? withoutTier(terms) : terms }
}

describe('what an account gets on a day', () => {
  it('is never worse than what its tier says, nor than what it had within the days of grace; and no better than that', () => {
    fc.assert(
      fc.property(situation, aDay, (given, day) => {
        const own = { ...given, exceptions: [] }
        const { terms } = effectiveTerms(own, day)
        // every day on which what held then is still kept, today among them
        const alive = [plainOn(given, day).terms]
        for (let ago = 1; ago <= 40; ago += 1) {
          const then = new Date(Date.parse(day) - ago * 86_400_000).toISOString().slice(0, 10)
          const next = new Date(Date.parse(then) + 86_400_000).toISOString().slice(0, 10)
          const plain = plainOn(given, then)
          if (plain.tier === null) continue
          // the day of the loss is the first on which something else held
          let end = next
          while (
            end <= day &&
            plainOn(given, end).terms === plain.terms &&
            plainOn(given, end).tier === plain.tier
          )
            end = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10)
          if (end > day) continue
          const tierThen = plain.tier
          const grace = plainOn({ ...given, steps: [{ fromOn: START, tier: tierThen }] }, end).graceDays
          const daysSince = Math.round((Date.parse(day) - Date.parse(end)) / 86_400_000)
          if (daysSince < grace) alive.push(plain.terms)
        }
        for (const term of TERMS) {
          if (term.kind === 'text' || term.kind === 'percent') continue
          const worths = alive.map((each) => worthOf(term.key, term.read(each)) ?? Number.NaN)
          expect(worthOf(term.key, term.read(terms))).toBe(Math.max(...worths))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('has what a better tier brings on the very day', () => {
    fc.assert(
      fc.property(versions, aDay, (all, day) => {
        const given = {
          versions: all,
          exceptions: [],
          steps: [
            { fromOn: START, tier: 'small' as const },
            { fromOn: day, tier: 'key' as const },
          ],
        }
        const key = versionOn(all, 'key', day).terms
        const { terms } = effectiveTerms(given, day)
        for (const term of TERMS)
          expect(worthOf(term.key, term.read(terms)) ?? 0).toBeGreaterThanOrEqual(
            worthOf(term.key, term.read(key)) ?? 0,
          )
      }),
    )
  })

  it('follows an exception while it holds, and only in what it names', () => {
    fc.assert(
      fc.property(situation, aDay, (given, day) => {
        const without = valuesIn(effectiveTerms({ ...given, exceptions: [] }, day).terms)
        const { terms, excepted } = effectiveTerms(given, day)
        const inForce = given.exceptions.filter((each) => isInForce(each, day))
        const named = new Set(inForce.flatMap((each) => Object.keys(each.terms)))
        expect(new Set<string>(excepted.map(({ key }) => key))).toEqual(named)
        for (const [key, value] of valuesIn(terms)) {
          if (!named.has(key)) expect(value).toBe(without.get(key))
          else expect(inForce.map((each) => each.terms[key])).toContain(value)
        }
      }),
    )
  })

  it('does not depend on the order in which versions, steps and exceptions are read', () => {
    fc.assert(
      fc.property(situation, aDay, fc.infiniteStream(fc.nat()), (given, day, random) => {
        // ties of one instant can't happen: clock readings differ
        const distinct = given.versions.map((each, at) => ({
          ...each,
          publishedAt: `${each.publishedAt}${at}`,
        }))
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, at: random.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ item }) => item)
        const plain = effectiveTerms({ ...given, versions: distinct }, day)
        const other = effectiveTerms(
          {
            steps: shuffled(given.steps),
            versions: shuffled(distinct),
            exceptions: shuffled(given.exceptions),
          },
          day,
        )
        expect(other).toEqual(plain)
      }),
    )
  })

  it('says until when something is kept, and keeps nothing after that day', () => {
    fc.assert(
      fc.property(situation, aDay, (given, day) => {
        const own = { ...given, exceptions: [] }
        const { graceUntil, kept } = effectiveTerms(own, day)
        if (graceUntil === null) {
          expect(kept).toEqual([])
          return
        }
        expect(graceUntil >= day).toBe(true)
        const later =
          given.versions.some(({ fromOn }) => fromOn > day) || given.steps.some(({ fromOn }) => fromOn > day)
        const after = new Date(Date.parse(graceUntil) + 86_400_000).toISOString().slice(0, 10)
        if (!later) expect(effectiveTerms(own, after).kept).toEqual([])
        if (!later) expect(effectiveTerms(own, graceUntil).kept.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('cases by hand', () => {
  const down = [
    { fromOn: '2026-01-01', tier: 'key' as const },
    { fromOn: '2026-03-01', tier: 'ordinary' as const },
  ]

  it('a key account that becomes ordinary keeps key terms for thirty days, and prepayment waits as long', () => {
    const on = (day: string) => effectiveTerms({ steps: down, versions: [], exceptions: [] }, day)
    const last = on('2026-03-30')
    expect(last.tier).toBe('ordinary')
    expect(last.graceUntil).toBe('2026-03-30')
    expect(last.terms.responses.normal).toEqual({ first: 30, update: 240, solution: 480 })
    expect(last.terms.entitlements).toContain('priority')
    // growth plans are a gain and come at once, prepayment is a loss and waits
    expect(last.terms.entitlements).toContain('growth')
    expect(last.terms.entitlements).not.toContain('prepaid')
    expect(on('2026-03-31').terms).toEqual(DEFAULT_TERMS.ordinary)
    expect(on('2026-03-31').graceUntil).toBeNull()
  })

  it('a second fall does not shorten the grace of the first, nor lengthen it', () => {
    const twice = [...down, { fromOn: '2026-03-11', tier: 'small' as const }]
    const on = (day: string) =>
      effectiveTerms({ steps: twice, versions: [], exceptions: [] }, day).terms.responses.normal.first
    expect(on('2026-03-30')).toBe(30)
    // ordinary terms are kept from the second fall on
    expect(on('2026-03-31')).toBe(240)
    expect(on('2026-04-09')).toBe(240)
    expect(on('2026-04-10')).toBe(480)
  })

  it('a policy that takes something away lets it be kept for its own days of grace', () => {
    const worse = {
      ...DEFAULT_TERMS.key,
      entitlements: DEFAULT_TERMS.key.entitlements.filter((each) => each !== 'guest'),
      details: { payment: '月结 30 天' },
    }
    const first = { ...DEFAULT_TERMS.key, details: { payment: '月结 60 天' } }
    const version = { tier: 'key' as const, publishedAt: '1' }
    const all = [
      { ...version, id: PolicyId.parse(id(1)), fromOn: '2026-01-01', graceDays: 90, terms: first },
      { ...version, id: PolicyId.parse(id(2)), fromOn: '2026-02-01', graceDays: 10, terms: worse },
    ]
    const on = (day: string) =>
      effectiveTerms({ steps: [{ fromOn: '2026-01-01', tier: 'key' }], versions: all, exceptions: [] }, day)
    expect(on('2026-02-10').terms.entitlements).toContain('guest')
    expect(on('2026-02-10').terms.details.payment).toBe('月结 60 天')
    expect(on('2026-02-10').policyId).toBe(id(2))
    expect(on('2026-02-11').terms).toEqual(worse)
  })

  it('an account that nobody has graded gets the response times of ordinary ones and nothing else, and loses none of it late', () => {
    const steps = [{ fromOn: '2026-03-01', tier: 'small' as const }]
    const before = effectiveTerms({ steps, versions: [], exceptions: [] }, '2026-02-28')
    expect(before.tier).toBeNull()
    expect(before.terms.responses).toEqual(DEFAULT_TERMS.ordinary.responses)
    expect(before.terms.entitlements).toEqual([])
    expect(Object.values(before.terms.cadence)).toEqual([null, null, null, null, null])
    const graded = effectiveTerms({ steps, versions: [], exceptions: [] }, '2026-03-01')
    expect(graded.terms).toEqual(DEFAULT_TERMS.small)
    expect(graded.graceUntil).toBeNull()
  })

  it('an exception holds on its first and on its last day, and takes its term out of the grace', () => {
    const exception = {
      id: PolicyExceptionId.parse(id(3)),
      fromOn: '2026-03-05',
      untilOn: '2026-03-10',
      terms: { 'responses.normal.first': 60, 'entitlements.guest': false },
    }
    const on = (day: string) => effectiveTerms({ steps: down, versions: [], exceptions: [exception] }, day)
    expect(on('2026-03-04').terms.responses.normal.first).toBe(30)
    for (const day of ['2026-03-05', '2026-03-10']) {
      expect(on(day).terms.responses.normal.first).toBe(60)
      expect(on(day).terms.entitlements).not.toContain('guest')
      expect(on(day).kept.map(({ key }) => key)).not.toContain('responses.normal.first')
      expect(on(day).excepted).toContainEqual({ key: 'entitlements.guest', exceptionId: id(3) })
    }
    expect(on('2026-03-11').terms.responses.normal.first).toBe(30)
  })

  it('of two versions from one day the one published last holds, and one of tomorrow not yet', () => {
    const version = { tier: 'main' as const, graceDays: 0, terms: DEFAULT_TERMS.main }
    const all = [
      { ...version, id: PolicyId.parse(id(1)), fromOn: '2026-02-01', publishedAt: '2' },
      { ...version, id: PolicyId.parse(id(2)), fromOn: '2026-02-01', publishedAt: '1' },
      { ...version, id: PolicyId.parse(id(3)), fromOn: '2026-02-02', publishedAt: '0' },
    ]
    expect(versionOn(all, 'main', '2026-01-31').policyId).toBeNull()
    expect(versionOn(all, 'main', '2026-02-01').policyId).toBe(id(1))
    expect(versionOn(all.toReversed(), 'main', '2026-02-01').policyId).toBe(id(1))
    expect(versionOn(all, 'main', '2026-02-02').policyId).toBe(id(3))
    expect(versionOn(all, 'key', '2026-02-02').terms).toBe(DEFAULT_TERMS.key)
  })
})

it('every term reads what was written to it, and leaves the others as they are', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TIERS).chain(someTerms),
      fc.constantFrom(...EXCEPTIONAL),
      (terms, term) => {
        const value = term.kind === 'flag' ? !term.read(terms) : term.kind === 'text' ? '另议' : 77
        const after = term.write(terms, value)
        expect(term.read(after)).toBe(value)
        expect(termOf(term.key)).toBe(term)
        const [before, now] = [valuesIn(terms), valuesIn(after)]
        for (const [key, each] of now) if (key !== term.key) expect(each).toBe(before.get(key))
        // a value of another kind is no value
        expect(term.write(terms, term.kind === 'text' ? 3 : '三')).toBe(terms)
      },
    ),
  )
})
