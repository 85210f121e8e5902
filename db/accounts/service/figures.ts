import type Database from 'better-sqlite3'
import { Refusal } from '../../kernel/errors.ts'
import type { CommandId, FigureId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { Figure } from '../contract.ts'
import type { FigureUnit } from '../rules/figures.ts'
import { insertFigure } from './bulk.ts'

/** The figures kept of accounts, in their order. */
export const listFigures = (db: Database.Database): Figure[] =>
  db
    .prepare<[], Figure>(
      'SELECT id, name, unit, order_key AS "order" FROM figure WHERE deleted = 0 ORDER BY order_key, id',
    )
    .all()

/** Adds a figure after the last one. @throws Refusal FIGURE_NAME_TAKEN */
export const addFigure = (
  kernel: Kernel,
  { commandId, name, unit }: { commandId: CommandId; name: string; unit: FigureUnit },
): Outcome<{ figureId: FigureId }> =>
  kernel.write({ commandId, label: { command: 'addFigure', params: { name } } }, (tx) => {
    refuseTakenName(listFigures(tx.db), name)
    return { figureId: insertFigure(tx, name, unit) }
  })

/** Gives a figure another name. @throws Refusal FIGURE_NOT_FOUND, FIGURE_NAME_TAKEN */
export const renameFigure = (
  kernel: Kernel,
  { commandId, figureId, name }: { commandId: CommandId; figureId: FigureId; name: string },
): Outcome<object> =>
  kernel.write({ commandId, label: { command: 'renameFigure', params: { name } } }, (tx) => {
    const figures = listFigures(tx.db)
    if (!figures.some((figure) => figure.id === figureId)) throw new Refusal('FIGURE_NOT_FOUND')
    refuseTakenName(
      figures.filter((figure) => figure.id !== figureId),
      name,
    )
    tx.db.prepare('UPDATE figure SET name = ? WHERE id = ?').run(name, figureId)
    return {}
  })

/**
 * Deletes a figure; its values stay behind it, unseen, and come back with an undo.
 * @throws Refusal FIGURE_NOT_FOUND; FIGURE_IN_USE while an indicator of a sheet refers to it
 */
export function removeFigure(
  kernel: Kernel,
  { commandId, figureId }: { commandId: CommandId; figureId: FigureId },
): Outcome<object> {
  const figure = listFigures(kernel.db).find((candidate) => candidate.id === figureId)
  const label = { command: 'removeFigure', params: { name: figure?.name ?? '' } }
  return kernel.write({ commandId, label }, (tx) => {
    if (!figure) throw new Refusal('FIGURE_NOT_FOUND')
    const use = tx.db
      .prepare<[FigureId], { indicator: string; sheet: string }>(
        `SELECT i.name AS indicator, s.name AS sheet FROM indicator i JOIN sheet s ON s.id = i.sheet_id
         WHERE i.figure_id = ? AND i.deleted = 0 AND s.deleted = 0 LIMIT 1`,
      )
      .get(figureId)
    if (use) throw new Refusal('FIGURE_IN_USE', use)
    tx.db.prepare('UPDATE figure SET deleted = 1 WHERE id = ?').run(figureId)
    return {}
  })
}

function refuseTakenName(figures: readonly Figure[], name: string): void {
  const taken = figures.find((figure) => nameKey(figure.name) === nameKey(name))
  if (taken) throw new Refusal('FIGURE_NAME_TAKEN', { name: taken.name })
}

const nameKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
