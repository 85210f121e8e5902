import { v4 as uuidv4 } from 'uuid'
import type { z } from 'zod'
import { Refusal } from '../../kernel/errors.ts'
import { type FigureId, IndicatorId, SheetId } from '../../kernel/ids.ts'
import type { Kernel, Outcome, Tx } from '../../kernel/kernel.ts'
import { orderKeyBetween } from '../../kernel/orderKey.ts'
import type { NewIndicator, sheets } from '../contract.ts'
import { GRADES } from '../rules/marks.ts'
import { FULL_WEIGHT } from '../rules/score.ts'
import { fold } from '../rules/sheet.ts'
import { type TemplateIndicator, templateIndicators } from '../rules/templates.ts'
import { indicatorsOf, refuseHeldSheet, type StoredIndicator, sheetName } from './sheets.ts'

type Input<Procedure extends keyof typeof sheets> = z.infer<
  NonNullable<(typeof sheets)[Procedure]['~orpc']['inputSchema']>
>

/** Adds a sheet from a template or as a copy. @throws Refusal SHEET_NOT_FOUND */
export function addSheet(kernel: Kernel, input: Input<'add'>): Outcome<{ sheetId: SheetId }> {
  const { commandId, name, from } = input
  const label = { command: 'addSheet', params: { name } }
  return kernel.write({ commandId, label }, (tx) => {
    if (from.kind === 'copy') {
      sheetName(tx.db, from.sheetId)
      return { sheetId: insertSheet(tx, name, indicatorsOf(tx.db, from.sheetId)) }
    }
    const figures = figuresByName(tx)
    const indicators = templateIndicators(from.template, from.language).map((indicator) =>
      withKnownFigure(indicator, figures),
    )
    return { sheetId: insertSheet(tx, name, indicators) }
  })
}

/** Inserts a sheet with indicators inside a command; importing a sheet uses it too. */
export function insertSheet(tx: Tx, name: string, indicators: readonly NewIndicator[]): SheetId {
  const sheetId = SheetId.parse(tx.newId())
  tx.db.prepare('INSERT INTO sheet (id, name) VALUES (?, ?)').run(sheetId, name)
  let last: string | null = null
  for (const indicator of indicators) {
    last = orderKeyBetween(last, null)
    insertIndicator(tx, sheetId, indicator, last)
  }
  return sheetId
}

/** Figures of the department by folded name, for matching templates and workbooks. */
export function figuresByName(tx: Tx): ReadonlyMap<string, FigureId> {
  const rows = tx.db
    .prepare<[], { id: FigureId; name: string }>('SELECT id, name FROM figure WHERE deleted = 0')
    .all()
  return new Map(rows.map((row) => [fold(row.name), row.id]))
}

function withKnownFigure(indicator: TemplateIndicator, figures: ReadonlyMap<string, FigureId>): NewIndicator {
  const { figureNames, ...rest } = indicator
  const known = figureNames.map((name) => figures.get(fold(name))).find((id) => id !== undefined)
  return { ...rest, figureId: known ?? null }
}

