import { GRADES } from '../../rules/marks.ts'
import { FULL_WEIGHT } from '../../rules/score.ts'
import { fold } from '../../rules/sheet.ts'
import { BallotCells } from './ballots.ts'
import { matchIndicators, type Side, type SideIndicator, sameFigure } from './side.ts'

/** What became of an indicator between two sheets. */
export type SheetChange =
  /** the newer sheet has it no more */
  | 'removed'
  /** the older sheet didn't have it */
  | 'added'
  /** the same figure earns its marks by other bands */
  | 'bands'
  /** people judge what data decided, or the other way, or other data decide */
  | 'measure'
  /** its standards say something else in words; marks given under them are compared as they are */
  | 'words'

/** One indicator of the two sheets together. Places are those in the sides' own lists. */
export interface Line {
  readonly name: string
  readonly from: number | null
  readonly to: number | null
  readonly change: SheetChange | null
  /** whether data decide its marks in both rounds, by the same figure */
  readonly byFigure: boolean
  /** hundredths of a percent; null where the sheet doesn't have it */
  readonly weightFrom: number | null
  readonly weightTo: number | null
}

/** How the older sheet becomes the newer one: the newer sheet's indicators in their order, then those removed. */
export interface Plan {
  readonly from: Side
  readonly to: Side
  readonly lines: readonly Line[]
  /** what weights count by while indicators come and go, so that kept ones keep their proportions in whole numbers */
  readonly keptFactor: number
  readonly addedFactor: number
  readonly ballots: BallotCells
}

/** Compares two sheets. */
export function planOf(from: Side, to: Side): Plan {
  const matched = matchIndicators(from.indicators, to.indicators)
  const kept = new Set(matched)
  const lines = [
    ...to.indicators.map((indicator, at) => lineOf(from, matched[at] ?? null, indicator, at)),
    ...from.indicators.flatMap((indicator, at) => (kept.has(at) ? [] : [removedLine(indicator, at)])),
  ]
  const sum = (pick: (line: Line) => number): number => lines.reduce((total, line) => total + pick(line), 0)
  const keptWeight = sum((line) => (line.to === null ? 0 : (line.weightFrom ?? 0)))
  const addedWeight = sum((line) => (line.from === null ? (line.weightTo ?? 0) : 0))
  return {
    from,
    to,
    lines,
    keptFactor: Math.max(1, FULL_WEIGHT - addedWeight),
    addedFactor: Math.max(1, keptWeight),
    ballots: new BallotCells(from, to),
  }
}

const removedLine = ({ name, weight }: SideIndicator, at: number): Line => ({
  name,
  from: at,
  to: null,
  change: 'removed',
  byFigure: false,
  weightFrom: weight,
  weightTo: null,
})

function lineOf(from: Side, place: number | null, indicator: SideIndicator, at: number): Line {
  const before = place === null ? undefined : from.indicators[place]
  return {
    name: indicator.name,
    from: before ? place : null,
    to: at,
    change: before ? changeOf(before, indicator) : 'added',
    byFigure: before !== undefined && bothByFigure(before, indicator),
    weightFrom: before?.weight ?? null,
    weightTo: indicator.weight,
  }
}

const bothByFigure = (before: SideIndicator, after: SideIndicator): boolean =>
  before.measure.kind === 'banded' &&
  after.measure.kind === 'banded' &&
  sameFigure(before.figure, after.figure)

function changeOf(before: SideIndicator, after: SideIndicator): SheetChange | null {
  const sameMeasure = before.measure.kind === 'judged' && after.measure.kind === 'judged'
  if (!sameMeasure && !bothByFigure(before, after)) return 'measure'
  if (GRADES.every((grade) => fold(before.standards[grade]) === fold(after.standards[grade]))) return null
  return sameMeasure ? 'words' : 'bands'
}
