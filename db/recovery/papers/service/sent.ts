import type Database from 'better-sqlite3'
import type { CaseId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Language } from '../../../terms/language.ts'
import { caseReader, FAMILY } from '../../service/stored.ts'
import type { SentPaper } from '../contract.ts'

type Row = Omit<SentPaper, 'at'> & { readonly at: string }

/** The papers about a case that left the workstation, the newest first. */
export const papersOf = (db: Database.Database, caseId: CaseId): SentPaper[] =>
  db
    .prepare<object, Row>(
      `SELECT id, paper, language, format, by, at FROM case_paper
       WHERE case_id IN ${FAMILY} AND deleted = 0 ORDER BY at DESC, id DESC`,
    )
    .all({ caseId })
    .map((row) => ({ ...row, at: Date.parse(row.at) }))

/**
 * A case's papers, and the language in which its customer was written to last, about whatever; null before that.
 * @throws Refusal CASE_NOT_FOUND
 */
export function listPapers(
  { db }: Kernel,
  { caseId }: { readonly caseId: CaseId },
): { papers: SentPaper[]; language: Language | null } {
  const { accountId } = caseReader(db)(caseId)
  const language = db
    .prepare<[string], Language>(
      `SELECT p.language FROM case_paper p JOIN recovery_case c ON c.id = p.case_id
       WHERE c.account_id = ? AND p.paper <> 'caseFile' AND p.deleted = 0 ORDER BY p.at DESC, p.id DESC LIMIT 1`,
    )
    .pluck()
    .get(accountId)
  return { papers: papersOf(db, caseId), language: language ?? null }
}
