import { gradeAll, NO_SCORE } from '../../evaluation/rules/grade.ts'
import { SUFFICIENT_WEIGHT } from '../../evaluation/rules/score.ts'
import { type Borders, tierOf } from '../../evaluation/rules/tiers.ts'
import { DECISION_WORDS, decisionText } from '../../terms/consensus.ts'
import { TIER_WORDS } from '../../terms/grading.ts'
import { RESULT_WORDS } from '../../terms/headers.ts'
import type { Language } from '../../terms/language.ts'
import { fillIn, RANKING_WORDS } from '../../terms/ranking.ts'
import type { Graded, GradedRow } from '../graded.ts'
import { columnName } from '../rules/cells.ts'
import { BORDER_CELLS, notesPlan } from './notesPlan.ts'
import { FIRST_INDICATOR_ROW, sheetPlan, WEIGHT_COLUMN } from './sheetPlan.ts'
import type { CellPlan, ColumnPlan, WorksheetPlan } from './workbook.ts'

/**
 * A result as three worksheets: the result with live totals, tiers and ranks; the grading sheet that the totals weigh
 * with; notes with the borders that the tiers compare with. Change a mark, a weight or a border and the rest follows.
 */
export function resultPlans(graded: Graded, language: Language): WorksheetPlan[] {
  const words = RESULT_WORDS[language]
  const indicators = graded.indicators.map((indicator) => ({
    ...indicator,
    figure: indicator.figure?.name ?? '',
  }))
  return [
    resultPlan(graded, language),
    sheetPlan(words.gradingSheet, graded.sheetName, indicators, language),
    notesPlan(graded, language),
  ]
}

const FIRST_MARK_COLUMN = 2

function resultPlan(graded: Graded, language: Language): WorksheetPlan {
  const words = RESULT_WORDS[language]
  const totalAt = totalFormula(graded, language)
  const total = columnName(FIRST_MARK_COLUMN + graded.indicators.length)
  const formulas = standingFormulas(graded, language, { total, first: 2 })
  const hasReasons = graded.rows.some((row) => tierReason(row, language) !== '')
  const weights = graded.indicators.map(({ weight }) => weight)
  return {
    name: words.resultSheet,
    title: graded.title,
    frozenColumns: 2,
    columns: [
      { header: words.accountCode, width: 12, kind: 'text' },
      { header: words.accountName, width: 26, kind: 'text' },
      ...graded.indicators.map(({ name }) => ({ header: name, width: 13, kind: markKind(graded) })),
      { header: words.total, width: 8, kind: 'score' },
      { header: words.tier, width: 18, kind: 'text' },
      { header: words.rank, width: 7, kind: 'whole' },
      ...(hasReasons
        ? [{ header: reasonHeader(graded, language), width: 40, kind: 'wrappedText' as const }]
        : []),
    ],
    rows: graded.rows.map((row, at) => [
      row.code,
      row.name,
      ...row.marks.map((mark, indicator): CellPlan => withNote(row, mark, indicator)),
      follows(row, weights) ? { formula: totalAt(at + 2), ...totalOf(row, language) } : null,
      tierCell(row, graded.borders, formulas.tier(at + 2), language),
      { formula: formulas.rank(at + 2), value: row.rank ?? '' },
      ...(hasReasons ? [tierReason(row, language)] : []),
    ]),
  }
}

/** Pooled marks have two decimals. */
const markKind = ({ pooled }: Graded): ColumnPlan['kind'] => (pooled ? 'mark' : 'whole')

/** Whether an account's score is what its marks come to: one with too few ballots has none, however they are. */
export function follows({ marks, score }: GradedRow, weights: readonly number[]): boolean {
  const table = {
    ...{ accounts: 1, indicators: marks.length, perMark: 100 as const },
    cells: Uint16Array.from(marks, (mark) => Math.round((mark ?? 0) * 100)),
  }
  return gradeAll(table, weights).scores[0] === (score ?? NO_SCORE)
}

