import type Database from 'better-sqlite3'
import type { CaseId } from '../../kernel/ids.ts'
import type { CaseSheet } from '../contract.ts'
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

/** Whether trust is back, as far as it can be said: orders are unknown until transactions are there. */
export const proofFor = ({
  contentBefore,
  contentAfter,
}: Pick<CaseSheet, 'contentBefore' | 'contentAfter'>): Proof =>
  proofOf({ before: contentBefore, after: contentAfter, orders: null })
