import { createHash } from 'node:crypto'
import type { Exception, Publication, ResultRow } from '../contract.ts'
import { holdsOn } from '../rules/exceptions.ts'
import { gradeAll, NO_SCORE, standingWith } from '../rules/grade.ts'
import { isMark } from '../rules/marks.ts'
import { ranksOf } from '../rules/score.ts'
import { marksThatCount, type RoundData } from './roundData.ts'
import { publicIndicator } from './sheets.ts'

/** A round with its results: as it stands now, or as it was published. */
export type GradedRound = Omit<Publication, 'summary'>

/**
 * Grades a round's shared sheet as it stands.
 * @param today YYYY-MM-DD: exceptions that ended before it no longer count
 */
export const gradeRound = (data: RoundData, today: string): GradedRound => ({
  ...roundFacts(data),
  pooling: 'shared',
  evaluators: [],
  results: resultsOf(data, today),
})

/** What a graded round says of itself and of its sheet. */
export function roundFacts(data: RoundData): Omit<GradedRound, 'pooling' | 'evaluators' | 'results'> {
  const indicators = data.indicators.map(publicIndicator)
  const figures = data.figures.map((column) => (column ? { name: column.name, unit: column.unit } : null))
  return {
    roundId: data.round.id,
    roundName: data.round.name,
    sheetName: data.sheetName,
    sheetVersion: sheetVersion(indicators, figures),
    indicators,
    figures,
    borders: data.round.borders,
  }
}

/** The same indicators, weights, standards and figures have the same version, whatever the sheet is called. */
export function sheetVersion(indicators: GradedRound['indicators'], figures: GradedRound['figures']): string {
  const content = indicators.map(({ code, name, weight, standards }, at) => [
    code,
    name,
    weight,
    standards,
    figures[at],
  ])
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)
}

function resultsOf(data: RoundData, today: string): ResultRow[] {
  const table = marksThatCount(data)
  const { scores, blanks } = gradeAll(
    table,
    data.indicators.map((indicator) => indicator.weight),
  )
  const ranks = ranksOf(scores)
  const exceptions = new Map(
    data.exceptions
      .filter((exception) => holdsOn(exception, today))
      .map((exception) => [exception.accountId, exception]),
  )
  const notes = notesByAccount(data)
  const { ids, codes, names, owners } = data.accounts
  return ids.map((accountId, row) => {
    const start = row * table.indicators
    const score = scores[row] ?? NO_SCORE
    const exception = exceptions.get(accountId)
    return {
      accountId,
      code: codes[row] ?? '',
      name: names[row] ?? '',
      owner: owners[row] ?? '',
      marks: Array.from(table.cells.subarray(start, start + table.indicators), (mark) =>
        isMark(mark) ? mark : null,
      ),
      figures: data.figures.map((column) => column?.values[row] ?? null),
      notes: notes.get(accountId) ?? [],
      score: score === NO_SCORE ? null : score,
      blanks: blanks[row] ?? 0,
      standing: standingWith(score, data.round.borders, exception?.tier),
      rank: ranks[row] ?? null,
      exception: exception ? placed(exception) : null,
      ballots: '',
      agreed: [],
      decision: null,
    }
  })
}

const placed = ({ tier, reason, approver, expires }: Exception): ResultRow['exception'] => ({
  ...{ tier, reason, approver, expires },
})

function notesByAccount({ notes, indicators }: RoundData): Map<string, ResultRow['notes']> {
  const columnOf = new Map(indicators.map((indicator, column) => [indicator.id, column]))
  const byAccount = new Map<string, ResultRow['notes']>()
  for (const { accountId, indicatorId, text } of notes) {
    const indicator = columnOf.get(indicatorId)
    if (indicator === undefined) continue
    const list = byAccount.get(accountId) ?? []
    list.push({ indicator, text })
    byAccount.set(accountId, list)
  }
  return byAccount
}
