import type { CadenceSort } from './contacts.ts'
import type { FestivalCode } from './festivals.ts'
import type { TaskKind } from './words.ts'

/**
 * Why a care task exists, as the column `why` keeps it. Names are never in it: whoever is meant stands in the row's
 * account and person, so that renames, merges and erasures find them. Days are YYYY-MM-DD.
 */
export type Why =
  /** the tier's policy wants a contact of this sort every so many days; `last` was the newest one, null for none yet */
  | {
      readonly code: 'cadence'
      readonly sort: CadenceSort
      readonly every: number
      readonly last: string | null
      readonly policyId: string | null
    }
  /** no real contact of any sort for so many days */
  | { readonly code: 'silence'; readonly days: number; readonly last: string }
  /** a birthday, kept on a day by its own calendar */
  | { readonly code: 'birthday'; readonly on: string; readonly lunar: boolean }
  | { readonly code: 'festival'; readonly festival: FestivalCode; readonly on: string }
  /** a contract runs out */
  | { readonly code: 'contract'; readonly contractId: string; readonly endsOn: string }
  /** an event to which the account is to be invited, or has not answered */
  | { readonly code: 'invitation'; readonly eventId: string; readonly on: string; readonly sent: boolean }
  /** an extra, unexpected service (C7) every so many days */
  | { readonly code: 'service'; readonly every: number; readonly last: string | null }
  /** a step of a template that somebody started */
  | { readonly code: 'playbook'; readonly playbookId: string }
  /** follows up a request, a visit or a case of recovery */
  | { readonly code: 'request' | 'visit' | 'case'; readonly of: string }
  /** comes again after one that was done */
  | { readonly code: 'repeat'; readonly of: string }
  /** typed by somebody of ours; null where the laptop's user was unknown */
  | { readonly code: 'own'; readonly by: string | null }
  /** what it was about was erased on request */
  | { readonly code: 'erased' }

export type WhyCode = Why['code']

/** Reasons by which the nightly generation makes tasks, each with settings of the department. */
export const CARE_REASONS = [
  'cadence',
  'silence',
  'birthday',
  'festival',
  'contract',
  'invitation',
  'service',
] as const
export type CareReason = (typeof CARE_REASONS)[number]

/** Reasons whose tasks somebody made by hand, so that they are theirs and not the generation's to close. */
export const MADE_BY_HAND: readonly WhyCode[] = ['own', 'playbook', 'repeat', 'request', 'visit', 'case']

/** The text of the column `why`. */
export const whyJson = (why: Why): string => JSON.stringify(why)

/** What a text of the column `why` says; only {@link whyJson} writes it. */
export const readWhy = (json: string): Why => JSON.parse(json)

/** What a reason asks of us. */
export function kindOf(why: Why): TaskKind {
  switch (why.code) {
    case 'cadence':
      return why.sort
    case 'silence':
      return 'call'
    case 'birthday':
    case 'festival':
      return 'greeting'
    case 'contract':
      return 'contract'
    case 'invitation':
      return 'invitation'
    case 'service':
      return 'service'
    default:
      return 'other'
  }
}

/**
 * What makes a reason one and the same for an account or person: of tasks that share it at most one is open at a time.
 * Null for what people make themselves, of which there may be any number.
 */
export function reasonKey(why: Why): string | null {
  switch (why.code) {
    case 'cadence':
      return `cadence:${why.sort}`
    case 'silence':
    case 'service':
      return why.code
    case 'birthday':
      return 'birthday'
    case 'festival':
      return `festival:${why.festival}`
    case 'contract':
      return `contract:${why.contractId}`
    case 'invitation':
      return `invitation:${why.eventId}`
    default:
      return null
  }
}

/** Whom a reason is about: a birthday is a person's wherever they work, everything else is the account's. */
export const subjectOf = (why: Why, accountId: string, personId: string | null): string =>
  why.code === 'birthday' && personId !== null ? personId : accountId
