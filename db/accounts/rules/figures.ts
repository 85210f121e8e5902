import { DECIMAL_SCALE, type Decimal, toDecimal } from './decimal.ts'

/** What a figure counts. Money is kept in fen, everything else in thousandths of its unit. */
export const FIGURE_UNITS = ['money', 'number', 'percent', 'years', 'days'] as const
export type FigureUnit = (typeof FIGURE_UNITS)[number]

/** How many stored steps make one unit: 100 fen to the yuan, 1,000 thousandths to the rest. */
export const storedScale = (unit: FigureUnit): number => (unit === 'money' ? 100 : 1_000)

/** A stored figure as a decimal of its unit (yuan, years, percent …). */
export const figureToDecimal = (stored: number, unit: FigureUnit): Decimal =>
  toDecimal(stored * (DECIMAL_SCALE / storedScale(unit)))

/** A decimal as a stored figure; undefined where it is finer than a fen or a thousandth. */
export function decimalToFigure(value: Decimal, unit: FigureUnit): number | undefined {
  const stored = value / (DECIMAL_SCALE / storedScale(unit))
  return Number.isInteger(stored) ? stored : undefined
}
