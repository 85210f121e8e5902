import { PRIORITIES } from '../../requests/rules/words.ts'
import { ENTITLEMENTS, type Entitlement, isBurden } from './entitlements.ts'
import type { Cadence, GiftRules, PolicyTerms, ResponseTimes, TermKey, TermValue } from './terms.ts'

/** The clocks of a request, in the order in which they run out. */
export const CLOCKS = ['first', 'update', 'solution'] as const satisfies readonly (keyof ResponseTimes)[]

/** The ways of keeping in touch that a cadence names. */
export const TOUCHES = [
  'visit',
  'executiveVisit',
  'call',
  'talk',
  'survey',
] as const satisfies readonly (keyof Cadence)[]

const GIFT_TERMS = [
  'yearlyLimit',
  'approvalFrom',
  'eventGuest',
] as const satisfies readonly (keyof GiftRules)[]

/** What a value of a term is: given or not, words, working minutes, days, fen, percent. */
export type TermKind = 'flag' | 'text' | 'minutes' | 'days' | 'money' | 'percent'

/** The groups in which a matrix shows terms. */
export type TermGroup = 'entitlements' | 'responses' | 'cadence' | 'gifts' | 'effort'

/** One term of a policy: how it is read, replaced, and weighed from the account's side. */
export interface Term {
  readonly key: TermKey
  readonly group: TermGroup
  readonly kind: TermKind
  read(terms: PolicyTerms): TermValue
  /** The terms with another value; unchanged where the value isn't one of this term's kind. */
  write(terms: PolicyTerms, value: TermValue): PolicyTerms
  /** How good a value is for the account, more is better; null for what can't be weighed, such as words. */
  worth(value: TermValue): number | null
}

/** No promise is worse than any, and no bound better. */
const fewerIsBetter = (value: TermValue): number =>
  typeof value === 'number' ? -value : Number.NEGATIVE_INFINITY
const moreIsBetter = (value: TermValue): number =>
  typeof value === 'number' ? value : Number.POSITIVE_INFINITY
const isFigure = (value: TermValue): value is number | null => value === null || typeof value === 'number'

const entitlementTerm = (entitlement: Entitlement): Term => ({
  key: `entitlements.${entitlement}`,
  group: 'entitlements',
  kind: 'flag',
  read: (terms) => terms.entitlements.includes(entitlement),
  write: (terms, value) =>
    typeof value !== 'boolean'
      ? terms
      : {
          ...terms,
          entitlements: ENTITLEMENTS.filter((each) =>
            each === entitlement ? value : terms.entitlements.includes(each),
          ),
        },
  worth: (value) => Number((value === true) !== isBurden(entitlement)),
})

const detailTerm = (entitlement: Entitlement): Term => ({
  key: `details.${entitlement}`,
  group: 'entitlements',
  kind: 'text',
  read: (terms) => terms.details[entitlement] ?? '',
  write: (terms, value) => {
    if (typeof value !== 'string') return terms
    const { [entitlement]: _, ...others } = terms.details
    return { ...terms, details: value === '' ? others : { ...others, [entitlement]: value } }
  },
  worth: () => null,
})

const responseTerms: readonly Term[] = PRIORITIES.flatMap((priority) =>
  CLOCKS.map(
    (clock): Term => ({
      key: `responses.${priority}.${clock}`,
      group: 'responses',
      kind: 'minutes',
      read: (terms) => terms.responses[priority][clock],
      write: (terms, value) =>
        isFigure(value)
          ? {
              ...terms,
              responses: { ...terms.responses, [priority]: { ...terms.responses[priority], [clock]: value } },
            }
          : terms,
      worth: fewerIsBetter,
    }),
  ),
)

const pausesTerm: Term = {
  key: 'pausesForThird',
  group: 'responses',
  kind: 'flag',
  read: (terms) => terms.pausesForThird,
  write: (terms, value) => (typeof value === 'boolean' ? { ...terms, pausesForThird: value } : terms),
  worth: (value) => Number(value !== true),
}

const cadenceTerms: readonly Term[] = TOUCHES.map((touch) => ({
  key: `cadence.${touch}`,
  group: 'cadence',
  kind: 'days',
  read: (terms) => terms.cadence[touch],
  write: (terms, value) =>
    isFigure(value) ? { ...terms, cadence: { ...terms.cadence, [touch]: value } } : terms,
  worth: fewerIsBetter,
}))

const giftTerms: readonly Term[] = GIFT_TERMS.map((term) =>
  term === 'eventGuest'
    ? {
        key: `gifts.${term}`,
        group: 'gifts',
        kind: 'flag',
        read: (terms) => terms.gifts[term],
        write: (terms, value) =>
          typeof value === 'boolean' ? { ...terms, gifts: { ...terms.gifts, [term]: value } } : terms,
        worth: (value) => Number(value === true),
      }
    : {
        key: `gifts.${term}`,
        group: 'gifts',
        kind: 'money',
        read: (terms) => terms.gifts[term],
        write: (terms, value) =>
          isFigure(value) ? { ...terms, gifts: { ...terms.gifts, [term]: value } } : terms,
        worth: moreIsBetter,
      },
)

const effortTerm: Term = {
  key: 'effortShare',
  group: 'effort',
  kind: 'percent',
  read: (terms) => terms.effortShare,
  write: (terms, value) => (typeof value === 'number' ? { ...terms, effortShare: value } : terms),
  // a share of the whole tier's says nothing of one account
  worth: () => null,
}

/** All terms of a policy, in the order of the matrix; an entitlement is followed by its words. */
export const TERMS: readonly Term[] = [
  ...ENTITLEMENTS.flatMap((each) => [entitlementTerm(each), detailTerm(each)]),
  ...responseTerms,
  pausesTerm,
  ...cadenceTerms,
  ...giftTerms,
  effortTerm,
]

const BY_KEY: ReadonlyMap<string, Term> = new Map(TERMS.map((term) => [term.key, term]))

/** The term of a key; undefined for what is none, such as one of a newer version. */
export const termOf = (key: string): Term | undefined => BY_KEY.get(key)

/** The entitlement that a term gives or not; null for other terms. */
export const entitlementOf = (key: TermKey): Entitlement | null =>
  ENTITLEMENTS.find((each) => key === `entitlements.${each}`) ?? null

/** The entitlement whose words a term holds; null for other terms. */
export const detailOf = (key: TermKey): Entitlement | null =>
  ENTITLEMENTS.find((each) => key === `details.${each}`) ?? null

/** Terms that an exception may change for one account: all but the tier's share of our effort. */
export const EXCEPTIONAL: readonly Term[] = TERMS.filter(({ kind }) => kind !== 'percent')
