import type Database from 'better-sqlite3'
import { addDays } from '../../../accounts/rules/days.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import type { BriefContent } from '../contract.ts'

type RivalRow = BriefContent['sections']['rivals'][number]
type ProductRow = BriefContent['sections']['whiteSpace'][number]

/** Days for which a competitor's move is worth knowing, and how many of them an account shows. */
const NEWS_DAYS = 365
const MOVES = 6

/** Competitors at accounts, what they are good and bad at there, and what they did lately. @param today YYYY-MM-DD */
export function rivalRows(db: Database.Database, ids: readonly AccountId[], today: string): RivalRow[] {
  const accounts = JSON.stringify(ids)
  const rivals = db
    .prepare<
      [string],
      Omit<Extract<RivalRow, { kind: 'rival' }>, 'key' | 'private' | 'kind'> & { id: string }
    >(
      `SELECT r.id, r.account_id AS accountId, c.name AS competitor, r.strengths, r.weaknesses
       FROM json_each(?) one JOIN rival r ON r.account_id = one.value
       JOIN competitor c ON c.id = r.competitor_id AND c.deleted = 0
       WHERE r.deleted = 0 AND (r.strengths <> '' OR r.weaknesses <> '') ORDER BY one.key, c.name, r.id`,
    )
    .all(accounts)
  const moves = db
    .prepare<object, Omit<Extract<RivalRow, { kind: 'move' }>, 'key' | 'private' | 'kind'> & { id: string }>(
      `SELECT id, accountId, competitor, "on", text FROM (
         SELECT v.id, v.account_id AS accountId, c.name AS competitor, v.happened_on AS "on", v.text, one.key AS place,
           row_number() OVER (PARTITION BY v.account_id ORDER BY v.happened_on DESC, v.id DESC) AS age
         FROM json_each(@ids) one JOIN rival_move v ON v.account_id = one.value
         JOIN competitor c ON c.id = v.competitor_id AND c.deleted = 0
         WHERE v.happened_on > @since AND v.deleted = 0)
       WHERE age <= @most ORDER BY place, "on" DESC, id`,
    )
    .all({ ids: accounts, since: addDays(today, -NEWS_DAYS), most: MOVES })
  return [
    ...moves.map(({ id, ...row }): RivalRow => ({ key: `move:${id}`, private: false, kind: 'move', ...row })),
    ...rivals.map(
      ({ id, ...row }): RivalRow => ({ key: `rival:${id}`, private: false, kind: 'rival', ...row }),
    ),
  ]
}

/** What accounts buy elsewhere of what we sell, in the newest year that is known of each: most of it first. */
export const whiteSpaceRows = (db: Database.Database, ids: readonly AccountId[]): ProductRow[] =>
  db
    .prepare<
      [string],
      {
        accountId: AccountId
        productId: string
        product: string
        year: number
        ours: number | null
        elsewhere: number | null
      }
    >(
      `SELECT w.account_id AS accountId, p.id AS productId, p.name AS product, w.year,
         sum(CASE WHEN w.competitor_id IS NULL THEN w.amount END) AS ours,
         sum(CASE WHEN w.competitor_id IS NOT NULL THEN w.amount END) AS elsewhere
       FROM json_each(?) one JOIN wallet w ON w.account_id = one.value AND w.deleted = 0
       JOIN product p ON p.id = w.product_id AND p.deleted = 0
       WHERE w.year = (SELECT max(year) FROM wallet n WHERE n.account_id = w.account_id AND n.deleted = 0)
       GROUP BY one.key, p.id HAVING elsewhere > 0
       ORDER BY one.key, elsewhere DESC, p.order_key, p.id`,
    )
    .all(JSON.stringify(ids))
    .map(({ productId, ...row }) => ({
      key: `product:${row.accountId}:${productId}`,
      private: false,
      kind: 'product',
      ...row,
    }))
