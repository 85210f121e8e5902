import type { Indicator, NewIndicator, Sheet } from '../../../../db/evaluation/contract.ts'
import type { FigureId, IndicatorId } from '../../../../db/kernel/ids.ts'
import type { CellEdit } from '../../../grid/types.ts'
import { fieldText, type IndicatorField, isField, isGrade, type SheetRow } from './sheetRows.ts'
import { scaledToFull } from './weights.ts'

/** One cell, before and after. */
export interface CellChange {
  readonly indicatorId: IndicatorId
  readonly field: IndicatorField
  readonly before: string | null
  readonly after: string | null
}

/** An indicator to add; `id` is what it is called until the engine has given it its own. */
export interface Addition {
  readonly id: IndicatorId
  /** the indicator before it; null with `atStart` false is the end */
  readonly after: IndicatorId | null
  readonly atStart: boolean
  readonly indicator: NewIndicator
}

/** What one gesture does to a sheet. */
export interface SheetChange {
  readonly cells: readonly CellChange[]
  readonly add: readonly Addition[]
  readonly remove: readonly IndicatorId[]
  readonly move: readonly { readonly indicatorId: IndicatorId; readonly after: IndicatorId | null }[]
}

const NOTHING: SheetChange = { cells: [], add: [], remove: [], move: [] }

/** Whether a change does anything. */
export const isEmpty = ({ cells, add, remove, move }: SheetChange): boolean =>
  cells.length + add.length + remove.length + move.length === 0

/** A gesture of the grid: cells of indicators change, cells of blank rows become new indicators at the end. */
export function changeOfEdits(
  edits: readonly CellEdit<SheetRow>[],
  newId: () => IndicatorId,
  figureOf: (value: string) => FigureId | null,
): SheetChange {
  const cells: CellChange[] = []
  const fresh = new Map<string, NewIndicator>()
  for (const { row, rowId, columnId, after } of edits) {
    if (!isField(columnId)) continue
    const text = after === null ? null : String(after)
    if (row.indicator) {
      const before = fieldText(row.indicator, columnId)
      const wanted = columnId === 'figureId' ? (text === null ? null : figureOf(text)) : (text ?? '')
      if (before !== wanted)
        cells.push({ indicatorId: row.indicator.id, field: columnId, before, after: wanted })
    } else if (text !== null && text !== '') {
      fresh.set(rowId, withText(fresh.get(rowId) ?? {}, columnId, text, figureOf))
    }
  }
  const add = [...fresh.values()].map((indicator) => ({
    id: newId(),
    after: null,
    atStart: false,
    indicator,
  }))
  return { ...NOTHING, cells, add }
}

const NO_STANDARDS = { excellent: '', good: '', fair: '', poor: '', failing: '' }

function withText(
  indicator: NewIndicator,
  field: IndicatorField,
  text: string,
  figureOf: (value: string) => FigureId | null,
): NewIndicator {
  if (isGrade(field))
    return { ...indicator, standards: { ...NO_STANDARDS, ...indicator.standards, [field]: text } }
  if (field === 'weight') return { ...indicator, weight: Number(text) }
  return field === 'figureId' ? { ...indicator, figureId: figureOf(text) } : { ...indicator, [field]: text }
}

/** New blank indicators above or below a row. */
export function insertion(
  indicators: readonly Indicator[],
  place: number,
  count: number,
  newId: () => IndicatorId,
): SheetChange {
  const after = indicators[place - 1]?.id ?? null
  const add = Array.from({ length: count }, () => ({
    id: newId(),
    after,
    atStart: after === null && indicators.length > 0,
    indicator: {},
  }))
  return { ...NOTHING, add }
}

/** Deletes indicators. */
export const removal = (ids: readonly IndicatorId[]): SheetChange => ({ ...NOTHING, remove: ids })

