import type Database from 'better-sqlite3'
import type { Tx } from '../../../kernel/kernel.ts'
import type { MergeField } from '../contract.ts'

/** A cell of the wallet that both accounts have. */
interface SharedCell {
  readonly year: number
  readonly keepRow: string
  readonly goneRow: string
  /** fen */
  readonly kept: number
  readonly gone: number
}

const walletKey = (year: number): string => `wallet:${year}`
/** What is taken where both amounts are to stand, added up: one firm that was entered as two. */
const addedKey = (year: number): string => `${walletKey(year)}+`

/** The years in which both accounts have purchases of the same products from the same firms, with other amounts. */
export function walletFields(db: Database.Database, keepId: string, goneId: string): MergeField[] {
  const years = Map.groupBy(sharedCells(db, keepId, goneId), ({ year }) => year)
  return [...years].flatMap(([year, cells]): MergeField[] => {
    const differing = cells.filter(({ kept, gone }) => kept !== gone)
    if (differing.length === 0) return []
    return [
      {
        key: walletKey(year),
        label: null,
        kind: 'money',
        keep: differing.reduce((sum, { kept }) => sum + kept, 0),
        gone: differing.reduce((sum, { gone }) => sum + gone, 0),
        sensitive: false,
        keepFilled: true,
        goneFilled: true,
        cells: differing.length,
      },
    ]
  })
}

/**
 * Joins what must not stand twice in an account's analysis, before the rest moves: in a cell of the wallet that both
 * have the kept one's amount stands, unless the other's or both together were chosen; what is known of a rival at both
 * is put together.
 */
export function joinAnalysis(tx: Tx, keepId: string, goneId: string, taken: ReadonlySet<string>): void {
  const change = tx.db.prepare('UPDATE wallet SET amount = ? WHERE id = ?')
  const drop = tx.db.prepare('UPDATE wallet SET deleted = 1 WHERE id = ?')
  for (const { year, keepRow, goneRow, kept, gone } of sharedCells(tx.db, keepId, goneId)) {
    if (taken.has(addedKey(year))) change.run(kept + gone, keepRow)
    else if (taken.has(walletKey(year))) change.run(gone, keepRow)
    drop.run(goneRow)
    tx.breathe()
  }
  joinRivals(tx, keepId, goneId)
}

/** Where a cell has several rows of an account the newest is it, as everywhere. */
function sharedCells(db: Database.Database, keepId: string, goneId: string): SharedCell[] {
  return db
    .prepare<{ keepId: string; goneId: string }, SharedCell>(
      `SELECT g.year, k.id AS keepRow, g.id AS goneRow, k.amount AS kept, g.amount AS gone
       FROM wallet g JOIN wallet k ON k.account_id = @keepId AND k.deleted = 0 AND k.product_id = g.product_id
         AND k.competitor_id IS g.competitor_id AND k.year = g.year
         AND NOT EXISTS (SELECT 1 FROM wallet n WHERE n.account_id = k.account_id AND n.deleted = 0
           AND n.product_id = k.product_id AND n.competitor_id IS k.competitor_id AND n.year = k.year AND n.id > k.id)
       WHERE g.account_id = @goneId AND g.deleted = 0 ORDER BY g.year DESC, g.id`,
    )
    .all({ keepId, goneId })
}

interface RivalRow {
  readonly id: string
  readonly competitorId: string
  readonly strengths: string
  readonly weaknesses: string
}

function joinRivals(tx: Tx, keepId: string, goneId: string): void {
  const read = tx.db.prepare<[string], RivalRow>(
    `SELECT id, competitor_id AS competitorId, strengths, weaknesses FROM rival
     WHERE account_id = ? AND deleted = 0 ORDER BY id`,
  )
  const known = new Map(read.all(keepId).map((row) => [row.competitorId, row]))
  const change = tx.db.prepare('UPDATE rival SET strengths = ?, weaknesses = ? WHERE id = ?')
  const drop = tx.db.prepare('UPDATE rival SET deleted = 1 WHERE id = ?')
  for (const row of read.all(goneId)) {
    const own = known.get(row.competitorId)
    if (!own) continue
    change.run(both(own.strengths, row.strengths), both(own.weaknesses, row.weaknesses), own.id)
    drop.run(row.id)
  }
}

/** Two texts below each other, one where they are the same or one is empty. */
const both = (own: string, other: string): string =>
  own === '' || own === other ? other : other === '' ? own : `${own}\n${other}`
