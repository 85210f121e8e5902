import { pollCell, pooledMark } from '../../evaluation/consensus/rules/pooling.ts'
import { decisionReason } from '../../terms/approval.ts'
import { CONSENSUS_WORDS, DECISION_WORDS, POOLING_WORDS } from '../../terms/consensus.ts'
import { TIER_WORDS } from '../../terms/grading.ts'
import { RESULT_WORDS } from '../../terms/headers.ts'
import type { Language } from '../../terms/language.ts'
import { fillIn } from '../../terms/ranking.ts'
import type { GradedRow } from '../graded.ts'
import { columnName } from '../rules/cells.ts'
import { ballotRanges, ballotsPlan } from './ballotsPlan.ts'
import type { ConsensusBook } from './consensusBook.ts'
import { localDate, notesPlan } from './notesPlan.ts'
import { pooledFormula, scoreFormula } from './poolFormulas.ts'
import { follows, standingFormulas, tierCell, tierReason } from './resultPlan.ts'
import { FIRST_INDICATOR_ROW, sheetPlan, WEIGHT_COLUMN } from './sheetPlan.ts'
import type { CellPlan, ColumnPlan, WorksheetPlan } from './workbook.ts'

/**
 * A round by ballots as worksheets: results with live formulas, all ballots that they pool, the grading sheet with the
 * weights, notes with the borders, agreements (which the formulas read), decisions.
 */
export function consensusPlans(book: ConsensusBook, language: Language): WorksheetPlan[] {
  const { graded } = book
  const indicators = graded.indicators.map((indicator) => ({
    ...indicator,
    figure: indicator.figure?.name ?? '',
  }))
  return [
    resultsPlan(book, language),
    ballotsPlan(book, language),
    sheetPlan(RESULT_WORDS[language].gradingSheet, graded.sheetName, indicators, language),
    rulesPlan(book, language),
    agreementsPlan(book, language),
    decisionsPlan(book, language),
  ]
}

const FIRST_MARK_COLUMN = 3
const WEIGHTS_ROW = 1
const FIRST_ROW = 3
const AGREED_MARK_COLUMN = 'D'
const FIRST_AGREEMENT_ROW = 2

function resultsPlan(book: ConsensusBook, language: Language): WorksheetPlan {
  const { graded } = book
  const cells = markCells(book, language)
  const words = RESULT_WORDS[language]
  const weight = (_: unknown, at: number): CellPlan => ({
    formula: `'${words.gradingSheet}'!$${WEIGHT_COLUMN}$${FIRST_INDICATOR_ROW + at}`,
    value: (graded.indicators[at]?.weight ?? 0) / 100,
  })
  return {
    name: words.resultSheet,
    title: graded.title,
    frozenColumns: 2,
    above: [['', '', CONSENSUS_WORDS[language].weight, ...graded.indicators.map(weight)]],
    columns: [
      { header: words.accountCode, width: 12, kind: 'text' },
      { header: words.accountName, width: 26, kind: 'text' },
      { header: words.owner, width: 10, kind: 'text' },
      ...graded.indicators.map(({ name }): ColumnPlan => ({ header: name, width: 13, kind: 'mark' })),
      { header: words.total, width: 8, kind: 'score' },
      { header: words.tier, width: 18, kind: 'text' },
      { header: words.rank, width: 7, kind: 'whole' },
      { header: words.reason, width: 40, kind: 'wrappedText' },
    ],
    rows: graded.rows.map((row, account) => resultRow(cells, row, account)),
  }
}

/** What the cells of marks are written from. */
interface MarkCells {
  readonly book: ConsensusBook
  readonly language: Language
  /** for each indicator, its place among the judged ones */
  readonly places: readonly number[]
  /** rows of agreements by account and indicator */
  readonly agreed: ReadonlyMap<string, number>
}

function markCells(book: ConsensusBook, language: Language): MarkCells {
  const { judged, agreements } = book
  return {
    ...{ book, language },
    places: judged.map((_, at) => judged.slice(0, at).filter(Boolean).length),
    agreed: new Map(agreements.map(({ account, indicator }, row) => [`${account} ${indicator}`, row])),
  }
}

function resultRow(cells: MarkCells, row: GradedRow, account: number): CellPlan[] {
  const { book, language } = cells
  const { graded } = book
  const count = graded.indicators.length
  const number = FIRST_ROW + account
  const [first, last] = [columnName(FIRST_MARK_COLUMN), columnName(FIRST_MARK_COLUMN + count - 1)]
  const total = columnName(FIRST_MARK_COLUMN + count)
  const formulas = standingFormulas(graded, language, { total, first: FIRST_ROW })
  const weights = graded.indicators.map((indicator) => indicator.weight)
  const score = scoreFormula(
    `${first}${number}:${last}${number}`,
    `${first}$${WEIGHTS_ROW}:${last}$${WEIGHTS_ROW}`,
  )
  return [
    ...[row.code, row.name, row.owner],
    ...row.marks.map((mark, indicator) => markCell(cells, { account, indicator, mark })),
    follows(row, weights) ? { formula: score, value: row.score === null ? '' : row.score / 10 } : null,
    tierCell(row, graded.borders, formulas.tier(number), language),
    { formula: formulas.rank(number), value: row.rank ?? '' },
    tierReason(row, language),
  ]
}

