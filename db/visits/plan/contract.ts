import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isDay } from '../../accounts/rules/days.ts'
import { farErrors, ledgerErrors } from '../../channel/ledger/contract.ts'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { CommandInput, Written } from '../../kernel/contract.ts'
import { AccountId, MemberId, PersonId, TripId, VisitId } from '../../kernel/ids.ts'
import { VISIT_LIMITS } from '../rules/limits.ts'
import { VISIT_STATES } from '../rules/states.ts'
import { DIRECTIONS, VISIT_KINDS } from '../rules/words.ts'

const Day = z.string().refine(isDay)
const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
const Tier = z.enum(TIERS).nullable()

/** An account of the year's plan. Days are YYYY-MM-DD; null where there is none. */
const PlanRow = z.object({
  accountId: AccountId,
  name: z.string(),
  tier: Tier,
  owner: z.string().nullable(),
  /** days between executive visits by its policy; null where it asks for none */
  cadence: z.int().nullable(),
  /** visits that the year asks for, and those that took place in it */
  due: z.int(),
  done: z.int(),
  /** when one of our executives last met them */
  lastMet: z.string().nullable(),
  nextDue: z.string().nullable(),
})
export type PlanRow = z.infer<typeof PlanRow>

/** A visit of the year as a mark in the matrix; called-off ones are not there. */
const PlanMark = z.object({
  visitId: VisitId,
  code: z.string(),
  title: z.string(),
  /** places of its accounts among the rows */
  rows: z.array(z.int()),
  day: z.string(),
  time: z.string(),
  state: z.enum(VISIT_STATES),
  /** its day has passed and it did not take place */
  missed: z.boolean(),
  direction: z.enum(DIRECTIONS),
  kind: z.enum(VISIT_KINDS),
  lead: z.string().nullable(),
  /** somebody of ours can't be there as it is planned */
  clash: z.boolean(),
})
export type PlanMark = z.infer<typeof PlanMark>

/** One of our executives with the visits of each month in which they take part. */
const PlanLoad = z.object({
  memberId: MemberId,
  name: z.string(),
  role: z.string(),
  /** visits in a month beyond which planning warns */
  monthly: z.int(),
  months: z.array(z.int()).length(12),
})
export type PlanLoad = z.infer<typeof PlanLoad>

/** A visit that did not take place, and the day of the one that makes up for it; null while there is none. */
const Missed = z.object({
  visitId: VisitId,
  account: z.string(),
  day: z.string(),
  madeUpOn: z.string().nullable(),
})

/** How well one of our executives knows one of their leaders. */
const CoverageCell = z.object({
  /** 0–4; wanted is null where nobody said */
  depth: z.int(),
  wanted: z.int().nullable(),
  lastMet: z.string().nullable(),
})
export type CoverageCell = z.infer<typeof CoverageCell>

/** A leader of theirs with a cell for each executive, in the executives' order. */
const CoverageLeader = z.object({
  personId: PersonId,
  name: z.string(),
  title: z.string(),
  /** 1 (the top) to 5; null where the title doesn't say */
  rank: z.int().nullable(),
  /** place of the account among the accounts */
  account: z.int(),
  cells: z.array(CoverageCell),
})
export type CoverageLeader = z.infer<typeof CoverageLeader>

/** An account of the coverage map. */
const CoverageAccount = z.object({
  accountId: AccountId,
  name: z.string(),
  shortName: z.string(),
  tier: Tier,
  /** visits of the last twelve months to them and by them */
  went: z.int(),
  came: z.int(),
  nextDue: z.string().nullable(),
  /** who led the last visits, the newest first */
  faces: z.array(z.object({ name: z.string(), day: z.string() })),
})
export type CoverageAccount = z.infer<typeof CoverageAccount>

const ofMember = { memberId: MemberId, member: z.string() }
/** Why a visit is proposed as it is, with the figures that say so. */
export const ProposalReason = z.discriminatedUnion('code', [
  /** the policy's cadence; last is null where no executive ever met them */
  z.object({ code: z.literal('due'), every: z.int(), last: z.string().nullable(), on: z.string() }),
  /** days by which it is late already */
  z.object({ code: z.literal('late'), days: z.int() }),
  /** steps between the ranks of both: 0 is eye level */
  z.object({ code: z.literal('parity'), ...ofMember, person: z.string(), title: z.string(), steps: z.int() }),
  /** who led the last visit goes again */
  z.object({ code: z.literal('sameFace'), ...ofMember }),
  /** a relation that is not yet what we want */
  z.object({ code: z.literal('gap'), ...ofMember, person: z.string(), depth: z.int(), wanted: z.int() }),
  z.object({ code: z.literal('load'), ...ofMember, month: z.string(), count: z.int(), monthly: z.int() }),
  /** everybody is full in that month: it goes beyond the limit */
  z.object({ code: z.literal('overload'), ...ofMember, month: z.string(), count: z.int(), monthly: z.int() }),
  /** with another one in one trip */
  z.object({ code: z.literal('trip'), account: z.string(), area: z.string() }),
  /** not on the day on which it is due: that one is past, a day off, taken, or its months are full */
  z.object({
    code: z.literal('moved'),
    from: z.string(),
    why: z.enum(['past', 'dayOff', 'taken', 'full', 'trip']),
  }),
])
export type ProposalReason = z.infer<typeof ProposalReason>

