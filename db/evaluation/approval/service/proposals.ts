import type Database from 'better-sqlite3'
import type { AccountId, RoundId } from '../../../kernel/ids.ts'
import { type BallotResults, readResults } from '../../consensus/service/gradeBallots.ts'
import type { TierDecision } from '../../contract.ts'
import { NO_SCORE } from '../../rules/grade.ts'
import {
  type FormerException,
  needsDecision,
  type Proposal,
  proposalFor,
  stillFits,
} from '../rules/proposals.ts'
import { readDecisions } from './decisions.ts'
import {
  type EarlierRound,
  earlierRounds,
  formerExceptions,
  type StandingsThen,
  standingsThen,
} from './earlier.ts'

/** A round whose tiers are being approved: what is proposed, and what was decided on it. */
export interface Approvals {
  readonly results: BallotResults
  /** one per account, in the order of the results */
  readonly proposals: readonly Proposal[]
  readonly placeOf: ReadonlyMap<AccountId, number>
  readonly decisions: ReadonlyMap<AccountId, TierDecision>
  /** published rounds before this one, newest first */
  readonly earlier: readonly EarlierRound[]
  /** where accounts stood in the newest of them; empty where there is none */
  readonly last: StandingsThen
  readonly former: ReadonlyMap<AccountId, FormerException>
}

/**
 * Reads what the rules propose for every account of a round by ballots, and what was decided.
 * @param today YYYY-MM-DD, on which exceptions may have ended
 * @throws Refusal ROUND_NOT_FOUND, SHEET_NOT_FOUND
 */
export function readApprovals(db: Database.Database, roundId: RoundId, today: string): Approvals {
  const results = readResults(db, roundId)
  const earlier = earlierRounds(db, roundId)
  const [newest] = earlier
  const last: StandingsThen = newest ? standingsThen(db, newest.publicationId) : new Map()
  const former = formerExceptions(db, earlier)
  const decisions = readDecisions(db, roundId)
  const overdue = new Set(results.overdue)
  const { ids } = results.data.accounts
  const proposals = ids.map((accountId, row) => {
    const score = results.grades.scores[row] ?? NO_SCORE
    const scoreThen = last.get(accountId)?.score ?? null
    return proposalFor(
      {
        from: results.previous[row] ?? null,
        score: score === NO_SCORE ? null : score,
        overdue: overdue.has(row),
        last: newest && scoreThen !== null ? { score: scoreThen, borders: newest.borders } : null,
        former: former.get(accountId) ?? null,
        severeCase: severeCaseOf(decisions.get(accountId)),
      },
      results.data.round.borders,
      today,
    )
  })
  const placeOf = new Map(ids.map((id, place) => [id, place]))
  return { results, proposals, placeOf, decisions, earlier, last, former }
}

/** The word on a severe case that holds an account's demotion; null where none was ticked. */
export const severeCaseOf = (decision: TierDecision | undefined): string | null =>
  decision?.kind === 'kept' && decision.proposal?.why.code === 'severeCase'
    ? decision.proposal.why.word
    : null

/** How far the decision on an account is. */
export type DecisionState = 'none' | 'open' | 'signed' | 'stale'

/** How far the decision on a place of the round is; `none` where nobody has to decide. */
export function decisionState({ proposals, decisions, results }: Approvals, place: number): DecisionState {
  const [proposal, id] = [proposals[place], results.data.accounts.ids[place]]
  const decision = id === undefined ? undefined : decisions.get(id)
  if (!proposal || (!decision && !needsDecision(proposal))) return 'none'
  if (!decision) return 'open'
  return stillFits(decision.proposal, proposal) ? 'signed' : 'stale'
}

/** The decisions that still fit what they were made on; the others don't count until they are made anew. */
export const fittingDecisions = (approvals: Approvals): ReadonlyMap<AccountId, TierDecision> =>
  new Map(
    [...approvals.decisions].filter(([accountId]) => {
      const place = approvals.placeOf.get(accountId)
      return place !== undefined && decisionState(approvals, place) === 'signed'
    }),
  )