/** A mark as its formula where the ballots at hand come to it; what a figure earned, and what can't be told, as it is. */
function markCell(
  { book, language, places, agreed: rows }: MarkCells,
  at: { readonly account: number; readonly indicator: number; readonly mark: number | null },
): CellPlan {
  const { account, indicator, mark } = at
  const { poll, rules, judged, evaluators, agreements } = book
  if (judged[indicator] !== true) return mark
  const pooled = pooledMark(poll, account, indicator, pollCell(poll, account, indicator), rules)
  const words = CONSENSUS_WORDS[language]
  if (pooled !== Math.round((mark ?? 0) * 100)) return { value: mark, comment: words.fixed, wrong: true }
  const place = places[indicator] ?? 0
  const ballots =
    evaluators.length === 0 ? '""' : pooledFormula(ballotRanges(book, { account, place }, language), rules)
  const row = rows.get(`${account} ${indicator}`)
  const value = mark ?? ''
  if (row === undefined) return { formula: ballots, value }
  const cell = `'${words.agreementsSheet}'!$${AGREED_MARK_COLUMN}$${FIRST_AGREEMENT_ROW + row}`
  return {
    ...{ formula: `IF(ISNUMBER(${cell}),${cell},${ballots})`, value },
    comment: fillIn(words.agreed, { reason: agreements[row]?.reason ?? '' }),
  }
}

function rulesPlan({ graded, rules, poll }: ConsensusBook, language: Language): WorksheetPlan {
  const words = CONSENSUS_WORDS[language]
  const { discord } = rules
  const plan = notesPlan(graded, language)
  const discordText =
    discord.kind === 'range'
      ? fillIn(words.discordRange, { atLeast: discord.atLeast })
      : fillIn(words.discordDeviation, { atLeast: discord.atLeast / 100 })
  return {
    ...plan,
    rows: [
      ...plan.rows,
      [words.pooling, POOLING_WORDS[language][rules.pooling]],
      [words.discord, discordText],
      [words.own, poll.ownCounts ? words.ownCounted : words.ownOut],
      [words.late, rules.late === 'counted' ? words.lateCounted : words.lateOut],
      [words.out, words.outText],
    ],
  }
}

function agreementsPlan({ graded, agreements }: ConsensusBook, language: Language): WorksheetPlan {
  const words = CONSENSUS_WORDS[language]
  const { accountCode, accountName } = RESULT_WORDS[language]
  return {
    name: words.agreementsSheet,
    title: graded.title,
    frozenColumns: 2,
    columns: [
      { header: accountCode, width: 12, kind: 'text' },
      { header: accountName, width: 26, kind: 'text' },
      { header: words.indicator, width: 18, kind: 'text' },
      { header: words.mark, width: 9, kind: 'mark' },
      { header: words.why, width: 36, kind: 'wrappedText' },
      { header: words.arguments, width: 50, kind: 'wrappedText' },
      { header: words.by, width: 12, kind: 'text' },
      { header: words.day, width: 12, kind: 'text' },
    ],
    rows: agreements.map(({ account, indicator, mark, reason, arguments: said, by, at }) => [
      graded.rows[account]?.code ?? '',
      graded.rows[account]?.name ?? '',
      graded.indicators[indicator]?.name ?? '',
      mark / 100,
      reason,
      said
        .map(({ name, text }) => (language === 'zh' ? `${name}：${text}` : `${name}: ${text}`))
        .join(words.separator),
      by,
      at === '' ? '' : localDate(at),
    ]),
  }
}

function decisionsPlan({ graded }: ConsensusBook, language: Language): WorksheetPlan {
  const words = CONSENSUS_WORDS[language]
  const { accountCode, accountName } = RESULT_WORDS[language]
  return {
    name: words.decisionsSheet,
    title: graded.title,
    frozenColumns: 2,
    columns: [
      { header: accountCode, width: 12, kind: 'text' },
      { header: accountName, width: 26, kind: 'text' },
      { header: words.decision, width: 20, kind: 'text' },
      { header: words.tier, width: 18, kind: 'text' },
      { header: words.why, width: 50, kind: 'wrappedText' },
      { header: words.expires, width: 12, kind: 'text' },
      { header: words.decidedBy, width: 12, kind: 'text' },
      { header: words.day, width: 12, kind: 'text' },
    ],
    rows: graded.rows.flatMap(({ code, name, decision }) =>
      decision === null
        ? []
        : [
            [
              ...[code, name, DECISION_WORDS[language][decision.kind], TIER_WORDS[language][decision.tier]],
              ...[decisionReason(decision, language), decision.expires, decision.by, localDate(decision.at)],
            ],
          ],
    ),
  }
}
