import { SUFFICIENT_WEIGHT } from '../../evaluation/rules/score.ts'
import { TIER_WORDS } from '../../terms/grading.ts'
import { RESULT_WORDS } from '../../terms/headers.ts'
import type { Language } from '../../terms/language.ts'
import { fillIn, RANKING_WORDS } from '../../terms/ranking.ts'
import type { Graded, GradedRow } from '../graded.ts'
import { columnName } from '../rules/cells.ts'
import { BORDER_CELLS, notesPlan } from './notesPlan.ts'
import { FIRST_INDICATOR_ROW, sheetPlan, WEIGHT_COLUMN } from './sheetPlan.ts'
import type { CellPlan, WorksheetPlan } from './workbook.ts'

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
  const formulas = formulasOf(graded, language)
  const hasExceptions = graded.rows.some(({ exception }) => exception !== null)
  return {
    name: words.resultSheet,
    title: graded.title,
    frozenColumns: 2,
    columns: [
      { header: words.accountCode, width: 12, kind: 'text' },
      { header: words.accountName, width: 26, kind: 'text' },
      ...graded.indicators.map(({ name }) => ({ header: name, width: 13, kind: 'whole' as const })),
      { header: words.total, width: 8, kind: 'score' },
      { header: words.tier, width: 18, kind: 'text' },
      { header: words.rank, width: 7, kind: 'whole' },
      ...(hasExceptions ? [{ header: words.exception, width: 40, kind: 'wrappedText' as const }] : []),
    ],
    rows: graded.rows.map((row, at) => [
      row.code,
      row.name,
      ...row.marks.map((mark, indicator): CellPlan => withNote(row, mark, indicator)),
      { formula: formulas.total(at + 2), ...totalOf(row, language) },
      // an exception was decided by people: no formula may overrule it
      row.exception
        ? TIER_WORDS[language][row.exception.tier]
        : { formula: formulas.tier(at + 2), value: TIER_WORDS[language][row.standing] },
      { formula: formulas.rank(at + 2), value: row.rank ?? '' },
      ...(row.exception ? [`${row.exception.reason} (${words.approver}: ${row.exception.approver})`] : []),
    ]),
  }
}

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
 * The rules as formulas. Weights become whole hundredths of a percent, so the sums are exact and every program rounds
 * the one division alike: Σ mark × weight over the marked weight, half up to a tenth.
 */
function formulasOf(graded: Graded, language: Language) {
  const words = RESULT_WORDS[language]
  const count = graded.indicators.length
  const lastRow = graded.rows.length + 1
  const [first, last] = [columnName(FIRST_MARK_COLUMN), columnName(FIRST_MARK_COLUMN + count - 1)]
  const total = columnName(FIRST_MARK_COLUMN + count)
  const weightRange = `$${WEIGHT_COLUMN}$${FIRST_INDICATOR_ROW}:$${WEIGHT_COLUMN}$${FIRST_INDICATOR_ROW + count - 1}`
  const weights = `ROUND('${words.gradingSheet}'!${weightRange}*100,0)`
  const border = (tier: keyof typeof BORDER_CELLS): string => `'${words.notesSheet}'!${BORDER_CELLS[tier]}`
  const tiers = TIER_WORDS[language]
  return {
    total: (row: number): string => {
      const marks = `${first}${row}:${last}${row}`
      const marked = `SUMPRODUCT(MMULT(--ISNUMBER(${marks}),${weights}))`
      const sum = `SUMPRODUCT(MMULT(${marks}+0,${weights}))`
      return `IF(${marked}>=${SUFFICIENT_WEIGHT},ROUND(${sum}*100/${marked},0)/10,"")`
    },
    tier: (row: number): string =>
      `IF(${total}${row}="","${tiers.insufficient}",IF(${total}${row}>=${border('key')},"${tiers.key}",` +
      `IF(${total}${row}>=${border('main')},"${tiers.main}",` +
      `IF(${total}${row}>=${border('ordinary')},"${tiers.ordinary}","${tiers.small}"))))`,
    rank: (row: number): string =>
      `IF(${total}${row}="","",RANK(${total}${row},${total}$2:${total}$${lastRow}))`,
  }
}
