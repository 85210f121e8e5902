import { FULL_WEIGHT, scoreOfSums } from '../../rules/score.ts'
import { tierOf } from '../../rules/tiers.ts'
import { matchIndicators, type Side, type SideIndicator, type SideRow, sameFigure } from './side.ts'
import { markOfFigure } from './split.ts'

/** Where a cell of the other sheet takes its mark from. */
type Source =
  | { readonly kind: 'mark'; readonly at: number }
  | { readonly kind: 'figure'; readonly at: number; readonly indicator: SideIndicator }
  | { readonly kind: 'none' }

/**
 * A round's marks and figures under another round's sheet: its indicators, weights, bands and borders. A banded indicator
 * reads the round's own figure of that name, wherever the round had it; a judged one takes the mark of its counterpart;
 * what the round knows nothing of stays unmarked. Scores are scaled as in any round (A6), fixed tiers stand (A7).
 */
export function replay(side: Side, sheet: Side): Side {
  const matched = matchIndicators(side.indicators, sheet.indicators)
  const sources = sheet.indicators.map((indicator, at) => sourceOf(side, matched[at] ?? null, indicator))
  return {
    indicators: sheet.indicators,
    borders: sheet.borders,
    evaluators: side.evaluators,
    pooling: side.pooling,
    rows: side.rows.map((row) => replayRow(side, sheet, row, sources)),
  }
}

function sourceOf(side: Side, matched: number | null, indicator: SideIndicator): Source {
  if (indicator.measure.kind !== 'banded')
    return matched === null ? { kind: 'none' } : { kind: 'mark', at: matched }
  const own = matched !== null && sameFigure(side.indicators[matched]?.figure ?? null, indicator.figure)
  const at = own ? matched : side.indicators.findIndex(({ figure }) => sameFigure(figure, indicator.figure))
  return at < 0 ? { kind: 'none' } : { kind: 'figure', at, indicator }
}

function replayRow(side: Side, sheet: Side, row: SideRow, sources: readonly Source[]): SideRow {
  const marks = sources.map((source) => markFrom(row, source))
  const score = scoreUnder(sheet.indicators, marks)
  return {
    ...row,
    marks,
    figures: sources.map((source) => (source.kind === 'figure' ? (row.figures[source.at] ?? null) : null)),
    ballots: row.ballots === '' ? '' : replayBallots(side, row.ballots, sources),
    agreed: sources.flatMap((source, at) =>
      source.kind === 'mark' && row.agreed.includes(source.at) ? [at] : [],
    ),
    score,
    standing: row.fixed?.tier ?? (score === null ? 'insufficient' : tierOf(score, sheet.borders)),
  }
}

function markFrom(row: SideRow, source: Source): number | null {
  switch (source.kind) {
    case 'mark':
      return row.marks[source.at] ?? null
    case 'figure':
      return markOfFigure(source.indicator, row.figures[source.at] ?? null)
    case 'none':
      return null
  }
}

function replayBallots(side: Side, ballots: string, sources: readonly Source[]): string {
  const width = side.indicators.length
  return side.evaluators
    .map((_, evaluator) =>
      sources
        .map((source) => (source.kind === 'mark' ? (ballots[evaluator * width + source.at] ?? '-') : '-'))
        .join(''),
    )
    .join('')
}

/** The score of marks in hundredths under a sheet's weights, tenths; null where too little is marked. */
function scoreUnder(indicators: readonly SideIndicator[], marks: readonly (number | null)[]): number | null {
  let sum = 0
  let markedWeight = 0
  indicators.forEach(({ weight }, at) => {
    const mark = marks[at] ?? null
    if (mark === null) return
    sum += mark * weight
    markedWeight += weight
  })
  const score = scoreOfSums(sum, Math.min(markedWeight, FULL_WEIGHT), 0)
  return score.kind === 'insufficient' ? null : score.tenths
}

/** How many accounts stand elsewhere than was published. */
export const differing = (published: Side, replayed: Side): number =>
  replayed.rows.filter(({ standing }, at) => standing !== published.rows[at]?.standing).length
