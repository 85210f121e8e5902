import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isDay } from '../../accounts/rules/days.ts'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { fileErrors } from '../../exchange/contract.ts'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { AccountId, PolicyExceptionId, PolicyId } from '../../kernel/ids.ts'
import { PRIORITIES } from '../requests/rules/words.ts'
import { ENTITLEMENTS } from './rules/entitlements.ts'
import { TERM_FAULTS } from './rules/faults.ts'
import { FILE_FAULTS } from './rules/fileFaults.ts'
import { MOST_DAYS, MOST_GRACE_DAYS, MOST_MINUTES, MOST_MONEY, POLICY_LIMITS } from './rules/limits.ts'
import { EXCEPTIONAL, TERMS } from './rules/termList.ts'

const tier = z.enum(TIERS)
const entitlement = z.enum(ENTITLEMENTS)
// what lies outside of what makes sense is refused by its name: see rules/faults.ts
const minutes = z.int().min(-MOST_MINUTES).max(MOST_MINUTES).nullable()
const days = z.int().min(-MOST_DAYS).max(MOST_DAYS).nullable()
const fen = z.int().min(0).max(MOST_MONEY).nullable()
const Day = z.string().refine(isDay)
const reason = z.string().trim().min(1).max(POLICY_LIMITS.reason)
const approvedBy = z.string().trim().min(1).max(POLICY_LIMITS.approvedBy)

/** The terms of a policy (A9); see rules/terms.ts. */
export const PolicyTermsShape = z.object({
  entitlements: z.array(entitlement).max(ENTITLEMENTS.length).readonly(),
  details: z.partialRecord(entitlement, z.string().trim().max(POLICY_LIMITS.detail)),
  responses: z.record(z.enum(PRIORITIES), z.object({ first: minutes, update: minutes, solution: minutes })),
  pausesForThird: z.boolean(),
  cadence: z.object({ visit: days, executiveVisit: days, call: days, survey: days, talk: days }),
  gifts: z.object({ yearlyLimit: fen, approvalFrom: fen, eventGuest: z.boolean() }),
  effortShare: z.int().min(0).max(100),
})

const graceDays = z.int().min(0).max(MOST_GRACE_DAYS)

/** What a tier gets on a day. */
export const PolicyOnShape = z.object({
  /** null for A9's own terms, before the first version */
  policyId: PolicyId.nullable(),
  fromOn: z.string().nullable(),
  graceDays,
  terms: PolicyTermsShape,
})

/** What every tier gets on a day. */
export const PoliciesOnShape = z.record(tier, PolicyOnShape)
export type PoliciesOnShape = z.infer<typeof PoliciesOnShape>

const value = z.union([z.boolean(), z.int(), z.string().trim().max(POLICY_LIMITS.detail), z.null()])
const termKey = z.enum(TERMS.map(({ key }) => key))

/** One term of an exception with its value: whether it is given, minutes, days, fen (null: none, or no bound), or words. */
const ExceptionTerm = z.object({ key: z.enum(EXCEPTIONAL.map(({ key }) => key)), value })
export type ExceptionTerm = z.infer<typeof ExceptionTerm>
const ExceptionTermsShape = z.array(ExceptionTerm).max(EXCEPTIONAL.length)

const TermDifferenceShape = z.object({
  key: termKey,
  before: value,
  after: value,
  effect: z.enum(['gain', 'loss', 'other']),
})

/** A tier's new terms, to be looked at or published. */
export const PolicyDraft = z.object({ tier, terms: PolicyTermsShape, graceDays })
export type PolicyDraft = z.infer<typeof PolicyDraft>

/** A published version 版本 of a tier's policy. */
export const PolicyVersionLine = z.object({
  id: PolicyId,
  tier,
  fromOn: z.string(),
  terms: PolicyTermsShape,
  graceDays: z.int(),
  note: z.string(),
  /** instant, ISO-8601 UTC */
  publishedAt: z.string(),
  publishedBy: z.string(),
  /** `replaced` where another that begins on the same day was published after it */
  state: z.enum(['coming', 'inForce', 'past', 'replaced']),
  /** what differs from what the tier had the day before it began */
  differences: z.array(TermDifferenceShape),
})
export type PolicyVersionLine = z.infer<typeof PolicyVersionLine>

