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
