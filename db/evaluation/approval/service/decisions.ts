import type Database from 'better-sqlite3'
import { instantOf } from '../../../kernel/clock.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import type { AccountId, RoundId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../kernel/kernel.ts'
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

/** Writes down inside a command what was decided on an account's tier, in place of what was before. */
export function writeDecision(
  tx: Tx,
  roundId: RoundId,
  accountId: AccountId,
  decision: Omit<TierDecision, 'at'>,
): void {
  const stored: TierDecision = { ...decision, at: tx.hlc }
  tx.db
    .prepare(
      `INSERT INTO tier_decision (id, round_id, account_id, decision) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET decision = excluded.decision, deleted = 0`,
    )
    .run(derivedId(roundId, accountId), roundId, accountId, JSON.stringify(stored))
}

/** Takes a decision back inside a command. */
export function removeDecision(tx: Tx, roundId: RoundId, accountId: AccountId): void {
  tx.db.prepare('UPDATE tier_decision SET deleted = 1 WHERE id = ?').run(derivedId(roundId, accountId))
}
