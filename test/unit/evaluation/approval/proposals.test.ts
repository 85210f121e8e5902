import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Candidate,
  isBetter,
  needsDecision,
  type Proposal,
  proposalFor,
  stillFits,
  unfitException,
  unfitTier,
} from '../../../../db/evaluation/approval/rules/proposals.ts'
import { holdsOn, yearFrom } from '../../../../db/evaluation/rules/exceptions.ts'
import { type Borders, DEFAULT_BORDERS, TIERS, tierOf } from '../../../../db/evaluation/rules/tiers.ts'

/** Best first. */
const ORDER: readonly string[] = TIERS

const TODAY = '2026-11-29'
const UNREMARKABLE: Candidate = {
  ...{ from: null, score: null, overdue: false, last: null, former: null, severeCase: null },
}
const propose = (candidate: Partial<Candidate>, borders: Borders = DEFAULT_BORDERS): Proposal =>
  proposalFor({ ...UNREMARKABLE, ...candidate }, borders, TODAY)

const scores = fc.integer({ min: 200, max: 1_000 })
const borders = fc
  .uniqueArray(fc.integer({ min: 0, max: 1_000 }), { minLength: 3, maxLength: 3 })
  .map((values) => values.toSorted((a, b) => b - a))
  .map(([key = 800, main = 600, ordinary = 400]): Borders => ({ key, main, ordinary }))
const days = fc.integer({ min: -400, max: 400 }).map((from) => dayFrom(from))
const candidates = fc.record<Candidate>({
  from: fc.option(fc.constantFrom(...TIERS)),
  score: fc.option(scores),
  overdue: fc.boolean(),
  last: fc.option(fc.record({ score: scores, borders })),
  former: fc.option(
    fc.record({
      tier: fc.constantFrom('key' as const, 'main' as const),
      reason: fc.string(),
      approver: fc.string(),
      expires: fc.option(days),
    }),
  ),
  severeCase: fc.option(fc.string({ minLength: 1 })),
})

function dayFrom(days: number): string {
  return new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10)
}

describe('a proposal', () => {
  it.each<[string, Partial<Candidate>, Partial<Proposal> & { code: Proposal['why']['code'] }]>([
    [
      'the border itself promotes',
      { from: 'main', score: 800 },
      { kind: 'promotion', tier: 'key', code: 'reached' },
    ],
    [
      '1.9 below is held',
      { from: 'key', score: 781, last: { score: 800, borders: DEFAULT_BORDERS } },
      { kind: 'demotionHeld', tier: 'key', code: 'justBelow' },
    ],
    ['2.0 below demotes', { from: 'key', score: 780 }, { kind: 'demotion', tier: 'main', code: 'farBelow' }],
    [
      '0.1 below twice running demotes',
      { from: 'key', score: 799, last: { score: 799, borders: DEFAULT_BORDERS } },
      { kind: 'demotion', tier: 'main', code: 'twiceBelow' },
    ],
    [
      'no score last round holds',
      { from: 'key', score: 799 },
      { kind: 'demotionHeld', tier: 'key', code: 'firstBelow' },
    ],
    [
      'last round is measured by its own borders',
      { from: 'key', score: 799, last: { score: 790, borders: { ...DEFAULT_BORDERS, key: 790 } } },
      { kind: 'demotionHeld', tier: 'key', code: 'justBelow' },
    ],
    [
      'a severe case holds',
      { from: 'key', score: 500, severeCase: '批次索赔' },
      { kind: 'demotionHeld', tier: 'key', code: 'severeCase' },
    ],
    [
      'a severe case holds no promotion',
      { from: 'main', score: 900, severeCase: '批次索赔' },
      { kind: 'promotion', tier: 'key', code: 'reached' },
    ],
    [
      'too few ballots carry the tier',
      { from: 'main', score: 900, overdue: true },
      { kind: 'carried', tier: 'main', code: 'overdue' },
    ],
    ['no score carries the tier', { from: 'small' }, { kind: 'carried', tier: 'small', code: 'tooLittle' }],
    [
      'nothing before and nothing now',
      { overdue: true },
      { kind: 'same', tier: 'insufficient', code: 'overdue' },
    ],
    ['a first tier', { score: 400 }, { kind: 'new', tier: 'ordinary', code: 'reached' }],
    ['as before', { from: 'ordinary', score: 599 }, { kind: 'same', tier: 'ordinary', code: 'unchanged' }],
  ])('%s', (_, candidate, { code, ...expected }) => {
    expect(propose(candidate)).toMatchObject({ ...expected, why: { code } })
  })

  const former = { tier: 'key', reason: '标杆', approver: '顾长风' } as const

  it('goes on with an exception up to its last day, and says after it that it ended', () => {
    const held = propose({ from: 'key', score: 500, former: { ...former, expires: TODAY } })
    expect(held).toMatchObject({ kind: 'exception', tier: 'key', why: { word: '标杆', ended: null } })
    const over = propose({ from: 'key', score: 500, former: { ...former, expires: '2026-11-28' } })
    expect(over).toMatchObject({ kind: 'demotion', tier: 'ordinary', why: { ended: '2026-11-28' } })
    expect(propose({ from: 'key', score: 800, former: { ...former, expires: null } }).kind).toBe('same')
  })

  it('demotes only by the rule, and never while a severe case is open', () => {
    fc.assert(
      fc.property(candidates, borders, (candidate, by) => {
        const { kind, from, tier } = propose(candidate, by)
        if (from === null || tier === 'insufficient' || !isBetter(from, tier)) return
        expect(['demotion', 'exception']).toContain(kind)
        expect(candidate.severeCase).toBeNull()
        const { score, last } = candidate
        const border = from === 'small' ? 0 : by[from]
        const borderThen = from === 'small' ? 0 : (last?.borders[from] ?? 0)
        expect(
          border - (score ?? border) >= 20 ||
            (score !== null && score < border && (last?.score ?? borderThen) < borderThen),
        ).toBe(true)
      }),
    )
  })

  it('never takes a tier for want of ballots, and gives none without a score', () => {
    fc.assert(
      fc.property(candidates, borders, (candidate, by) => {
        const { tier } = propose({ ...candidate, overdue: true }, by)
        expect(tier).toBe(candidate.from ?? 'insufficient')
      }),
    )
  })

  it('gives a better score no worse a tier', () => {
    fc.assert(
      fc.property(candidates, borders, scores, scores, (candidate, by, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const at = (score: number) => ORDER.indexOf(propose({ ...candidate, score }, by).tier)
        expect(at(high)).toBeLessThanOrEqual(at(low))
      }),
    )
  })

  it('asks nobody only where the tier stays by its score', () => {
    fc.assert(
      fc.property(candidates, borders, (candidate, by) => {
        const proposal = propose(candidate, by)
        if (needsDecision(proposal)) return
        expect(proposal.tier).toBe(proposal.from ?? 'insufficient')
        if (proposal.from !== null) expect(tierOf(proposal.score ?? -1, by)).toBe(proposal.from)
      }),
    )
  })
})

