import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { AccountId, MemberId, RoundId } from '../../kernel/ids.ts'
import { groupErrors, Ticket } from '../ballots/contract.ts'
import { SEATS } from '../ballots/rules/group.ts'

const Interval = z.object({ low: z.number(), high: z.number() })

/** How one evaluator marked; see consensus/rules/fairness.ts. Marks with fractions, shares 0–1. */
export const EvaluatorFindings = z.object({
  memberId: MemberId,
  name: z.string(),
  seat: z.enum(SEATS),
  severity: z
    .object({
      cells: z.int(),
      accounts: z.int(),
      /** own marks against the mean of the others' */
      offset: z.number(),
      /** 95%; null where too few accounts are shared */
      interval: Interval.nullable(),
    })
    .nullable(),
  own: z
    .object({
      ownAccounts: z.int(),
      otherAccounts: z.int(),
      ownOffset: z.number(),
      otherOffset: z.number(),
      drift: z.number(),
      error: z.number().nullable(),
    })
    .nullable(),
  flatness: z
    .object({
      accounts: z.int(),
      flatShare: z.number(),
      othersFlatShare: z.number().nullable(),
      deviation: z.number(),
      othersDeviation: z.number().nullable(),
    })
    .nullable(),
  /** null for ballots taken in from a workbook: when they were marked nobody saw */
  pace: z
    .object({
      cells: z.int(),
      lateCells: z.int(),
      lateShare: z.number(),
      /** cells a minute */
      pace: z.number(),
      largest: z.int(),
    })
    .nullable(),
})
export type EvaluatorFindings = z.infer<typeof EvaluatorFindings>

/** What is worth a question about the evaluators of a round; never a correction. */
export const Fairness = z.object({
  /** those whose ballots count, in the order of the group */
  evaluators: z.array(EvaluatorFindings),
  /** strongest first; `evaluator` is a place in `evaluators`, which has the figures */
  findings: z.array(
    z.object({
      kind: z.enum(['lenient', 'severe', 'ownDrift', 'flat', 'lastMinute']),
      evaluator: z.int(),
      /** how many times its threshold the figure is, 1 and more */
      strength: z.number(),
    }),
  ),
})
export type Fairness = z.infer<typeof Fairness>

const places = z.array(z.int())

/**
 * How firm the tiers of a round are, as columns in the order of `accountIds`; see consensus/rules/standing.ts. Scores
 * are tenths (−1 none), standings places in its STANDINGS, evaluators and indicators places in the round.
 */
export const Firmness = z.object({
  accountIds: z.array(AccountId),
  evaluators: z.array(z.object({ memberId: MemberId, name: z.string() })),
  /** places of the accounts, the most fragile first */
  order: places,
  scores: places,
  standings: places,
  /** from the nearest border, tenths, signed */
  distances: places,
  /** 1 where the tier isn't one of the score: decided by exception, or carried over 沿用 */
  decided: places,
  mark: z.object({
    /** 0 where no single mark moves the account */
    grades: places,
    indicators: places,
    evaluators: places,
    from: places,
    to: places,
    scores: places,
  }),
  /** evaluators whose absence moves the account, smallest change of its score first: from `starts[account]` on */
  movers: z.object({ starts: places, evaluators: places, scores: places }),
  /** how many evaluators' absence leaves too little marked for any score */
  needed: places,
  weight: z.object({
    /** hundredths of a percent; 0 where no single weight moves the account */
    shifts: places,
    indicators: places,
    from: places,
    to: places,
    scores: places,
  }),
  /** accounts × STANDINGS: per thousand of the draws; null with fewer than five evaluators */
  odds: places.nullable(),
  /** how many groups were drawn */
  draws: z.int(),
})
export type Firmness = z.infer<typeof Firmness>

/** What a revealed round says about its evaluators and its tiers. Nothing here changes a mark. */
export const findings = {
  /** Severity and leniency, own-account drift, flat marking, last-minute marking. For the leader. */
  fairness: oc
    .input(z.object({ roundId: RoundId, ticket: Ticket }))
    .output(Fairness)
    .errors(groupErrors),
  /** The smallest changes that would move each account; stops when the caller aborts. Steps count accounts. */
  firmness: oc
    .input(z.object({ roundId: RoundId }))
    .output(eventIterator(z.object({ done: z.int(), of: z.int() }), Firmness))
    .errors({ ...groupErrors, CANCELLED: { status: 499 } }),
}
