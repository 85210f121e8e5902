import type Database from 'better-sqlite3'
import { readSettings } from '../../department/settings.ts'
import type { CaseId } from '../../kernel/ids.ts'
import type { Readiness } from '../rules/states.ts'
import { FAMILY, type StoredCase } from './stored.ts'

interface Remedies {
  readonly count: number
  readonly open: number
  /** fen */
  readonly paid: number
}

/** What a case has of that which its steps need, and what its remedies cost; fen. */
export function readyFor(
  db: Database.Database,
  { id, explanation, grading, finding, answer, rootCauseId }: StoredCase,
): Readiness & { readonly paid: number } {
  const { count, open, paid } = remediesOf(db, id)
  return {
    paid,
    severity: grading.severity,
    hasSolution: count > 0 || explanation !== '',
    withinLimit: paid <= (limitOfMe(db) ?? Number.POSITIVE_INFINITY),
    delivered: open === 0,
    answered: answer !== null && answer.answer !== 'refuses',
    explained: rootCauseId !== null || finding?.true === 'no' || grading.severity === 4,
  }
}

/** Remedies of a case that weren't given up; improvements may take longer than the customer has to wait. */
const remediesOf = (db: Database.Database, caseId: CaseId): Remedies =>
  db
    .prepare<object, Remedies>(
      `SELECT count(*) AS count, coalesce(sum(done IS NULL AND kind <> 'improvement'), 0) AS open,
         coalesce(sum(amount), 0) AS paid
       FROM case_remedy WHERE case_id IN ${FAMILY} AND deleted = 0 AND done ->> '$.dropped' IS NULL`,
    )
    .get({ caseId }) ?? { count: 0, open: 0, paid: 0 }

/** What a case's remedies cost, those that were given up left out; fen. */
export const paidFor = (db: Database.Database, caseId: CaseId): number => remediesOf(db, caseId).paid

/** Up to how much whoever sits here may approve for one case, fen; null where their role has no limit. */
export function limitOfMe(db: Database.Database): number | null {
  const { me } = readSettings(db)
  if (me === null) return null
  return (
    db
      .prepare<[string], number>(
        `SELECT l.amount FROM member m JOIN approval_limit l ON l.role = m.role AND l.deleted = 0
         WHERE m.id = ? ORDER BY l.amount LIMIT 1`,
      )
      .pluck()
      .get(me) ?? null
  )
}
