import type { Decimal } from '../../accounts/rules/decimal.ts'
import { bandMark, type Measure } from './bands.ts'
import { fromStripChar, type Mark } from './marks.ts'
import { scoreOfSums } from './score.ts'
import { type Borders, type Standing, tierOf } from './tiers.ts'

/** The marks that count, account by account: 0 where unmarked. Typed, because 120,000 of them are scored at once. */
export interface MarkTable {
  readonly accounts: number
  readonly indicators: number
  /** whole marks, or hundredths of a mark where ballots were pooled */
  readonly cells: Uint8Array | Uint16Array
  /** how many of the cells' units make one mark */
  readonly perMark: 1 | 100
}

/** The figures that an indicator's bands are read from, one per account; null for judged indicators. */
export type FigureColumn = readonly (Decimal | null)[] | null

/**
 * Puts together the marks that people gave (a strip, see marks.ts) and those that figures earn.
 * @param measures one per indicator; a faulty one leaves its cells unmarked
 */
export function markTable(
  strip: string,
  accounts: number,
  measures: readonly Measure[],
  figures: readonly FigureColumn[],
): MarkTable {
  const indicators = measures.length
  const cells = new Uint8Array(accounts * indicators)
  measures.forEach((measure, column) => {
    for (let row = 0; row < accounts; row += 1) {
      const at = row * indicators + column
      cells[at] = markUnder(measure, strip[at], figures[column]?.[row] ?? null) ?? 0
    }
  })
  return { accounts, indicators, cells, perMark: 1 }
}

/** The mark that counts in one cell: the given one where people judge, the earned one where bands do. */
export function markUnder(measure: Measure, given: string | undefined, figure: Decimal | null): Mark | null {
  switch (measure.kind) {
    case 'judged':
      return fromStripChar(given)
    case 'banded':
      return bandMark(figure, measure.bands)
    case 'faulty':
      return null
  }
}

/** What a round's marks come to: one entry per account. */
export interface Grades {
  /** tenths of a point; −1 where too little is marked */
  readonly scores: Int16Array
  readonly blanks: Uint16Array
}

/** Grades every account of a table (A6). Weights in hundredths of a percent, adding to 10,000. */
export function gradeAll(table: MarkTable, weights: ArrayLike<number>): Grades {
  const grades: Grades = { scores: new Int16Array(table.accounts), blanks: new Uint16Array(table.accounts) }
  for (let row = 0; row < table.accounts; row += 1) gradeRow(table, weights, row, grades)
  return grades
}

/** Grades one account of a table again, after one of its marks changed. */
export function gradeRow(table: MarkTable, weights: ArrayLike<number>, row: number, into: Grades): void {
  let sum = 0
  let markedWeight = 0
  let blanks = 0
  const start = row * table.indicators
  for (let column = 0; column < table.indicators; column += 1) {
    const mark = table.cells[start + column] ?? 0
    const weight = weights[column] ?? 0
    if (mark === 0) {
      blanks += 1
    } else {
      sum += mark * weight
      markedWeight += weight
    }
  }
  const score = scoreOfSums(sum * (100 / table.perMark), markedWeight, blanks)
  into.scores[row] = score.kind === 'insufficient' ? NO_SCORE : score.tenths
  into.blanks[row] = blanks
}

/** How {@link Grades} says that there is no score. */
export const NO_SCORE = -1

/** Where an account stands: its exception's tier first (A7), else the tier of its score. */
export const standingWith = (
  score: number,
  borders: Borders,
  exception: 'key' | 'main' | undefined,
): Standing => exception ?? (score === NO_SCORE ? 'insufficient' : tierOf(score, borders))
