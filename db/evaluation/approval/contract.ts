import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PoliciesOnShape } from '../../channel/policies/contract.ts'
import { PAPER_FORMATS } from '../../exchange/rules/paperFormat.ts'
import { CommandInput, Written } from '../../kernel/contract.ts'
import { AccountId, PublicationId, RoundId } from '../../kernel/ids.ts'
import { groupErrors, Ticket } from '../ballots/contract.ts'
import {
  BordersShape,
  Exception,
  OpenRound,
  PublicationSummary,
  RoundState,
  TierDecision,
  TierProposal,
} from '../contract.ts'
import { TIERS } from '../rules/tiers.ts'

const tier = z.enum(TIERS)
const standing = z.enum([...TIERS, 'insufficient'])

/** A decision on the account at `place`; `stale` when what was proposed is no longer what it was decided on. */
export const PlacedDecision = TierDecision.extend({ place: z.int(), stale: z.boolean() })
export type PlacedDecision = z.infer<typeof PlacedDecision>

/** The tiers of a round by ballots as they are approved, or were published; columns go by account. */
export const Approval = z.object({
  roundId: RoundId,
  name: z.string(),
  state: RoundState,
  borders: BordersShape,
  /** the engine's day, YYYY-MM-DD: exceptions end by it */
  today: z.string(),
  /** the newest publication of the round, which is what is shown once the round is published; null before */
  publication: PublicationSummary.nullable(),
  /** the round whose tiers were in force before; null where nothing was published */
  before: z.object({ name: z.string(), publishedAt: z.string(), borders: BordersShape }).nullable(),
  accounts: OpenRound.shape.accounts,
  proposals: z.array(TierProposal),
  /** scores in the round before, tenths; null where there was none */
  lastScores: z.array(z.int().nullable()),
  decisions: z.array(PlacedDecision),
  /** what each tier gets, by the department's policies: today's; of a published round, those of its publication's day */
  policies: PoliciesOnShape,
  /** the day of these policies, on which the tiers change or changed, YYYY-MM-DD */
  policiesOn: z.string(),
  /** exceptions of earlier rounds, ended or not, by place */
  former: z.array(Exception.omit({ id: true, accountId: true }).extend({ place: z.int() })),
  /** accounts that are stronger over the cycle (D2) than their score is now, so that no cyclical one is dropped by mistake, by place */
  strong: z.array(
    z.object({
      place: z.int(),
      /** of the window */
      years: z.int(),
      tier,
      /** tenths of a point over the window */
      score: z.int(),
    }),
  ),
})
export type Approval = z.infer<typeof Approval>

/** Where an account stood before a publication. */
export const StoodBefore = z.object({
  round: z.string().nullable(),
  accountIds: z.array(AccountId),
  tiers: z.array(tier.nullable()),
  /** tenths of a point */
  scores: z.array(z.int().nullable()),
})
export type StoodBefore = z.infer<typeof StoodBefore>

/** What can be decided on one account, other than following the proposal. */
export const Decided = z.discriminatedUnion('kind', [
  /** another tier than the one proposed, or the one held before */
  z.object({ kind: z.literal('tier'), tier, reason: z.string().trim().min(1).max(500) }),
  /** A7: beyond its score, for a time */
  z.object({
    kind: z.literal('exception'),
    tier: z.enum(['key', 'main']),
    reason: z.string().trim().min(1).max(500),
    /** the last day on which it holds */
    expires: z.iso.date(),
  }),
])

const signed = CommandInput.extend({ roundId: RoundId, ticket: Ticket })
const accountErrors = { ...groupErrors, ACCOUNT_NOT_FOUND: { status: 404 } } as const
const publicationMissing = { PUBLICATION_NOT_FOUND: { status: 404 } } as const

/** The approval of a round's tiers 批准, by name and date; its publication; what the managers are told. */
export const approval = {
  /** Proposals and decisions of a revealed round; of a published one what was published. */
  open: oc
    .input(z.object({ roundId: RoundId }))
    .output(Approval)
    .errors(groupErrors),
  /**
   * Signs what is proposed, account by account; `tier` says what the signer saw. A decision that nobody needs any more
   * goes. Needs the leader; undoable until published.
   */
  approve: oc
    .input(
      signed.extend({
        accounts: z
          .array(z.object({ accountId: AccountId, tier: standing }))
          .min(1)
          .max(100_000),
      }),
    )
    .output(Written)
    .errors({
      ...accountErrors,
      /** the proposal for this account is another one now */
      PROPOSAL_CHANGED: { status: 409, data: z.object({ name: z.string() }) },
    }),
  /** Signs another tier than the one proposed, with the reason, or an exception that ends. Needs the leader; undoable. */
  decide: oc
    .input(signed.extend({ accountId: AccountId, decision: Decided }))
    .output(Written)
    .errors({
      ...accountErrors,
      TIER_UNFIT: {
        status: 422,
        data: z.object({
          name: z.string(),
          reason: z.enum(['demotionNotDue', 'severeCase', 'exceptionNotHigher', 'alreadyExpired']),
        }),
      },
    }),
  /**
   * Notes that a severe case 严重个案 is open on an account, which holds its demotion. Needs the chair; undoable. The
   * decision that it leaves is taken back when the case is closed.
   */
  holdForCase: oc
    .input(signed.extend({ accountId: AccountId, word: z.string().trim().min(1).max(500) }))
    .output(Written)
    .errors({ ...accountErrors, NOTHING_TO_HOLD: { status: 409, data: z.object({ name: z.string() }) } }),
  /** Takes decisions back. Needs the leader, or the chair for a severe case; undoable. */
  withdraw: oc
    .input(signed.extend({ accountIds: z.array(AccountId).min(1).max(100_000) }))
    .output(Written)
    .errors(accountErrors),
  /** Publishes the round with the decisions on its tiers. Needs the leader. Not undoable: reopen instead. */
  publish: oc
    .input(signed.extend({ note: z.string().trim().max(500) }))
    .output(Written.extend({ publicationId: PublicationId }))
    .errors({
      ...groupErrors,
      /** accounts whose tier nobody decided on, or was decided on other figures */
      DECISIONS_OPEN: { status: 422, data: z.object({ count: z.int() }) },
      NOTHING_GRADED: { status: 422 },
    }),
  /** Where the accounts of a publication stood in the round published before it. */
  before: oc
    .input(z.object({ publicationId: PublicationId }))
    .output(StoodBefore)
    .errors(publicationMissing),
  /** Result letters 结果通知书 to one account manager, or (null) to all of them, each on pages of its own: Word or PDF. */
  letters: oc
    .input(
      z.object({
        publicationId: PublicationId,
        /** the manager's name as published; empty for accounts without one */
        manager: z.string().max(100).nullable(),
        language: z.enum(['zh', 'en']),
        format: z.enum(PAPER_FORMATS),
      }),
    )
    .output(z.file())
    .errors({
      ...publicationMissing,
      MANAGER_NOT_FOUND: { status: 404 },
      NO_PRINTER: { status: 501 },
    }),
}
