import { addDays } from '../../accounts/rules/days.ts'
import { figureValues } from '../../accounts/service/figureValues.ts'
import type { AccountId, FigureId, VisitId } from '../../kernel/ids.ts'
import type { Kernel, Tx } from '../../kernel/kernel.ts'
import { composeBrief } from '../../visits/briefing/service/compose.ts'
import { writeFrozen } from '../../visits/briefing/service/freeze.ts'
import { linkWriter } from '../../visits/service/links.ts'
import type { Calendar } from '../sample/calendar.ts'
import { FROZEN_YESTERDAY } from '../sample/visits.ts'

/** What the brief of the story is frozen with. */
interface Frozen {
  readonly visitId: VisitId
  readonly accountId: AccountId
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
  const away = tx.db.prepare('UPDATE visit_person SET deleted = 1 WHERE visit_id = ? AND person_id = ?')
  const change = (gone: string | undefined, come: string | undefined, fen: number): void => {
    if (gone !== undefined) away.run(visitId, gone)
    if (come !== undefined) linkWriter(tx).person(visitId, come)
    const values = figureValues(tx)
    values.write(accountId, figureId, fen)
    values.save()
  }
  change(people.get(now.guest), people.get(before.guest), before.fen)
  const { content, visit } = composeBrief(kernel, visitId)
  writeFrozen(tx, visitId, content, {
    readiness: visit.readiness.points,
    reason: '',
    by,
    frozenAt: new Date(`${addDays(calendar.today, -1)}T18:00:00`).toISOString(),
  })
  change(people.get(before.guest), people.get(now.guest), now.fen)
}
