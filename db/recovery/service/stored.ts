import type Database from 'better-sqlite3'
import { readJson } from '../../channel/ledger/service/rows.ts'
import { calendarVersion } from '../../department/calendar/service/read.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { AccountId, CalendarVersionId, CaseId } from '../../kernel/ids.ts'
import type { Answer, Finding, Grading } from '../contract.ts'
import type { CaseProgress, CaseTerms } from '../rules/progress.ts'
import { isOpen } from '../rules/states.ts'

/** A case as commands need it. */
export interface StoredCase {
  readonly id: CaseId
  readonly code: string
  readonly title: string
  readonly accountId: AccountId
  /** ISO-8601 UTC */
  readonly cameAt: string
  /** when something happened to it last, epoch ms; 0 where nothing did */
  readonly lastAt: number
  readonly rootCauseId: string | null
  readonly explanation: string
  readonly grading: Grading
  readonly finding: Finding | null
  readonly answer: Answer | null
  readonly terms: CaseTerms
  readonly progress: CaseProgress
}

interface Row {
  readonly id: CaseId
  readonly code: string
  readonly title: string
  readonly accountId: AccountId
  readonly cameAt: string
  readonly lastAt: string | null
  readonly rootCauseId: string | null
  readonly explanation: string
  readonly grading: string
  readonly finding: string | null
  readonly answer: string | null
  readonly calendarId: CalendarVersionId | null
  readonly progress: string
}

/** Reads cases for a command. The function throws Refusal CASE_NOT_FOUND. */
export function caseReader(db: Database.Database): (id: CaseId) => StoredCase {
  const select = db.prepare<[CaseId], Row>(
    `SELECT id, code, title, account_id AS accountId, came_at AS cameAt, root_cause_id AS rootCauseId, explanation,
       grading, finding, answer, calendar_id AS calendarId, progress,
       (SELECT max(at) FROM case_event e WHERE e.case_id = recovery_case.id AND e.deleted = 0
          AND e.kind NOT IN ('note', 'word')) AS lastAt
     FROM recovery_case WHERE id = ? AND deleted = 0`,
  )
  return (id) => {
    const row = select.get(id)
    if (!row) throw new Refusal('CASE_NOT_FOUND')
    const { calendarId, lastAt, ...rest } = row
    const grading = gradingOf(row.grading)
    return {
      ...rest,
      lastAt: lastAt === null ? 0 : Date.parse(lastAt),
      grading,
      finding: readJson<Finding>(row.finding),
      answer: readJson<Answer>(row.answer),
      terms: {
        cameAt: Date.parse(row.cameAt),
        severity: grading.severity,
        calendar: calendarVersion(db, calendarId).compiled,
      },
      progress: caseProgressOf(row.progress),
    }
  }
}

/**
 * Reads a case that is worked on: not one that is over, nor one that is worked on as another.
 * @throws Refusal CASE_NOT_FOUND, CASE_MERGED, CASE_CLOSED
 */
export function caseAtWork(db: Database.Database, id: CaseId): StoredCase {
  const stored = caseReader(db)(id)
  refuseMerged(db, stored)
  refuseEnded(stored)
  return stored
}

/** @throws Refusal CASE_MERGED */
export function refuseMerged(db: Database.Database, { id, code }: StoredCase): void {
  const into = db
    .prepare<[CaseId], string>(
      'SELECT k.code FROM recovery_case c JOIN recovery_case k ON k.id = c.merged_into WHERE c.id = ?',
    )
    .pluck()
    .get(id)
  if (into !== undefined) throw new Refusal('CASE_MERGED', { code, into })
}

/** @throws Refusal CASE_CLOSED where the case that a part belongs to, or with which it turned out to be one, is over */
export function refusePartOfEnded(db: Database.Database, caseId: CaseId): void {
  refuseEnded(caseReader(db)(workedAs(db, caseId)))
}

/** The case as which one is worked on: itself, or the one that it was merged into. */
export const workedAs = (db: Database.Database, caseId: CaseId): CaseId =>
  db
    .prepare<[CaseId], CaseId | null>('SELECT merged_into FROM recovery_case WHERE id = ?')
    .pluck()
    .get(caseId) ?? caseId

/** @throws Refusal CASE_CLOSED */
export function refuseEnded({ code, progress }: StoredCase): void {
  if (!isOpen(progress.state)) throw new Refusal('CASE_CLOSED', { code })
}

/** The ids of a case (`@caseId`) and of those that turned out to be one with it, as SQL. */
export const FAMILY = '(SELECT id FROM recovery_case WHERE id = @caseId OR merged_into = @caseId)'

/** What the column `progress` says; only our own commands write it. */
export const caseProgressOf = (json: string): CaseProgress => JSON.parse(json)

/** What the column `grading` says. */
export const gradingOf = (json: string): Grading => JSON.parse(json)

/** What history calls a case: its code and title. '' for one that isn't there. */
export const caseName = (db: Database.Database, id: CaseId | undefined): string =>
  (id &&
    db
      .prepare<[CaseId], string>(`SELECT code || ' ' || title FROM recovery_case WHERE id = ?`)
      .pluck()
      .get(id)) ??
  ''