/** An exception 例外 of one account. */
export const ExceptionLine = z.object({
  id: PolicyExceptionId,
  accountId: AccountId,
  account: z.string(),
  pinyin: z.string(),
  /** the account's tier now */
  tier: tier.nullable(),
  fromOn: z.string(),
  untilOn: z.string(),
  terms: ExceptionTermsShape,
  reason: z.string(),
  approvedBy: z.string(),
  state: z.enum(['coming', 'inForce', 'past']),
})
export type ExceptionLine = z.infer<typeof ExceptionLine>

/** What a draft would change: tier by tier, and for which accounts; columns go by account. */
export const PolicyPreview = z.object({
  fromOn: z.string(),
  tiers: z.array(
    z.object({
      tier,
      /** accounts that stand in it now */
      accounts: z.int(),
      differences: z.array(TermDifferenceShape),
      /** the first day without what is lost; null where nothing is */
      lossesFrom: z.string().nullable(),
    }),
  ),
  accounts: z.object({
    ids: z.array(AccountId),
    names: z.array(z.string()),
    tiers: z.array(tier),
    gains: z.array(z.int()),
    losses: z.array(z.int()),
    /** terms that stay as they are for this account, because an exception says so */
    excepted: z.array(z.array(termKey)),
  }),
})
export type PolicyPreview = z.infer<typeof PolicyPreview>

/** What one account gets on a day, and where each of it comes from. */
export const AccountPolicy = z.object({
  today: z.string(),
  tier: tier.nullable(),
  /** null for A9's own terms */
  policyId: PolicyId.nullable(),
  /** the day from which that version holds */
  policyFrom: z.string().nullable(),
  terms: PolicyTermsShape,
  /** the last day on which something is kept from before */
  graceUntil: z.string().nullable(),
  kept: z.array(z.object({ key: termKey, until: z.string() })),
  excepted: z.array(z.object({ key: termKey, exceptionId: PolicyExceptionId })),
  /** exceptions in force and to come */
  exceptions: z.array(ExceptionLine),
})
export type AccountPolicy = z.infer<typeof AccountPolicy>

const dayErrors = {
  /** outside of 2000–2100 */
  DAY_OUTSIDE: { status: 422, data: z.object({ day: z.string() }) },
  /** before the engine's today */
  DAY_PAST: { status: 422, data: z.object({ day: z.string(), today: z.string() }) },
} as const

const faultData = z.object({
  tier: tier.nullable(),
  key: termKey,
  reason: z.enum(TERM_FAULTS),
  value,
  beside: z.int().nullable(),
  /** how many faults there are in all */
  more: z.int(),
})

const draftErrors = {
  ...dayErrors,
  /** the first term that can't be promised */
  POLICY_FAULTY: { status: 422, data: faultData },
  /** shares of the effort that don't add up to 100 on a day */
  SHARES_NOT_WHOLE: { status: 422, data: z.object({ day: z.string(), sum: z.int() }) },
  POLICY_UNCHANGED: { status: 422 },
} as const

const exceptionErrors = {
  ...writeErrors,
  ...dayErrors,
  EXCEPTION_NOT_FOUND: { status: 404 },
  ACCOUNT_NOT_FOUND: { status: 404 },
  EXCEPTION_EMPTY: { status: 422 },
  EXCEPTION_TURNED: { status: 422, data: z.object({ fromOn: z.string(), untilOn: z.string() }) },
  EXCEPTION_FAULTY: { status: 422, data: faultData },
  /** another exception of this account says something of the same term on some of the same days */
  EXCEPTION_OVERLAPS: {
    status: 409,
    data: z.object({ name: z.string(), key: termKey, fromOn: z.string(), untilOn: z.string() }),
  },
} as const

const exceptionFields = {
  /** first and last day on which it holds, YYYY-MM-DD */
  fromOn: Day,
  untilOn: Day,
  terms: ExceptionTermsShape,
  reason,
  approvedBy,
}

const language = z.enum(['zh', 'en'])

