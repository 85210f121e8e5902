import type { Agreement, Consensus } from '../../../../db/evaluation/consensus/contract.ts'
import { NO_SCORE } from '../../../../db/evaluation/rules/grade.ts'
import { ranksOf } from '../../../../db/evaluation/rules/score.ts'
import type { Standing, Tier } from '../../../../db/evaluation/rules/tiers.ts'
import type { StandingCounts } from '../scoring/scoringModel.ts'

/** What there is to say of a cell at first sight. */
export type CellState = 'plain' | 'discord' | 'agreed'

/** A revealed round as the screens read it: cells by row and column, marks in hundredths, scores in tenths. */
export interface ConsensusModel {
  readonly data: Consensus
  /** hundredths of a percent, by column */
  readonly weights: readonly number[]
  readonly counts: StandingCounts
  /** cells in discord, and how many of them the meeting agreed on */
  readonly discords: number
  readonly settled: number
  mark(row: number, column: number): number | null
  isJudged(column: number): boolean
  state(row: number, column: number): CellState
  isDiscord(row: number, column: number): boolean
  /** highest minus lowest mark, 0–8 */
  range(row: number, column: number): number
  agreement(row: number, column: number): Agreement | null
  score(row: number): number | null
  standing(row: number): Standing
  /** the tier in force before this round */
  previous(row: number): Tier | null
  /** too few ballots are in: last round's tier stays 沿用 */
  isOverdue(row: number): boolean
  rank(row: number): number | null
  blanks(row: number): number
  /** cells of the row in discord on which nothing is agreed yet */
  openDiscords(row: number): number
  rowOf(accountId: string): number | null
  columnOf(indicatorId: string): number | null
}

/** Opens a round's columns for the screens. */
export function consensusModel(data: Consensus): ConsensusModel {
  const width = data.sheet.indicators.length
  const rows = new Map<string, number>(data.accounts.ids.map((id, row) => [id, row]))
  const columns = new Map<string, number>(data.sheet.indicators.map(({ id }, column) => [id, column]))
  const agreements = new Map<number, Agreement>()
  for (const agreement of data.agreements) {
    const [row, column] = [rows.get(agreement.accountId), columns.get(agreement.indicatorId)]
    if (row !== undefined && column !== undefined) agreements.set(row * width + column, agreement)
  }
  const overdue = new Set(data.overdue)
  const ranks = ranksOf(data.scores)
  const at = (row: number, column: number): number => row * width + column
  const isDiscord = (row: number, column: number): boolean => data.discords[at(row, column)] === '1'
  const cells = (row: number): readonly number[] => data.sheet.indicators.map((_, column) => at(row, column))
  const discords = [...data.discords].flatMap((flag, cell) => (flag === '1' ? [cell] : []))
  return {
    data,
    weights: data.sheet.indicators.map(({ weight }) => weight),
    counts: countsOf(data.standings),
    discords: discords.length,
    settled: discords.filter((cell) => agreements.has(cell)).length,
    mark: (row, column) => data.marks[at(row, column)] || null,
    isJudged: (column) => data.judged[column] === true,
    state: (row, column) => {
      if (agreements.has(at(row, column))) return 'agreed'
      return isDiscord(row, column) ? 'discord' : 'plain'
    },
    isDiscord,
    range: (row, column) => Number(data.ranges[at(row, column)] ?? 0),
    agreement: (row, column) => agreements.get(at(row, column)) ?? null,
    score: (row) => {
      const score = data.scores[row] ?? NO_SCORE
      return score === NO_SCORE ? null : score
    },
    standing: (row) => data.standings[row] ?? 'insufficient',
    previous: (row) => data.previous[row] ?? null,
    isOverdue: (row) => overdue.has(row),
    rank: (row) => ranks[row] ?? null,
    blanks: (row) => cells(row).filter((cell) => !data.marks[cell]).length,
    openDiscords: (row) =>
      cells(row).filter((cell) => data.discords[cell] === '1' && !agreements.has(cell)).length,
    rowOf: (accountId) => rows.get(accountId) ?? null,
    columnOf: (indicatorId) => columns.get(indicatorId) ?? null,
  }
}

function countsOf(standings: readonly Standing[]): StandingCounts {
  const counts = { key: 0, main: 0, ordinary: 0, small: 0, insufficient: 0 }
  for (const standing of standings) counts[standing] += 1
  return counts
}

/** A mark in hundredths as `7`, `6.83`. */
export const markText = (hundredths: number): string =>
  hundredths % 100 === 0 ? String(hundredths / 100) : (hundredths / 100).toFixed(2)
