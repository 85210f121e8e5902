import { addDays } from '../../accounts/rules/days.ts'
import type { FigureId, VisitId } from '../../kernel/ids.ts'
import type { Kernel, Tx } from '../../kernel/kernel.ts'
import { composeBrief } from '../../visits/briefing/service/compose.ts'
import { contentJson, hashOf } from '../../visits/briefing/service/stored.ts'
import { linkWriter } from '../../visits/service/links.ts'
import type { Calendar } from '../sample/calendar.ts'
import { FROZEN_YESTERDAY } from '../sample/visits.ts'

/** What the brief of the story is frozen with. */
interface Frozen {
  readonly visitId: VisitId
  readonly accountId: string
  /** the figure whose value changes after the freeze */
  readonly figureId: FigureId
  readonly people: ReadonlyMap<string, string>
  readonly calendar: Calendar
}

/**
 * Freezes the brief of the story as it was yesterday evening, inside a command: with who was to come then, and the figure
 * of then. Two things have changed since.
 */
export function insertBrief(
  kernel: Kernel,
  tx: Tx,
  { visitId, accountId, figureId, people, calendar }: Frozen,
): void {
  const { by, before, now } = FROZEN_YESTERDAY
  const setFigure = tx.db.prepare(
    `UPDATE account SET figures = json_set(figures, '$."' || ? || '"', ?) WHERE id = ?`,
  )
  const away = tx.db.prepare('UPDATE visit_person SET deleted = 1 WHERE visit_id = ? AND person_id = ?')
  const change = (gone: string | undefined, come: string | undefined, fen: number): void => {
    if (gone !== undefined) away.run(visitId, gone)
    if (come !== undefined) linkWriter(tx).person(visitId, come)
    setFigure.run(figureId, fen, accountId)
  }
  change(people.get(now.guest), people.get(before.guest), before.fen)
  const { content, visit } = composeBrief(kernel, visitId)
  const json = contentJson(content, [])
  tx.db
    .prepare(
      `INSERT INTO visit_brief (id, visit_id, content, sha256, readiness, reason, by, frozen_at, recorded_at)
       VALUES (?, ?, ?, ?, ?, '', ?, ?, ?)`,
    )
    .run(
      tx.newId(),
      visitId,
      json,
      hashOf(json),
      visit.readiness.points,
      by,
      new Date(`${addDays(calendar.today, -1)}T18:00:00`).toISOString(),
      tx.hlc,
    )
  change(people.get(before.guest), people.get(now.guest), now.fen)
}
