import { type Decimal, decimalText, toDecimal } from '../../../../db/accounts/rules/decimal.ts'
import { type FigureUnit, figureToDecimal } from '../../../../db/accounts/rules/figures.ts'
import { type Band, bandMark, inBand, type Measure } from '../../../../db/evaluation/rules/bands.ts'
import { MARKS, type Mark } from '../../../../db/evaluation/rules/marks.ts'

type Banded = Extract<Measure, { kind: 'banded' }>

/** How many accounts would get which mark from their figures. */
export interface BandCounts {
  readonly marks: Readonly<Record<Mark, number>>
  /** figures that lie in no band */
  readonly outside: number
  /** accounts without the figure */
  readonly without: number
  readonly accounts: number
  /** accounts with the figure */
  readonly known: number
}

/** Counts the marks that bands would give. @param values stored figures, null where not known */
export function countMarks(
  values: readonly (number | null)[],
  unit: FigureUnit,
  bands: Banded['bands'],
): BandCounts {
  const marks: Record<Mark, number> = { 10: 0, 8: 0, 6: 0, 4: 0, 2: 0 }
  let outside = 0
  let without = 0
  for (const value of values) {
    if (value === null) {
      without += 1
      continue
    }
    const mark = bandMark(figureToDecimal(value, unit), bands)
    if (mark === null) outside += 1
    else marks[mark] += 1
  }
  return { marks, outside, without, accounts: values.length, known: values.length - without }
}

/** The mark that most accounts would get, and its share of those with the figure; null where none would get any. */
export function mostFrequent({ marks, known }: BandCounts): { mark: Mark; share: number } | null {
  const mark = MARKS.reduce((best, candidate) => (marks[candidate] > marks[best] ? candidate : best))
  return marks[mark] === 0 ? null : { mark, share: marks[mark] / known }
}

/** A piece of the number line: a band's, or a gap that no band holds. */
export interface LinePiece {
  readonly mark: Mark | null
  readonly from: Decimal | null
  readonly to: Decimal | null
}

/** The number line from smallest to largest, cut at every bound; gaps have no mark. */
export function numberLine(bands: Banded['bands']): LinePiece[] {
  const bounds = [...new Set(bands.flatMap(({ band: { from, to } }) => [from, to]))]
    .filter((bound) => bound !== null)
    .toSorted((a, b) => a - b)
  if (bounds.length === 0) return []
  const edges: (Decimal | null)[] = [null, ...bounds, null]
  return edges.slice(1).map((to, at) => {
    const from = edges[at] ?? null
    return { mark: markWithin(from, to, bands), from, to }
  })
}

/** The mark of the figures between two neighbouring bounds, judged by one that lies between them. */
function markWithin(from: Decimal | null, to: Decimal | null, bands: Banded['bands']): Mark | null {
  const inside = from === null ? (to ?? 0) - 1 : to === null ? from + 1 : (from + to) / 2
  const holds = ({ band }: { band: Band }): boolean => inBand(toDecimal(inside), band)
  return bands.find(holds)?.mark ?? null
}

/** A bound as a short label: 10,000,000 is `1,000万` in Chinese, `10M` in English. */
export function boundLabel(bound: Decimal, language: 'zh' | 'en'): string {
  const value = Number(decimalText(bound))
  const steps = language === 'zh' ? ZH_STEPS : EN_STEPS
  const step = steps.find(({ size }) => Math.abs(value) >= size)
  const shown = value / (step?.size ?? 1)
  return `${shown.toLocaleString('en-US', { maximumFractionDigits: 4 })}${step?.sign ?? ''}`
}

const ZH_STEPS = [
  { size: 100_000_000, sign: '亿' },
  { size: 10_000, sign: '万' },
] as const
const EN_STEPS = [
  { size: 1_000_000, sign: 'M' },
  { size: 1_000, sign: 'k' },
] as const
