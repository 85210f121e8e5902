import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { AccountId, IndicatorId, MemberId, RoundId } from '../../kernel/ids.ts'
import { POOLINGS } from '../consensus/rules/pooling.ts'
import { OpenRound, RoundState } from '../contract.ts'
import { MOST_VOTES, SEATS } from './rules/group.ts'

/**
 * Proof that an evaluator is at this laptop: handed out by `ballots.enter` for a PIN, good until the evaluator leaves,
 * another one enters, or nothing happens for a while. Known to the engine's memory alone.
 */
export const Ticket = z.string().min(1).max(100)

export const DiscordShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('range'),
    atLeast: z.union([z.literal(2), z.literal(4), z.literal(6), z.literal(8)]),
  }),
  /** hundredths of a mark */
  z.object({ kind: z.literal('deviation'), atLeast: z.int().min(1).max(400) }),
])

/** How a round with ballots is decided; see rules/group.ts. */
export const RulesShape = z.object({
  pooling: z.enum(POOLINGS),
  discord: DiscordShape,
  own: z.enum(['counted', 'excluded']),
  late: z.enum(['counted', 'excluded']),
  /** percent 0–100 */
  quorum: z.int().min(0).max(100),
  /** instant, ISO-8601 UTC */
  deadline: z.iso.datetime().nullable(),
})

const votes = z.int().min(1).max(MOST_VOTES)

/** An evaluator of a round, with how far their ballot is. Marks are never part of it. */
export const Evaluator = z.object({
  memberId: MemberId,
  name: z.string(),
  role: z.string(),
  seat: z.enum(SEATS),
  votes,
  /** indicators that they mark; null for all */
  competence: z.array(IndicatorId).nullable(),
  /** accounts that they own */
  ownAccounts: z.int(),
  /** accounts that they are excused from */
  recusals: z.int(),
  /** whether a PIN is set on this laptop, and when somebody cleared it last */
  pin: z.object({
    isSet: z.boolean(),
    cleared: z.object({ at: z.string(), by: z.string() }).nullable(),
  }),
  /** cells marked, and cells to be marked */
  marked: z.int(),
  cells: z.int(),
  /** how the ballot was handed in; null while it is open */
  submission: z
    .object({ at: z.string(), source: z.enum(['here', 'workbook']), late: z.boolean() })
    .nullable(),
  seenAt: z.string().nullable(),
  remindedAt: z.string().nullable(),
})
export type Evaluator = z.infer<typeof Evaluator>

/** An account that an evaluator is excused 回避 from. */
export const Recusal = z.object({
  memberId: MemberId,
  accountId: AccountId,
  accountName: z.string(),
  reason: z.string(),
})
export type Recusal = z.infer<typeof Recusal>

/** A step that a round took. */
export const RoundStep = z.object({
  from: RoundState,
  to: RoundState,
  at: z.string(),
  by: z.string(),
  reason: z.string(),
})
export type RoundStep = z.infer<typeof RoundStep>

/** The evaluation group 客户评价小组 of a round, its rules, and how far everybody is. */
export const Group = z.object({
  roundId: RoundId,
  name: z.string(),
  state: RoundState,
  sheet: z.object({ id: z.uuid(), name: z.string(), faults: z.int() }),
  rules: RulesShape,
  indicators: z.array(z.object({ id: IndicatorId, name: z.string(), weight: z.int(), judged: z.boolean() })),
  /** leader first, then deputies, then members, by name */
  evaluators: z.array(Evaluator),
  recusals: z.array(Recusal),
  /** oldest first */
  steps: z.array(RoundStep),
})
export type Group = z.infer<typeof Group>

const roundMissing = { ROUND_NOT_FOUND: { status: 404 } } as const

/** What any step of a group can be refused for. */
export const groupErrors = {
  ...writeErrors,
  ...roundMissing,
  /** the round is marked on one shared sheet */
  ROUND_WITHOUT_BALLOTS: { status: 409 },
  /** the round's state doesn't allow it */
  ROUND_NOT_THERE: { status: 423, data: z.object({ name: z.string(), state: RoundState }) },
  /** nobody has entered, or the ticket is no longer good */
  NOT_ENTERED: { status: 401 },
  /** who entered may not do this */
  NOT_ALLOWED: { status: 403, data: z.object({ need: z.enum(['chair', 'leader']) }) },
  EVALUATOR_NOT_FOUND: { status: 404 },
} as const

const seated = CommandInput.extend({ roundId: RoundId, ticket: Ticket.nullable() })

/** The evaluation group of a round: seats, competence, recusals, rules. Free in draft; a chair's while marking. */
export const evaluators = {
  get: oc
    .input(z.object({ roundId: RoundId }))
    .output(Group)
    .errors({ ...roundMissing, ROUND_WITHOUT_BALLOTS: { status: 409 } }),
  /** Seats evaluators, or changes their seats, votes and competence. Undoable. */
  seat: oc
    .input(
      seated.extend({
        seats: z
          .array(
            z.object({
              memberId: MemberId,
              seat: z.enum(SEATS),
              votes,
              competence: z.array(IndicatorId).max(200).nullable(),
            }),
          )
          .min(1)
          .max(200),
      }),
    )
    .output(Written)
    .errors({ ...groupErrors, MEMBER_NOT_FOUND: { status: 404 } }),
  /** Takes an evaluator out of the group; marks already given no longer count. Undoable. */
  unseat: oc
    .input(seated.extend({ memberId: MemberId }))
    .output(Written)
    .errors(groupErrors),
  /** Excuses an evaluator from accounts, or (empty reason) takes that back. Undoable. */
  recuse: oc
    .input(
      seated.extend({
        memberId: MemberId,
        accountIds: z.array(AccountId).min(1).max(10_000),
        reason: z.string().trim().max(500),
      }),
    )
    .output(Written)
    .errors({ ...groupErrors, ACCOUNT_NOT_FOUND: { status: 404 } }),
  setRules: oc
    .input(seated.extend({ rules: RulesShape }))
    .output(Written)
    .errors(groupErrors),
  /** Notes that an evaluator was reminded. */
  remind: oc
    .input(CommandInput.extend({ roundId: RoundId, memberIds: z.array(MemberId).min(1).max(200) }))
    .output(Written)
    .errors(groupErrors),
  /** Forgets an evaluator's PIN on this laptop, so that they can choose another; the chair's, and on record. */
  clearPin: oc
    .input(CommandInput.extend({ roundId: RoundId, ticket: Ticket, memberId: MemberId }))
    .output(Written)
    .errors(groupErrors),
}

