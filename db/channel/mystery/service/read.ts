import { dayOf } from '../../../accounts/rules/days.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { type InputOf, readJson } from '../../ledger/service/rows.ts'
import type { MysterySheet, MysteryVisit, mystery } from '../contract.ts'
import { type Item, type MarkedItem, scoreOf, trends } from '../rules/scoring.ts'

type StoredSheet = Omit<MysterySheet, 'items'> & { readonly items: string }
type StoredVisit = Omit<MysteryVisit, 'marks' | 'score' | 'unmarked' | 'change'> & { readonly marks: string }

/** Sheets by name, and visits of an account or of all, newest first. */
export function listVisits(
  kernel: Kernel,
  { accountId }: InputOf<typeof mystery.list>,
): { today: string; sheets: MysterySheet[]; visits: MysteryVisit[] } {
  const { db } = kernel
  const sheets = db
    .prepare<[], StoredSheet>(
      `SELECT s.id, s.name, s.items,
         (SELECT count(*) FROM mystery_visit v WHERE v.sheet_id = s.id AND v.deleted = 0) AS visits
       FROM mystery_sheet s WHERE s.deleted = 0 ORDER BY s.name, s.id`,
    )
    .all()
    .map((sheet) => ({ ...sheet, items: readJson<Item[]>(sheet.items) ?? [] }))
  const all = db
    .prepare<[], StoredVisit>(
      `SELECT v.id, v.sheet_id AS sheetId, s.name AS sheet, v.place, a.id AS accountId, a.name AS account,
         v.day, v.way, m.id AS visitorId, m.name AS visitor, v.marks, v.finding
       FROM mystery_visit v JOIN mystery_sheet s ON s.id = v.sheet_id
       LEFT JOIN account a ON a.id = v.account_id AND a.deleted = 0
       LEFT JOIN member m ON m.id = v.visitor_id AND m.deleted = 0
       WHERE v.deleted = 0 ORDER BY v.day DESC, v.id DESC`,
    )
    .all()
    .map((visit) => {
      const marks = readJson<MarkedItem[]>(visit.marks) ?? []
      return { ...visit, marks, ...scoreOf(marks) }
    })
  const changes = changesOf(all)
  const visits = all
    .filter((visit) => accountId === undefined || visit.accountId === accountId)
    .map(({ marked: _marked, ...visit }) => ({ ...visit, change: changes.get(visit.id) ?? null }))
  return { today: dayOf(kernel.now()), sheets, visits }
}

/** How each visit's score differs from the one before it at the same place. */
function changesOf(visits: Parameters<typeof trends>[0]): ReadonlyMap<string, number> {
  const changes = new Map<string, number>()
  for (const { points } of trends(visits))
    for (const [at, { id, score }] of points.entries()) {
      const before = points[at - 1]
      if (before) changes.set(id, score - before.score)
    }
  return changes
}
