import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  completeness,
  gaps,
  type Held,
  type Holdings,
  type PersonHoldings,
  wholeSteps,
} from '../../../db/accounts/portrait/rules/completeness.ts'
import {
  ACCOUNT_FACT_NAMES,
  isPersonPart,
  needOf,
  PERSON_PARTS,
  shelfDays,
  staleShare,
  weightOf,
} from '../../../db/accounts/portrait/rules/facts.ts'
import {
  type FactState,
  PERSON_FACT_NAMES,
  PERSON_FACTS,
  type PersonFact,
  personCompleteness,
  stateOf,
} from '../../../db/accounts/portrait/rules/personFacts.ts'
import { TIERS } from '../../../db/evaluation/rules/tiers.ts'
import { PersonId } from '../../../db/kernel/ids.ts'

const tier = fc.option(fc.constantFrom(...TIERS))
const fact = fc.constantFrom(...ACCOUNT_FACT_NAMES)
const held: fc.Arbitrary<Held> = fc.record({ fresh: fc.nat(9), stale: fc.nat(9) })
const holdings: fc.Arbitrary<Holdings> = fc.dictionary(fact, held)
const EPSILON = 1e-9

describe('the table of facts', () => {
  it.each(TIERS)('adds up to 100 for a %s account, and each fact weighs something in some tier', (one) => {
    expect(ACCOUNT_FACT_NAMES.reduce((sum, name) => sum + weightOf(name, one), 0)).toBe(100)
    for (const name of ACCOUNT_FACT_NAMES)
      expect(Math.max(...TIERS.map((each) => weightOf(name, each)))).toBeGreaterThan(0)
  })

  it('asks a key account for more kinds of facts than a small one, and for more people', () => {
    const asked = (one: (typeof TIERS)[number]) =>
      ACCOUNT_FACT_NAMES.filter((name) => weightOf(name, one) > 0).length
    expect(asked('key')).toBe(ACCOUNT_FACT_NAMES.length)
    expect(asked('small')).toBeLessThan(asked('main'))
    expect(needOf('people', 'key')).toBeGreaterThan(needOf('people', 'small'))
    expect(shelfDays('contact', 'key')).toBeLessThan(shelfDays('contact', 'small') ?? 0)
  })

  it('lets attitudes of people age alike in every tier, as one query counts them', () => {
    expect(new Set(TIERS.map((one) => shelfDays('attitude', one))).size).toBe(1)
  })
})

describe('an account’s completeness', () => {
  it('is 0 for nothing and 100 for everything, in every tier', () => {
    const full: Holdings = Object.fromEntries(
      ACCOUNT_FACT_NAMES.map((name) => [name, { fresh: 9, stale: 0 }]),
    )
    for (const one of [...TIERS, null]) {
      expect(completeness({}, one)).toBe(0)
      expect(completeness(full, one)).toBeCloseTo(100)
    }
  })

  it('never falls when a fact is added, confirmed, or added though stale', () => {
    fc.assert(
      fc.property(holdings, tier, fact, held, (before, one, name, more) => {
        const was = before[name] ?? { fresh: 0, stale: 0 }
        const added = { fresh: was.fresh + more.fresh, stale: was.stale + more.stale }
        const confirmed = { fresh: was.fresh + was.stale, stale: 0 }
        const percent = completeness(before, one)
        expect(completeness({ ...before, [name]: added }, one)).toBeGreaterThanOrEqual(percent - EPSILON)
        expect(completeness({ ...before, [name]: confirmed }, one)).toBeGreaterThanOrEqual(percent - EPSILON)
        expect(percent).toBeLessThanOrEqual(100 + EPSILON)
      }),
    )
  })
})

const state = fc.constantFrom<FactState>('missing', 'stale', 'fresh')
const person = (at: number): fc.Arbitrary<PersonHoldings> =>
  fc
    .record({ birthday: state, nativePlace: state, attitude: state, decisionRole: state, coverage: state })
    .map((parts) => ({ personId: PersonId.parse(`01890000-0000-7000-8000-00000000000${at}`), parts }))
const people = fc.nat(6).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => person(at))))

/** What an archive holds whose people are these. */
const withPeople = (base: Holdings, known: readonly PersonHoldings[]): Holdings => ({
  ...base,
  people: { fresh: known.length, stale: 0 },
  ...Object.fromEntries(
    PERSON_PARTS.map((part) => [
      part,
      {
        fresh: known.filter(({ parts }) => parts[part] === 'fresh').length,
        stale: known.filter(({ parts }) => parts[part] === 'stale').length,
      },
    ]),
  ),
})

