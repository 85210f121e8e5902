import type Database from 'better-sqlite3'
import type { AccountId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { AccountAnalysis, ReferralRow } from '../contract.ts'
import { newestFirst } from '../rules/newest.ts'
import { listCompetitors, listProducts } from './catalogue.ts'
import { mustExist } from './rows.ts'

/** Everything that was analysed of one account. @throws Refusal ACCOUNT_NOT_FOUND */
export function getAnalysis(kernel: Kernel, accountId: AccountId): AccountAnalysis {
  const { db } = kernel
  mustExist(db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
  const ofAccount = <Row>(columns: string, table: string, order: string): Row[] =>
    db
      .prepare<[string], Row>(
        `SELECT x.id, ${columns}, m.name AS "by" FROM ${table} x LEFT JOIN member m ON m.id = x.noted_by
         WHERE x.account_id = ? AND x.deleted = 0 ORDER BY ${order}`,
      )
      .all(accountId)
  type Analysis<Part extends keyof AccountAnalysis> = AccountAnalysis[Part][number]
  return {
    products: listProducts(db),
    competitors: listCompetitors(db),
    swot: ofAccount<Analysis<'swot'>>(
      'x.quadrant, x.text, x.order_key AS "order", x.noted_on AS notedOn',
      'swot_item',
      'x.order_key, x.id',
    ),
    wallet: readWallet(db, accountId),
    rivals: ofAccount<Analysis<'rivals'>>(
      'x.competitor_id AS competitorId, x.strengths, x.weaknesses, x.noted_on AS notedOn',
      'rival',
      'x.id',
    ),
    moves: ofAccount<Analysis<'moves'>>(
      'x.competitor_id AS competitorId, x.happened_on AS happenedOn, x.text, x.entry_id AS entryId',
      'rival_move',
      'x.happened_on DESC, x.id DESC',
    ),
    stickiness: ofAccount<Analysis<'stickiness'>>(
      'x.layer, x.grade, x.evidence, x.noted_on AS notedOn',
      'stickiness',
      'x.id',
    ).sort(newestFirst),
    switchingCosts: ofAccount<Analysis<'switchingCosts'>>(
      'x.what, x.amount, x.noted_on AS notedOn',
      'switching_cost',
      'x.id',
    ),
    values: ofAccount<Analysis<'values'>>(
      'x.item, x.grade, x.note, x.noted_on AS notedOn',
      'delivered_value',
      'x.id',
    ).sort(newestFirst),
    actions: db
      .prepare<[string], Analysis<'actions'>>(
        `SELECT x.id, x.item, x.what, x.due_on AS dueOn, x.owner_id AS ownerId, m.name AS owner, x.done_on AS doneOn
         FROM value_action x LEFT JOIN member m ON m.id = x.owner_id
         WHERE x.account_id = ? AND x.deleted = 0
         ORDER BY x.done_on IS NOT NULL, x.due_on IS NULL, x.due_on, x.id`,
      )
      .all(accountId),
    referrals: referralsAround(db, accountId),
    decisions: db
      .prepare<[string], Analysis<'decisions'>>(
        `SELECT x.id, x.decision, x.reason, x.decided_on AS decidedOn, m.name AS "by"
         FROM account_decision x LEFT JOIN member m ON m.id = x.decided_by
         WHERE x.account_id = ? AND x.deleted = 0 ORDER BY x.decided_on DESC, x.id DESC`,
      )
      .all(accountId),
  }
}

type StoredWallet = AccountAnalysis['wallet'][number]

/** The cells of a wallet; where a cell has several rows (two laptops, a merge) the newest row is it. */
function readWallet(db: Database.Database, accountId: AccountId): StoredWallet[] {
  const rows = db
    .prepare<[string], StoredWallet>(
      `SELECT x.product_id AS productId, x.competitor_id AS competitorId, x.year, x.amount, x.noted_on AS notedOn,
         m.name AS "by"
       FROM wallet x LEFT JOIN member m ON m.id = x.noted_by
       JOIN product p ON p.id = x.product_id AND p.deleted = 0
       WHERE x.account_id = ? AND x.deleted = 0 ORDER BY x.id`,
    )
    .all(accountId)
  const cells = new Map(rows.map((row) => [`${row.productId} ${row.competitorId ?? ''} ${row.year}`, row]))
  return [...cells.values()]
}

const REFERRAL_COLUMNS = `r.id, r.from_id AS fromId, f.name AS "from", r.from_person_id AS fromPersonId,
  p.name AS fromPerson, r.to_id AS toId, t.name AS "to", r.happened_on AS happenedOn, r.brought, r.note,
  r.noted_on AS notedOn, m.name AS "by"`

/**
 * Every referral of the chains that an account is part of, upwards and downwards (C4). UNION drops accounts that were
 * met before, so that a circle of referrals comes to its end.
 */
export function referralsAround(db: Database.Database, accountId: AccountId): ReferralRow[] {
  return db
    .prepare<[string, string], ReferralRow>(
      `WITH RECURSIVE down(id) AS (
         VALUES (?) UNION SELECT r.to_id FROM down JOIN referral r ON r.from_id = down.id AND r.deleted = 0),
       up(id) AS (
         VALUES (?) UNION SELECT r.from_id FROM up JOIN referral r ON r.to_id = up.id AND r.deleted = 0)
       SELECT ${REFERRAL_COLUMNS} FROM referral r
       JOIN account f ON f.id = r.from_id JOIN account t ON t.id = r.to_id
       LEFT JOIN person p ON p.id = r.from_person_id AND p.deleted = 0
       LEFT JOIN member m ON m.id = r.noted_by
       WHERE r.deleted = 0 AND r.id IN (
         SELECT id FROM referral WHERE from_id IN (SELECT id FROM down)
         UNION SELECT id FROM referral WHERE to_id IN (SELECT id FROM up))
       ORDER BY r.happened_on, r.id`,
    )
    .all(accountId, accountId)
}
