import type { Tier } from '../../../evaluation/rules/tiers.ts'
import type { AccountId, MemberId, PersonId } from '../../../kernel/ids.ts'

/** A leader of theirs, with how each executive knows them. */
export interface ProposedLeader {
  readonly personId: PersonId
  readonly name: string
  readonly title: string
  readonly rank: number | null
  /** by the executives' order */
  readonly cells: readonly { readonly depth: number; readonly wanted: number | null }[]
}

/** An account as proposals see it. Days are YYYY-MM-DD. */
export interface DueAccount {
  readonly accountId: AccountId
  readonly name: string
  readonly tier: Tier | null
  readonly region: string
  /** days between visits */
  readonly every: number
  /** when an executive last met them; null for never */
  readonly lastMet: string | null
  /** the last day on which a visit is planned already; null for none */
  readonly plannedOn: string | null
  /** who led the last visit; null where nobody did */
  readonly lastLead: MemberId | null
  /** their leaders, the highest first */
  readonly leaders: readonly ProposedLeader[]
}

/** One of ours who can be proposed. */
export interface Proposable {
  readonly memberId: MemberId
  readonly name: string
  readonly rank: number
  readonly monthly: number
}

/** What proposals are worked out from. */
export interface ProposeFacts {
  /** the span of days, both ends among them, and today */
  readonly from: string
  readonly until: string
  readonly today: string
  readonly accounts: readonly DueAccount[]
  readonly executives: readonly Proposable[]
  /** a working day, and no festival */
  readonly isWorkday: (day: string) => boolean
  /** nothing is planned for them, and their calendar has nothing in working hours */
  readonly isFree: (memberId: string, day: string) => boolean
  /** visits that they have in a month (YYYY-MM) already */
  readonly loadOf: (memberId: string, month: string) => number
}
