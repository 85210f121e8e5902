import { type BandFault, type Measure, measureOf, type Standards } from './bands.ts'
import { FULL_WEIGHT } from './score.ts'

/** What the rules need to know of an indicator (A3–A5). */
export interface IndicatorDraft {
  readonly code: string
  readonly name: string
  /** hundredths of a percent */
  readonly weight: number
  readonly standards: Standards
  /** false when nobody said which figure the bands are read from; left out where the marks bring the figures */
  readonly hasFigure?: boolean
}

/** Something that keeps a sheet from being used, at an indicator's place in the list or at the sheet as a whole. */
export type SheetFault =
  | { readonly at: 'sheet'; readonly code: 'noIndicators' }
  | { readonly at: 'sheet'; readonly code: 'weightsNotFull'; readonly sum: number }
  | { readonly at: number; readonly field: 'name'; readonly code: 'nameMissing' }
  | { readonly at: number; readonly field: 'name'; readonly code: 'nameTwice'; readonly other: number }
  | { readonly at: number; readonly field: 'code'; readonly code: 'codeTwice'; readonly other: number }
  | {
      readonly at: number
      readonly field: 'weight'
      readonly code: 'weightOutOfRange'
      readonly weight: number
    }
  | {
      readonly at: number
      readonly field: 'standards'
      readonly code: 'standards'
      readonly fault: BandFault
    }
  | { readonly at: number; readonly field: 'figureId'; readonly code: 'figureMissing' }

/** The sum of weights, hundredths of a percent. */
export const weightSum = (indicators: readonly { readonly weight: number }[]): number =>
  indicators.reduce((sum, indicator) => sum + indicator.weight, 0)

/** Everything wrong with a sheet; empty when it can grade (A4: weights add to 100%; A5: standards are clear). */
export function sheetFaults(indicators: readonly IndicatorDraft[]): SheetFault[] {
  if (indicators.length === 0) return [{ at: 'sheet', code: 'noIndicators' }]
  const faults = indicators.flatMap((_, at) => indicatorFaults(indicators, at))
  const sum = weightSum(indicators)
  return sum === FULL_WEIGHT ? faults : [...faults, { at: 'sheet', code: 'weightsNotFull', sum }]
}

function indicatorFaults(indicators: readonly IndicatorDraft[], at: number): SheetFault[] {
  const indicator = indicators[at]
  if (!indicator) return []
  const faults: SheetFault[] = []
  const name = fold(indicator.name)
  if (name === '') faults.push({ at, field: 'name', code: 'nameMissing' })
  const sameName = indicators.findIndex((other) => fold(other.name) === name)
  if (name !== '' && sameName < at) faults.push({ at, field: 'name', code: 'nameTwice', other: sameName })
  const code = fold(indicator.code)
  const sameCode = indicators.findIndex((other) => fold(other.code) === code)
  if (code !== '' && sameCode < at) faults.push({ at, field: 'code', code: 'codeTwice', other: sameCode })
  const { weight } = indicator
  if (!Number.isInteger(weight) || weight < 1 || weight > FULL_WEIGHT)
    faults.push({ at, field: 'weight', code: 'weightOutOfRange', weight })
  const measure = measureOf(indicator.standards)
  if (measure.kind === 'faulty')
    faults.push({ at, field: 'standards', code: 'standards', fault: measure.fault })
  if (measure.kind === 'banded' && indicator.hasFigure === false)
    faults.push({ at, field: 'figureId', code: 'figureMissing' })
  return faults
}

/** Texts that people would call the same: width, case and outer blanks don't count. */
export const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** The measures of a sheet's indicators, in order. */
export const measuresOf = (indicators: readonly IndicatorDraft[]): Measure[] =>
  indicators.map((indicator) => measureOf(indicator.standards))
