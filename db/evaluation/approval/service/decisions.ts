import type Database from 'better-sqlite3'
import { instantOf } from '../../../kernel/clock.ts'
import type { AccountId, RoundId } from '../../../kernel/ids.ts'
import type { TierDecision } from '../../contract.ts'

/** What was decided on tiers in a round, by account. */
export const readDecisions = (
  db: Database.Database,
  roundId: RoundId,
): ReadonlyMap<AccountId, TierDecision> =>
  new Map(
    db
      .prepare<[string], { account_id: AccountId; decision: string }>(
        'SELECT account_id, decision FROM tier_decision WHERE round_id = ? AND deleted = 0',
      )
      .all(roundId)
      .map(({ account_id, decision }) => {
        const kept: TierDecision = JSON.parse(decision)
        // stored as a clock reading, which orders decisions of several laptops
        return [account_id, { ...kept, at: instantOf(kept.at) }]
      }),
  )
