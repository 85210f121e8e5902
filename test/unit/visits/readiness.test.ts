import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { READY_PARTS, type ReadyFacts, readinessOf } from '../../../db/visits/rules/readiness.ts'

const facts: fc.Arbitrary<ReadyFacts> = fc.record({
  objective: fc.constantFrom('', '致歉'),
  wished: fc.constantFrom('', '恢复'),
  place: fc.constantFrom('', '二楼'),
  time: fc.constantFrom('', '09:30'),
  hasLead: fc.boolean(),
  people: fc.array(fc.record({ id: fc.uuid(), name: fc.string(), fresh: fc.boolean() }), { maxLength: 300 }),
  issues: fc.record({ open: fc.nat(20), unread: fc.nat(20) }),
  figures: fc.record({
    volume: fc.boolean(),
    profit: fc.boolean(),
    share: fc.boolean(),
    growth: fc.boolean(),
  }),
  figuresRead: fc.boolean(),
  topics: fc.array(
    fc.record({
      topic: fc.string(),
      minutes: fc.integer({ min: 1, max: 90 }),
      bottomLine: fc.constantFrom('', '底'),
    }),
    { maxLength: 12 },
  ),
  minutes: fc.integer({ min: 5, max: 600 }),
  approved: fc.boolean(),
  gifts: fc.array(fc.record({ what: fc.string(), missing: fc.boolean() }), { maxLength: 9 }),
})

const WHOLE: ReadyFacts = {
  objective: '致歉',
  wished: '恢复',
  place: '二楼',
  time: '09:30',
  hasLead: true,
  people: [{ id: 'p', name: '沈木生', fresh: true }],
  issues: { open: 3, unread: 0 },
  figures: { volume: true, profit: true, share: true, growth: true },
  figuresRead: true,
  topics: [{ topic: '原因', minutes: 60, bottomLine: '有' }],
  minutes: 120,
  approved: true,
  gifts: [],
}

describe('readiness', () => {
  it('counts a hundred points in the parts that were agreed', () => {
    expect(READY_PARTS).toEqual({
      objective: 20,
      people: 15,
      profiles: 15,
      issues: 15,
      figures: 15,
      agenda: 10,
      approvals: 10,
    })
    expect(readinessOf(WHOLE)).toMatchObject({ points: 100, gaps: [] })
  })

  it('is what the gaps leave of a hundred, and no part falls below nothing', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { points, parts, gaps } = readinessOf(given)
        expect(points).toBe(100 - gaps.reduce((sum, gap) => sum + gap.points, 0))
        for (const [part, got] of Object.entries(parts)) {
          expect(got).toBeGreaterThanOrEqual(0)
          expect(got).toBeLessThanOrEqual({ ...READY_PARTS }[part] ?? 0)
        }
      }),
    )
  })

  it('never falls by filling something in', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const before = readinessOf(given).points
        const better: readonly Partial<ReadyFacts>[] = [
          { objective: '致歉' },
          { wished: '恢复' },
          { hasLead: true },
          { approved: true },
          { figuresRead: true },
          { issues: { ...given.issues, unread: 0 } },
          { people: given.people.map((person) => ({ ...person, fresh: true })) },
          { minutes: 10_000 },
        ]
        for (const change of better)
          expect(readinessOf({ ...given, ...change }).points).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  it('says the most valuable gap first', () => {
    const { gaps } = readinessOf({ ...WHOLE, wished: '', approved: false, issues: { open: 2, unread: 2 } })
    expect(gaps.map(({ code, points }) => [code, points])).toEqual([
      ['issues', 15],
      ['wished', 6],
      ['approval', 6],
    ])
  })
})
