import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { addDays } from '../../../../db/accounts/rules/days.ts'
import { DEFAULT_TERMS } from '../../../../db/channel/policies/rules/defaults.ts'
import type {
  ExceptionTerms,
  PolicyVersion,
  TierStep,
} from '../../../../db/channel/policies/rules/effective.ts'
import { EXCEPTIONAL, TERMS, type Term, termOf } from '../../../../db/channel/policies/rules/termList.ts'
import type { PolicyTerms, TermKey, TermValue } from '../../../../db/channel/policies/rules/terms.ts'
import { TIERS, type Tier } from '../../../../db/evaluation/rules/tiers.ts'
import { PolicyExceptionId, PolicyId } from '../../../../db/kernel/ids.ts'

export const START = '2026-01-01'

export const dayAt = (days: number): string => addDays(START, days)

export function valuesOf({ kind, key }: Term): fc.Arbitrary<TermValue> {
  switch (kind) {
    case 'flag':
      return fc.boolean()
    case 'text':
      return fc.constantFrom('', '月结 30 天', '月结 60 天')
    case 'percent':
      return fc.constantFrom(5, 20, 60)
    default:
      return key === 'gifts.approvalFrom'
        ? fc.constantFrom(0, 1_000, null)
        : fc.constantFrom(1, 30, 240, null)
  }
}

/** A tier's default terms with some of them other. */
export const someTerms = (tier: Tier): fc.Arbitrary<PolicyTerms> =>
  fc
    .array(
      fc.constantFrom(...TERMS).chain((term) => valuesOf(term).map((value) => ({ term, value }))),
      {
        maxLength: 12,
      },
    )
    .map((changes) =>
      changes.reduce((terms, { term, value }) => term.write(terms, value), DEFAULT_TERMS[tier]),
    )

export const versions: fc.Arbitrary<PolicyVersion[]> = fc.array(
  fc.constantFrom(...TIERS).chain((tier) =>
    fc.record({
      id: fc.constant(null).map(() => PolicyId.parse(uuidv7())),
      tier: fc.constant(tier),
      // few days, so that several begin together
      fromOn: fc.constantFrom(0, 20, 21, 60, 100).map(dayAt),
      publishedAt: fc.nat({ max: 999_999 }).map((at) => String(at).padStart(6, '0')),
      graceDays: fc.constantFrom(0, 1, 10, 30),
      terms: someTerms(tier),
    }),
  ),
  { maxLength: 6 },
)

export const steps: fc.Arbitrary<TierStep[]> = fc
  .uniqueArray(fc.nat({ max: 120 }), { maxLength: 4 })
  .chain((days) =>
    fc.tuple(
      ...days.map((at) =>
        fc.record({ fromOn: fc.constant(dayAt(at)), tier: fc.option(fc.constantFrom(...TIERS)) }),
      ),
    ),
  )

export const exceptions: fc.Arbitrary<ExceptionTerms[]> = fc.array(
  fc.record({
    id: fc.constant(null).map(() => PolicyExceptionId.parse(uuidv7())),
    fromOn: fc.nat({ max: 120 }).map(dayAt),
    untilOn: fc.nat({ max: 120 }).map(dayAt),
    terms: fc
      .array(
        fc
          .constantFrom(...EXCEPTIONAL)
          .chain((term) => valuesOf(term).map((value): [TermKey, TermValue] => [term.key, value])),
        { minLength: 1, maxLength: 4 },
      )
      .map((pairs) => Object.fromEntries(pairs)),
  }),
  { maxLength: 3 },
)

/** Every term with its value. */
export const valuesIn = (terms: PolicyTerms): ReadonlyMap<TermKey, TermValue> =>
  new Map(TERMS.map(({ key, read }) => [key, read(terms)]))

/** How good a value is for the account; undefined where it can't be weighed. */
export const worthOf = (key: TermKey, value: TermValue): number | undefined =>
  termOf(key)?.worth(value) ?? undefined
