import type Database from 'better-sqlite3'
import { Refusal } from '../../../kernel/errors.ts'
import type { IdeaId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { IdeaSheet } from '../contract.ts'
import type { IdeaProgress } from '../rules/ideas.ts'

/** An idea as commands need it. */
export interface StoredIdea {
  readonly id: IdeaId
  readonly code: string
  readonly title: string
  readonly progress: IdeaProgress
}

type Row = Omit<StoredIdea, 'progress'> & { readonly progress: string }

/** What the column `progress` says; only our own commands write it. */
export const ideaProgressOf = (json: string): IdeaProgress => JSON.parse(json)

/** An idea for a command. @throws Refusal IDEA_NOT_FOUND */
export function readIdea(db: Database.Database, id: IdeaId): StoredIdea {
  const row = db
    .prepare<[IdeaId], Row>('SELECT id, code, title, progress FROM idea WHERE id = ? AND deleted = 0')
    .get(id)
  if (!row) throw new Refusal('IDEA_NOT_FOUND')
  return { ...row, progress: ideaProgressOf(row.progress) }
}

/** What history calls an idea: its code and title. '' for one that isn't there. */
export const ideaName = (db: Database.Database, id: IdeaId | undefined): string =>
  (id &&
    db.prepare<[IdeaId], string>(`SELECT code || ' ' || title FROM idea WHERE id = ?`).pluck().get(id)) ??
  ''

/** Writes where an idea stands. */
export function writeIdeaProgress(tx: Tx, id: IdeaId, progress: IdeaProgress): void {
  tx.db.prepare('UPDATE idea SET progress = ? WHERE id = ?').run(JSON.stringify(progress), id)
}

interface NewEvent extends Pick<IdeaSheet['events'][number], 'kind' | 'by' | 'note'> {
  readonly ideaId: IdeaId
  /** epoch ms */
  readonly at: number
}

/** Writes down what happened to an idea, inside a command. */
export function insertIdeaEvent(tx: Tx, { ideaId, kind, at, by, note }: NewEvent): void {
  tx.db
    .prepare(
      'INSERT INTO idea_event (id, idea_id, kind, at, recorded_at, by, note) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(tx.newId(), ideaId, kind, new Date(at).toISOString(), tx.hlc, by, note)
}
