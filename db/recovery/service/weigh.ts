import type Database from 'better-sqlite3'
import { dayOf } from '../../accounts/rules/days.ts'
import type { CaseId } from '../../kernel/ids.ts'
import type { CaseSheet } from '../contract.ts'
import { baselineOf, type Orders, orderProof, proofMonths } from '../orders/rules/baseline.ts'
import { ordersOf } from '../orders/service/orders.ts'
import { fairnessOf } from '../rules/fairness.ts'
import { type Proof, proofOf } from '../rules/proof.ts'
import type { CaseCategory } from '../rules/words.ts'

/** Comparable cases that are looked at: the newest tell what is usual now. */
const MOST_ALIKE = 50

/** What is paid for a case beside what was paid for closed cases of its category; null where its loss isn't known. */
export function fairnessFor(
  db: Database.Database,
  {
    id,
    category,
    loss,
  }: { readonly id: CaseId; readonly category: CaseCategory; readonly loss: number | null },
  paid: number,
): CaseSheet['fairness'] {
  const alike = db
    .prepare<[string, CaseId, number], number>(
      `SELECT (approval ->> '$.amount') * 1.0 / loss FROM recovery_case
       WHERE category = ? AND id <> ? AND loss > 0 AND approval IS NOT NULL AND deleted = 0 AND merged_into IS NULL
         AND progress ->> '$.state' = 'closed'
       ORDER BY progress ->> '$.endedAt' DESC LIMIT ?`,
    )
    .pluck()
    .all(category, id, MOST_ALIKE)
  const fairness = fairnessOf(paid, loss, alike)
  return fairness && { ...fairness, alike }
}

/** What of a case says whether trust is back. */
export interface Trusted
  extends Pick<CaseSheet, 'accountId' | 'contentBefore' | 'contentAfter' | 'happenedOn'> {
  /** epoch ms */
  readonly cameAt: number
  readonly toldAt: number | null
}

interface Proven {
  readonly proof: Proof
  readonly orders: CaseSheet['orders']
}

/** Whether trust is back, as far as it can be said, and by which orders. @param today YYYY-MM-DD */
export const proofFor = (db: Database.Database, trusted: Trusted, today: string): Proven =>
  proofFrom(ordersOf(db, trusted.accountId), trusted, today)

/** The same from an account's orders that are known already. */
export function proofFrom(
  known: Orders,
  { contentBefore, contentAfter, happenedOn, cameAt, toldAt }: Trusted,
  today: string,
): Proven {
  const failed = (happenedOn ?? dayOf(cameAt)).slice(0, 7)
  const months = proofMonths(toldAt === null ? today : dayOf(toldAt))
  const baseline = baselineOf(known, months, failed)
  const orders = toldAt === null ? null : orderProof(known, months, baseline, today)
  return {
    proof: proofOf({ before: contentBefore, after: contentAfter, orders }),
    orders: { baseline, months, failed },
  }
}
