import type { Indicator } from '../../../../db/evaluation/contract.ts'
import type { Grade } from '../../../../db/evaluation/rules/marks.ts'
import { type SheetFault, sheetFaults } from '../../../../db/evaluation/rules/sheet.ts'

/** The cells of an indicator, as the engine and the grid's columns call them. */
export const INDICATOR_FIELDS = [
  'code',
  'name',
  'weight',
  'figureId',
  'excellent',
  'good',
  'fair',
  'poor',
  'failing',
] as const
export type IndicatorField = (typeof INDICATOR_FIELDS)[number]

/** A row of the editor: an indicator, or a blank row under the last one where a new one can be typed or pasted. */
export interface SheetRow {
  readonly id: string
  readonly indicator: Indicator | null
  readonly faults: ReadonlyMap<IndicatorField, SheetFault>
}

/** Blank rows at the end: as many as a block pasted from Excel may add at once. */
export const BLANK_ROWS = 30

const NO_FAULTS: ReadonlyMap<IndicatorField, SheetFault> = new Map()

/** The faults of a sheet as it stands. */
export const faultsOf = (indicators: readonly Indicator[]): SheetFault[] =>
  sheetFaults(indicators.map((indicator) => ({ ...indicator, hasFigure: indicator.figureId !== null })))

/** The cell that a fault is shown in; null for faults of the sheet as a whole. */
export function faultCell(fault: SheetFault): { at: number; field: IndicatorField } | null {
  if (fault.at === 'sheet') return null
  return fault.code === 'standards'
    ? { at: fault.at, field: fault.fault.grade }
    : { at: fault.at, field: fault.field }
}

/** The editor's rows. */
export function rowsOf(indicators: readonly Indicator[], faults: readonly SheetFault[]): SheetRow[] {
  const byRow = new Map<number, Map<IndicatorField, SheetFault>>()
  for (const fault of faults) {
    const cell = faultCell(fault)
    if (cell) byRow.set(cell.at, (byRow.get(cell.at) ?? new Map()).set(cell.field, fault))
  }
  return [
    ...indicators.map((indicator, at) => ({
      id: indicator.id,
      indicator,
      faults: byRow.get(at) ?? NO_FAULTS,
    })),
    ...Array.from({ length: BLANK_ROWS }, (_, at) => ({
      id: blankId(indicators.length + at),
      indicator: null,
      faults: NO_FAULTS,
    })),
  ]
}

const blankId = (place: number): string => `blank ${place}`

/** What a cell of an indicator holds, as the engine compares it. */
export function fieldText(indicator: Indicator, field: IndicatorField): string | null {
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

/** Whether a column of the grid is a cell of the indicator. */
export const isField = (columnId: string): columnId is IndicatorField =>
  INDICATOR_FIELDS.some((field) => field === columnId)

/** Whether a field is one of the five standards. */
export const isGrade = (field: IndicatorField): field is Grade =>
  field !== 'code' && field !== 'name' && field !== 'weight' && field !== 'figureId'
