import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FEWEST_ALIKE, fairnessOf, medianOf } from '../../../db/recovery/rules/fairness.ts'
import { proofOf } from '../../../db/recovery/rules/proof.ts'
import { SEVERITIES, type Severity, severityOf } from '../../../db/recovery/rules/severity.ts'
import {
  barOf,
  CASE_EVENTS,
  CASE_STATES,
  eventsFrom,
  isOpen,
  after as stateAfter,
} from '../../../db/recovery/rules/states.ts'

const severity = fc.constantFrom<Severity>(...SEVERITIES)

describe('the severity of a case', () => {
  it('is the graver of impact and urgency, one step graver for a key account or a repeat, never more', () => {
    fc.assert(
      fc.property(severity, severity, fc.boolean(), fc.boolean(), (impact, urgency, key, repeat) => {
        const plain = severityOf({ impact, urgency, key: false, repeat: false })
        expect(plain).toBe(Math.min(impact, urgency))
        expect(severityOf({ impact, urgency, key, repeat })).toBe(
          key || repeat ? Math.max(1, plain - 1) : plain,
        )
      }),
    )
  })
})

describe('what is paid', () => {
  it('is compared with the median of comparable cases: 18.6 of 30 against 52 % is usual', () => {
    const alike = [0.38, 0.45, 0.48, 0.5, 0.52, 0.55, 0.58, 0.61, 0.7]
    expect(fairnessOf(18.6, 30, alike)).toEqual({ ratio: 0.62, median: 0.52, verdict: 'usual' })
    expect(fairnessOf(7, 30, alike)?.verdict).toBe('low')
    expect(fairnessOf(24, 30, alike)?.verdict).toBe('high')
  })

  it('has no verdict where too few were paid, and no ratio without a loss', () => {
    expect(fairnessOf(1, 2, [0.5, 0.5].slice(0, FEWEST_ALIKE - 1))).toEqual({
      ratio: 0.5,
      median: null,
      verdict: null,
    })
    for (const loss of [null, 0, -1]) expect(fairnessOf(1, loss, [1, 1, 1])).toBeNull()
  })

  it('has a median with as many values above as below, whatever their order', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(values, (list) => {
        const median = medianOf(list)
        expect(medianOf(list.toReversed())).toBe(median)
        const below = list.filter((value) => value < median).length
        const above = list.filter((value) => value > median).length
        expect(Math.max(below, above)).toBeLessThanOrEqual(list.length / 2)
      }),
    )
  })
})

describe('the proof that trust is back', () => {
  const content = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
  const orders = fc.option(
    fc.record({ since: fc.nat(1_000), baseline: fc.integer({ min: 1, max: 1_000 }) }),
    { nil: null },
  )

  it('needs both: as content as before, and nine tenths of the season’s orders; what nobody knows proves nothing', () => {
    fc.assert(
      fc.property(content, content, orders, (before, after, bought) => {
        const proof = proofOf({ before, after, orders: bought })
        const isContent = before === null || after === null ? null : after >= before
        const buys = bought === null ? null : bought.since >= 0.9 * bought.baseline
        expect(proof.kind === 'recovered').toBe(isContent === true && buys === true)
        expect(proof.kind === 'failed').toBe(isContent === false || buys === false)
      }),
    )
  })

  it('holds at exactly nine tenths', () => {
    const facts = { before: 3, after: 3 }
    expect(proofOf({ ...facts, orders: { since: 90, baseline: 100 } }).kind).toBe('recovered')
    expect(proofOf({ ...facts, orders: { since: 89, baseline: 100 } })).toEqual({
      kind: 'failed',
      content: true,
      orders: false,
    })
  })
})

describe('the steps of a case', () => {
  it('lead to an end from everywhere, and back to work from every end', () => {
    for (const state of CASE_STATES) {
      const seen = new Set([state])
      for (const one of seen)
        for (const event of eventsFrom(one)) {
          const next = stateAfter(one, event)
          if (next) seen.add(next)
        }
      expect([...seen].some((one) => !isOpen(one))).toBe(true)
      expect([...seen].some((one) => one === 'checked' || one === 'recorded')).toBe(true)
    }
  })

  it('are not barred for a case that has all they need', () => {
    const ready = {
      severity: 4,
      checked: true,
      hasSolution: true,
      named: true,
      withinLimit: true,
      delivered: true,
      answered: true,
      refused: false,
      explained: true,
    } as const
    for (const state of CASE_STATES)
      for (const event of CASE_EVENTS) expect(barOf(state, event, ready)).toBeNull()
  })
})