describe('what is decided', () => {
  it('fits as long as nothing that was seen changes', () => {
    fc.assert(
      fc.property(candidates, candidates, borders, (one, other, by) => {
        const [before, now] = [propose(one, by), propose(other, by)]
        expect(stillFits(before, before)).toBe(true)
        if (before.score !== now.score || before.tier !== now.tier) expect(stillFits(before, now)).toBe(false)
      }),
    )
    expect(stillFits(null, propose({}))).toBe(false)
  })

  it('may be a better tier, and a worse one only as far as the rule goes', () => {
    const demotion = propose({ from: 'key', score: 500 })
    expect(demotion.tier).toBe('ordinary')
    expect(unfitTier(demotion, 'key', false)).toBeNull()
    expect(unfitTier(demotion, 'main', false)).toBeNull()
    expect(unfitTier(demotion, 'ordinary', false)).toBeNull()
    expect(unfitTier(demotion, 'small', false)).toBe('demotionNotDue')
    expect(unfitTier(demotion, 'main', true)).toBe('severeCase')
    const held = propose({ from: 'key', score: 799 })
    expect(unfitTier(held, 'main', false)).toBe('demotionNotDue')
    expect(unfitTier(propose({ from: 'main', score: 650 }), 'ordinary', false)).toBe('demotionNotDue')
    expect(unfitTier(propose({ from: 'main', score: 650 }), 'key', false)).toBeNull()
    expect(unfitTier(propose({ score: 650 }), 'small', false)).toBeNull()
  })

  it('is an exception only above the score, and only before its end', () => {
    const scored = propose({ from: 'main', score: 650 })
    const unfit = (tier: 'key' | 'main', expires: string) =>
      unfitException(scored, { tier, expires }, DEFAULT_BORDERS, TODAY)
    expect(unfit('key', TODAY)).toBeNull()
    expect(unfit('key', '2026-11-28')).toBe('alreadyExpired')
    expect(unfit('main', TODAY)).toBe('exceptionNotHigher')
  })
})

it('an exception ends a year later, in a leap year too', () => {
  expect(yearFrom('2026-11-29')).toBe('2027-11-29')
  expect(yearFrom('2028-02-29')).toBe('2029-02-28')
  expect(holdsOn({ expires: yearFrom(TODAY) }, '2027-11-29')).toBe(true)
  expect(holdsOn({ expires: yearFrom(TODAY) }, '2027-11-30')).toBe(false)
  expect(holdsOn({ expires: null }, '9999-12-31')).toBe(true)
})