/** A tier that was decided by people, or kept from an earlier round, may be overruled by no formula. */
export function tierCell(row: GradedRow, borders: Borders, formula: string, language: Language): CellPlan {
  const { score, standing, exception } = row
  const value = TIER_WORDS[language][exception?.tier ?? standing]
  const earned = score === null ? 'insufficient' : tierOf(score, borders)
  return exception || standing !== earned ? value : { formula, value }
}

/** Why an account stands where its score doesn't put it; empty where there is nothing to say. */
export function tierReason({ exception, decision, standing, score }: GradedRow, language: Language): string {
  const words = RESULT_WORDS[language]
  if (exception) return `${exception.reason} (${words.approver}: ${exception.approver})`
  if (decision && decision.kind !== 'approved') return decisionText(decision, language)
  return score === null && standing !== 'insufficient' ? DECISION_WORDS[language].carried : ''
}

const reasonHeader = ({ pooled }: Graded, language: Language): string =>
  pooled ? RESULT_WORDS[language].reason : RESULT_WORDS[language].exception

/** The total now; where it is scaled over the marked weight, a comment says so. */
const totalOf = ({ score, blanks }: GradedRow, language: Language) => ({
  value: score === null ? '' : score / 10,
  ...(score !== null && blanks > 0 ? { comment: fillIn(RANKING_WORDS[language].scaled, { blanks }) } : {}),
})

const withNote = (row: GradedRow, mark: number | null, indicator: number): CellPlan => {
  const note = row.notes.find((candidate) => candidate.indicator === indicator)
  return note ? { value: mark, comment: note.text } : mark
}

/**
 * The rules as formulas. Weights become whole hundredths of a percent and marks whole hundredths, so the sums are exact
 * and every program rounds the one division alike: Σ mark × weight over the marked weight, half up to a tenth.
 */
function totalFormula(graded: Graded, language: Language): (row: number) => string {
  const count = graded.indicators.length
  const [first, last] = [columnName(FIRST_MARK_COLUMN), columnName(FIRST_MARK_COLUMN + count - 1)]
  const weightRange = `$${WEIGHT_COLUMN}$${FIRST_INDICATOR_ROW}:$${WEIGHT_COLUMN}$${FIRST_INDICATOR_ROW + count - 1}`
  const weights = `ROUND('${RESULT_WORDS[language].gradingSheet}'!${weightRange}*100,0)`
  return (row) => {
    const marks = `${first}${row}:${last}${row}`
    const marked = `SUMPRODUCT(MMULT(--ISNUMBER(${marks}),${weights}))`
    const hundredths = `ROUND(100*SUMPRODUCT(MMULT(${marks}+0,${weights})),0)`
    return `IF(${marked}>=${SUFFICIENT_WEIGHT},INT((2*${hundredths}+${marked})/(2*${marked}))/10,"")`
  }
}

/**
 * Tier and rank of a row as formulas over the column of totals.
 * @param first the row of the first account
 */
export function standingFormulas(
  graded: Graded,
  language: Language,
  { total, first }: { readonly total: string; readonly first: number },
) {
  const { notesSheet } = RESULT_WORDS[language]
  const lastRow = first + graded.rows.length - 1
  const border = (tier: keyof typeof BORDER_CELLS): string => `'${notesSheet}'!${BORDER_CELLS[tier]}`
  const tiers = TIER_WORDS[language]
  return {
    tier: (row: number): string =>
      `IF(${total}${row}="","${tiers.insufficient}",IF(${total}${row}>=${border('key')},"${tiers.key}",` +
      `IF(${total}${row}>=${border('main')},"${tiers.main}",` +
      `IF(${total}${row}>=${border('ordinary')},"${tiers.ordinary}","${tiers.small}"))))`,
    rank: (row: number): string =>
      `IF(${total}${row}="","",RANK(${total}${row},${total}$${first}:${total}$${lastRow}))`,
  }
}
