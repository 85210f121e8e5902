import type Database from 'better-sqlite3'
import { readJson } from '../../channel/ledger/service/rows.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { VisitId } from '../../kernel/ids.ts'
import { NO_OUTCOME, type Outcome } from '../rules/outcome.ts'
import type { VisitProgress } from '../rules/progress.ts'

/** The channel of the work log under which a visit of each direction is kept. */
export const CHANNEL_OF = { go: 'visit', come: 'received', neutral: 'event' } as const

/** A visit as its row keeps it. */
export interface StoredVisit {
  readonly id: VisitId
  readonly code: string
  readonly title: string
  readonly kind: string
  readonly direction: 'go' | 'come' | 'neutral'
  readonly day: string
  readonly time: string
  readonly minutes: number
  readonly city: string
  readonly progress: VisitProgress
  readonly outcome: Outcome
}

type Row = Omit<StoredVisit, 'progress' | 'outcome'> & {
  readonly progress: string
  readonly outcome: string | null
}

/** Reads visits by id. The function throws Refusal VISIT_NOT_FOUND. */
export function visitReader(db: Database.Database): (id: VisitId) => StoredVisit {
  const read = db.prepare<[VisitId], Row>(
    `SELECT id, code, title, kind, direction, day, time, minutes, city, progress, outcome
     FROM visit WHERE id = ? AND deleted = 0`,
  )
  return (id) => {
    const row = read.get(id)
    if (!row) throw new Refusal('VISIT_NOT_FOUND')
    return { ...row, progress: progressOf(row.progress), outcome: outcomeOf(row.outcome) }
  }
}

/** Reads visits that are to be changed. The function throws Refusal VISIT_NOT_FOUND; VISIT_CLOSED: reopening says why. */
export function openVisitReader(db: Database.Database): (id: VisitId) => StoredVisit {
  const read = visitReader(db)
  return (id) => {
    const visit = read(id)
    refuseClosed(db, visit)
    return visit
  }
}

/** @throws Refusal VISIT_CLOSED */
export function refuseClosed(
  db: Database.Database,
  { id, progress }: Pick<StoredVisit, 'id' | 'progress'>,
): void {
  if (progress.state === 'closed') throw new Refusal('VISIT_CLOSED', { name: visitName(db, id) })
}

/** Refuses to change what belongs to a closed visit; a row that isn't there is refused by whoever changes it. @throws Refusal VISIT_CLOSED */
export function refuseClosedOf(
  db: Database.Database,
  table: 'visit_topic' | 'visit_cost' | 'visit_gift' | 'visit_note',
  rowId: string,
): void {
  const visitId = db
    .prepare<[string], VisitId>(`SELECT visit_id FROM ${table} WHERE id = ? AND deleted = 0`)
    .pluck()
    .get(rowId)
  if (visitId !== undefined) openVisitReader(db)(visitId)
}

/** What the column `progress` says; only our own commands write it. */
export const progressOf = (json: string): VisitProgress => JSON.parse(json)

/** What the column `outcome` says. */
export const outcomeOf = (json: string | null): Outcome => readJson<Outcome>(json) ?? NO_OUTCOME

/** What a visit is called in history and refusals: its title, else its first account, else its code. '' for one not there. */
export const visitName = (db: Database.Database, id: VisitId | undefined): string =>
  (id === undefined
    ? undefined
    : db
        .prepare<[VisitId], string>(
          `SELECT coalesce(nullif(v.title, ''), (SELECT a.name FROM visit_account w JOIN account a ON a.id = w.account_id
             WHERE w.visit_id = v.id AND w.deleted = 0 ORDER BY w.order_key, w.id LIMIT 1), v.code)
           FROM visit v WHERE v.id = ?`,
        )
        .pluck()
        .get(id)) ?? ''
