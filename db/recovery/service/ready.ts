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
    checked: finding !== null,
    hasSolution: count > 0 || explanation !== '',
    named: paid === 0 || readSettings(db).me !== null,
    withinLimit: paid <= (limitOfMe(db) ?? Number.POSITIVE_INFINITY),
    delivered: open === 0,
    answered: answer !== null,
    refused: answer?.answer === 'refuses',
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

/**
 * Up to how much whoever sits here may approve for one case, fen; null as long as the department set no limits. Once it did,
 * a role without one may approve nothing.
 */
export function limitOfMe(db: Database.Database): number | null {
  const limits = limitsOf(db)
  if (limits.length === 0) return null
  const role = db
    .prepare<[string | null], string>('SELECT role FROM member WHERE id = ? AND deleted = 0')
    .pluck()
    .get(readSettings(db).me)
  return limits.find((limit) => limit.role === role)?.amount ?? 0
}

/** The roles that may approve so much for one case, the lowest first. @param amount fen */
export const approversOf = (db: Database.Database, amount: number): string[] =>
  limitsOf(db)
    .filter((limit) => limit.amount >= amount)
    .map(({ role }) => role)

const limitsOf = (db: Database.Database): { readonly role: string; readonly amount: number }[] =>
  db
    .prepare<[], { role: string; amount: number }>(
      'SELECT role, amount FROM approval_limit WHERE deleted = 0 ORDER BY amount, role',
    )
    .all()
