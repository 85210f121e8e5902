import { type Decimal, parseDecimal } from '../../accounts/rules/decimal.ts'
import { GRADES, type Grade, type Mark, markOfGrade } from './marks.ts'

/** The five standards of an indicator (A5), each in words or as a band over a figure; empty where not given. */
export type Standards = Readonly<Record<Grade, string>>

/** A range of figures: `from` is included when `fromIn`, `to` when `toIn`; null is without end. */
export interface Band {
  readonly from: Decimal | null
  readonly fromIn: boolean
  readonly to: Decimal | null
  readonly toIn: boolean
}

/** What five standards are together: judged by people, or marked from a figure by bands. */
export type Measure =
  | { readonly kind: 'judged' }
  | { readonly kind: 'banded'; readonly bands: readonly { readonly mark: Mark; readonly band: Band }[] }
  | { readonly kind: 'faulty'; readonly fault: BandFault }

/** Why standards can be neither words nor bands. */
export type BandFault =
  | { readonly code: 'bandUnreadable'; readonly grade: Grade; readonly text: string }
  | { readonly code: 'bandsAndWords'; readonly grade: Grade; readonly text: string }
  | { readonly code: 'bandEmpty'; readonly grade: Grade; readonly text: string }
  | { readonly code: 'bandsOverlap'; readonly grade: Grade; readonly other: Grade }

/** Whether a standard is meant as a band: it begins with an operator or reads `a~b`. */
export const looksLikeBand = (text: string): boolean => OPERATOR.test(tidy(text)) || RANGE.test(tidy(text))

/** The band of a standard such as `>=1000000`, `<20万` or `200000~500000` (lower bound in, upper out). */
export function parseBand(text: string): Band | undefined {
  const plain = tidy(text)
  const operator = OPERATOR.exec(plain)
  if (operator) {
    const bound = parseDecimal(plain.slice(operator[0].length))
    return bound === undefined ? undefined : bandOfOperator(operator[0], bound)
  }
  const range = RANGE.exec(plain)
  if (!range) return undefined
  const from = parseDecimal(range[1] ?? '')
  const to = parseDecimal(range[2] ?? '')
  return from === undefined || to === undefined ? undefined : { from, fromIn: true, to, toIn: false }
}

/** Whether a figure lies in a band. */
export const inBand = (figure: Decimal, band: Band): boolean =>
  (band.from === null || figure > band.from || (band.fromIn && figure === band.from)) &&
  (band.to === null || figure < band.to || (band.toIn && figure === band.to))

/** What an indicator's five standards amount to. All blank, or all words, is judged; bands must not overlap. */
export function measureOf(standards: Standards): Measure {
  const given = GRADES.filter((grade) => standards[grade].trim() !== '')
  const banded = given.filter((grade) => looksLikeBand(standards[grade]))
  if (banded.length === 0) return { kind: 'judged' }
  const bands: { grade: Grade; mark: Mark; band: Band }[] = []
  for (const grade of given) {
    const text = standards[grade]
    if (!banded.includes(grade)) return { kind: 'faulty', fault: { code: 'bandsAndWords', grade, text } }
    const band = parseBand(text)
    if (!band) return { kind: 'faulty', fault: { code: 'bandUnreadable', grade, text } }
    if (isEmptyBand(band)) return { kind: 'faulty', fault: { code: 'bandEmpty', grade, text } }
    const other = bands.find((earlier) => overlap(earlier.band, band))
    if (other) return { kind: 'faulty', fault: { code: 'bandsOverlap', grade, other: other.grade } }
    bands.push({ grade, mark: markOfGrade(grade), band })
  }
  return { kind: 'banded', bands: bands.map(({ mark, band }) => ({ mark, band })) }
}

/** The mark that a figure earns; null where there is no figure or no band holds it. */
export function bandMark(figure: Decimal | null, bands: readonly { mark: Mark; band: Band }[]): Mark | null {
  if (figure === null) return null
  return bands.find(({ band }) => inBand(figure, band))?.mark ?? null
}

const OPERATOR = /^(?:>=|<=|=>|=<|>|<|=)/
const RANGE = /^([^~]+)~([^~]+)$/

const tidy = (text: string): string =>
  text.normalize('NFKC').replace(/\s/g, '').replaceAll('≥', '>=').replaceAll('≤', '<=').replace(/[〜∼]/g, '~')

function bandOfOperator(operator: string, bound: Decimal): Band {
  switch (operator) {
    case '>=':
    case '=>':
      return { from: bound, fromIn: true, to: null, toIn: false }
    case '>':
      return { from: bound, fromIn: false, to: null, toIn: false }
    case '<=':
    case '=<':
      return { from: null, fromIn: false, to: bound, toIn: true }
    case '<':
      return { from: null, fromIn: false, to: bound, toIn: false }
    default:
      return { from: bound, fromIn: true, to: bound, toIn: true }
  }
}

const isEmptyBand = (band: Band): boolean =>
  band.from !== null &&
  band.to !== null &&
  (band.from > band.to || (band.from === band.to && !(band.fromIn && band.toIn)))

const overlap = (a: Band, b: Band): boolean => startsBeforeEnd(a, b) && startsBeforeEnd(b, a)

const startsBeforeEnd = (a: Band, b: Band): boolean =>
  a.from === null || b.to === null || a.from < b.to || (a.from === b.to && a.fromIn && b.toIn)
