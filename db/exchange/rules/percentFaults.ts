import { GRADES } from '../../evaluation/rules/marks.ts'
import type { IndicatorDraft } from '../../evaluation/rules/sheet.ts'
import { type Row, textOf } from './cells.ts'
import type { MarksTable } from './marksTable.ts'
import { type Fault, faultAt } from './problem.ts'

/**
 * Figures that can't be compared with their bands, because only one of the two is written with a percent sign. In a
 * spreadsheet 15% and 0.15 are the same, in words 15% and 15 are: guessing which was meant would be a wrong tier
 * without a word.
 */
export function percentFaults(
  rows: readonly Row[],
  { rows: marks, indicatorColumns }: MarksTable,
  indicators: readonly IndicatorDraft[],
): Fault[] {
  const figuresOf = new Map(marks.map(({ number, figures }) => [number, figures]))
  return rows.flatMap(({ number, cells }) =>
    indicators.flatMap((indicator, at) => {
      const column = indicatorColumns[at] ?? 0
      const text = textOf(cells[column])
      const figure = figuresOf.get(number)?.[at] ?? null
      // nothing is nothing, in percent too
      if (figure === null || figure === 0 || isPercent(text) === inPercent(indicator)) return []
      const code = isPercent(text) ? 'percentFigure' : 'percentMissing'
      return [faultAt(number, column, code, { text, indicator: indicator.name })]
    }),
  )
}

const isPercent = (text: string): boolean => /[%％]/.test(text)

const inPercent = ({ standards }: IndicatorDraft): boolean =>
  GRADES.some((grade) => isPercent(standards[grade]))
