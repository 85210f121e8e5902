import { FULL_WEIGHT } from '../../evaluation/rules/score.ts'
import { SHEET_HEADERS } from '../../terms/headers.ts'
import type { Language } from '../../terms/language.ts'
import type { SheetTableIndicator } from '../rules/sheetTable.ts'
import type { WorksheetPlan } from './workbook.ts'

/** Column of the weights in a grading sheet's worksheet, and its first row. */
export const WEIGHT_COLUMN = 'C'
export const FIRST_INDICATOR_ROW = 2

/** A grading sheet as a worksheet that importing reads back to the same indicators. */
export function sheetPlan(
  name: string,
  title: string,
  indicators: readonly SheetTableIndicator[],
  language: Language,
): WorksheetPlan {
  const words = SHEET_HEADERS[language]
  const standard = { width: 22, kind: 'wrappedText' } as const
  return {
    name,
    title,
    frozenColumns: 2,
    columns: [
      { header: words.code, width: 10, kind: 'text' },
      { header: words.indicator, width: 20, kind: 'wrappedText' },
      { header: words.weight, width: 9, kind: 'decimal' },
      { header: words.excellent, ...standard },
      { header: words.good, ...standard },
      { header: words.fair, ...standard },
      { header: words.poor, ...standard },
      { header: words.failing, ...standard },
      { header: words.figure, width: 16, kind: 'text' },
    ],
    rows: indicators.map(({ code, name: indicator, weight, standards, figure }) => [
      code,
      indicator,
      weight / (FULL_WEIGHT / 100),
      standards.excellent,
      standards.good,
      standards.fair,
      standards.poor,
      standards.failing,
      figure,
    ]),
  }
}