/** A visit that planning proposes. */
export const Proposal = z.object({
  /** stays the same while nothing changes: account and due day */
  key: z.string(),
  accountId: AccountId,
  account: z.string(),
  tier: Tier,
  leadId: MemberId,
  lead: z.string(),
  day: z.string(),
  city: z.string(),
  area: z.string(),
  /** whom to meet: their highest leader; null where none is known */
  personId: PersonId.nullable(),
  person: z.string().nullable(),
  /** proposals of one trip share it; null for one that stands alone */
  trip: z.int().nullable(),
  reasons: z.array(ProposalReason).min(1),
})
export type Proposal = z.infer<typeof Proposal>

/** A visit that is due and finds no day, or nobody to lead it. */
export const Unplaced = z.object({
  accountId: AccountId,
  account: z.string(),
  due: z.string(),
  why: z.enum(['noDay', 'nobody']),
})
export type Unplaced = z.infer<typeof Unplaced>

const found = { ...ledgerErrors, VISIT_NOT_FOUND: { status: 404 } } as const

/** The year's plan 年度计划 of executive visits (A9): what is due, who knows whom, and proposals that say why. */
export const visitPlan = {
  /**
   * The matrix of a year: accounts with a cadence or a visit, their visits, the load of executives, what was missed. Of
   * the accounts and their visits at most `limit` rows, and whether there are `more`; `count` is that of all visits.
   */
  year: oc.input(z.object({ year: z.int().min(2_000).max(2_100), limit: z.int().min(1).optional() })).output(
    z.object({
      today: z.string(),
      rows: z.array(PlanRow),
      more: z.boolean(),
      marks: z.array(PlanMark),
      count: z.int(),
      loads: z.array(PlanLoad),
      missed: z.array(Missed),
    }),
  ),
  /** Our executives × leaders of key and main accounts. */
  coverage: oc.output(
    z.object({
      today: z.string(),
      executives: z.array(
        z.object({ memberId: MemberId, name: z.string(), role: z.string(), rank: z.int() }),
      ),
      accounts: z.array(CoverageAccount),
      leaders: z.array(CoverageLeader),
    }),
  ),
  /**
   * The day of a month (YYYY-MM) for a visit: the same day of the month as now, else the next working day on which nobody
   * of its people is elsewhere. Null where the month holds none from today on.
   * @param visitId the visit to be moved; null for a new one
   */
  freeDay: oc
    .input(z.object({ month: Month, visitId: VisitId.nullable() }))
    .output(z.object({ day: z.string().nullable() }))
    .errors({ VISIT_NOT_FOUND: { status: 404 } }),
  /** Proposes visits for what falls due in a span of days, both ends among them. Writes nothing. */
  propose: oc
    .input(z.object({ from: Day, until: Day }))
    .output(z.object({ proposals: z.array(Proposal), unplaced: z.array(Unplaced) }))
    .errors({ DAYS_OUT_OF_ORDER: found.DAYS_OUT_OF_ORDER }),
  /** Plans what was proposed, trips among it, in one command. */
  accept: oc
    .input(
      CommandInput.extend({
        visits: z
          .array(
            z.object({
              accountId: AccountId,
              leadId: MemberId,
              day: Day,
              city: z.string().trim().max(VISIT_LIMITS.place),
              personId: PersonId.nullable(),
              /** place of its trip among the trips; null for none */
              trip: z.int().min(0).nullable(),
            }),
          )
          .min(1)
          .max(500),
        /** names of the trips */
        trips: z.array(z.string().trim().min(1).max(VISIT_LIMITS.title)).max(200),
      }),
    )
    .output(Written.extend({ visitIds: z.array(VisitId), tripIds: z.array(TripId) }))
    .errors({ ...found, ...farErrors, TRIP_NOT_FOUND: { status: 404 } }),
}