/** The way of a round through its states. */
export const steps = {
  /**
   * Takes a step of rules/roundStates.ts other than publishing: on, or back with a reason. Not undoable. Rounds on a
   * shared sheet know only putting away and taking out of the archive here.
   */
  take: oc
    .input(seated.extend({ to: RoundState, reason: z.string().trim().max(500) }))
    .output(Written)
    .errors({
      ...groupErrors,
      STEP_UNKNOWN: { status: 409, data: z.object({ from: RoundState, to: RoundState }) },
      REASON_MISSING: { status: 422 },
      /** the group can't mark: the first fault, and how many there are */
      GROUP_FAULTY: {
        status: 422,
        data: z.object({
          faults: z.int(),
          code: z.enum(['noLeader', 'manyLeaders', 'tooFew', 'nobodyFor']),
          indicator: z.string(),
        }),
      },
      SHEET_FAULTY: { status: 422, data: z.object({ faults: z.int(), weightSum: z.int() }) },
      NOTHING_MARKED: { status: 422 },
      DISCORD_OPEN: { status: 422, data: z.object({ cells: z.int() }) },
      NOTHING_GRADED: { status: 422 },
    }),
}

/** A ballot as its evaluator sees it: a round whose marks are their own. */
export const OpenBallot = z.object({
  /** `marks` and `notes` are the evaluator's own */
  round: OpenRound,
  ownCounts: z.boolean(),
  deadline: z.string().nullable(),
  submission: Evaluator.shape.submission,
})
export type OpenBallot = z.infer<typeof OpenBallot>

const own = CommandInput.extend({ roundId: RoundId, ticket: Ticket })
const ownErrors = {
  ...groupErrors,
  /** the ballot was handed in: take it back first */
  BALLOT_SUBMITTED: { status: 423 },
} as const

/** Ballots 评分表: each evaluator's own, closed to all others until the round is revealed. */
export const ballots = {
  /**
   * An evaluator comes to this laptop. The first time they choose their PIN (4–12 digits); whoever was here before has
   * left. After five wrong numbers in a row they wait, longer each time.
   */
  enter: oc
    .input(
      CommandInput.extend({
        roundId: RoundId,
        memberId: MemberId,
        pin: z.string().regex(/^\d{4,12}$/),
        /** true to choose a PIN, which is refused where one is set */
        choose: z.boolean(),
      }),
    )
    .output(Written.extend({ ticket: Ticket }))
    .errors({
      ...groupErrors,
      PIN_WRONG: { status: 401, data: z.object({ left: z.int() }) },
      PIN_WAIT: { status: 429, data: z.object({ seconds: z.int() }) },
      PIN_NOT_SET: { status: 409 },
      PIN_IS_SET: { status: 409 },
    }),
  /** The evaluator goes; the ticket is worth nothing from here on. */
  leave: oc.input(own).output(Written).errors(groupErrors),
  /** Who has entered with a ticket; null when it is no longer good. */
  present: oc
    .input(z.object({ roundId: RoundId, ticket: Ticket }))
    .output(z.object({ memberId: MemberId, name: z.string(), seat: z.enum(SEATS) }).nullable()),
  open: oc
    .input(z.object({ roundId: RoundId, ticket: Ticket }))
    .output(OpenBallot)
    .errors(groupErrors),
  /** Marks a block of the evaluator's own cells, all or none; strips as `rounds.mark`. Undoable until they leave. */
  mark: oc
    .input(
      own.extend({
        accountIds: z.array(AccountId).min(1).max(100_000),
        indicatorIds: z.array(IndicatorId).min(1).max(200),
        expected: z.string().regex(/^[X8642.-]*$/),
        marks: z.string().regex(/^[X8642.-]*$/),
        gesture: z.enum(['edit', 'paste', 'fill', 'clear', 'cut', 'import']),
      }),
    )
    .output(Written)
    .errors({
      ...ownErrors,
      CELLS_CHANGED: {
        status: 409,
        data: z.object({ cells: z.int(), name: z.string(), current: z.string().nullable() }),
      },
      ACCOUNT_NOT_FOUND: { status: 404 },
      INDICATOR_NOT_FOUND: { status: 404 },
      INDICATOR_BANDED: { status: 409, data: z.object({ indicator: z.string() }) },
      /** a cell that this evaluator does not mark: excused from the account, or not competent */
      CELL_CLOSED: { status: 403, data: z.object({ name: z.string() }) },
      STRIP_MISFIT: { status: 400 },
    }),
  note: oc
    .input(own.extend({ accountId: AccountId, indicatorId: IndicatorId, text: z.string().max(2_000) }))
    .output(Written)
    .errors(ownErrors),
  /** Hands the ballot in. Cells left blank count as abstentions. */
  submit: oc.input(own).output(Written).errors(ownErrors),
  /** Takes a ballot back before the lock. */
  takeBack: oc.input(own).output(Written).errors(groupErrors),
}