/** Moves neighbouring indicators one place up or down; nothing where they are at the edge already. */
export function movement(
  indicators: readonly Indicator[],
  ids: readonly IndicatorId[],
  step: -1 | 1,
): SheetChange {
  const places = ids
    .map((id) => indicators.findIndex((indicator) => indicator.id === id))
    .filter((at) => at >= 0)
  const first = Math.min(...places)
  const last = Math.max(...places)
  // the neighbour jumps over the block: one move however large the block is
  const neighbour = indicators[step === -1 ? first - 1 : last + 1]
  if (places.length === 0 || !neighbour) return NOTHING
  const after = step === -1 ? indicators[last] : indicators[first - 1]
  return { ...NOTHING, move: [{ indicatorId: neighbour.id, after: after?.id ?? null }] }
}

/** Scales the weights to 100%. */
export function scaling(indicators: readonly Indicator[]): SheetChange {
  const scaled = scaledToFull(indicators.map(({ weight }) => weight))
  const cells = indicators.flatMap(({ id, weight }, at): CellChange[] => {
    const wanted = scaled[at] ?? weight
    return wanted === weight
      ? []
      : [{ indicatorId: id, field: 'weight', before: String(weight), after: String(wanted) }]
  })
  return { ...NOTHING, cells }
}

/** The sheet as it will read once the engine has done the change; added indicators under the ids they have here. */
export function applyChange(sheet: Sheet, change: SheetChange): Sheet {
  let indicators = sheet.indicators.filter(({ id }) => !change.remove.includes(id))
  for (const cell of change.cells)
    indicators = indicators.map((indicator) =>
      indicator.id === cell.indicatorId ? withCell(indicator, cell) : indicator,
    )
  for (const { id, after, atStart, indicator } of change.add) {
    const place = after === null ? (atStart ? 0 : indicators.length) : placeAfter(indicators, after)
    indicators = indicators.toSpliced(place, 0, whole(id, indicator))
  }
  for (const { indicatorId, after } of change.move) {
    const moving = indicators.find(({ id }) => id === indicatorId)
    const others = indicators.filter(({ id }) => id !== indicatorId)
    if (moving) indicators = others.toSpliced(after === null ? 0 : placeAfter(others, after), 0, moving)
  }
  return { ...sheet, indicators }
}

const whole = (id: IndicatorId, given: NewIndicator): Indicator => ({
  id,
  code: given.code ?? '',
  name: given.name ?? '',
  weight: given.weight ?? 0,
  figureId: given.figureId ?? null,
  standards: given.standards ?? NO_STANDARDS,
  order: '',
})

const placeAfter = (indicators: readonly Indicator[], id: IndicatorId): number =>
  indicators.findIndex((indicator) => indicator.id === id) + 1

function withCell(indicator: Indicator, { field, after }: CellChange): Indicator {
  if (isGrade(field)) return { ...indicator, standards: { ...indicator.standards, [field]: after ?? '' } }
  if (field === 'weight') return { ...indicator, weight: Number(after ?? '0') }
  // ids come from the list of figures, or from the sheet itself
  return field === 'figureId'
    ? { ...indicator, figureId: after as FigureId | null }
    : { ...indicator, [field]: after ?? '' }
}

/** The same change under the ids that the engine has given meanwhile to indicators added before. */
export function renamed(change: SheetChange, names: ReadonlyMap<IndicatorId, IndicatorId>): SheetChange {
  const name = (id: IndicatorId): IndicatorId => names.get(id) ?? id
  const nameOrNull = (id: IndicatorId | null): IndicatorId | null => (id === null ? null : name(id))
  return {
    cells: change.cells.map((cell) => ({ ...cell, indicatorId: name(cell.indicatorId) })),
    add: change.add.map((addition) => ({ ...addition, after: nameOrNull(addition.after) })),
    remove: change.remove.map(name),
    move: change.move.map(({ indicatorId, after }) => ({
      indicatorId: name(indicatorId),
      after: nameOrNull(after),
    })),
  }
}