/** Tier policies 分级管理办法 (A9): versions, exceptions, and what an account gets by them. */
export const policies = {
  /** What every tier gets on a day; today's where no day is given. */
  inForce: oc
    .input(z.object({ day: Day.optional() }))
    .output(z.object({ today: z.string(), day: z.string(), policies: PoliciesOnShape })),
  /** All published versions, the one that begins last first. */
  versions: oc.output(z.object({ today: z.string(), versions: z.array(PolicyVersionLine) })),
  /** Who would gain and lose what by drafts that begin on a day; refuses what publishing would refuse, but for the day's past. */
  preview: oc
    .input(z.object({ fromOn: Day, drafts: z.array(PolicyDraft).min(1).max(TIERS.length) }))
    .output(PolicyPreview)
    .errors(draftErrors),
  /**
   * Publishes new versions of one or several tiers from a day on, all or none. VERSION_THERE where one of these tiers has
   * a version from that day already, unless it is to be replaced. Undoable. Requests keep what they were promised.
   */
  publish: oc
    .input(
      CommandInput.extend({
        fromOn: Day,
        note: z.string().trim().max(POLICY_LIMITS.note).default(''),
        drafts: z.array(PolicyDraft).min(1).max(TIERS.length),
        /** whether versions from the same day are replaced */
        replace: z.boolean().default(false),
      }),
    )
    .output(Written.extend({ policyIds: z.array(PolicyId) }))
    .errors({
      ...writeErrors,
      ...draftErrors,
      VERSION_THERE: { status: 409, data: z.object({ tier, fromOn: z.string() }) },
    }),
  /** Takes versions back that haven't begun, all or none; undoable. */
  withdraw: oc
    .input(CommandInput.extend({ policyIds: z.array(PolicyId).min(1).max(TIERS.length) }))
    .output(Written)
    .errors({
      ...writeErrors,
      POLICY_NOT_FOUND: { status: 404 },
      POLICY_BEGUN: { status: 409, data: z.object({ fromOn: z.string() }) },
      SHARES_NOT_WHOLE: draftErrors.SHARES_NOT_WHOLE,
    }),
  /** Exceptions, of one account or all: in force first, then those to come, then past ones, newest end first. */
  exceptions: oc
    .input(z.object({ accountId: AccountId.optional() }))
    .output(z.object({ today: z.string(), rows: z.array(ExceptionLine) })),
  /** Adds an exception from today or a later day on; undoable. */
  addException: oc
    .input(CommandInput.extend({ accountId: AccountId, ...exceptionFields }))
    .output(Written.extend({ exceptionId: PolicyExceptionId }))
    .errors(exceptionErrors),
  /** Changes an exception; a beginning or an end that stays may lie in the past. Undoable. */
  changeException: oc
    .input(CommandInput.extend({ exceptionId: PolicyExceptionId, ...exceptionFields }))
    .output(Written)
    .errors(exceptionErrors),
  /** Ends an exception with today as its last day; one that hasn't begun is taken back. Undoable. */
  endException: oc
    .input(CommandInput.extend({ exceptionId: PolicyExceptionId }))
    .output(Written)
    .errors({
      ...writeErrors,
      EXCEPTION_NOT_FOUND: exceptionErrors.EXCEPTION_NOT_FOUND,
      EXCEPTION_OVER: { status: 409, data: z.object({ untilOn: z.string() }) },
    }),
  /** What one account gets today, and where it comes from. */
  ofAccount: oc
    .input(z.object({ accountId: AccountId }))
    .output(AccountPolicy)
    .errors({ ACCOUNT_NOT_FOUND: { status: 404 } }),
  /** The policies of a day as a matrix of terms and tiers. */
  exportFile: oc
    .input(z.object({ day: Day.optional(), format: z.enum(['xlsx', 'csv']), language }))
    .output(z.file()),
  /** Reads such a matrix as drafts of all four tiers, or refuses it with every line that doesn't hold. Writes nothing. */
  readFile: oc
    .input(z.object({ file: z.file() }))
    .output(z.object({ drafts: z.array(PolicyDraft) }))
    .errors({
      ...fileErrors,
      POLICY_FILE_FAULTY: {
        status: 422,
        data: z.object({
          file: z.string(),
          faults: z.array(
            z.object({
              /** line of the file; 0 for the file as a whole */
              line: z.int(),
              /** such as C7; empty for the line as a whole */
              cell: z.string(),
              code: z.enum(FILE_FAULTS),
              /** what stands there, or what is missing */
              text: z.string(),
            }),
          ),
        }),
      },
    }),
}