describe('what to add next', () => {
  it('brings what it promises: filling the gaps in turn raises the percentage by their points', () => {
    fc.assert(
      fc.property(holdings, people, tier, (base, known, one) => {
        const before = withPeople(base, known)
        let now = before
        const left = new Map(known.map((each) => [each.personId, each]))
        for (const gap of gaps(before, known, one, 5)) {
          const percent = completeness(now, one)
          if (gap.of === 'account') now = { ...now, [gap.fact]: { fresh: 9, stale: 0 } }
          else {
            const former = left.get(gap.personId)
            if (former)
              left.set(gap.personId, {
                ...former,
                parts: { ...former.parts, ...Object.fromEntries(gap.parts.map((part) => [part, 'fresh'])) },
              })
            const filled = withPeople(base, [...left.values()])
            now = { ...now, ...Object.fromEntries(PERSON_PARTS.map((part) => [part, filled[part]])) }
          }
          expect(completeness(now, one) - percent).toBeCloseTo(gap.points, 6)
        }
      }),
    )
  })

  it('promises no more for a missing fact than it brings where stale ones of others fill the need', () => {
    const parts = {
      birthday: 'fresh',
      nativePlace: 'fresh',
      decisionRole: 'fresh',
      coverage: 'fresh',
    } as const
    const known: PersonHoldings[] = [
      {
        personId: PersonId.parse('01890000-0000-7000-8000-000000000001'),
        parts: { ...parts, attitude: 'stale' },
      },
      {
        personId: PersonId.parse('01890000-0000-7000-8000-000000000002'),
        parts: { ...parts, attitude: 'stale' },
      },
      {
        personId: PersonId.parse('01890000-0000-7000-8000-000000000003'),
        parts: { ...parts, attitude: 'missing' },
      },
    ]
    // two are enough for an ordinary account: whoever is asked, one stale attitude gives way to a fresh one
    const one = (weightOf('attitude', 'ordinary') / 2) * (1 - staleShare('attitude'))
    const people = gaps(withPeople({}, known), known, 'ordinary', 50).filter((gap) => gap.of === 'person')
    expect(people.map(({ points }) => points)).toEqual([one, one])
  })

  it('names the most valuable first, nothing twice, and nothing when all is there', () => {
    fc.assert(
      fc.property(holdings, people, tier, (base, known, one) => {
        const found = gaps(withPeople(base, known), known, one, 50)
        const points = found.map((gap) => gap.points)
        expect(points).toEqual(points.toSorted((a, b) => b - a))
        const names = found.map((gap) => (gap.of === 'account' ? gap.fact : gap.personId))
        expect(new Set(names).size).toBe(names.length)
        expect(names.filter((name) => isPersonPart(name))).toEqual([])
      }),
    )
    const full = Object.fromEntries(ACCOUNT_FACT_NAMES.map((name) => [name, { fresh: 9, stale: 0 }]))
    expect(gaps(full, [], 'key', 3)).toEqual([])
  })

  it('tells a stale fact from a missing one, and that it brings less', () => {
    const [missing] = gaps({}, [], 'key', 50).filter((gap) => gap.of === 'account' && gap.fact === 'swot')
    const [stale] = gaps({ swot: { fresh: 0, stale: 4 } }, [], 'key', 50).filter(
      (gap) => gap.of === 'account' && gap.fact === 'swot',
    )
    expect(missing).toMatchObject({ stale: false, points: weightOf('swot', 'key') })
    expect(stale).toMatchObject({ stale: true, points: weightOf('swot', 'key') * staleShare('swot') })
  })
})

const states: fc.Arbitrary<Record<PersonFact, FactState>> = fc
  .tuple(...PERSON_FACT_NAMES.map(() => state))
  .map((each) => ({
    ...NOTHING,
    ...Object.fromEntries(PERSON_FACT_NAMES.map((name, at) => [name, each[at]])),
  }))
const NOTHING: Record<PersonFact, FactState> = {
  attitude: 'missing',
  decisionRole: 'missing',
  phone: 'missing',
  birthday: 'missing',
  influence: 'missing',
  brandsView: 'missing',
  preconditions: 'missing',
  nativePlace: 'missing',
  interests: 'missing',
  rhythm: 'missing',
  family: 'missing',
  career: 'missing',
}

describe('a person’s completeness', () => {
  it('has weights of 100, and goes from 0 to 100', () => {
    expect(PERSON_FACT_NAMES.reduce((sum, name) => sum + PERSON_FACTS[name].weight, 0)).toBe(100)
    expect(personCompleteness(NOTHING).percent).toBe(0)
    const all = { ...NOTHING }
    for (const name of PERSON_FACT_NAMES) all[name] = 'fresh'
    expect(personCompleteness(all)).toEqual({ percent: 100, gaps: [] })
  })

  it('never falls when a fact is learned or confirmed', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...PERSON_FACT_NAMES), (before, name) => {
        const learned = personCompleteness({ ...before, [name]: 'fresh' })
        expect(learned.percent).toBeGreaterThanOrEqual(personCompleteness(before).percent)
        expect(learned.gaps.map((gap) => gap.fact)).not.toContain(name)
      }),
    )
  })

  it('takes a fact for stale once its day lies before the shelf life, and for fresh without a day', () => {
    expect(stateOf(true, '2026-05-25', '2026-05-24')).toBe('stale')
    expect(stateOf(true, '2026-05-25', '2026-05-25')).toBe('fresh')
    expect(stateOf(true, '2026-05-25', null)).toBe('fresh')
    expect(stateOf(true, null, '1999-01-01')).toBe('fresh')
    expect(stateOf(false, null, null)).toBe('missing')
  })
})

it('whole points of steps add up to the difference of the rounded percentages', () => {
  expect(wholeSteps(95.6, [1.6, 0.9])).toEqual([1, 1])
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { maxLength: 5 }),
      (percent, points) => {
        const after = points.reduce((sum, more) => sum + more, percent)
        const whole = wholeSteps(percent, points)
        expect(Math.round(percent) + whole.reduce((sum, more) => sum + more, 0)).toBe(Math.round(after))
        for (const [at, step] of whole.entries())
          expect(Math.abs(step - (points[at] ?? 0))).toBeLessThanOrEqual(1)
      },
    ),
  )
})
