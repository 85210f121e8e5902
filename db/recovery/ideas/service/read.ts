import type Database from 'better-sqlite3'
import { listProducts } from '../../../accounts/analysis/service/catalogue.ts'
import { dayOf, daysBetween } from '../../../accounts/rules/days.ts'
import { type InputOf, readJson } from '../../../channel/ledger/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { IdeaId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { FAMILY } from '../../service/stored.ts'
import type { IdeaAsker, IdeaRow, IdeaSheet, ideas } from '../contract.ts'
import { priorityOf } from '../rules/priority.ts'
import { ideaProgressOf } from './stored.ts'

type Stored = Omit<IdeaRow, 'state' | 'late' | 'weight'> & {
  readonly detail: string
  readonly weight: string | null
  readonly progress: string
}

/** A case that turned out to be one with another is read as that one. */
const SELECT = `SELECT i.id, i.code, i.title, i.detail, i.progress, i.due_on AS dueOn, i.weight,
    c.id AS caseId, c.code AS caseCode, c.title AS caseTitle, a.id AS accountId, a.name AS account,
    d.id AS productId, d.name AS product, m.id AS ownerId, m.name AS owner,
    (SELECT count(*) FROM idea_asker q JOIN account x ON x.id = q.account_id AND x.deleted = 0
       WHERE q.idea_id = i.id AND q.deleted = 0) AS askers,
    (SELECT count(q.told) FROM idea_asker q JOIN account x ON x.id = q.account_id AND x.deleted = 0
       WHERE q.idea_id = i.id AND q.deleted = 0) AS told
  FROM idea i
  LEFT JOIN recovery_case o ON o.id = i.case_id
  LEFT JOIN recovery_case c ON c.id = coalesce(o.merged_into, o.id) AND c.deleted = 0
  LEFT JOIN account a ON a.deleted = 0 AND a.id = coalesce(c.account_id,
    (SELECT q.account_id FROM idea_asker q JOIN account x ON x.id = q.account_id AND x.deleted = 0
       WHERE q.idea_id = i.id AND q.deleted = 0 ORDER BY q.asked_on, q.id LIMIT 1))
  LEFT JOIN product d ON d.id = i.product_id AND d.deleted = 0
  LEFT JOIN member m ON m.id = i.owner_id AND m.deleted = 0
  WHERE i.deleted = 0`

/** The ideas that are open by priority, late ones before all; then those that are over, newest first. */
export function listIdeas(kernel: Kernel, { caseId }: InputOf<typeof ideas.list>) {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const stored = db
    .prepare<object, Stored>(
      `${SELECT} ${caseId === undefined ? '' : `AND i.case_id IN ${FAMILY}`} ORDER BY i.code DESC, i.id DESC`,
    )
    .all({ caseId: caseId ?? null })
  const ranked = stored.map((row) => {
    const { open } = ideaProgressOf(row.progress)
    const { detail: _detail, progress: _progress, ...shown } = shownIdea(row, today)
    return { shown, open, priority: shown.weight === null ? 0 : priorityOf(shown.weight) }
  })
  ranked.sort((a, b) => b.open - a.open || b.open * (b.shown.late - a.shown.late || b.priority - a.priority))
  return { today, products: productsOf(db), rows: ranked.map(({ shown }) => shown) }
}

const productsOf = (db: Database.Database) => listProducts(db).map(({ id, name }) => ({ id, name }))

/** A stored idea as lists show it. @param today YYYY-MM-DD */
function shownIdea(row: Stored, today: string) {
  const { state, open } = ideaProgressOf(row.progress)
  // what was delivered is no longer due, though those who asked may still have to be told
  const due = open === 1 && state !== 'delivered' ? row.dueOn : null
  return {
    ...row,
    state,
    late: due !== null && due < today ? daysBetween(due, today) : 0,
    weight: readJson<NonNullable<IdeaRow['weight']>>(row.weight),
  }
}

/** One idea with all that is known of it. @throws Refusal IDEA_NOT_FOUND */
export function getIdea(kernel: Kernel, { ideaId }: { readonly ideaId: IdeaId }) {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const stored = db.prepare<[IdeaId], Stored>(`${SELECT} AND i.id = ?`).get(ideaId)
  if (!stored) throw new Refusal('IDEA_NOT_FOUND')
  const { progress, ...shown } = shownIdea(stored, today)
  const idea: IdeaSheet = {
    ...shown,
    since: ideaProgressOf(progress).since,
    askedBy: askersOf(db, ideaId),
    events: eventsOf(db, ideaId),
  }
  return { today, products: productsOf(db), idea }
}

/** The customers who asked for an idea, in the order in which they did. */
export const askersOf = (db: Database.Database, ideaId: IdeaId): IdeaAsker[] =>
  db
    .prepare<[IdeaId], Omit<IdeaAsker, 'told'> & { readonly told: string | null }>(
      `SELECT a.id AS accountId, a.name AS account, p.id AS personId, p.name AS person, q.asked_on AS askedOn, q.told
       FROM idea_asker q JOIN account a ON a.id = q.account_id AND a.deleted = 0
       LEFT JOIN person p ON p.id = q.person_id AND p.deleted = 0
       WHERE q.idea_id = ? AND q.deleted = 0 ORDER BY q.asked_on, q.id`,
    )
    .all(ideaId)
    .map((row) => ({ ...row, told: readJson<NonNullable<IdeaAsker['told']>>(row.told) }))

type IdeaEvent = IdeaSheet['events'][number]

const eventsOf = (db: Database.Database, ideaId: IdeaId): IdeaEvent[] =>
  db
    .prepare<[IdeaId], Omit<IdeaEvent, 'at'> & { readonly at: string }>(
      `SELECT id, kind, at, by, note FROM idea_event WHERE idea_id = ? AND deleted = 0 ORDER BY recorded_at DESC, id DESC`,
    )
    .all(ideaId)
    .map((event) => ({ ...event, at: Date.parse(event.at) }))