function insertIndicator(tx: Tx, sheetId: SheetId, indicator: NewIndicator, orderKey: string): IndicatorId {
  const id = IndicatorId.parse(tx.newId())
  tx.db
    .prepare(
      `INSERT INTO indicator (id, sheet_id, mark_key, code, name, weight, figure_id, excellent, good, fair, poor,
         failing, order_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      sheetId,
      newMarkKey(tx, sheetId),
      indicator.code ?? '',
      indicator.name ?? '',
      indicator.weight ?? 0,
      indicator.figureId ?? null,
      ...GRADES.map((grade) => indicator.standards?.[grade] ?? ''),
      orderKey,
    )
  return id
}

/** A short name for marks JSON, free in this sheet and unlikely to be made on another laptop too. */
export function newMarkKey(tx: Tx, sheetId: SheetId): string {
  const taken = tx.db.prepare<[string, string], number>(
    'SELECT 1 FROM indicator WHERE sheet_id = ? AND mark_key = ?',
  )
  for (;;) {
    const key = uuidv4().replaceAll('-', '').slice(0, 6)
    if (!taken.get(sheetId, key)) return key
  }
}

/** Renames a sheet. @throws Refusal SHEET_NOT_FOUND */
export const renameSheet = (kernel: Kernel, { commandId, sheetId, name }: Input<'rename'>): Outcome<object> =>
  kernel.write({ commandId, label: { command: 'renameSheet', params: { name } } }, (tx) => {
    sheetName(tx.db, sheetId)
    tx.db.prepare('UPDATE sheet SET name = ? WHERE id = ?').run(name, sheetId)
    return {}
  })

/** Deletes a sheet that no round uses. @throws Refusal SHEET_NOT_FOUND, SHEET_IN_USE */
export function removeSheet(kernel: Kernel, { commandId, sheetId }: Input<'remove'>): Outcome<object> {
  const name = sheetName(kernel.db, sheetId)
  return kernel.write({ commandId, label: { command: 'removeSheet', params: { name } } }, (tx) => {
    const round = tx.db
      .prepare<[string], string>('SELECT name FROM round WHERE sheet_id = ? AND deleted = 0 LIMIT 1')
      .pluck()
      .get(sheetId)
    if (round !== undefined) throw new Refusal('SHEET_IN_USE', { round })
    tx.db.prepare('UPDATE indicator SET deleted = 1 WHERE sheet_id = ?').run(sheetId)
    tx.db.prepare('UPDATE sheet SET deleted = 1 WHERE id = ?').run(sheetId)
    return {}
  })
}

/**
 * Changes cells, additions, removals and order of a sheet's indicators as one command.
 * @throws Refusal SHEET_NOT_FOUND, INDICATOR_NOT_FOUND, CELLS_CHANGED, VALUE_REFUSED
 */
export function changeSheet(kernel: Kernel, input: Input<'change'>): Outcome<{ added: IndicatorId[] }> {
  const { commandId, sheetId, cells, add, remove, move } = input
  const name = sheetName(kernel.db, sheetId)
  const count = cells.length + add.length + remove.length + move.length
  return kernel.write({ commandId, label: { command: 'changeSheet', params: { name, count } } }, (tx) => {
    refuseHeldSheet(tx.db, sheetId)
    for (const id of remove) removeIndicator(tx, sheetId, id)
    changeCells(tx, sheetId, cells)
    const added = add.map(({ after, atStart, indicator }) =>
      insertIndicator(tx, sheetId, indicator, orderKeyAt(tx, sheetId, after, atStart ? 'first' : 'last')),
    )
    for (const { indicatorId, after } of move) {
      known(tx, sheetId, indicatorId)
      tx.db
        .prepare('UPDATE indicator SET order_key = ? WHERE id = ?')
        .run(orderKeyAt(tx, sheetId, after, 'first', indicatorId), indicatorId)
    }
    return { added }
  })
}

function removeIndicator(tx: Tx, sheetId: SheetId, id: IndicatorId): void {
  known(tx, sheetId, id)
  tx.db.prepare('UPDATE indicator SET deleted = 1 WHERE id = ?').run(id)
}

function known(tx: Tx, sheetId: SheetId, id: IndicatorId): StoredIndicator {
  const indicator = indicatorsOf(tx.db, sheetId).find((candidate) => candidate.id === id)
  if (!indicator) throw new Refusal('INDICATOR_NOT_FOUND')
  return indicator
}

/** The order key right after an indicator; null means the list's end (additions) or start (moves). */
function orderKeyAt(
  tx: Tx,
  sheetId: SheetId,
  after: IndicatorId | null,
  nullMeans: 'first' | 'last',
  moving?: IndicatorId,
): string {
  const others = indicatorsOf(tx.db, sheetId).filter((indicator) => indicator.id !== moving)
  if (after === null)
    return nullMeans === 'last'
      ? orderKeyBetween(others.at(-1)?.order ?? null, null)
      : orderKeyBetween(null, others[0]?.order ?? null)
  const at = others.findIndex((indicator) => indicator.id === after)
  const before = others[at]
  if (!before) throw new Refusal('INDICATOR_NOT_FOUND')
  return orderKeyBetween(before.order, others[at + 1]?.order ?? null)
}

type Cells = Input<'change'>['cells']

function changeCells(tx: Tx, sheetId: SheetId, cells: Cells): void {
  const indicators = new Map(indicatorsOf(tx.db, sheetId).map((indicator) => [indicator.id, indicator]))
  const changed = cells.filter(({ indicatorId, field, before, after }) => {
    const indicator = indicators.get(indicatorId)
    if (!indicator) throw new Refusal('INDICATOR_NOT_FOUND')
    const current = cellText(indicator, field)
    return current !== before && current !== after
  })
  const [first] = changed
  if (first) {
    const indicator = indicators.get(first.indicatorId)
    throw new Refusal('CELLS_CHANGED', {
      cells: changed.length,
      name: indicator?.name ?? '',
      current: indicator ? cellText(indicator, first.field) : null,
    })
  }
  for (const cell of cells) {
    const column = cell.field === 'figureId' ? 'figure_id' : cell.field
    tx.db
      .prepare(`UPDATE indicator SET ${column} = ? WHERE id = ?`)
      .run(storedValue(tx, cell, indicators.get(cell.indicatorId)?.name ?? ''), cell.indicatorId)
  }
}

function cellText(indicator: StoredIndicator, field: Cells[number]['field']): string | null {
  switch (field) {
    case 'code':
    case 'name':
    case 'figureId':
      return indicator[field]
    case 'weight':
      return String(indicator.weight)
    default:
      return indicator.standards[field]
  }
}

const LONGEST = { code: 64, name: 100, standard: 500 } as const

function storedValue(tx: Tx, { field, after }: Cells[number], name: string): string | number | null {
  const refuse = () => new Refusal('VALUE_REFUSED', { name, field, value: after ?? '' })
  switch (field) {
    case 'weight': {
      const weight = Number(after ?? '0')
      if (!Number.isInteger(weight) || weight < 0 || weight > FULL_WEIGHT) throw refuse()
      return weight
    }
    case 'figureId': {
      if (after === null) return null
      if (!tx.db.prepare('SELECT 1 FROM figure WHERE id = ? AND deleted = 0').get(after)) throw refuse()
      return after
    }
    default: {
      const text = after ?? ''
      const longest = field === 'code' || field === 'name' ? LONGEST[field] : LONGEST.standard
      if (text.length > longest) throw refuse()
      return text
    }
  }
}
