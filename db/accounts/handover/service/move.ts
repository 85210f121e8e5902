import { derivedId } from '../../../kernel/derivedId.ts'
import type { AccountId, MemberId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../kernel/kernel.ts'

/**
 * Gives accounts from one manager to another inside a command: the owner, open promises, open next steps, open actions,
 * open care tasks, open requests, open visits that they prepare, open cases with what is open of them, and accounts that
 * they try to win back, each with its day. What is settled or done stays with who did it. A contact of the giver becomes
 * one that the taker is wanted to have as well as they had it; the giver's own stays, as it is a fact.
 */
export function moveAccounts(
  tx: Tx,
  { fromId, toId, accountIds }: { fromId: MemberId; toId: MemberId; accountIds: readonly AccountId[] },
): void {
  const steps = OPEN_ITEMS.map((sql) =>
    tx.db.prepare<{ fromId: string; toId: string; accountId: string }>(sql),
  )
  for (const accountId of accountIds) {
    for (const step of steps) step.run({ fromId, toId, accountId })
    wantContacts(tx, { fromId, toId, accountId })
    tx.breathe()
  }
}

const OPEN_ITEMS = [
  'UPDATE account SET owner_id = @toId WHERE id = @accountId AND owner_id = @fromId',
  `UPDATE promise SET member_id = @toId
   WHERE account_id = @accountId AND member_id = @fromId AND settlement IS NULL AND deleted = 0`,
  `UPDATE log_entry SET next_by = @toId WHERE account_id = @accountId AND next_by = @fromId
     AND next_done_on IS NULL AND next_step <> '' AND deleted = 0`,
  `UPDATE value_action SET owner_id = @toId
   WHERE account_id = @accountId AND owner_id = @fromId AND done_on IS NULL AND deleted = 0`,
  `UPDATE care_task SET owner_id = @toId
   WHERE account_id = @accountId AND owner_id = @fromId AND settlement IS NULL AND deleted = 0`,
  ...['owner_id', 'backup_id'].map(
    (column) => `UPDATE request SET ${column} = @toId WHERE account_id = @accountId AND ${column} = @fromId
      AND progress ->> '$.open' = 1 AND deleted = 0`,
  ),
  `UPDATE visit SET owner_id = @toId WHERE owner_id = @fromId AND progress ->> '$.open' = 1 AND deleted = 0
     AND id IN (SELECT visit_id FROM visit_account WHERE account_id = @accountId AND deleted = 0)`,
  `UPDATE recovery_case SET owner_id = @toId WHERE account_id = @accountId AND owner_id = @fromId
     AND progress ->> '$.open' = 1 AND deleted = 0`,
  ...['case_remedy', 'case_action'].map(
    (table) => `UPDATE ${table} SET owner_id = @toId WHERE owner_id = @fromId AND done IS NULL AND deleted = 0
      AND case_id IN (SELECT id FROM recovery_case WHERE account_id = @accountId AND deleted = 0)`,
  ),
  `UPDATE win_back SET owner_id = @toId WHERE account_id = @accountId AND owner_id = @fromId AND deleted = 0`,
  `UPDATE win_back_step SET owner_id = @toId WHERE owner_id = @fromId AND done IS NULL AND deleted = 0
     AND win_back_id IN (SELECT id FROM win_back WHERE account_id = @accountId AND deleted = 0)`,
]

function wantContacts(
  tx: Tx,
  { fromId, toId, accountId }: { fromId: string; toId: string; accountId: string },
): void {
  const contacts = tx.db
    .prepare<{ fromId: string; accountId: string }, { personId: string; depth: number }>(
      `SELECT c.person_id AS personId, max(c.depth, coalesce(c.wanted, 0)) AS depth
       FROM employment e JOIN coverage c ON c.person_id = e.person_id AND c.member_id = @fromId AND c.deleted = 0
       WHERE e.account_id = @accountId AND e.deleted = 0 AND e.until IS NULL GROUP BY c.person_id`,
    )
    .all({ fromId, accountId })
  const want = tx.db.prepare(
    `INSERT INTO coverage (id, person_id, member_id, depth, wanted) VALUES (?, ?, ?, 0, ?)
     ON CONFLICT (id) DO UPDATE SET deleted = 0,
       depth = CASE deleted WHEN 0 THEN depth ELSE 0 END,
       wanted = max(coalesce(CASE deleted WHEN 0 THEN wanted END, 0), excluded.wanted)`,
  )
  for (const { personId, depth } of contacts) want.run(derivedId(personId, toId), personId, toId, depth)
}
