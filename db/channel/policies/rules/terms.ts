import type { Priority } from '../../requests/rules/words.ts'
import type { Entitlement } from './entitlements.ts'

/** Response times of a request in working minutes; null where the policy promises none. */
export interface ResponseTimes {
  readonly first: number | null
  /** how long the customer may be without news of it */
  readonly update: number | null
  readonly solution: number | null
}

/** How often we are in touch, in days from one real contact of that sort to the next; null where nothing is promised. */
export interface Cadence {
  readonly visit: number | null
  readonly executiveVisit: number | null
  readonly call: number | null
  readonly survey: number | null
  /** demand, stock and market talked through */
  readonly talk: number | null
}

/** What a policy says on gifts and events. */
export interface GiftRules {
  /** fen a year and account; null for no bound, 0 for none at all */
  readonly yearlyLimit: number | null
  /** fen from which a single gift needs approval; null for never */
  readonly approvalFrom: number | null
  /** whether the account is invited to events as a guest of honour */
  readonly eventGuest: boolean
}

/** What a tier gets 分级管理办法 (A9). */
export interface PolicyTerms {
  readonly entitlements: readonly Entitlement[]
  /** what an entitlement means here in particular, by its code: the guarantee's terms, the days of payment, the price rule */
  readonly details: Readonly<Partial<Record<Entitlement, string>>>
  readonly responses: Readonly<Record<Priority, ResponseTimes>>
  /** whether clocks stop while a third party is waited for; for the customer they always do, for ourselves never */
  readonly pausesForThird: boolean
  readonly cadence: Cadence
  readonly gifts: GiftRules
  /** share of our effort meant for the whole tier, percent 0–100 */
  readonly effortShare: number
}

/** One term of a policy by its path: what a matrix has in a row, and what an exception or a difference is about. */
export type TermKey =
  | `entitlements.${Entitlement}`
  | `details.${Entitlement}`
  | `responses.${Priority}.${keyof ResponseTimes}`
  | 'pausesForThird'
  | `cadence.${keyof Cadence}`
  | `gifts.${keyof GiftRules}`
  | 'effortShare'

/** Whether it is given, its figure (null: none, or no bound), or its words. */
export type TermValue = boolean | number | string | null

/** The terms that an exception puts in place of the tier's, one by one: what it doesn't name goes on following the tier. */
export type TermChanges = Readonly<Partial<Record<TermKey, TermValue>>>
